"""What is given out is taken in again and makes an equal store: every form, both engines."""

import csv
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, delete

from data_access.engine import open_store
from data_access.exports import Sheet, write_csv, write_json, write_workbook
from data_access.imports import ImportProblems
from data_access.imports.draft import Options
from data_access.imports.files import clean
from data_access.imports.headers import columns_in
from data_access.imports.own_exports import unharmed
from data_access.imports.running import run_in
from data_access.open_data import ALL, DATASETS, whole
from data_access.records import RECORDS, STATUS_REPORT
from data_access.tables import grant, grant_place, investment_action
from progress.emissions.sectors import SECTORS

NOW = datetime(2026, 6, 1, tzinfo=UTC)
CITIES = ("9001", "9002", "9101")
OF_THE_RELEASE = {"release", "publisher", "licence"}
"""What is said of the release: importing makes one of its own, from whoever imports."""

Row = dict[str, Any]

WORDS = st.builds(
    lambda start, rest: clean(start + rest),
    st.sampled_from(["", "", "", "=", "+", "@", "-", "'", "'=", "''-", "[", "0"]),
    st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(' ;,"\n'), max_size=12),
)
NAMES = WORDS.filter(bool)
TONNES = st.floats(0, 1e9, allow_nan=False, allow_subnormal=False)
YEARS = st.integers(1990, 2024)
SHARES = st.floats(0, 1, allow_subnormal=False)
AMOUNTS = st.none() | st.decimals(0, 10**9, places=2)
TRUTHS = st.sampled_from(["true", "false", ""])


def table(row: dict[str, st.SearchStrategy[Any]], *key: str) -> st.SearchStrategy[list[Row]]:
    """Some rows, whose keys are unlike."""
    rows = st.lists(st.fixed_dictionaries(row), min_size=1, max_size=4)
    return rows.map(lambda all_: list({tuple(str(r[k]) for k in key): r for r in all_}.values()))


def numbered(prefix: str) -> st.SearchStrategy[str]:
    return st.integers(1, 20).map(lambda number: f"{prefix}-{number}")


