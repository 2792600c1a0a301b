"""A city's own series makes its goals assessable, under its own name, until it is replaced."""

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, select

from data_access import imports, tables
from data_access.command import main
from data_access.corrections import set_release_in_use
from data_access.derived.verdicts import refresh_verdicts
from data_access.emission_series import SeriesShelf
from data_access.engine import open_store
from data_access.exports import export
from data_access.imports import AlreadyImported, ImportProblems, ImportRefused
from data_access.inside.publishing import set_shown
from data_access.integrity import check_store
from data_access.log import Wanted, changes
from data_access.questions import own_series, releases, totals, verdicts
from progress.emissions.series import TOTAL, Figures, Gas, Point, Scope, Status, Unit
from progress.goals.goal import YARDSTICK_ID
from progress.goals.verdict_model import Attainment, Reason, Verdict
from tests.data_access.made_up import GOAL, fill
from tests.stores import Fill, with_verdicts

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
ROW = {
    "municipality_code": "9101",
    "scope": "group",
    "gas": "co2e",
    "unit": "tonnes",
    "source_title": "Påhittat bokslut",
    "source_publisher": "Testviks kommun",
    "licence": "CC0",
}
GROUP = {year: 90.0 - 10 * (year - 2018) for year in range(2018, 2024)}
BUDGET = dict.fromkeys(range(2018, 2024), 500.0)


@pytest.fixture(scope="module")
def fills() -> tuple[Fill, ...]:
    return (fill, with_verdicts)


@pytest.fixture
def engine(writable_url: str) -> Iterator[Engine]:
    engine = open_store(writable_url, read_only=False)
    yield engine
    engine.dispose()


@pytest.fixture
def untouched(store_url: str) -> Iterator[Engine]:
    """A store that the tests of this module share, since none of them changes it."""
    engine = open_store(store_url, read_only=False)
    yield engine
    engine.dispose()


def own_file(
    folder: Path,
    name: str,
    values: dict[int, float],
    rows: list[dict[str, str]] | None = None,
    /,
    **same: str,
) -> Path:
    """A made-up file: one row a year, then `rows` as they differ from it."""
    path = folder / name
    head = [*ROW, "year", "value", "status", "sector", "continues"]
    written = [{**ROW, "year": year, "value": value, **same} for year, value in values.items()]
    written += [{**ROW, **same, **row} for row in rows or []]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, head, restval="")
        writer.writeheader()
        writer.writerows(written)
    return path


def load(engine: Engine, path: Path) -> str:
    return imports.run("own-series", [path], engine, now=NOW).label


def of(engine: Engine, code: str, goal_id: str) -> Verdict:
    with engine.connect() as conn:
        result = [verdict for verdict in verdicts(conn, code) if verdict.goal.goal_id == goal_id]
    (one,) = result
    return one


def test_a_group_goal_without_a_series_is_assessed_on_the_citys_own_figures(
    engine: Engine, tmp_path: Path
) -> None:
    before = of(engine, "9101", "9101-G01")
    assert before.reason is Reason.NO_SERIES
    label = load(engine, own_file(tmp_path, "own.csv", GROUP))
    after = of(engine, "9101", "9101-G01")
    assert (after.attainment, after.reason) == (Attainment.YES, None)
    assert (after.release, after.actual, after.latest_year) == (label, 40.0, 2023)
    assert after.own == Figures("Testviks kommun", "Påhittat bokslut")
    assert after.sentence_sv.startswith(
        "Enligt egna siffror från Testviks kommun: klimatneutralt 2030"
    )
    assert after.sentence_en.startswith("According to Testviks kommun’s own figures: climate")
    (note,) = [assumption for assumption in after.assumptions if assumption.code == "own_figures"]
    assert "Påhittat bokslut" in note.text_sv
    assert "Påhittat bokslut" in note.text_en


def test_a_budget_that_no_statistics_match_is_assessed_instead_of_indicated(
    engine: Engine, tmp_path: Path
) -> None:
    before = of(engine, "9001", "9001-G02")
    assert before.reason is Reason.SCOPE_MISMATCH
    assert before.indicative is not None
    same = {"municipality_code": "9001", "scope": "budget", "gas": "co2"}
    label = load(engine, own_file(tmp_path, "own.csv", BUDGET, **same))
    after = of(engine, "9001", "9001-G02")
    assert (after.reason, after.indicative, after.release) == (None, None, label)
    assert after.budget is not None
    assert after.budget.used_tonnes == 4 * 500.0


