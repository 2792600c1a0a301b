"""The files of rows hold what the pages sum, refuse what they cannot read, and are never whole."""

import csv
import json
from dataclasses import replace
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
from flask import Flask
from flask.testing import FlaskClient
from pptx import Presentation
from werkzeug.test import TestResponse as Response

from app import Settings, create_app
from callbacks.bindings import money
from callbacks.bindings.portfolio import answers_of
from callbacks.files import money as money_files
from data_access import questions
from data_access.engine import open_store
from layouts.links.addresses import Address, href, parse_href, translations
from layouts.money.view import view
from progress.i18n import text
from progress.money.records import ACTION_FIELDS, GRANT_FIELDS, STOCK_FIELDS
from tests import seed_money


@pytest.fixture(scope="module")
def client(seeded_file: Path) -> FlaskClient:
    server: Flask = create_app(Settings(f"sqlite:///{seeded_file}")).server
    return server.test_client()


def rows(client: FlaskClient, address: str) -> list[dict[str, str]]:
    response = client.get(address)
    assert response.status_code == 200, response.get_data(as_text=True)
    return list(csv.DictReader(StringIO(response.data.decode("utf-8-sig"))))


@pytest.mark.parametrize(
    "query",
    [
        "",
        "belopp=sokt",
        "mottagare=kommunen&priser=fasta",
        "mottagare=flera-kommuner",
        "finansiar=Tillväxtverket&fran=2015&till=2016&klimat=ja",
        "kommun=0380&kommun=1283",
        "finansiar=Trafikverket&finansiar=EU&storsta=utan",
        "sok=kommun&mottagare=kommunen&sida=2",
    ],
)
def test_the_counted_rows_of_the_file_add_up_to_the_sum_of_the_page(
    client: FlaskClient, seeded_file: Path, query: str
) -> None:
    parsed = parse_href(f"/sv/portfolj?{query}")
    assert parsed is not None
    assert not parsed.problems
    engine = open_store(f"sqlite:///{seeded_file}")
    with engine.connect() as conn:
        page = answers_of(conn, parsed.address).summary.total
    engine.dispose()
    file = href(replace(parsed.address.with_query(page=None), page="portfolio_csv"))
    counted = [row for row in rows(client, file) if row["counted_in_sums"] == "true"]
    in_kronor = [Decimal(row["amount_sek"]) for row in counted]
    assert len(in_kronor) == page.known > 0
    assert abs(float(sum(in_kronor)) - page.sek) < 0.01 * len(counted)


def seed_kronor(row: dict[str, str]) -> float | None:
    """A row of the seed file in kronor, by its own year's rate, worked out here anew."""
    year = row["decision_year"] or row["start"][:4]
    if not row["amount"] or (row["decision"] == "granted" and row["amount_kind"] == "applied"):
        return None
    rates = {
        (rate["quote_currency"], rate["year"]): float(rate["rate"])
        for rate in seed_money.read("exchange_rates.csv")
        if rate["rate_kind"] == "annual_mean"
    }
    rate = 1.0 if row["currency"] == "SEK" else rates.get(("SEK", year))
    return None if rate is None else float(row["amount"]) * rate


def granted_in_seed() -> list[dict[str, str]]:
    """The granted projects of the seed file, without what another row tells too."""
    rows = [row for row in seed_money.read("grants.csv") if row["level"] == "project"]
    ids = {row["grant_id"] for row in rows if row["currency"] == "SEK"}
    return [
        row
        for row in rows
        if (row["decision"] == "granted" or row["amount_kind"] == "granted")
        and not (row["currency"] == "EUR" and row["same_as"] in ids)
    ]


def test_the_portfolios_sums_are_those_of_the_seed_files_rows(seeded_file: Path) -> None:
    engine = open_store(f"sqlite:///{seeded_file}")
    with engine.connect() as conn:
        classes = answers_of(conn, Address("portfolio", "sv")).summary.classes
    engine.dispose()
    own, single = [], []
    for row in granted_in_seed():
        places = [code for code in row["municipalities"].split(";") if code]
        if row["beneficiary_municipality_code"]:
            own.append(seed_kronor(row))
        elif row["allocation"] == "single_municipality" and len(places) == 1:
            single.append(seed_kronor(row))
    for name, expected in (("own", own), ("single", single)):
        known = [sek for sek in expected if sek is not None]
        assert (classes[name].known, classes[name].of) == (len(known), len(expected))
        assert classes[name].sek == pytest.approx(sum(known), rel=1e-9)
    assert (classes["own"].known, round(classes["own"].sek / 1e6, 1)) == (77, 577.9)