IMPORTED: dict[str, st.SearchStrategy[list[Row]]] = {
    "emissions": table(
        {
            "municipality_code": st.sampled_from(CITIES),
            "year": YEARS,
            "sector": st.just("transport"),
            "tonnes": st.floats(500, 5000, allow_subnormal=False),
            "status": st.sampled_from(["final", "preliminary"]),
            "gas": st.just("co2e"),
            "release": st.just("prov-co2e-3"),
        },
        "municipality_code",
        "year",
    ),
    "indicators": table(
        {
            "indicator_id": st.just("cycle-metres"),
            "municipality_code": st.sampled_from(CITIES),
            "year": YEARS,
            "value": st.floats(-1e9, 1e9, allow_subnormal=False),
            "numerator": st.none() | TONNES,
            "denominator": st.none() | TONNES,
            "status": st.sampled_from(["final", "preliminary"]),
        },
        "municipality_code",
        "year",
    ),
    "goals": table(
        {
            "goal_id": numbered("PROV"),
            "municipality_code": st.sampled_from(CITIES),
            "kind": st.just("reduction"),
            "scope": st.sampled_from(["territorial", "group", "consumption"]),
            "gas": st.sampled_from(["co2", "co2e", "unspecified"]),
            "title_sv": NAMES,
            "title_en": WORDS,
            "quote_sv": WORDS,
            "note": WORDS,
            "base_year": st.sampled_from(["", 1990, 2010]),
            "base_value": st.none() | st.floats(1, 1e6, allow_subnormal=False),
            "unit": st.sampled_from(["kton", "ton CO2e/person", "t CO2e/yr", "något annat"]),
            "target_year": st.integers(2030, 2050),
            "reduction_percent": SHARES.map(lambda share: share * 100),
            "rate_percent_per_year": st.none() | SHARES.map(lambda share: share * 100),
            "strict": TRUTHS,
            "near_gas": st.sampled_from(["", "co2"]),
            "near_sectors_left_out": st.sampled_from(["", "industry", "industry;transport"]),
        },
        "goal_id",
    ),
    "commitments": table(
        {
            "commitment_id": numbered("PROV-NY"),
            "contract_id": st.sampled_from(["", "prov-9001"]),
            "party_kind": st.sampled_from(["municipality", "viable_cities", "agency"]),
            "party": NAMES,
            "municipality_code": st.sampled_from(["", *CITIES]),
            "title_sv": NAMES,
            "quote_sv": WORDS,
            "due": WORDS,
            "status": st.just("running"),
            "status_date": st.dates(date(2024, 1, 1), date(2026, 5, 1)).map(str),
            "status_comment": WORDS,
        },
        "commitment_id",
    ),
    "events": table(
        {
            "event_id": numbered("E"),
            "year": YEARS,
            "municipality_code": st.sampled_from(("", *CITIES)),
            "sectors": st.sampled_from(["", "energy", "energy;waste"]),
            "way": st.sampled_from(["", "up", "down"]),
            **dict.fromkeys(("title_sv", "title_en", "text_sv", "text_en", "source_title"), NAMES),
            "source_ref": st.sampled_from(["", "https://example.org/prov", "dnr 12/2024"]),
            "read_on": st.sampled_from(["", "2026-05-01"]),
        },
        "event_id",
    ),
    "grants": table(
        {
            "grant_id": numbered("prov"),
            "level": st.just("project"),
            "funder": NAMES,
            "title": WORDS,
            "note": WORDS,
            "amount": AMOUNTS,
            "total_cost": AMOUNTS,
            "currency": st.sampled_from(["SEK", "EUR"]),
            "amount_kind": st.just("granted"),
            "municipalities": st.sampled_from(["", "9001", "9001;9101"]),
            "is_climate": TRUTHS,
            "start": st.sampled_from(["", "2021", "2021-03", "2021-03-05"]),
            "source_id": st.just("prov"),
        },
        "grant_id",
    ),
    "investment-actions": table(
        {
            "municipality_code": st.sampled_from(CITIES),
            "action_id": numbered("A"),
            "row_level": st.sampled_from(["action", "scenario"]),
            "title": NAMES,
            "note": WORDS,
            "cost_low": st.decimals(0, 10**6, places=2),
            "cost_high": st.decimals(10**6, 10**9, places=2),
            "cost_currency": st.just("SEK"),
            "reduction_low_t": st.none() | TONNES,
            "source_id": st.just("prov"),
        },
        "municipality_code",
        "action_id",
    ),
    "municipalities": table(
        {
            "municipality_code": st.sampled_from(("9001", "9002", "9003", "9101")),
            "name": st.from_regex(r"[A-ZÅÄÖ][a-zåäö]{2,12}( Prov)?", fullmatch=True),
            "county_code": st.just("90"),
            "contract_since": st.sampled_from(["", 2021]),
            "eu_mission": TRUTHS,
        },
        "name",
    ).map(
        lambda rows: list(
            {
                r["municipality_code"]: {**r, "county_code": r["municipality_code"][:2]}
                for r in rows
            }.values()
        )
    ),
}
"""Dataset → files of it as somebody could write them."""


def as_csv(rows: list[Row], name: str, folder: Path) -> Path:
    path = folder / f"{name}.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        write_csv(DATASETS[name].fields, rows, stream)
    return path


def as_json(rows: list[Row], name: str, folder: Path) -> Path:
    """A page of the API, as it comes."""
    path, items = folder / f"{name}.json", StringIO()
    write_json(DATASETS[name].fields, rows, items)
    page = {
        "dataset": name,
        "count": len(rows),
        "next": None,
        "items": json.loads(items.getvalue()),
    }
    path.write_text(json.dumps(page, ensure_ascii=False), encoding="utf-8")
    return path


def as_workbook(rows: list[Row], name: str, folder: Path) -> Path:
    path = folder / f"{name}.xlsx"
    with path.open("wb") as stream:
        write_workbook([Sheet(name, DATASETS[name].fields, rows)], stream)
    return path


def load(conn: Connection, name: str, path: Path) -> None:
    options = Options(
        confirmed=True,  # made-up figures are like no other
        today=NOW.date(),
        release="prov-co2e-3" if name == "emissions" else None,
        edition=NOW.year,
        partial=True,
    )
    run_in(conn, name, [path], options, NOW)


