"""The worked examples on the page do what they say, on a running server with the real figures."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import Settings, create_app
from layouts.open_data import EXAMPLES, SITE
from tests.answering import served


@pytest.fixture(scope="module")
def site(seeded_file: Path) -> Iterator[str]:
    app = create_app(Settings(database_url=f"sqlite:///{seeded_file}"))
    with served(app.server) as base:
        yield base


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=600).stdout


def test_the_example_for_curl_gives_a_citys_verdicts(site: str) -> None:
    found = json.loads(run("sh", "-c", EXAMPLES["curl"].replace(SITE, site)))["items"]
    assert found
    assert all(list(one) == ["goal_id", "attainment", "sentence_sv"] for one in found)


def test_the_example_for_python_gives_emissions_by_year(site: str) -> None:
    told = run(sys.executable, "-c", EXAMPLES["python"].replace(SITE, site))
    years = [line.split()[0] for line in told.splitlines() if line[:4].isdigit()]
    assert years == sorted(set(years))
    assert "1990" in years
