"""The yearly follow-up on the seeded store: figures, honesty, file and number of questions."""

import re
from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine, event

from app import Settings, create_app
from callbacks.bindings.follow_up import gather
from data_access import imports
from data_access.engine import open_store
from data_access.questions import totals
from layouts.follow_up import page
from layouts.follow_up.standing import city_years
from layouts.html.to_html import to_html
from layouts.links.addresses import Address
from progress.data_coverage import Known, Subject
from progress.money.kinds import Kind
from tests.data_access.imports.conftest import seeded, seeded_copy

__all__ = ["seeded", "seeded_copy"]
"""The seeded store, and a copy to write to."""

MOST_QUESTIONS = 40
"""The follow-up asks of all cities at once: the number does not grow with the cities."""


def read(reader: FlaskClient, path: str) -> str:
    """The words of a page."""
    response = reader.get(path)
    assert response.status_code == 200
    page = response.text.partition('<script id="_dash-config"')[0].partition("<main")[2]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))


def workbook(reader: FlaskClient, path: str) -> openpyxl.Workbook:
    response = reader.get(path)
    assert response.status_code == 200
    return openpyxl.load_workbook(BytesIO(response.data))


def test_the_newest_year_is_shown_under_an_address_without_a_year(reader: FlaskClient) -> None:
    response = reader.get("/sv/uppfoljning")
    assert response.status_code == 200
    assert "Uppföljning 2024" in response.text
    assert 'href="/en/follow-up/2024"' in response.text
    assert read(reader, "/sv/uppfoljning") == read(reader, "/sv/uppfoljning/2024")


@pytest.mark.parametrize("year", [1990, 2019, 2025, 2199])
def test_a_year_that_is_not_followed_is_not_found(reader: FlaskClient, year: int) -> None:
    assert reader.get(f"/sv/uppfoljning/{year}").status_code == 404
    assert reader.get(f"/en/follow-up/{year}.xlsx").status_code == 404


def test_movement_and_restatement_are_told_in_different_sentences(reader: FlaskClient) -> None:
    words = read(reader, "/sv/uppfoljning/2024")
    assert "sämre för 1 därför att ett nytt statistikår kom till." in words
    assert "en annan för 4 mål därför att statistiken räknades om." in words
    assert "räknas inte som rörelse" in words
    assert "Orsak: omräknad historia." in words


def test_a_year_without_an_older_release_says_that_restatement_cannot_be_shown(
    reader: FlaskClient,
) -> None:
    words = read(reader, "/sv/uppfoljning/2021")
    assert "revidering kan inte visas" in words
    assert "Inget åtagande här gällde 2021." in words
    assert "De kontrakt som finns här gäller från 2024." in words
    assert "saknar 2016–2019" in words


def test_a_sector_that_is_filled_late_is_told_with_the_change_that_it_makes(
    reader: FlaskClient,
) -> None:
    assert "Utrikes transporter redovisas först från 2023" in read(reader, "/sv/uppfoljning/2023")
    assert "redovisas först" not in read(reader, "/sv/uppfoljning/2022")


def test_unknown_statuses_are_said_to_be_unknown(reader: FlaskClient) -> None:
    words = read(reader, "/en/follow-up/2024")
    assert "A status is reported for 3 of 90 commitments." in words
    assert "neither kept nor broken" in words
    assert "No commitments of their own are known for the other cities (26)." in words


def test_a_number_that_is_about_is_shown_as_about_with_its_month(reader: FlaskClient) -> None:
    assert "november\u00a02023" in reader.get("/sv/uppfoljning/2024").text
    assert "cirka 40" in read(reader, "/sv/uppfoljning/2024")
    assert "about 40" in read(reader, "/en/follow-up/2024")
    assert "cirka 40" not in read(reader, "/sv/uppfoljning/2022")


def test_what_changed_between_versions_claims_no_more_than_the_sources(
    reader: FlaskClient,
) -> None:
    words = read(reader, "/sv/uppfoljning/2024")
    assert "Hela texten finns här för Borlänge och Örebro." in words
    assert "vars text inte är läst i sin helhet: ”Klimatneutral kommun 2040" in words
    assert "Skärpt: ”Tidigare mål: klimatneutralt 2035 (ersatt)” → ”Klimatneutral kommun" in words
    assert "Borttaget mål" not in words