def given_out(conn: Connection, name: str) -> list[Row]:
    rows = [
        {field: row[field] for field in DATASETS[name].fields} for row in whole(conn, name, ALL)
    ]
    if name == "emissions":
        rows = [row for row in rows if row["release"] == "prov-co2e-3"]
    return rows


@pytest.fixture(scope="module")
def writer(store_url: str) -> Iterator[Engine]:
    engine = open_store(store_url, read_only=False)
    yield engine
    engine.dispose()


@contextmanager
def taken_back(engine: Engine) -> Iterator[Connection]:
    """The made-up store but for its money, which no import would take; all is taken back."""
    with engine.connect() as conn, conn.begin() as transaction:
        for made_up in (grant_place, grant, investment_action):
            conn.execute(delete(made_up))
        yield conn
        transaction.rollback()


def same(row: Row, name: str) -> Row:
    """A row without what its release says of itself."""
    if name == "emissions":
        return row
    return {key: value for key, value in row.items() if key not in OF_THE_RELEASE}


@pytest.mark.parametrize("form", [as_csv, as_json, as_workbook])
@pytest.mark.parametrize("name", sorted(IMPORTED))
def test_what_is_given_out_comes_in_again_as_the_same_rows(
    writer: Engine,
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    form: Callable[[list[Row], str, Path], Path],
) -> None:
    folder = tmp_path_factory.mktemp("round-trip")

    @given(rows=IMPORTED[name])
    @settings(
        max_examples=5, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    def hold(rows: list[Row]) -> None:
        first = folder / f"first-{name}.csv"
        with first.open("w", encoding="utf-8", newline="") as stream:
            lines = csv.DictWriter(stream, list(rows[0]))
            lines.writeheader()
            lines.writerows(rows)
        with taken_back(writer) as conn:
            load(conn, name, first)
            known = given_out(conn, name)
        path = form(known, name, folder)
        with taken_back(writer) as conn:
            load(conn, name, path)
            again = given_out(conn, name)
        assert [same(row, name) for row in again] == [same(row, name) for row in known]

    hold()


@pytest.mark.parametrize("text", ["=1", "'=1", "''=1", "-5", "'-5", "'a", "''", "@b", "+c"])
def test_the_apostrophe_before_a_formula_comes_off_again(text: str) -> None:
    stream = StringIO()
    write_csv(("text",), [{"text": text}], stream)
    written = next(csv.DictReader(StringIO(stream.getvalue())))["text"]
    assert unharmed(written) == text


def test_a_page_that_is_not_the_last_is_refused(writer: Engine, tmp_path: Path) -> None:
    path = tmp_path / "page.json"
    path.write_text(json.dumps({"next": "/api/v1/goals?cursor=x", "items": [{"goal_id": "a"}]}))
    with taken_back(writer) as conn, pytest.raises(ImportProblems, match="fetch the pages"):
        load(conn, "goals", path)


def test_columns_of_our_own_files_are_known_by_the_names_they_were_given_out_under() -> None:
    ours = ["goal_id", "licence", "release"]
    assert columns_in(ours, ["goal_id", "licence"]) == ["goal_id", "licence", None]
    known = ["municipality_code", "name"]
    header = ["code", "name", "slug", "county_name"]
    assert columns_in(header, known) == ["municipality_code", "name", None, None]


def test_every_dataset_can_be_imported_but_those_that_the_store_makes_itself() -> None:
    same = {"emissions-co2", "emission-totals"}  # emissions, which are imported under one name
    made = {"changes", "corrections", "duplicates", "releases", "sectors", "verdicts"}
    made |= {"emission-subsectors"}  # of the publisher's report, which says them itself
    parts = {"grant-places", "verdict-assumptions", "verdict-budgets", "verdict-estimates"}
    assert set(DATASETS) - {*RECORDS, STATUS_REPORT.kind} == same | made | parts
    assert set(IMPORTED) <= set(RECORDS)  # the others: test_exported.py
    assert "transport" in SECTORS