def test_an_area_that_the_goal_counts_in_another_way_is_assessed_on_its_own_series(
    engine: Engine, tmp_path: Path
) -> None:
    with engine.begin() as conn:
        for goal_id, differs in (("9101-G08", True), ("9101-G09", False)):
            row = {"goal_id": goal_id, "municipality_code": "9101", "coverage_differs": differs}
            reduction = {"base_year": 1990, "target_year": 2030, "reduction": 0.5}
            first = conn.scalar(select(tables.goal.c.release_id).limit(1))
            conn.execute(
                insert(tables.goal).values({**GOAL, **row, **reduction, "release_id": first})
            )
        refresh_verdicts(conn, NOW.year)
    assert of(engine, "9101", "9101-G08").reason is Reason.SCOPE_MISMATCH
    national = of(engine, "9101", YARDSTICK_ID)
    values = dict.fromkeys((1990, *range(2015, 2024)), 1000.0)
    label = load(engine, own_file(tmp_path, "own.csv", values, scope="territorial"))
    assert of(engine, "9101", "9101-G08").release == label
    assert of(engine, "9101", "9101-G09").release == label
    assert of(engine, "9101", YARDSTICK_ID) == national


def test_consumption_per_person_stays_per_person(engine: Engine, tmp_path: Path) -> None:
    with engine.begin() as conn:
        first = conn.scalar(select(tables.goal.c.release_id).limit(1))
        more = {"scope": "consumption", "per_person": True, "unit_text": "ton CO2e/person"}
        level = {"goal_id": "9101-G07", "municipality_code": "9101", "kind": "level"}
        conn.execute(
            insert(tables.goal).values(
                {**GOAL, **more, **level, "target_year": 2045, "value": 1.0, "release_id": first}
            )
        )
    values = {year: 8.0 - 0.5 * (year - 2018) for year in range(2018, 2024)}
    same = {"scope": "consumption", "unit": "tonnes_per_person"}
    label = load(engine, own_file(tmp_path, "own.csv", values, **same))
    result = of(engine, "9101", "9101-G07")
    assert (result.release, result.unit, result.actual) == (label, Unit.TONNES_PER_PERSON, 5.5)
    assert "1,00\N{NO-BREAK SPACE}ton\N{NO-BREAK SPACE}per" in result.sentence_sv


def test_kilotonnes_are_stored_as_tonnes_and_sectors_add_up(engine: Engine, tmp_path: Path) -> None:
    parts = [
        {"year": str(year), "value": value, "sector": sector}
        for year in range(2018, 2024)
        for sector, value in (("transport", "0.5"), ("waste", "0"), ("total", "0.5"))
    ]
    label = load(engine, own_file(tmp_path, "own.csv", {}, parts, unit="kton"))
    with engine.connect() as conn:
        assert set(totals(conn, label)["9101"]) == {Point(y, 500.0) for y in range(2018, 2024)}


def test_a_newer_file_takes_over_and_the_older_holds_again_when_it_is_withdrawn(
    engine: Engine, tmp_path: Path
) -> None:
    old = load(engine, own_file(tmp_path, "own.csv", GROUP))
    new = load(engine, own_file(tmp_path, "own2.csv", {**GROUP, 2023: 45.0}))
    assert of(engine, "9101", "9101-G01").actual == 45.0
    with engine.begin() as conn:
        set_release_in_use(conn, new, False, "prov", NOW)
    assert of(engine, "9101", "9101-G01").release == old
    with engine.begin() as conn:
        set_release_in_use(conn, old, False, "prov", NOW)
    assert of(engine, "9101", "9101-G01").reason is Reason.NO_SERIES
    with engine.begin() as conn:
        assert own_series(conn, "9101") == ()
        set_release_in_use(conn, new, True, "prov", NOW)
    assert of(engine, "9101", "9101-G01").release == new


def test_what_is_not_there_or_is_in_use_is_not_put_back(engine: Engine, tmp_path: Path) -> None:
    label = load(engine, own_file(tmp_path, "own.csv", GROUP))
    with engine.begin() as conn:
        with pytest.raises(ImportRefused, match="no release"):
            set_release_in_use(conn, "finns-inte", False, "prov", NOW)
        with pytest.raises(ImportRefused, match="in use already"):
            set_release_in_use(conn, label, True, "prov", NOW)


