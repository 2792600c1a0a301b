"""A release of some municipalities alone is the newest of these, and of no others (RULES §1.4)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select

from data_access import imports
from data_access.command import main
from data_access.imports import ImportProblems, ImportRefused
from data_access.integrity import check_store
from data_access.questions import default_release, has_partial_release, verdicts
from data_access.tables import release
from progress.goals.verdict_model import Verdict


def without_bands(found: tuple[Verdict, ...]) -> list[Verdict]:
    """Verdicts without how wide estimates are: that is told from the errors of all places."""
    return [replace(one, estimates=()) for one in found]


FILE = Path(__file__).parents[2] / "cases" / "strategist" / "em-own.xlsx"
LABEL = "prov-co2e-2027"
NOW = datetime(2026, 11, 30, tzinfo=UTC)
HELD, OTHER = "1880", "2080"


def test_each_municipality_is_read_from_the_newest_release_that_holds_it(
    seeded_copy: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with seeded_copy.connect() as conn:
        before = default_release(conn, "co2e")
        falun = verdicts(conn, OTHER)
        orebro = verdicts(conn, HELD)
        assert not has_partial_release(conn)
    assert falun
    imports.run(
        "emissions", [FILE], seeded_copy, release=LABEL, edition=2026, partial=True, now=NOW
    )
    with seeded_copy.connect() as conn:
        assert has_partial_release(conn)
        assert default_release(conn, "co2e") == before
        assert default_release(conn, "co2e", OTHER) == before
        assert default_release(conn, "co2e", HELD) == LABEL
        assert without_bands(verdicts(conn, OTHER)) == without_bands(falun)
        again = verdicts(conn, HELD)
        assert [one.goal.goal_id for one in again] == [one.goal.goal_id for one in orebro]
        assert again != orebro
        everyone = verdicts(conn)
        assert [one for one in everyone if one.goal.municipality_code == HELD] == list(again)
        others = tuple(one for one in everyone if one.goal.municipality_code == OTHER)
        assert without_bands(others) == without_bands(falun)
    monkeypatch.setenv("DATABASE_URL", str(seeded_copy.url))
    assert main(["releases"]) == 0
    listed = capsys.readouterr().out
    assert "co2e territorial: smhi-co2e-2026 for 288 municipalities" in listed
    assert f"co2e territorial: {LABEL} for 2 municipalities" in listed
    assert "co2 territorial: smhi-co2-2025 for 290 municipalities" in listed


def test_a_file_of_few_is_refused_where_nobody_says_that_it_is_meant(seeded_copy: Engine) -> None:
    with pytest.raises(ImportProblems, match=r"without 288 .* all 290 municipalities"):
        imports.run("emissions", [FILE], seeded_copy, release=LABEL, edition=2026, now=NOW)
    with seeded_copy.connect() as conn:
        assert LABEL not in set(conn.scalars(select(release.c.label)))


HEADER = "municipality_code,year,sector,tonnes\n"
YEARS = (1990, *range(2015, 2025))
FALLING, RISING = 0.8, 1.02


def statistics(folder: Path, name: str, rate: float, without: str = "") -> Path:
    """Both municipalities' totals, which change by the same share each year."""
    path = folder / name
    rows = [
        f"{code},{year},total,{100_000 * rate ** max(year - 2015, 0):.2f}\n"
        for code in ("9001", "9002")
        for year in YEARS
        if f"{code} {year}" != without
    ]
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    return path


@pytest.fixture
def country(small: Engine, tmp_path: Path) -> Engine:
    """The country of two municipalities with statistics of 2026, in which emissions rise."""
    take(small, statistics(tmp_path, "first.csv", RISING), "smhi-co2e-2026", edition=2026)
    return small


def take(engine: Engine, file: Path, label: str, **options: Any) -> imports.ImportResult:
    return imports.run(
        "emissions", [file], engine, release=label, gas="co2e", now=NOW, confirmed=True, **options
    )


