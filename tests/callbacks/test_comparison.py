"""The comparison over HTTP on the seeded store: page, messages, and the file."""

import csv
import io
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import Settings, create_app
from data_access.engine import open_store
from data_access.exports.writing import write_csv
from layouts.compare import FIELDS, records
from layouts.compare.answers import view
from layouts.links.addresses import Address
from tests.layouts.test_compare import ANSWERS, PROV, TEST
from tests.statements import heard, is_question, rows_read

TWO = "kommun=2081&kommun=1880"


def test_two_municipalities_are_compared_in_both_languages(reader: FlaskClient) -> None:
    swedish = reader.get(f"/sv/jamfor?{TWO}")
    english = reader.get("/en/compare?municipality=2081&municipality=1880")
    assert swedish.status_code == english.status_code == 200
    assert "<h1>Jämförelse: Borlänge och Örebro</h1>" in swedish.text
    assert "<h1>Comparison: Borlänge and Örebro</h1>" in english.text
    assert "/en/compare?municipality=2081&amp;municipality=1880" in swedish.text


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("kommun=2081", "Bara Borlänge är vald"),
        (f"{TWO}&kommun=9999", "Det finns ingen kommun med koden ”9999”"),
        (f"{TWO}&kommun=2081", "”2081” står flera gånger"),
        (f"{TWO}&kommun=Falun", "”Falun” är inget värde för ”kommun”"),
        (f"{TWO}&kommun=0180&kommun=1280&kommun=1480&kommun=0380&kommun=1281", "”1281” får inte"),
        (f"{TWO}&basar=1991", "Statistiken har inget värde för ”1991”"),
        (f"{TWO}&utgava=smhi-x", "smhi-x"),
        (f"{TWO}&matt=kilo", "”kilo” är inget värde för ”matt”"),
    ],
)
def test_what_cannot_be_compared_is_named_on_the_page(
    reader: FlaskClient, query: str, words: str
) -> None:
    response = reader.get(f"/sv/jamfor?{query}")
    assert response.status_code == 200
    assert words in response.text


def test_with_none_there_is_a_form_that_needs_no_script(reader: FlaskClient) -> None:
    page = reader.get("/sv/jamfor").text
    assert page.count('type="checkbox"') == 28
    assert 'action="/sv/jamfor"' in page
    assert 'method="get"' in page
    assert '<optgroup label="Dalarnas län">' in page
    empty = reader.get("/sv/jamfor?kommun=&kommun=2081&kommun=1880&basar=2015&mot=&utgava=")
    assert "<h1>Jämförelse: Borlänge och Örebro</h1>" in empty.text
    assert "gick inte att använda" not in empty.text


@pytest.mark.parametrize("release", ["smhi-co2e-2026", "smhi-co2-2025", "smhi-co2-2023"])
def test_every_release_gives_a_page_with_no_other_release_ranked(
    reader: FlaskClient, release: str
) -> None:
    response = reader.get(f"/sv/jamfor?{TWO}&utgava={release}")
    assert response.status_code == 200
    assert ("olika statistik blandas aldrig" in response.text) is ("co2-" in release)


def test_a_page_is_modest_and_asks_the_store_little(reader: FlaskClient) -> None:
    with heard() as asked:
        response = reader.get(f"/sv/jamfor?{TWO}&kommun=0180&mot=alla")
    questions = [one for one, _ in asked if is_question(one)]
    assert (
        len(
            [
                question
                for question in questions
                if "alembic" not in question and "meta" not in question
            ]
        )
        <= 11
    )
    assert len(response.data) < 110_000


@pytest.mark.parametrize(
    ("path", "most_years"), [(f"/sv/jamfor?{TWO}", 2), ("/sv/karta", 1), ("/en/map", 1)]
)
def test_of_those_who_are_not_shown_over_time_few_years_are_read(
    seeded_file: Path, tmp_path: Path, path: str, most_years: int
) -> None:
    url = f"sqlite:///{shutil.copy(seeded_file, tmp_path)}"  # that nobody has asked anything of
    pages = create_app(Settings(url)).server.test_client()
    with heard() as asked:
        assert pages.get(path).status_code == 200
    with open_store(url).connect() as conn:
        assert 290 <= len(rows_read(conn, asked, "emission_total")) <= most_years * 290 + 150
        assert 290 <= len(rows_read(conn, asked, "population")) <= 290 + 150


def test_the_file_has_codes_units_status_and_release(reader: FlaskClient) -> None:
    response = reader.get(f"/sv/jamfor.csv?{TWO}&mot=lanet")
    assert response.status_code == 200
    assert response.mimetype == "text/csv"
    assert 'filename="jamfor-2081-1880.csv"' in response.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(response.data.decode("utf-8-sig"))))
    assert {row["place_code"] for row in rows} == {"2081", "1880", "20", "18"}
    assert {row["release"] for row in rows} == {"smhi-co2e-2026"}
    for row in rows:
        assert row["unit"]
        assert row["status"] in ("final", "preliminary")
        float(row["value"])
    bases = {row["value"] for row in rows if row["measure"] == "index" and row["year"] == "2015"}
    assert bases == {"100.0"}


def test_no_name_in_the_file_runs_as_a_formula() -> None:
    hostile = replace(PROV, name="=1+1")
    answers = replace(ANSWERS, chosen=(hostile, TEST), municipalities=(hostile, TEST))
    written = io.StringIO()
    write_csv(FIELDS, records(answers, view(Address("compare", "sv"), answers)), written)
    rows = list(csv.DictReader(io.StringIO(written.getvalue())))
    assert {row["place"] for row in rows} == {"'=1+1", "Teststad"}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/sv/jamfor.csv?kommun=2081", "Välj 2–6 kommuner"),
        (f"/sv/jamfor.csv?{TWO}&kommun=9999", "”9999”"),
        (f"/sv/jamfor.csv?{TWO}&basar=1991", "”1991”"),
        ("/en/compare.csv?municipality=x", "“x” is not a value"),
    ],
)
def test_a_file_that_cannot_be_made_says_why(reader: FlaskClient, path: str, words: str) -> None:
    response = reader.get(path)
    assert response.status_code == 400
    assert response.mimetype == "text/plain"
    assert words in response.text


def test_without_a_store_the_file_asks_for_patience(tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'missing.db'}"
    response = create_app(Settings(store)).server.test_client().get(f"/en/compare.csv?{TWO}")
    assert response.status_code == 503
    assert response.headers["Retry-After"]