def test_undoing_a_withdrawal_gives_back_what_was_and_publishes_no_draft(
    engine: Engine, tmp_path: Path
) -> None:
    path = own_file(tmp_path, "own.csv", GROUP)
    label = imports.run("own-series", [path], engine, now=NOW, draft_of="9101").label
    with engine.begin() as conn, pytest.raises(ImportRefused, match="klimat publish"):
        set_release_in_use(conn, label, True, "prov", NOW)
    with engine.begin() as conn:
        set_shown(conn, label, True, NOW)
        set_release_in_use(conn, label, False, "prov", NOW)
    assert of(engine, "9101", "9101-G01").reason is Reason.NO_SERIES
    with engine.begin() as conn:
        set_release_in_use(conn, label, True, "prov", NOW)
    assert of(engine, "9101", "9101-G01").release == label
    with engine.begin() as conn:
        set_shown(conn, label, False, NOW)
        with pytest.raises(ImportRefused, match="klimat publish"):
            set_release_in_use(conn, label, True, "prov", NOW)
        told = [change["action"] for change in changes(conn, Wanted(release=label))]
    assert told == ["unpublish", "restore", "withdraw", "publish", "draft"]


def test_what_forecasts_continue_is_not_withdrawn_under_them(
    engine: Engine, tmp_path: Path
) -> None:
    parts = {"municipality_code": "9001", "scope": "territorial"}
    old = load(
        engine, own_file(tmp_path, "own.csv", dict.fromkeys(range(2015, 2024), 1.0), **parts)
    )
    made = {**parts, "continues": old, "status": "forecast"}
    new = load(engine, own_file(tmp_path, "next.csv", {2024: 1.0}, **made))
    with engine.begin() as conn:
        with pytest.raises(ImportRefused, match=f"first `klimat withdraw {new}`"):
            set_release_in_use(conn, old, False, "prov", NOW)
        set_release_in_use(conn, new, False, "prov", NOW)
        set_release_in_use(conn, old, False, "prov", NOW)


def test_the_same_file_twice_is_refused(engine: Engine, tmp_path: Path) -> None:
    path = own_file(tmp_path, "own.csv", GROUP)
    load(engine, path)
    with pytest.raises(AlreadyImported):
        load(engine, path)


def test_a_city_never_gets_anothers_figures_and_the_nation_none(
    engine: Engine, tmp_path: Path
) -> None:
    same = {"municipality_code": "9001", "scope": "territorial"}
    own = own_file(tmp_path, "own.csv", dict.fromkeys(range(2015, 2024), 1.0), **same)
    label = load(engine, own)
    with engine.connect() as conn:
        assert own_series(conn, "9101") == ()
        (mine,) = own_series(conn, "9001")
        assert (mine.release.label, mine.release.unit, mine.continues) == (label, "tonnes", None)
        assert mine.release.source.publisher == "Testviks kommun"
        rows = export(conn, "emissions")
        assert label not in {row["release"] for row in rows}
        assert releases(conn)[0].label != label
        result = check_store(conn, NOW.date())
        assert [one for one in result if one.fault and label in one.text] == []


def forecast_file(folder: Path, values: dict[int, float], **same: str) -> Path:
    more = {"scope": "territorial", "municipality_code": "9001", "status": "forecast"}
    return own_file(folder, "forecast.csv", values, **{**more, "gas": "co2", **same})