def test_every_cell_of_what_is_missing_is_a_word(reader: FlaskClient) -> None:
    text = reader.get("/sv/uppfoljning/2024").text
    cells = re.findall(r'<span class="known" data-known="(\w+)">([^<]+)</span>', text)
    assert len(cells) == 28 * len(Subject)
    assert {known for known, _ in cells} == {"all", "part", "none"}
    assert all((words == "saknas") == (known == "none") for known, words in cells)


def test_the_workbook_explains_itself_first_and_holds_numbers(reader: FlaskClient) -> None:
    book = workbook(reader, "/sv/uppfoljning/2024.xlsx")
    assert book.sheetnames[0] == "Läs mig"
    first = {row[0]: row[1] for row in book["Läs mig"].iter_rows(values_only=True)}
    assert first["Sidan"] == "/sv/uppfoljning/2024"
    assert "aldrig ihop" in str(first["Revidering"])
    goals = list(book["Mål"].iter_rows(values_only=True))
    assert len(goals) == 1 + 122
    areas = {row[0]: row for row in book["Områden"].iter_rows(values_only=True)}
    assert isinstance(areas["Hela landet"][2], float)
    money = list(book["Pengar"].iter_rows(min_row=2, values_only=True))
    assert all(row[3] is None for row in money if row[4] == 0)
    english = workbook(reader, "/en/follow-up/2024.xlsx")
    assert english.sheetnames[0] == "Read me"
    assert [sheet.max_row for sheet in english] == [sheet.max_row for sheet in book]


def test_page_and_workbook_agree(reader: FlaskClient, seeded: Engine) -> None:
    with seeded.connect() as conn:
        answers = gather(conn, 2024)
    assert answers is not None
    told = [row[4] for row in workbook(reader, "/sv/uppfoljning/2024.xlsx")["Mål"].values][1:]
    told_on_page = sum(goal.now.effective != "not_assessable" for goal in answers.own_goals)
    assert sum(word != "kan inte bedömas" for word in told) == told_on_page == 53
    assert f"går {told_on_page} av dem att bedöma" in read(reader, "/sv/uppfoljning/2024")


def test_a_year_whose_figures_are_preliminary_says_so_and_no_other(seeded: Engine) -> None:
    with seeded.connect() as conn:
        answers = gather(conn, 2024)
    assert answers is not None
    assert {area.status for area in answers.stands.areas} == {"final"}
    words = "Värdet för 2024 är preliminärt."
    address = Address("follow_up", "sv", year=2024)
    assert words not in to_html(page(address, answers).body)
    first, *others = answers.stands.areas
    areas = (replace(first, status="preliminary"), *others)
    early = replace(answers, stands=replace(answers.stands, areas=areas))
    assert words in to_html(page(address, early).body).replace("\u00a0", " ")


def test_the_first_picture_holds_what_the_year_did_against_what_was_asked_of_it(
    seeded: Engine,
) -> None:
    """The fall of the leading goal's own series, and what it needed from the year before on."""
    with seeded.connect() as conn:
        answers = gather(conn, 2024)
    assert answers is not None
    rows = {row.city.slug: row for row in city_years(answers)}
    assert len(rows) == len(answers.cities) == 28
    gavle = rows["gavle"]
    assert gavle.leading is not None
    assert gavle.leading.before.actual is not None
    left = gavle.leading.before.actual
    now = gavle.leading.now.actual
    assert now is not None
    assert gavle.fall == pytest.approx((left - now) / left)
    # 80 per cent lower in 2030 than in 2020, from 2023 on: seven years.
    goal = answers.goals["2180", gavle.leading.goal_id]
    assert (goal.reduction, goal.base_year, goal.target_year) == (0.8, 2020, 2030)
    verdict = next(one for one in answers.goals_of("2180") if one.leads)
    assert verdict.required is not None
    assert not verdict.required.of_latest
    target = left * (1 - verdict.required.needed) ** 7
    with seeded.connect() as conn:
        label = next(one.label for one in answers.stands.releases if one.gas == "co2e")
        base = next(p.value for p in totals(conn, label)["2180"] if p.year == 2020)
    assert target == pytest.approx(base * 0.2)
    assert rows["orebro"].leading is None
    assert rows["orebro"].has_goals
    assert rows["alvesta"].leading is None
    assert not rows["alvesta"].has_goals


