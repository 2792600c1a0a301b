"""The worked examples on the page do what they say, on a running server with the real figures."""

import csv
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from flask.testing import FlaskClient

from app import Settings, create_app
from data_access.open_data import DATASETS
from layouts.open_data.page import EXAMPLES, SITE
from tests.answering import served


@pytest.fixture(scope="module")
def site(seeded_file: Path) -> Iterator[str]:
    app = create_app(Settings(database_url=f"sqlite:///{seeded_file}"))
    with served(app.server) as base:
        yield base


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=600).stdout


def test_the_example_for_curl_gives_a_citys_verdicts(site: str) -> None:
    result = json.loads(run("sh", "-c", EXAMPLES["curl"].replace(SITE, site)))["items"]
    assert result
    assert all(list(one) == ["goal_id", "attainment", "sentence_sv"] for one in result)


def test_the_example_for_python_gives_emissions_by_year(site: str) -> None:
    told = run(sys.executable, "-c", EXAMPLES["python"].replace(SITE, site))
    years = [line.split()[0] for line in told.splitlines() if line[:4].isdigit()]
    assert years == sorted(set(years))
    assert "1990" in years


def test_the_example_for_duckdb_gives_the_sums_of_the_api(
    site: str, reader: FlaskClient, tmp_path: Path
) -> None:
    code = EXAMPLES["duckdb"].replace(SITE, site)
    told = run(sys.executable, "-c", f"import os; os.chdir({str(tmp_path)!r})\n{code}")
    path = "/api/v1/emissions?municipality=orebro&group_by=year&sum=tonnes"
    groups: Any = reader.get(path).json
    for group in groups["items"]:
        line = next(line for line in told.splitlines() if f" {group['year']} " in line)
        cell = float(line.split("│")[2])
        assert cell == pytest.approx(group["tonnes"])


@pytest.mark.skipif(which("Rscript") is None, reason="R is not installed")
def test_the_example_for_r_gives_the_sums_of_the_api(
    site: str, reader: FlaskClient, tmp_path: Path
) -> None:
    script = tmp_path / "example.R"
    code = EXAMPLES["r"].replace(SITE, site).replace("aggregate(", "sums <- aggregate(")
    script.write_text(f"{code}\nwrite.csv(sums, row.names = FALSE)\n", encoding="utf-8")
    sums = {
        int(row["year"]): float(row["tonnes"])
        for row in csv.DictReader(run("Rscript", "--vanilla", str(script)).splitlines())
    }
    path = "/api/v1/emissions?municipality=1880&release=smhi-co2e-2026&group_by=year&sum=tonnes"
    groups: Any = reader.get(path).json
    assert sums == pytest.approx({each["year"]: each["tonnes"] for each in groups["items"]})


@pytest.mark.parametrize("path", ["/sv/data/oppna-data", "/en/data/open-data"])
def test_the_examples_can_be_copied_as_they_are_where_the_site_knows_its_address(
    store_url: str, path: str
) -> None:
    def page(public_url: str) -> str:
        app = create_app(Settings(database_url=store_url, public_url=public_url))
        told: str = app.server.test_client().get(path).text
        return told

    own = "https://prov.example"
    assert SITE not in page(own)
    assert page(own).count(f"{own}/api/v1/verdicts?municipality=1880") == 1
    assert page("").count(SITE) == len(EXAMPLES) + 1  # and the word on what to put in its place


@pytest.mark.parametrize("path", ["/sv/data/oppna-data", "/en/data/open-data"])
def test_the_page_names_every_filter_of_every_dataset(store_url: str, path: str) -> None:
    page = create_app(Settings(database_url=store_url)).server.test_client().get(path).text
    told = page.split("<details")[1:]
    assert len(told) == len(DATASETS)
    for part, dataset in zip(told, DATASETS.values(), strict=True):
        named = part.partition("<table")[0]
        assert [filter_.name for filter_ in dataset.filters] == re.findall(
            r"<code>(\w+)</code>", named
        )
