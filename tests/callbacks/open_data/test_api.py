"""The API: what is asked for comes, in the form asked for, only when it is new, to anyone."""

import csv
import json
from collections import Counter
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from app import Settings, create_app
from callbacks.open_data.answers import Answers
from data_access.open_data import DATASETS
from tests.data_access.test_open_data import EMPTY

NAMES = tuple(DATASETS)


def items(client: FlaskClient, path: str) -> list[dict[str, Any]]:
    response = client.get(path)
    assert response.status_code == 200, response.text
    result: list[dict[str, Any]] = response.json["items"]  # type: ignore[index]
    return result


@pytest.mark.parametrize("name", NAMES)
def test_json_and_csv_hold_the_same_rows_and_columns(client: FlaskClient, name: str) -> None:
    in_json = items(client, f"/api/v1/{name}?limit=1000")
    in_csv = list(csv.reader(StringIO(client.get(f"/api/v1/{name}.csv?limit=1000").text)))
    assert in_csv[0] == list(DATASETS[name].fields)
    assert all(list(row) == in_csv[0] for row in in_json)
    assert len(in_csv) - 1 == len(in_json)
    assert bool(in_json) == (name not in EMPTY)


def test_csv_can_be_asked_for_with_accept_or_by_its_name(client: FlaskClient) -> None:
    named = client.get("/api/v1/goals.csv")
    for words in (
        "text/csv, application/json;q=0.5",
        "text/csv; header=present; charset=utf-8, application/json;q=0.5",
    ):
        accepted = client.get("/api/v1/goals", headers={"Accept": words})
        assert named.mimetype == accepted.mimetype == "text/csv"
        assert named.data == accepted.data
        assert "Accept" in accepted.headers["Vary"]


def test_following_next_leads_through_every_row_once(client: FlaskClient) -> None:
    whole = items(client, "/api/v1/emissions?limit=1000&release=prov-co2e-2")
    path: str | None = "/api/v1/emissions?limit=17&release=prov-co2e-2"
    walked = []
    while path is not None:
        response = client.get(path)
        walked += response.json["items"]  # type: ignore[index]
        path = response.json["next"]  # type: ignore[index]
        assert (path is None) == ("Link" not in response.headers)
    assert walked == whole


def test_only_the_wanted_columns_come_in_the_wanted_order(client: FlaskClient) -> None:
    result = items(client, "/api/v1/emissions?fields=tonnes,year&limit=1")
    assert list(result[0]) == ["tonnes", "year"]


def test_a_parameter_given_again_widens_the_choice(client: FlaskClient) -> None:
    result = items(client, "/api/v1/municipalities?municipality=9001&municipality=9101")
    assert [row["code"] for row in result] == ["9001", "9101"]


def test_municipalities_can_be_named_and_several_have_commas(client: FlaskClient) -> None:
    by_code = items(client, "/api/v1/emission-totals?municipality=9001&municipality=9002")
    assert items(client, "/api/v1/emission-totals?municipality=provkoping,9002") == by_code
    assert {row["municipality_code"] for row in by_code} == {"9001", "9002"}


def test_names_of_municipalities_and_sectors_come_where_they_are_asked_for(
    client: FlaskClient,
) -> None:
    (row,) = items(
        client, "/api/v1/emissions?municipality=9001&sector=transport&limit=1&include=names"
    )
    names = row["municipality_name"], row["sector_sv"], row["sector_en"]
    assert names == ("Provköping", "Inrikes transporter", "Domestic transport")
    assert list(row)[:-3] == list(DATASETS["emissions"].fields)


def test_words_are_looked_for_in_every_text(client: FlaskClient) -> None:
    everything = items(client, "/api/v1/goals?limit=1000")
    word = everything[0]["title_sv"].split()[0]
    result = items(client, f"/api/v1/goals?limit=1000&q={word.upper()}")
    assert everything[0] in result
    assert all(word.lower() in json.dumps(row, ensure_ascii=False).lower() for row in result)
    assert items(client, "/api/v1/goals?q=nowheretobefound") == []