def test_a_forecast_continues_the_release_it_is_made_for_and_wins_over_the_estimate(
    engine: Engine, tmp_path: Path
) -> None:
    with engine.begin() as conn:
        key = tables.goal.c.goal_id == "9001-G02"
        conn.execute(
            tables.goal.update()
            .where(key)
            .values(scope="territorial", near_sectors_left_out=[], coverage_differs=False)
        )
        refresh_verdicts(conn, NOW.year)
    before = of(engine, "9001", "9001-G02")
    load(engine, forecast_file(tmp_path, {2024: 700.0, 2025: 650.0}))
    after = of(engine, "9001", "9001-G02")
    assert before.budget is not None
    assert after.budget is not None
    rows = {year.year: year for year in after.budget.years}
    assert [rows[year].status for year in (2024, 2025, 2026)] == [
        "forecast",
        "forecast",
        "continued",
    ]
    assert [rows[year].tonnes for year in (2024, 2025)] == [700.0, 650.0]
    assert after.budget.projected_sum_tonnes == pytest.approx(
        sum(year.tonnes or 0.0 for year in after.budget.years)
    )
    assert (after.release, after.own, after.attainment) == (before.release, None, before.attainment)
    (note,) = [assumption for assumption in after.assumptions if assumption.code == "own_forecasts"]
    assert "2024, 2025" in note.text_sv
    assert "Testviks kommun" in note.text_en
    with engine.connect() as conn:
        (mine,) = own_series(conn, "9001")
    assert mine.continues == "prov-co2-1"
    assert mine.points[0] == Point(2024, 700.0, Status.FORECAST)


def test_a_forecast_holds_for_the_release_it_names_alone(engine: Engine, tmp_path: Path) -> None:
    same = {"gas": "co2e", "continues": "prov-co2e-1"}
    load(engine, forecast_file(tmp_path, {2023: 1.0}, **same))
    with engine.connect() as conn:
        (mine,) = own_series(conn, "9001")
        shelf = SeriesShelf(conn)
        for label, years in (("prov-co2e-1", [2023]), ("prov-co2e-2", [])):
            question = select(tables.release.c.release_id).where(tables.release.c.label == label)
            find = shelf.finder(shelf.release(conn.scalars(question).one()), "9001")
            series = find(Scope.TERRITORIAL, Gas.CO2E, TOTAL, (), False)
            assert series is not None
            ahead = [point.year for point in series if point.status is Status.FORECAST]
            assert (ahead, bool(series.forecasts_by)) == (years, bool(years))
    assert mine.continues == "prov-co2e-1"


def test_an_own_series_can_carry_and_be_continued_by_forecasts(
    engine: Engine, tmp_path: Path
) -> None:
    row = {"year": "2024", "value": "30", "status": "forecast"}
    label = load(engine, own_file(tmp_path, "own.csv", GROUP, [row]))
    path = own_file(tmp_path, "more.csv", {2025: 20.0}, status="forecast")
    load(engine, path)
    with engine.connect() as conn:
        later, first = own_series(conn, "9101")
    assert later.continues == first.release.label == label
    assert of(engine, "9101", "9101-G01").latest_year == 2023