OF_FIRST = "co2e of 2 municipalities"


@pytest.mark.parametrize(
    ("label", "edition", "released", "told"),
    [
        (
            "smhi-co2e-2026-r",
            2026,
            None,
            f"shown from now on: {OF_FIRST} from smhi-co2e-2026-r (edition 2026) instead of "
            "smhi-co2e-2026 (edition 2026), as it is loaded later",
        ),
        (
            "smhi-co2e-v2",
            None,
            date(2026, 9, 1),
            f"shown from now on: {OF_FIRST} from smhi-co2e-v2 (edition 2026, released 2026-09-01) "
            "instead of smhi-co2e-2026 (edition 2026), as it is released later",
        ),
        (
            "provlast-2031",
            2025,
            None,
            f"provlast-2031 is shown to nobody: {OF_FIRST} is read from smhi-co2e-2026 "
            "(edition 2026), a newer edition",
        ),
    ],
)
def test_the_edition_decides_what_is_shown_and_the_import_says_it(
    country: Engine,
    tmp_path: Path,
    label: str,
    edition: int | None,
    released: date | None,
    told: str,
) -> None:
    file = statistics(tmp_path, "second.csv", FALLING)
    rehearsed = take(country, file, label, edition=edition, released=released, dry_run=True)
    with country.connect() as conn:
        before = {one.goal.municipality_code: one.attainment for one in verdicts(conn)}
        assert default_release(conn, "co2e") == "smhi-co2e-2026"
    result = take(country, file, label, edition=edition, released=released)
    assert result.shown == rehearsed.shown
    assert told in map(str, result.shown)
    with country.connect() as conn:
        newest = default_release(conn, "co2e")
        assert newest == ("smhi-co2e-2026" if edition == 2025 else label)
        after = {one.goal.municipality_code: one.attainment for one in verdicts(conn)}
    turned = sum(before[code] != after[code] for code in after)
    assert turned == (0 if edition == 2025 else 2)
    assert f"verdicts that turn: 0 of 0 on goals, {turned} of 2 against the yardstick" in map(
        str, result.shown
    )


@pytest.mark.parametrize(
    ("options", "word"),
    [
        ({}, "--edition YEAR"),
        ({"edition": 2031}, "edition 2031 is a year to come"),
        ({"released": date(2026, 12, 24)}, "released 2026-12-24 is a day to come"),
    ],
)
def test_statistics_without_edition_or_of_a_day_to_come_are_refused(
    small: Engine, tmp_path: Path, options: dict[str, Any], word: str
) -> None:
    with pytest.raises(ImportRefused, match=word):
        take(small, statistics(tmp_path, "a.csv", FALLING), "smhi-co2e-2031", **options)


def test_a_year_that_lacks_a_municipality_is_refused_as_check_would_complain(
    country: Engine, tmp_path: Path
) -> None:
    path = statistics(tmp_path, "gap.csv", FALLING, without="9002 2020")
    with pytest.raises(ImportProblems, match=r"2020 without 1 \(9002\)"):
        take(country, path, "lucka", edition=2026)
    take(country, path, "lucka", edition=2026, partial=True)
    with country.connect() as conn:
        assert [one.text for one in check_store(conn, NOW.date()) if one.fault] == []


def test_a_draft_is_told_as_seen_by_its_people(country: Engine, tmp_path: Path) -> None:
    path = statistics(tmp_path, "draft.csv", FALLING)
    result = take(country, path, "utkast", edition=2026, draft_of="9001")
    assert tuple(map(str, result.shown[-2:])) == (
        "shown to the people of 9001 only, until `klimat publish utkast`; then:",
        f"shown from now on: {OF_FIRST} from utkast (edition 2026) instead of smhi-co2e-2026 "
        "(edition 2026), as it is loaded later",
    )
    with country.connect() as conn:
        assert default_release(conn, "co2e") == "smhi-co2e-2026"