def test_latest_is_a_word_for_releases_alone(client: FlaskClient) -> None:
    everything = items(client, "/api/v1/goals?limit=1000")
    assert items(client, "/api/v1/goals?limit=1000&release=latest") == everything
    assert items(client, "/api/v1/verdicts?goal_id=latest") == []


def test_verdicts_are_counted_by_what_they_say(client: FlaskClient) -> None:
    everything = items(client, "/api/v1/verdicts?limit=1000")
    groups = items(client, "/api/v1/verdicts?group_by=attainment&sort=-count")
    counts = Counter(row["attainment"] for row in everything)
    assert {group["attainment"]: group["count"] for group in groups} == counts
    assert [group["count"] for group in groups] == sorted(counts.values(), reverse=True)


@pytest.mark.parametrize("path", ["/api/v1/goals", "/api/v1/goals.csv", "/data/goals.csv"])
def test_what_the_reader_has_is_not_sent_again(client: FlaskClient, path: str) -> None:
    first = client.get(path, buffered=True)
    by_tag = client.get(path, buffered=True, headers={"If-None-Match": first.headers["ETag"]})
    by_day = client.get(
        path, buffered=True, headers={"If-Modified-Since": first.headers["Last-Modified"]}
    )
    assert (by_tag.status_code, by_tag.data) == (by_day.status_code, by_day.data) == (304, b"")
    assert by_tag.headers["ETag"] == first.headers["ETag"]


def test_each_choice_and_form_has_a_tag_of_its_own(client: FlaskClient) -> None:
    paths = ("goals", "goals.csv", "goals?limit=1", "verdicts")
    assert len({client.get(f"/api/v1/{path}").headers["ETag"] for path in paths}) == len(paths)


@pytest.mark.parametrize("path", ["/api/v1/goals", "/api/v1/", "/data/goals.csv", "/api/nothing"])
def test_pages_of_other_sites_may_read_it(client: FlaskClient, path: str) -> None:
    response = client.get(path, buffered=True, headers={"Origin": "https://example.org"})
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_options_tell_what_can_be_done(client: FlaskClient) -> None:
    response = client.options("/api/v1/goals")
    assert (response.status_code, response.headers["Allow"]) == (204, "GET, HEAD, OPTIONS")


def test_head_has_the_headers_and_nothing_else(client: FlaskClient) -> None:
    got, told = client.get("/api/v1/goals"), client.head("/api/v1/goals")
    assert told.data == b""
    assert told.headers["ETag"] == got.headers["ETag"]
    assert told.headers["Content-Length"] == got.headers["Content-Length"]


@pytest.mark.parametrize(
    ("path", "status", "parameter", "value"),
    [
        ("goals?colour=green", 400, "colour", "green"),
        ("goals?municipality=188", 400, "municipality", "188"),
        ("goals?municipality=9001,nowhere", 404, "municipality", "nowhere"),
        ("goals?release=all", 400, "release", "all"),
        ("emissions?release=latest,prov-co2e-2", 400, "release", "latest"),
        ("emissions?sort=-tonnes", 400, "sort", "-tonnes"),
        ("emissions?q=prov", 400, "q", "prov"),
        ("emissions?sum=tonnes", 400, "sum", "tonnes"),
        ("emissions?release=all&group_by=year&sum=tonnes", 400, "sum", "tonnes"),
        ("emissions?group_by=sector&sum=tonnes", 400, "sum", "tonnes"),
        ("emissions?gas=co2,co2e&group_by=year&sum=tonnes", 400, "sum", "tonnes"),
        ("verdicts?group_by=gas&sum=actual_tonnes", 400, "sum", "actual_tonnes"),
        ("goals?group_by=colour", 400, "group_by", "colour"),
        ("goals?sort=colour", 400, "sort", "colour"),
        ("goals?include=everything", 400, "include", "everything"),
        ("goals?municipality=9999", 404, "municipality", "9999"),
        ("emissions?release=nothing", 404, "release", "nothing"),
        ("verdicts?release=prov-goals-1", 404, "release", "prov-goals-1"),
        ("emissions?gas=steam", 400, "gas", "steam"),
        ("emissions?year_from=last", 400, "year_from", "last"),
        ("emissions?year_from=2020&year_from=2021", 400, "year_from", "2020, 2021"),
        ("emissions?limit=0", 400, "limit", "0"),
        ("emissions?limit=1001", 400, "limit", "1001"),
        ("emissions?fields=year,colour", 400, "fields", "year,colour"),
        ("emissions?cursor=here", 400, "cursor", "here"),
        ("municipalities?eu_mission=yes", 400, "eu_mission", "yes"),
        ("goals?target_year=", 400, "target_year", ""),
    ],
)
def test_a_choice_that_cannot_be_used_is_named(
    client: FlaskClient, path: str, status: int, parameter: str, value: str
) -> None:
    response = client.get(f"/api/v1/{path}")
    body = as_problem(response, status)
    assert [(one["parameter"], one["value"]) for one in body["errors"]] == [(parameter, value)]