def test_the_first_picture_begins_with_who_is_farthest_from_what_was_asked(
    seeded: Engine,
) -> None:
    with seeded.connect() as conn:
        answers = gather(conn, 2024)
    assert answers is not None
    rows = city_years(answers)
    own = [row for row in rows if row.leading is not None]
    assert rows[: len(own)] == own
    open_ones = [row for row in own if row.attainment != "reached"]
    assert own[: len(open_ones)] == open_ones
    gaps = [row.gap for row in open_ones]
    assert gaps == sorted(gaps, reverse=True)


def test_every_table_but_the_first_is_folded_and_says_how_many_rows_it_has(
    reader: FlaskClient,
) -> None:
    text = reader.get("/sv/uppfoljning/2024").text
    for summary, body in re.findall(r"<summary>([^<]+)</summary>(.*?)</details>", text, re.S):
        counted = re.search(r"\((\d+)\)$", summary)
        if counted and "<tbody" in body:
            assert body.partition("<tbody")[2].count("<tr") == int(counted[1]), summary
    before_folds = re.sub(r"<details.*?</details>", "", text, flags=re.S)
    assert before_folds.count("<table") == 2  # the picture, and the country beside the cities


def test_kinds_of_money_are_never_added(seeded: Engine) -> None:
    with seeded.connect() as conn:
        answers = gather(conn, 2023)
    assert answers is not None
    keys = [(one.city, one.kind, one.allocation) for one in answers.money]
    assert len(keys) == len(set(keys))
    granted = [one for one in answers.money if one.kind is Kind.GRANTED and one.city is not None]
    own = [one for one in granted if one.allocation == "own"]
    (together,) = (
        one
        for one in answers.money
        if one.city is None and one.kind is Kind.GRANTED and one.allocation == "own"
    )
    assert together.now.sek == sum(one.now.sek for one in own)
    assert together.coverage.of == sum(one.coverage.of for one in own)


def test_the_number_of_questions_is_small_and_a_second_reader_asks_none(
    seeded_file: Path,
) -> None:
    engine = open_store(f"sqlite:///{seeded_file}")
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    with engine.connect() as conn:
        assert gather(conn, 2024) is not None
        assert 0 < len(asked) <= MOST_QUESTIONS
        asked.clear()
        assert gather(conn, 2024) is not None
        assert len(asked) <= 1  # the store's version
    engine.dispose()


def test_a_check_in_and_a_list_are_seen_by_the_next_reader(
    seeded_copy: Engine, tmp_path: Path
) -> None:
    statuses = tmp_path / "s.csv"
    statuses.write_text("id,party,date,status,comment,source\nORE-W01,,2024-06-01,running,,\n")
    imports.import_statuses([statuses], seeded_copy)
    listed = tmp_path / "l.csv"
    listed.write_text("municipality_code,organisation,source_title\n2081,Provbolaget,Provlista\n")
    imports.run("local-signatories", [listed], seeded_copy)
    with create_app(Settings(str(seeded_copy.url))).server.test_client() as client:
        words = read(client, "/sv/uppfoljning/2024")
        earlier = read(client, "/sv/uppfoljning/2023")
    assert "1 listade med namn" in words
    assert "1, senast 1 juni 2024" in words.replace("\u00a0", " ")
    assert "1 juni" not in earlier.replace("\u00a0", " ")


def test_a_city_s_data_is_partly_known_where_something_is(seeded: Engine) -> None:
    with seeded.connect() as conn:
        answers = gather(conn, 2024)
    assert answers is not None
    data = {one.code: one for one in answers.data}
    assert data["1880"].known(Subject.CONTRACT) is Known.ALL
    assert data["2482"].known(Subject.CONTRACT) is Known.PART
    assert data["1880"].known(Subject.PACKAGES) is Known.PART
    assert data["1880"].known(Subject.COMMITMENTS) is Known.PART
    assert data["0180"].known(Subject.COMMITMENTS) is Known.NONE
    assert data["2081"].known(Subject.LOCAL) is Known.ALL