def test_what_is_exported_can_be_imported_again(engine: Engine, tmp_path: Path) -> None:
    label = load(engine, own_file(tmp_path, "own.csv", GROUP))
    ahead = load(engine, own_file(tmp_path, "ahead.csv", {2024: 3.25}, status="forecast"))
    with engine.connect() as conn:
        rows = [dict(row) for row in export(conn, "own-series", label)]
        assert len(list(export(conn, "own-series"))) == len(rows) + 1
        (forecast,) = export(conn, "own-series", ahead)
        assert forecast["continues"] == label
        before = own_series(conn, "9101")
    with (tmp_path / "back.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows({**row, "release": "own-again"} for row in rows)
    assert load(engine, tmp_path / "back.csv") == "own-again"
    with engine.connect() as conn:
        after = own_series(conn, "9101")
    assert after[0].points == before[-1].points
    assert after[0].release.source == before[-1].release.source


FORECAST = {"scope": "territorial", "municipality_code": "9001", "status": "forecast"}


@pytest.mark.parametrize(
    ("values", "same", "rows", "row", "column", "value", "expected"),
    [
        (
            {2023: 1.0},
            FORECAST,
            [],
            2,
            "year",
            "2023",
            "a forecast for a year after 2023, the last one observed in prov-co2e-2",
        ),
        (
            {},
            {"year": "2022", "value": "1"},
            [{"sector": "transport"}, {"sector": "waste", "status": "forecast"}],
            3,
            "status",
            "forecast",
            "forecasts only, or none, in 2022",
        ),
        (
            {**GROUP, 2022: -5.0},
            {"scope": "territorial"},
            [],
            6,
            "value",
            "-5",
            "territorial emissions that are not negative in 2022",
        ),
        (GROUP, {"gas": "co3"}, [], 2, "gas", "co3", "one of co2, co2_biogenic, co2e"),
        (GROUP, {"source_publisher": ""}, [], 2, "source_publisher", "", "a text"),
        (
            GROUP,
            {},
            [{"year": "2017", "value": "1", "scope": "budget"}],
            8,
            "scope",
            "budget",
            "group, as row 2 says: one scope in a file",
        ),
        (
            GROUP,
            {},
            [{"year": "2017", "value": "1", "municipality_code": "9001"}],
            8,
            "municipality_code",
            "9001",
            "9101, as row 2 says: one municipality_code in a file",
        ),
        (
            GROUP,
            {},
            [{"year": "2017", "value": "1", "unit": "tonnes_per_person"}],
            8,
            "unit",
            "tonnes_per_person",
            "a unit as in row 2",
        ),
        (
            GROUP,
            {},
            [{"year": "2023", "value": "1"}],
            8,
            "",
            "9101 2023 total",
            "each municipality, year and sector once",
        ),
        (GROUP, {}, [{"year": "2026", "value": "1"}], 8, "year", "2026", "a year before 2026"),
        (
            GROUP,
            {"continues": "prov-co2e-2"},
            [],
            None,
            "continues",
            "prov-co2e-2",
            "an empty cell",
        ),
        (
            {2024: 1.0},
            {"status": "forecast"},
            [],
            None,
            "continues",
            "",
            "the label of a loaded release of group co2e",
        ),
        (
            {2024: 1.0},
            {**FORECAST, "continues": "prov-co2-1"},
            [],
            None,
            "continues",
            "prov-co2-1",
            "the label of a loaded release of territorial co2e",
        ),
    ],
)
def test_a_fault_is_named_and_nothing_is_written(
    untouched: Engine,
    tmp_path: Path,
    values: dict[int, float],
    same: dict[str, str],
    rows: list[dict[str, str]],
    row: int | None,
    column: str,
    value: str,
    expected: str,
) -> None:
    path = own_file(tmp_path, "own.csv", values, rows, **same)
    with untouched.connect() as conn:
        before = [len(conn.execute(select(t)).all()) for t in tables.metadata.sorted_tables]
    with pytest.raises(ImportProblems) as caught:
        load(untouched, path)
    problem = caught.value.problems[0]
    assert (problem.file, problem.row, problem.column) == ("own.csv", row, column)
    assert str(problem.value) == value
    assert str(problem.expected).startswith(expected)
    with untouched.connect() as conn:
        after = [len(conn.execute(select(t)).all()) for t in tables.metadata.sorted_tables]
    assert after == before


def test_the_command_line_imports_withdraws_and_explains_the_columns(
    engine: Engine,
    writable_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert engine
    monkeypatch.setenv("DATABASE_URL", writable_url)
    path = own_file(tmp_path, "own.csv", GROUP)
    assert main(["import", "own-series", str(path), "--release", "own-testvik-1"]) == 0
    assert "own-series own-testvik-1: 6 rows imported" in capsys.readouterr().out
    assert main(["withdraw", "own-testvik-1", "--reason", "fel fil"]) == 0
    assert "klimat withdraw own-testvik-1 --back" in capsys.readouterr().out
    assert main(["withdraw", "own-testvik-1", "--reason", "fel fil"]) == 2
    assert main(["withdraw", "own-testvik-1", "--back", "--reason", "rätt fil"]) == 0
    assert main(["import", "own-series", str(path), "--scope", "budget", "--dry-run"]) == 2
    with pytest.raises(SystemExit):
        main(["import", "--help"])
    told = capsys.readouterr().out
    assert all(column in told for column in [*ROW, "year", "value", "status", "continues"])


def test_a_label_of_any_length_can_be_copied_from_the_lists(
    engine: Engine,
    writable_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert engine
    monkeypatch.setenv("DATABASE_URL", writable_url)
    label = "own-provkoping-group-co2e-20990101-1a2b3c4d-en-mycket-lang-etikett"
    path = own_file(tmp_path, "own.csv", GROUP)
    assert main(["import", "own-series", str(path), "--release", label]) == 0
    capsys.readouterr()
    assert main(["releases"]) == 0
    assert label in capsys.readouterr().out.split()
    assert main(["unpublish", label, "--for", "9001"]) == 0
    capsys.readouterr()
    assert main(["drafts"]) == 0
    assert label in capsys.readouterr().out.split()
