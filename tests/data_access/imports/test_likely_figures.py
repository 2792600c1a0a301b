"""Figures that nobody can have measured, at every door by which figures come in."""

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import islice
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_access import imports
from data_access.imports import KINDS, ImportProblems
from data_access.imports.draft import Options, Problems, StoreFacts
from data_access.imports.known import store_facts
from data_access.imports.likely_rows import RULES
from data_access.imports.publishers import PUBLISHERS
from data_access.imports.statistics import STATISTICS
from data_access.records import RECORDS, Kind
from progress import plausibility as likely
from progress.i18n import figure

NOW = datetime(2026, 11, 30, tzinfo=UTC)
SEED = Path(__file__).parents[3] / "seed_data"
OWN = Path(__file__).parents[2] / "cases" / "own-series" / "own-ok.csv"

FILES = {
    "activities": Path(__file__).with_name("activities.csv"),
    "decisions": Path(__file__).with_name("decisions.csv"),
    "emission-gaps": SEED / "emission_gap.csv",
    "emissions": SEED / "emissions" / "smhi-co2e-2026.csv",
    "exchange-rates": SEED / "exchange_rates.csv",
    "goals": SEED / "goals.csv",
    "grants": SEED / "grants.csv",
    "indicators": SEED / "indicators" / "powercircle-charging-2025.csv",
    "investment-actions": SEED / "investment_actions.csv",
    "local-contracts": SEED / "local_contracts.csv",
    "national-figures": SEED / "national_figures.csv",
    "own-series": OWN,
    "population": SEED / "population.csv",
    "price-index": SEED / "price_index.csv",
    "stocks": SEED / "stocks.csv",
}
"""Kind → a file with figures; its first row is taken, with one figure changed."""

NO_FIGURES = {
    "account-comments",
    "commitments",
    "contract-documents",
    "contract-roles",
    "contracts",
    "events",
    "earlier-codes",
    "indicator-definitions",
    "local-signatories",
    "meetings",
    "municipalities",
    "obstacles",
    "organisation-kinds",
    "organisations",
    "programmes",
    "sources",
    "work-packages",
}

NO_NUMBERS = (
    "1.7e308",
    "1e400",
    "-1e400",
    "inf",
    "-Infinity",
    "nan",
    "9" * 5000,
    "1" + "0" * 400,
    "0." + "1" * 400,
    "0x10",
    "１２",
    "1e15",
)
HARDLY = "99999999999999"
"""Finite, and more than anything that is counted here."""

FREE = {"numerator", "denominator"}
"""What an indicator's value is worked out from: the value itself has limits."""

FIGURES = (Kind.NUMBER, Kind.AMOUNT, Kind.COUNT)
YEARS = ("5" * 5000, "2020.5", "1e3", "inf", "-2020", "20 20")


def columns(kind: str, kinds: tuple[Kind, ...]) -> Iterator[str]:
    """The columns of a kind's files that hold figures."""
    record = RECORDS[kind]
    with FILES[kind].open(encoding="utf-8", newline="") as stream:
        header = next(csv.reader(stream))
    for field in record.fields:
        column = next((name for name in field.all_columns if name in header), None)
        if field.kind in kinds and column is not None:
            yield column


def pairs(*kinds: Kind) -> list[tuple[str, str]]:
    return [(kind, column) for kind in sorted(FILES) for column in columns(kind, kinds)]


@cache
def rows_of(kind: str) -> list[dict[str, str]]:
    """The first rows of the kind's file."""
    with FILES[kind].open(encoding="utf-8", newline="") as stream:
        return list(islice(csv.DictReader(stream), 400))


def changed(kind: str, column: str, values: tuple[str, ...], folder: Path) -> Path:
    """The first row of the kind's file that has the figure, again with each of the values."""
    rows = rows_of(kind)
    first = next((row for row in rows if row[column]), rows[0])
    path = folder / f"{kind}.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(first))
        writer.writeheader()
        writer.writerows({**first, column: value} for value in values)
    return path


@pytest.fixture(scope="module")
def facts(seeded: Engine) -> StoreFacts:
    with seeded.connect() as conn:
        return store_facts(conn, NOW.date())