def test_a_citys_shared_grants_are_as_many_on_its_page_as_on_the_portfolio(
    seeded_file: Path,
) -> None:
    engine = open_store(f"sqlite:///{seeded_file}")
    with engine.connect() as conn:
        shared = answers_of(conn, Address("portfolio", "sv")).summary.shared
        cities = [each for each in questions.municipalities(conn) if each.is_contract_city]
        on_pages = {
            city.code: sum(
                row.kind == "granted"
                for row in view(
                    Address("money", "sv", slug=city.slug), money.answers_of(conn, city)
                ).multi
            )
            for city in cities
        }
    engine.dispose()
    assert len(cities) == 28
    assert on_pages == {city.code: shared.get(city.code, 0) for city in cities}
    assert max(on_pages.values()) > 20


def test_the_flag_of_a_citys_file_is_true_just_for_the_rows_that_the_page_sums(
    client: FlaskClient,
) -> None:
    result = rows(client, "/sv/kommun/borlange/pengar.csv")
    for row in result:
        summed = row["level"] == "project" and row["allocation"] in ("own", "single")
        given = row["decision"] == "granted" and row["amount_kind"] == "applied"
        counted = summed and bool(row["amount_sek"]) and not given and not row["repeats"]
        assert (row["counted_in_sums"] == "true") is counted, row["grant_id"]
    assert {row["allocation"] for row in result} >= {"own", "multi"}


def test_what_is_granted_with_an_unknown_sum_is_in_the_file_of_granted_and_in_no_other(
    client: FlaskClient,
) -> None:
    granted = rows(client, "/sv/portfolj.csv?mottagare=kommunen")
    assert sum(row["grant_id"].startswith("vc-w2-") for row in granted) == 23
    applied = rows(client, "/sv/portfolj.csv?belopp=sokt")
    assert not any(row["grant_id"].startswith("vc-w2-") for row in applied)


def test_a_file_in_english_holds_the_rows_of_its_swedish_twin(client: FlaskClient) -> None:
    address = "/sv/portfolj.csv?mottagare=kommunen&priser=fasta"
    parsed = parse_href(address)
    assert parsed is not None
    assert rows(client, href(translations(parsed.address)[0])) == rows(client, address)


def test_a_row_carries_rate_source_licence_and_what_is_unknown(client: FlaskClient) -> None:
    result = rows(client, "/sv/kommun/uppsala/pengar.csv")
    euro = [row for row in result if row["currency"] == "EUR" and row["amount_sek"]]
    assert euro
    for row in euro:
        expected = Decimal(row["amount"]) * Decimal(row["sek_per_unit"])
        assert abs(Decimal(row["amount_sek"]) - expected) <= Decimal("0.005")
        assert row["rate_source"]
    assert all(row["licence"] and row["source_title"] and row["quality_flag"] for row in result)
    for row in result:
        assert bool(row["amount_sek"]) != bool(row["no_sek_because"])


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/sv/portfolj.csv?belopp=allt", "allt"),
        ("/sv/portfolj.xlsx?finansiar=Ingen", "Ingen"),
        ("/en/portfolio.csv?theme=Nothing", "Nothing"),
        ("/sv/portfolj.csv?kommun=9999", "9999"),
        ("/sv/portfolj.csv?fran=2020&till=2014", "2014"),
        ("/sv/kommun/uppsala/pengar.csv?belopp=allt", "allt"),
    ],
)
def test_a_value_that_cannot_be_used_gives_no_file_but_its_name(
    client: FlaskClient, address: str, told: str
) -> None:
    response = client.get(address)
    assert response.status_code == 400
    assert response.mimetype == "text/plain"
    assert told in response.get_data(as_text=True)


def test_a_municipality_that_is_none_has_no_file(client: FlaskClient) -> None:
    assert client.get("/sv/kommun/ingenstans/pengar.csv").status_code == 404
    assert client.get("/en/municipality/ingenstans/money.xlsx").status_code == 404


def test_a_csv_file_is_sent_while_it_is_made_also_to_who_takes_it_compressed(
    client: FlaskClient,
) -> None:
    response = client.get("/sv/portfolj.csv", headers={"Accept-Encoding": "br, gzip"})
    assert response.is_streamed
    assert "Content-Encoding" not in response.headers
    assert "Content-Length" not in response.headers


def test_a_workbook_explains_each_of_its_columns_and_keeps_codes_as_text(
    client: FlaskClient,
) -> None:
    response = client.get("/sv/kommun/helsingborg/pengar.xlsx")
    book = openpyxl.load_workbook(BytesIO(response.data))
    assert book.sheetnames == ["Bidrag", "Investeringsplan", "Obligationer", "Kolumnerna"]
    explained = {(row[0].value, row[1].value) for row in book["Kolumnerna"].iter_rows()}
    for sheet in book.worksheets[:-1]:
        for cell in sheet[1]:
            assert (sheet.title, cell.value) in explained
    plan = list(book["Investeringsplan"].iter_rows(values_only=True))
    code, cost = plan[0].index("municipality_code"), plan[0].index("cost_low")
    assert {row[code] for row in plan[1:]} == {"1283"}
    assert any(isinstance(row[cost], int | float) for row in plan[1:])