def as_problem(response: Any, status: int) -> dict[str, Any]:
    """The body of an error, which has the same shape whatever went wrong."""
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cache-Control"] == "no-store"
    body: dict[str, Any] = json.loads(response.data)
    assert list(body) == ["type", "title", "status", "detail", "instance", "errors"]
    assert body["status"] == status
    return body


@pytest.mark.parametrize(
    ("method", "path", "accept", "status"),
    [
        ("GET", "/api", "*/*", 404),
        ("GET", "/api/", "*/*", 404),
        ("GET", "/api/v2/goals", "*/*", 404),
        ("GET", "/api/v1/nothing", "*/*", 404),
        ("GET", "/api/v1/%ff%00", "*/*", 404),
        ("GET", "/data/nothing.csv", "*/*", 404),
        ("GET", "/data/goals/prov-co2e-2.csv", "*/*", 404),
        ("GET", "/data/emissions/nothing.csv", "*/*", 404),
        ("POST", "/api/v1/goals", "*/*", 405),
        ("DELETE", "/api/v1/", "*/*", 405),
        ("BREW", "/api/v1/goals", "*/*", 405),
        ("PUT", "/data/goals.csv", "*/*", 405),
        ("GET", "/api/v1/goals", "image/png", 406),
        ("GET", "/api/v1/goals?" + "x" * 3100, "*/*", 414),
    ],
)
def test_every_error_has_the_same_shape(
    client: FlaskClient, method: str, path: str, accept: str, status: int
) -> None:
    response = client.open(path, method=method, headers={"Accept": accept})
    as_problem(response, status)
    assert ("Allow" in response.headers) == (status == 405)


