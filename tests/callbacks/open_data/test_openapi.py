"""The document that describes the API to programs holds: requests made from it are answered so."""

import re
from itertools import product
from typing import Any

import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from data_access.open_data import DATASETS

PATHS = [f"/{name}{suffix}" for name in DATASETS for suffix in ("", ".csv")]
TRIED = [
    "/emissions",
    "/emission-totals",
    "/verdicts",
    "/grants",
    "/changes",
    "/municipalities",
    "/statuses",
    "/goals.csv",
]
"""One of each kind of dataset: the others are read by the same code from the same description."""

ITEMS = [
    "/emissions/{release}/{municipality}/{year}/{sector}",
    "/verdicts/{municipality}/{goal}/{basis}",
    "/releases/{label}",
]


@pytest.fixture(scope="package")
def api(server: Flask) -> Any:
    """The API as its own document describes it."""
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", server)


@pytest.mark.parametrize(
    ("path", "mode"),
    [
        *product((*TRIED, *ITEMS), (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)),
        ("/api-info", GenerationMode.POSITIVE),
    ],
)
def test_what_the_document_promises_is_what_the_api_does(
    api: Any, path: str, mode: GenerationMode
) -> None:
    @given(case=api[path]["GET"].as_strategy(generation_mode=mode))
    @settings(
        max_examples=6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    def hold(case: Any) -> None:
        response = case.call(headers={"Accept-Encoding": "identity"})
        # What may not be added, or begun after, hangs on the rest of the query: a 400 is right.
        hanging = {"sum", "sort", "group_by"} & set(case.query)
        excluded = [positive_data_acceptance] if hanging else []
        if response.status_code != 414:  # rightly so where it made up a very long query
            case.validate_response(response, excluded_checks=excluded)

    hold()


def test_every_dataset_is_described_as_json_and_csv(client: FlaskClient) -> None:
    document: Any = client.get("/api/v1/openapi.json").json
    assert document["openapi"].startswith("3.1")
    assert {*document["paths"]} >= {*PATHS, *ITEMS, "/api-info"}
    assert len(document["paths"]) == 3 * len(DATASETS) + 1


def test_the_overview_leads_to_every_dataset(client: FlaskClient) -> None:
    told: Any = client.get("/api/v1/").json
    assert [one["name"] for one in told["datasets"]] == list(DATASETS)
    for one in told["datasets"][::12]:
        for form in ("json", "csv", "file", "workbook"):
            assert client.get(one[form], buffered=True).status_code == 200
        assert {one["file"], one["workbook"]} < set(one["forms"])
    for form in ("everything", "data_package", "feed", "openapi"):
        assert client.get(told[form], buffered=True).status_code == 200


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_api_can_be_tried_from_its_own_document(client: FlaskClient, lang: str) -> None:
    page = client.get(f"/data/try/{lang}")
    assert (page.status_code, page.mimetype) == (200, "text/html")
    (script,) = re.findall(r'<script src="([^"]+)"', page.text)
    (document,) = re.findall(r'data-openapi="([^"]+)"', page.text)
    for address in (script, document):
        assert client.get(address, buffered=True).status_code == 200
    assert "<noscript>" in page.text
    leads = {"sv": "/sv/data/oppna-data", "en": "/en/data/open-data"}[lang]
    assert f'href="{leads}"' in page.text
    assert f'href="/data/try/{lang}"' in client.get(leads).text
    assert client.get("/data/try/de").status_code == 404
