"""Charts and tables as files: the same numbers as on the page, for every page that has them."""

import csv
import re
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook

from app import Settings, create_app
from progress.phrases.formats import number
from tests.callbacks.conftest import client_on
from tests.every_page import every_address

PNG = b"\x89PNG\r\n\x1a\n"
CITY = "/sv/kommun/orebro"
CHART = f"{CITY}/diagram/emissions-chart"


@pytest.fixture(scope="module")
def reader(seeded_file: Path) -> FlaskClient:
    return client_on(f"sqlite:///{seeded_file}", "https://exempel.se")


def files_on(reader: FlaskClient, path: str, ending: str) -> list[str]:
    result = re.findall(r'href="([^"]*\.' + ending + r'[^"]*)"', reader.get(path).text)
    return [unescape(one) for one in result if re.search("/(diagram|chart)/", one)]


@pytest.mark.parametrize("path", every_address())
def test_each_chart_of_a_page_is_a_table_and_a_drawing(reader: FlaskClient, path: str) -> None:
    for address in files_on(reader, path, "csv"):
        response = reader.get(address)
        assert response.status_code == 200, address
        heads, *lines = csv.reader(StringIO(response.data.decode("utf-8-sig")))
        assert lines, address
        assert len(set(heads)) == len(heads), address
    for address in files_on(reader, path, "svg"):
        response = reader.get(address)
        assert response.status_code == 200, address
        drawn = ElementTree.fromstring(response.text)
        said = " ".join("".join(drawn.itertext()).split())
        assert re.search("Källa: |Source: ", said), address
        assert "https://exempel.se/" in said, address
        assert "var(" not in response.text


def test_a_csv_file_has_numbers_as_they_are_in_the_store(reader: FlaskClient) -> None:
    lines = list(csv.DictReader(StringIO(reader.get(f"{CHART}.csv").data.decode("utf-8-sig"))))
    first = lines[0]
    assert first["År"] == "1990"
    tonnes = [value for name, value in first.items() if name.endswith("(ton)") and value]
    assert tonnes
    assert all(float(value) > 1000 for value in tonnes)


def test_a_workbook_tells_what_it_is_beside_its_figures(reader: FlaskClient) -> None:
    book = load_workbook(BytesIO(reader.get(f"{CHART}.xlsx").data))
    assert book.sheetnames == ["Siffror", "Om"]
    rows = list(book["Siffror"].iter_rows(values_only=True))
    assert rows[0][0] == "År"
    assert rows[1][0] == 1990
    about = {str(name): str(told) for name, told in book["Om"].iter_rows(values_only=True)}
    assert about["Källa"].startswith("Källa: ")
    assert about["Adress"] == "https://exempel.se/sv/kommun/orebro"


def test_a_picture_is_drawn_with_our_own_fonts(reader: FlaskClient) -> None:
    response = reader.get(f"{CHART}.png")
    assert response.data.startswith(PNG)
    width, height = (int.from_bytes(response.data[at : at + 4]) for at in (16, 20))
    assert width >= 1500
    assert height > 800
    assert len(response.data) > 40_000  # with letters; without them it is a third of that


def test_a_file_has_the_choices_of_its_page(reader: FlaskClient) -> None:
    page = reader.get(f"{CITY}?utgava=smhi-co2-2024").text
    assert "/diagram/sectors-chart.csv?utgava=smhi-co2-2024" in page
    newest = reader.get(f"{CITY}/diagram/sectors-chart.csv").data
    assert reader.get(f"{CITY}/diagram/sectors-chart.csv?utgava=smhi-co2-2024").data != newest


def test_what_cannot_be_made_is_told_in_plain_text(reader: FlaskClient) -> None:
    bad = reader.get(f"{CHART}.csv?utgava=finns-inte")
    assert (bad.status_code, bad.mimetype) == (400, "text/plain")
    assert "finns-inte" in bad.text
    for path in (
        f"{CITY}/diagram/finns-inte.csv",
        f"{CITY}/diagram/emissions-chart.exe",
        f"{CITY}/chart/emissions-chart.csv",
        "/sv/kommun/finns-inte/diagram/emissions-chart.csv",
        "/sv/finns-inte/diagram/emissions-chart.csv",
        "/sv/om/tabeller.xlsx",
    ):
        assert reader.get(path).status_code == 404, path


def test_a_file_that_has_not_changed_is_not_sent_again(reader: FlaskClient) -> None:
    tag = reader.get(f"{CHART}.csv").headers["ETag"]
    again = reader.get(f"{CHART}.csv", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("path", [CITY, "/sv/", "/en/portfolio", f"{CITY}/pengar"])
def test_all_tables_of_a_page_are_sheets_of_one_workbook(reader: FlaskClient, path: str) -> None:
    page = reader.get(path).text
    match = re.search(r'href="([^"]*/(?:tabeller|tables)\.xlsx)"', page)
    assert match is not None
    book = load_workbook(BytesIO(reader.get(match[1]).data))
    assert len(book.sheetnames) >= 2
    numbers = [
        cell
        for sheet in book.worksheets[:-1]
        for row in sheet.iter_rows(min_row=2, values_only=True)
        for cell in row
        if isinstance(cell, int | float)
    ]
    assert numbers


def test_a_word_to_the_operator_names_the_figure_and_where_it_is(seeded_file: Path) -> None:
    settings = Settings(
        f"sqlite:///{seeded_file}", contact="prov@example.org", public_url="https://exempel.se"
    )
    with create_app(settings).server.test_client() as client:
        result = re.findall(r'href="(mailto:[^"]*)"', client.get(CITY).text)
        rows = client.get("/api/v1/emissions?municipality=1880&year=2024&release=smhi-co2e-2026")
    with_subject = [unescape(one) for one in result if "subject=" in one]
    goals = [one for one in with_subject if "%23goal-" in one]
    assert len(with_subject) == 3 + len(goals)
    assert goals
    assert with_subject[0].startswith("mailto:prov@example.org?subject=Fel%20i%20uppgift")
    assert "https%3A//exempel.se/sv/kommun/orebro%23emissions-chart" in with_subject[0]
    total = sum(row["tonnes"] for row in rows.json["items"] if row["sector"] != "total")
    latest = f"(smhi-co2e-2026, 2024: {number(total, 'sv')}\xa0ton)"
    assert latest in unquote(with_subject[0])


def test_nobody_is_written_to_where_nobody_is_named(reader: FlaskClient) -> None:
    page = reader.get(CITY).text
    assert "mailto:" not in page
    assert "Stämmer inte?" not in page
    assert "<!--" not in page
