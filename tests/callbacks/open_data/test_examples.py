"""The worked examples on the page do what they say, on a running server with the real figures."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from werkzeug.serving import make_server

from app import Settings, create_app
from layouts.open_data import EXAMPLES, SITE


@pytest.fixture(scope="module")
def site(seeded_file: Path) -> Iterator[str]:
    app = create_app(Settings(database_url=f"sqlite:///{seeded_file}"))
    running = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = Thread(target=running.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    thread.join()
    running.server_close()


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