def test_every_column_is_explained_in_both_languages() -> None:
    for lang in ("sv", "en"):
        for column in {*GRANT_FIELDS, *ACTION_FIELDS, *STOCK_FIELDS}:
            assert f"file.column.{column}" in text(lang)


def test_too_many_rows_for_a_workbook_are_refused_with_the_way_out(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(money_files, "MOST_WORKBOOK_ROWS", 5)
    response = client.get("/sv/portfolj.xlsx")
    assert response.status_code == 400
    assert "CSV" in response.get_data(as_text=True)


def test_the_pages_lead_to_their_files_with_the_choices_made(client: FlaskClient) -> None:
    page = client.get("/sv/portfolj?belopp=sokt&sortera=namn").get_data(as_text=True)
    assert 'href="/sv/portfolj.csv?belopp=sokt"' in page
    assert 'href="/en/municipality/uppsala/money.xlsx"' in client.get(
        "/en/municipality/uppsala/money"
    ).get_data(as_text=True)


def test_the_slides_hold_the_sum_and_the_largest_rows_of_the_same_choice(
    client: FlaskClient,
) -> None:
    query = "mottagare=kommunen&finansiar=Trafikverket"
    presentation = Presentation(BytesIO(client.get(f"/sv/portfolj.pptx?{query}").data))
    tables = [
        [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in shape.table.rows]
        for slide in presentation.slides
        for shape in slide.shapes
        if shape.has_table
    ]
    counted = [
        row for row in rows(client, f"/sv/portfolj.csv?{query}") if row["counted_in_sums"] == "true"
    ]
    in_all = sum(Decimal(row["amount_sek"]) for row in counted)
    written = f"{in_all:,.0f} kr".replace(",", " ")
    amounts = [row for table in tables for row in table if row[-1].endswith(" kr")]
    assert next(row for row in amounts if row[0].startswith("Summa"))[-1] == written
    largest = max(counted, key=lambda row: Decimal(row["amount_sek"]))
    assert any(row[0] == largest["title"] for row in amounts)
    cover = " ".join(shape.text_frame.text for shape in presentation.slides[0].shapes)
    assert f"/sv/portfolj?{query}" in cover
    assert "Trafikverket" in cover


@pytest.mark.parametrize(
    "path", ["/sv/portfolj.pptx?sok=finns-inte-alls", "/en/portfolio.pptx?q=finns-inte-alls"]
)
def test_the_slides_of_a_choice_without_grants_tell_that_there_are_none(
    client: FlaskClient, path: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    words = [
        [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        for slide in Presentation(BytesIO(answer.data)).slides
    ]
    t = text(path[1:3])
    (places,) = [each for each in words if each[0] == t("board.portfolio.map")]
    assert places[1] == t("board.portfolio.map.none")


def test_the_grid_gives_the_rows_of_the_choice_in_the_order_that_is_asked_for(
    client: FlaskClient,
) -> None:
    def grid(start: int, end: int, sort: list[dict[str, str]] | None = None) -> Response:
        grid_id = {"board": "portfolio", "grid": "x"}
        control = {"board": "portfolio", "control": "finansiar"}
        given = {"startRow": start, "endRow": end, "sortModel": sort or [], "filterModel": {}}
        name = json.dumps(grid_id, separators=(",", ":"))
        body = {
            "output": '{"board":"portfolio","grid":["MATCH"]}.getRowsResponse',
            "outputs": {"id": grid_id, "property": "getRowsResponse"},
            "inputs": [{"id": grid_id, "property": "getRowsRequest", "value": given}],
            "state": [[{"id": control, "property": "value", "value": ["Trafikverket"]}]],
            "changedPropIds": [f"{name}.getRowsRequest"],
        }
        return client.post("/_board/light-wide/sv/portfolj/~_/_dash-update-component", json=body)

    def of(response: Response) -> tuple[list[dict[str, str]], int]:
        assert response.status_code == 200, response.get_data(as_text=True)
        (written,) = json.loads(response.data)["response"].values()
        return written["getRowsResponse"]["rowData"], written["getRowsResponse"]["rowCount"]

    file = rows(client, "/sv/portfolj.csv?finansiar=Trafikverket")
    known = sorted((Decimal(row["amount_sek"]) for row in file if row["amount_sek"]), reverse=True)
    given, count = of(grid(0, 5))
    assert count == len(file)
    assert [row["sek"] for row in given][: len(known)] == [
        f"{sek:,.0f} kr".replace(",", "\u00a0").replace(" kr", "\u00a0kr") for sek in known[:5]
    ]
    by_year, _ = of(grid(0, 100, [{"colId": "year", "sort": "asc"}]))
    years = [row["year"] for row in by_year if row["year"] != "–"]
    assert years == sorted(row["decision_year"] for row in file if row["decision_year"])
    rest, _ = of(grid(5, 100))
    assert len(rest) == len(file) - 5
    assert grid(0, 5, [{"colId": "amount", "sort": "asc"}]).status_code == 400
    assert grid(0, 100_000).status_code == 400