def rows_named(kind: str, column: str, path: Path, facts: StoreFacts) -> set[int | None]:
    problems = Problems()
    options = Options(release="prov", edition=2026, gas=None, confirmed=True, partial=True)
    KINDS[kind]([path], facts, options, problems)
    return {problem.row for problem in problems.reported if problem.column == column}


@pytest.mark.parametrize(("kind", "column"), pairs(*FIGURES))
def test_what_is_no_finite_number_is_named_whatever_is_confirmed(
    kind: str, column: str, facts: StoreFacts, tmp_path: Path
) -> None:
    path = changed(kind, column, NO_NUMBERS, tmp_path)
    named = rows_named(kind, column, path, facts)
    assert set(range(2, 2 + len(NO_NUMBERS))) <= named


@pytest.mark.parametrize(("kind", "column"), pairs(Kind.YEAR))
def test_what_is_no_year_is_named(
    kind: str, column: str, facts: StoreFacts, tmp_path: Path
) -> None:
    path = changed(kind, column, YEARS, tmp_path)
    assert set(range(2, 2 + len(YEARS))) <= rows_named(kind, column, path, facts)


@pytest.mark.parametrize(
    ("kind", "column"), [pair for pair in pairs(*FIGURES) if pair[1] not in FREE]
)
def test_a_finite_figure_that_is_hardly_possible_is_refused_with_its_reason(
    kind: str, column: str, seeded: Engine, tmp_path: Path
) -> None:
    path = changed(kind, column, (HARDLY,), tmp_path)
    with pytest.raises(ImportProblems):
        send(kind, path, seeded)


def send(kind: str, path: Path, engine: Engine) -> None:
    gas = "co2e" if kind == "emissions" else None
    imports.run(kind, [path], engine, release="prov", gas=gas, edition=2026, dry_run=True, now=NOW)


@pytest.mark.parametrize(
    ("kind", "column", "factor", "why"),
    [
        ("population", "persons", 10, "no place changes 15% a year"),
        ("indicators", "value", 10_000, "times the largest known value"),
        ("grants", "amount", 1000, "kronor a person, more than 2e+04"),
        ("decisions", "cost_sek", 10_000, "kronor a person, more than 5e+05"),
        ("decisions", "effect_high_t", 10_000, "more than"),
        ("stocks", "total", 20, "times the 750000000 that is known for 2014"),
        ("exchange-rates", "rate", 100, "times the 9.097 that is known for 2014"),
        ("price-index", "value", 10, "is known for 2006"),
        ("own-series", "value", 1_000_000, "that the whole municipality emitted"),
        ("emission-gaps", "gap", 1000, "that the whole municipality emitted"),
    ],
)
def test_a_figure_in_another_unit_is_asked_about_with_row_reason_and_figure(
    kind: str, column: str, factor: int, why: str, seeded: Engine, tmp_path: Path
) -> None:
    row = next(row for row in rows_of(kind) if row[column])
    wrong = f"{float(row[column]) * factor:.0f}"
    path = changed(kind, column, (wrong,), tmp_path)
    with pytest.raises(ImportProblems) as refused:
        send(kind, path, seeded)
    told = str(refused.value)
    assert f"row 2, column {column}: found '{figure(float(wrong))}'" in told
    assert why in told
    assert "if it is right, give --yes" in told
    if kind not in ("own-series",):
        result = imports.run(
            kind, [path], seeded, release="prov", dry_run=True, now=NOW, confirmed=True
        )
        assert any("is taken as confirmed" in note for note in result.notes)


def test_every_door_for_figures_is_tried_here() -> None:
    assert set(KINDS) == set(FILES) | NO_FIGURES | set(PUBLISHERS) | set(STATISTICS)
    for kind in NO_FIGURES:
        figures = {field.name for field in RECORDS[kind].fields if field.kind in FIGURES}
        assert figures <= {"decimals", "place"}, kind  # how it is written or ordered is none
    assert set(RULES) >= {"grant"}  # publishers' lists become grants


def test_the_table_of_limits_names_every_door() -> None:
    table = (Path(__file__).parents[3] / "docs" / "likely-figures.md").read_text(encoding="utf-8")
    for kind in {*KINDS, "statuses"} - set(PUBLISHERS):
        assert f"`{kind}`" in table, kind
    for limit in (likely.MOST_TONNES_PER_PERSON, likely.MOST_CONSUMED_PER_PERSON):
        assert f"{limit:.0f} t" in table