def test_an_error_of_ours_tells_nothing_of_the_inside(
    store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("made-up secret")

    monkeypatch.setattr(Answers, "body", fail)
    client = create_app(Settings(database_url=store_url)).server.test_client()
    response = client.get("/api/v1/goals")
    as_problem(response, 500)
    assert "secret" not in response.text


def test_a_store_that_is_away_is_told_with_when_to_come_again(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'missing.db'}"
    client = create_app(Settings(database_url=url)).server.test_client()
    for path in ("/api/v1/goals", "/data/goals.csv"):
        response = client.get(path)
        as_problem(response, 503)
        assert int(response.headers["Retry-After"]) > 0


def test_addresses_begin_with_the_one_that_readers_use(store_url: str) -> None:
    settings = Settings(database_url=store_url, public_url="https://klimat.example")
    client = create_app(settings).server.test_client()
    following = client.get("/api/v1/emissions?limit=1").json["next"]
    assert following.startswith("https://klimat.example/api/v1/emissions?limit=1&cursor=")


def test_a_large_body_is_refused_unread(client: FlaskClient) -> None:
    response = client.get("/api/v1/goals", data=b"x" * 70_000)
    as_problem(response, 413)


def test_the_api_tells_what_it_is_as_the_national_profile_has_it(client: FlaskClient) -> None:
    told: Any = client.get("/api/v1/api-info").json
    names = ["apiName", "apiVersion", "apiReleased", "apiDocumentation", "apiStatus"]
    assert list(told) == names
    document: Any = client.get("/api/v1/openapi.json").json
    assert told["apiVersion"] == document["info"]["version"]
    assert client.get(told["apiDocumentation"]).status_code == 200


@pytest.mark.parametrize(
    ("path", "releases"),
    [
        ("emissions/prov-co2e-2/9001/2023/transport", ["prov-co2e-2"]),
        ("releases/prov-goals-1", ["prov-goals-1"]),
        ("goals/9001-G01", ["prov-goals-2"]),
        ("commitments/PROV-1", ["prov-commitments-1"]),
        ("indicators/cycle-metres/9001/2023", ["prov-indicators-1"]),
        ("grants/prov-1", ["prov-grants-1"]),
        ("investment-actions/9001/P-1", ["prov-plan-1"]),
        ("verdicts/9001/9001-G01/own", ["prov-co2e-2", "prov-goals-2"]),
        ("verdicts/9001/yardstick-2045/own", ["prov-co2e-2"]),
        ("municipalities/9001", []),
        ("sectors/transport", []),
    ],
)
def test_a_row_by_its_key_leads_to_the_releases_that_it_comes_from(
    client: FlaskClient, path: str, releases: list[str]
) -> None:
    response = client.get(f"/api/v1/{path}")
    assert response.status_code == 200, response.text
    told: Any = response.json
    name = path.partition("/")[0]
    assert list(told["item"]) == list(DATASETS[name].fields)
    assert told["item"] in items(client, f"/api/v1/{name}?limit=1000")
    result = told["provenance"]["releases"]
    assert [one["label"] for one in result] == releases
    for one in result:
        assert one["publisher"] == "Provverket"
        assert len(one["sha256"]) == 64
        assert one["licence"]
        assert one["imported"]
        for address in (one["address"], one["page"]):
            assert client.get(address).status_code == 200


def test_a_verdict_leads_to_its_inputs_and_its_rules(client: FlaskClient) -> None:
    told: Any = client.get("/api/v1/verdicts/9001/9001-G01/own").json
    origin = told["provenance"]
    assert len(origin["inputs"]) == 2
    for address in (*origin["inputs"], origin["rules"]):
        answer = client.get(address)
        assert answer.status_code == 200
    rows = items(client, origin["inputs"][0] + "&limit=1000")
    year = told["item"]["latest_year"]
    total = sum(row["tonnes"] for row in rows if row["year"] == year)
    assert total == pytest.approx(told["item"]["actual_tonnes"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("goals/nothing", 404),
        ("goals/9001-G01/more", 404),
        ("emissions/prov-co2e-2/9001/next/transport", 404),
        ("emissions/prov-co2e-2/9001", 404),
        ("goals/9001-G01?fields=kind", 400),
    ],
)
def test_a_row_that_is_not_there_is_told_of(client: FlaskClient, path: str, status: int) -> None:
    as_problem(client.get(f"/api/v1/{path}"), status)


def test_a_release_leads_to_its_own_rows(client: FlaskClient) -> None:
    assert {row["release"] for row in items(client, "/api/v1/grants?release=prov-grants-1")} == {
        "prov-grants-1"
    }


def test_no_address_is_taken_from_a_request(client: FlaskClient) -> None:
    """Where the operator has not told where the site is, addresses begin at its root."""
    for path in ("", "emissions?limit=1", "openapi.json", "goals/9001-G01"):
        response = client.get(f"/api/v1/{path}", headers={"Host": "elsewhere.example"})
        assert response.status_code == 200
        assert "elsewhere" not in f"{response.text}{response.headers}"
