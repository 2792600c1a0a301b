"""Whatever comes in, no answer is an error of ours, and none tells of the machine behind it."""

import csv
import re
from collections.abc import Iterator
from io import BytesIO, StringIO
from urllib.parse import quote
from warnings import catch_warnings, simplefilter
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlalchemy import update

from app import Settings, create_app
from callbacks.first_response import KlimatDash
from data_access import tables
from data_access.engine import open_store
from layouts.links.query import PARAMETERS
from tests.boards import CALLBACKS
from tests.callbacks.inside.addresses import all_addresses
from tests.callbacks.open_data.conftest import made_up_store

DISCLOSED = re.compile(r"Traceback|site-packages|\.py\b\", line|/tmp/|sqlite3\.|sqlalchemy|psycopg")
HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'--"
FORMULA = '=HYPERLINK("http://elsewhere.example";"x")'
NESTED = (
    b"[" * 60_000,
    b'{"output":' * 6_000,
    b'{"output":"answer.data","inputs":' + b"[" * 50_000,
    b'{"output":"answer.data","inputs":[{"value":' + b"[" * 5_000 + b"]" * 5_000 + b"}]}",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The made-up store, with names that somebody chose to do harm."""
    url = made_up_store(tmp_path_factory.mktemp("bad-input"))
    engine = open_store(url, read_only=False)
    with engine.begin() as conn:
        for table, columns in (
            (tables.municipality, ("name",)),
            (tables.organisation, ("name",)),
            (tables.source, ("title", "publisher", "licence", "note")),
            (tables.release, ("title", "file_name")),
            (tables.goal, ("title_sv", "title_en", "quote", "note", "source_title")),
            (tables.commitment, ("title_sv", "title_en", "quote_sv", "section", "due")),
            (tables.commitment_status, ("comment", "source")),
            (tables.activity, ("title_sv", "title_en", "responsible", "partners")),
            (tables.grant, ("funder", "programme", "title", "beneficiary", "note", "theme")),
            (tables.indicator, ("name_sv", "name_en", "unit_sv", "unit_en")),
        ):
            word = FORMULA if table is tables.grant else HOSTILE
            for name in columns:
                unique = table is tables.municipality or table is tables.organisation
                key = next(iter(table.primary_key))
                value = word + key if unique else word
                conn.execute(update(table).values({name: value}))
    engine.dispose()
    return url


@pytest.fixture(scope="module")
def dash_app(store: str) -> KlimatDash:
    return create_app(Settings(store, public_url="https://klimat.example"))


@pytest.fixture(scope="module")
def reader(dash_app: KlimatDash) -> Iterator[FlaskClient]:
    with dash_app.server.test_client() as client:
        yield client


@pytest.fixture(scope="module")
def addresses(dash_app: KlimatDash, store: str) -> list[str]:
    return [address.partition("?")[0] for address in all_addresses(dash_app, store)]


def answer(client: FlaskClient, address: str) -> tuple[int, str, str, bytes]:
    """Status, type, headers and body."""
    with client.get(address) as response:
        body = response.get_data()
        return response.status_code, response.mimetype or "", str(response.headers), body


@pytest.mark.parametrize("body", NESTED, ids=["lists", "objects", "in inputs", "in a value"])
def test_a_callback_nested_deeply_is_refused(reader: FlaskClient, body: bytes) -> None:
    response = reader.post(CALLBACKS, data=body, content_type="application/json")
    assert response.status_code == 400
    assert len(response.data) < 300


def test_eight_megabytes_are_refused_by_every_address_that_reads(reader: FlaskClient) -> None:
    for path in (CALLBACKS, "/sv/", "/api/v1/goals", "/sv/kommun/provkoping"):
        response = reader.post(path, data=b"x" * 8_000_000, content_type="application/json")
        assert response.status_code in (405, 413)
        assert (response.headers.get("Connection") == "close") == (response.status_code == 413)
        assert DISCLOSED.search(response.text) is None


@pytest.mark.parametrize(
    "path",
    [
        "/%00",
        "/sv/%00",
        "/sv/kommun/%00",
        "/sv/kommun/provkoping%00",
        "/sv/kommun/" + "a" * 3000,
        "/api/v1/%00",
        "/api/v1/goals?municipality=%00",
        "/api/v1/goals?cursor=%00",
        "/api/v1/goals?limit=9e99",
        "/api/v1/emissions?cursor=1~a~2~3~4",
        "/data/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/data/..%2f..%2fapp.py",
        "/assets/../app.py",
        "/assets/%2e%2e/app.py",
        "/_dash-component-suites/dash/../../x",
        "/sv/data/utgava/..%2f..",
        "/sv/data/utgava/%F0%9F%A6%8A",
        "//elsewhere.example/",
        "/%5Celsewhere.example",
        "/sv/?a=%0d%0aSet-Cookie:x=1",
    ],
)
def test_an_odd_path_is_answered_in_order(reader: FlaskClient, path: str) -> None:
    status, _, headers, body = answer(reader, path)
    assert status < 500
    assert "elsewhere.example" not in headers
    assert "Set-Cookie" not in headers
    assert DISCLOSED.search(body.decode("utf-8", "replace")) is None


VALUES = st.one_of(
    st.text(max_size=30),
    st.binary(max_size=12).map(quote),
    st.integers().map(str),
    st.floats(allow_subnormal=False).map(str),
    st.sampled_from(["", "%00", "%0d%0aX-Evil:1", "co2e", "2023", "1880", "../..", "a" * 1900]),
)
NAMES = st.sampled_from(
    sorted({word for parameter in PARAMETERS.values() for word in (parameter.sv, parameter.en)})
)


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    place=st.integers(0, 10_000),
    pairs=st.lists(st.tuples(st.one_of(NAMES, st.text(max_size=8)), VALUES), max_size=4),
)
def test_no_query_makes_an_error_of_ours(
    reader: FlaskClient, addresses: list[str], place: int, pairs: list[tuple[str, str]]
) -> None:
    path = addresses[place % len(addresses)]
    query = "&".join(f"{quote(name)}={quote(value, safe='%')}" for name, value in pairs)
    status, _, headers, body = answer(reader, f"{path}?{query}")
    assert status < 500
    assert "X-Evil" not in headers
    assert DISCLOSED.search(body.decode("utf-8", "replace")) is None


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(path=st.lists(st.text(max_size=12), max_size=5).map("/".join))
def test_no_path_makes_an_error_of_ours(reader: FlaskClient, path: str) -> None:
    info = f"/{path}".encode().decode("latin-1")  # as servers hand it on
    with reader.get("/", environ_overrides={"PATH_INFO": info}) as response:
        assert response.status_code < 500
        assert DISCLOSED.search(response.get_data().decode("utf-8", "replace")) is None


def test_no_name_from_data_becomes_markup_or_a_formula_anywhere(
    reader: FlaskClient, addresses: list[str]
) -> None:
    seen = 0
    for address in addresses:
        status, mimetype, _, body = answer(reader, address)
        assert status < 500, address
        if body.startswith(b"PK"):
            formulas_in_workbook(body, address)
            continue
        text = body.decode("utf-8", "replace")
        seen += "alert(1)" in text
        if mimetype in ("text/html", "image/svg+xml", "application/xml"):
            assert "<script>alert" not in text, address
            assert "<img src=x" not in text, address
        if mimetype in ("image/svg+xml", "application/xml"):
            ElementTree.fromstring(text)
        if mimetype == "text/csv":
            for row in csv.reader(StringIO(text.removeprefix("\ufeff"))):
                assert [cell for cell in row if runs(cell)] == [], address
    assert seen > 20


def runs(cell: str) -> bool:
    """Whether a spreadsheet would take a cell for a formula."""
    return cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not is_number(cell)


def is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def formulas_in_workbook(body: bytes, address: str) -> None:
    if b"xl/workbook.xml" not in body:
        return
    with catch_warnings():
        simplefilter("ignore")
        workbook = load_workbook(BytesIO(body))
    for sheet in workbook:
        for row in sheet.iter_rows():
            assert [cell.value for cell in row if cell.data_type == "f"] == [], address


def test_over_tls_browsers_are_told_to_stay_there(reader: FlaskClient, store: str) -> None:
    assert "max-age=31536000" in reader.get("/sv/").headers["Strict-Transport-Security"]
    for place in ("", "http://localhost"):
        plain = create_app(Settings(store, public_url=place)).server.test_client()
        response = plain.get("/sv/", headers={"X-Forwarded-Proto": "https"})
        assert "Strict-Transport-Security" not in response.headers


def test_every_answer_is_marked(reader: FlaskClient, addresses: list[str]) -> None:
    for address in (*addresses, "/finns-inte", "/assets/klimat.css", "/_dash-layout"):
        with reader.get(address) as response:
            headers = response.headers
        policy = headers["Content-Security-Policy"]
        assert "unsafe-eval" not in policy
        assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]
        framed = "/badda-in/" in address or "/embed/" in address
        assert ("frame-ancestors 'none'" in policy) != framed, address
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"]
        assert headers["Permissions-Policy"]
        assert "Set-Cookie" not in headers
