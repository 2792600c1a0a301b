"""Open data: what is described is what is given out, whole or page by page, on both engines."""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from data_access import questions
from data_access.exports import EXPORTS, export
from data_access.open_data import (
    ALL,
    DATASETS,
    EMISSIONS,
    BadCursor,
    Chosen,
    Found,
    Shelf,
    cursor_pattern,
    page_of,
    whole,
)
from data_access.open_data.items import item_of
from data_access.questions.releases import releases_in_use
from data_access.releases import NewRelease, record_change, record_release
from progress.dataset import Kind
from progress.emissions.series import Gas, Scope
from tests.data_access.made_up import fill
from tests.statements import heard, rows_read
from tests.stores import Fill, with_verdicts

EMPTY = {
    "duplicates",
    "earlier-codes",
    "emission-gaps",
    "organisations",
    "own-series",
    "programmes",
}
"""The datasets of which the made-up store has no row."""

TYPES: dict[Kind, tuple[type, ...]] = {
    Kind.TEXT: (str,),
    Kind.INTEGER: (int,),
    Kind.NUMBER: (int, float),
    Kind.DECIMAL: (Decimal,),
    Kind.BOOLEAN: (bool,),
    Kind.DATE: (date,),
    Kind.MOMENT: (datetime,),
    Kind.LIST: (list, tuple),
    Kind.OBJECT: (dict,),
    Kind.OBJECTS: (list, tuple),
}


@pytest.fixture(scope="module")
def fills() -> tuple[Fill, ...]:
    return (fill, with_verdicts)


def pages(
    conn: Connection, name: str, limit: int, values: dict[str, tuple[Any, ...]] | None = None
) -> list[Found]:
    shelf, cursor, found = Shelf(), None, list[Found]()
    while True:
        chosen = Chosen(values or {}, cursor, limit)
        found.append(page_of(conn, "1", DATASETS[name], chosen, shelf))
        cursor = found[-1].cursor
        if cursor is None:
            return found


def rows(conn: Connection, name: str, limit: int = 1000, **values: Any) -> list[Any]:
    """All rows for a choice of one value, or several as a tuple, by parameter."""
    chosen = {key: value if isinstance(value, tuple) else (value,) for key, value in values.items()}
    return [row for page in pages(conn, name, limit, chosen) for row in page.rows]


def test_a_dataset_has_every_column_of_its_export() -> None:
    for name in EXPORTS.keys() & DATASETS.keys():
        columns = EXPORTS[name].columns
        assert DATASETS[name].fields[: len(columns)] == columns


def test_every_value_is_of_the_described_type_and_among_the_described_values(
    scratch: Connection,
) -> None:
    for name, dataset in DATASETS.items():
        result = list(whole(scratch, name))
        assert bool(result) == (name not in EMPTY), name
        for row in result:
            for column in dataset.columns:
                value, where = row[column.name], (name, column.name)
                assert value is None or isinstance(value, TYPES[column.kind]), where
                assert not column.values or value in (*column.values, None, ""), where
            assert None not in [row[part] for part in dataset.key]


def test_keys_tell_rows_apart_and_pages_are_the_whole_in_their_order(scratch: Connection) -> None:
    for name, dataset in DATASETS.items():
        everything = list(whole(scratch, name))
        keys = [tuple(row[part] for part in dataset.key) for row in everything]
        assert len(set(keys)) == len(keys), name
        limit = max(1, min(7, len(everything) // 2))
        result = pages(scratch, name, limit)
        assert [row for page in result for row in page.rows] == everything
        assert all(len(page.rows) == limit for page in result[:-1])


def test_whatever_can_be_exported_is_open_data(scratch: Connection) -> None:
    """One list of what there is: but for an empty form, and one gas of the emissions."""
    assert set(EXPORTS) - set(DATASETS) == {"status-template"}
    assert set(DATASETS) - set(EXPORTS) == {"emissions-co2"}
    for name in EXPORTS.keys() & DATASETS.keys() - EMISSIONS.keys():
        assert len(list(export(scratch, name))) == len(list(whole(scratch, name))), name


@given(st.integers(1, 200), st.integers(2010, 2030), st.integers(2010, 2030))
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_emissions_of_some_years_are_those_of_all_that_lie_between(
    store: Connection, limit: int, first: int, last: int
) -> None:
    chosen = rows(store, "emissions", limit, year_from=first, year_to=last)
    assert chosen == [row for row in whole(store, "emissions") if first <= row["year"] <= last]


@pytest.mark.parametrize(
    ("name", "parameter", "column"),
    [
        ("emissions", "municipality", "municipality_code"),
        ("emissions", "release", "release"),
        ("emissions", "sector", "sector"),
        ("emissions", "gas", "gas"),
        ("emissions", "status", "status"),
        ("emissions", "year", "year"),
        ("goals", "kind", "kind"),
        ("indicators", "year", "year"),
        ("verdicts", "attainment", "attainment"),
    ],
)
def test_a_filter_gives_exactly_the_rows_with_the_value(
    scratch: Connection, name: str, parameter: str, column: str
) -> None:
    everything = list(whole(scratch, name, ALL))
    values = {row[column] for row in everything}
    every = {"release": ALL} if name in EMISSIONS else {}
    for value in values:
        expected = [row for row in everything if row[column] == value]
        assert rows(scratch, name, **{**every, parameter: value}) == expected
    chosen: dict[str, Any] = {**every, parameter: tuple(values)}
    assert rows(scratch, name, **chosen) == everything


@pytest.mark.parametrize(("name", "gas"), [*EMISSIONS.items()])
def test_emissions_are_what_the_site_shows_and_may_be_added(
    scratch: Connection, name: str, gas: Gas
) -> None:
    shown = releases_in_use(scratch, gas, Scope.TERRITORIAL)
    sums: dict[tuple[str, int], float] = {}
    for row in whole(scratch, name):
        assert row["release"] == shown[row["municipality_code"]].label
        assert (row["gas"], row["scope"]) == (gas, Scope.TERRITORIAL)
        place = row["municipality_code"], row["year"]
        sums[place] = sums.get(place, 0) + row["tonnes"]
    totals = {
        (code, point.year): point.value
        for code, standing in shown.items()
        for point in questions.totals(scratch, standing.label, [code])[code]
    }
    assert sums == pytest.approx(totals)
    assert totals


def test_groups_are_what_adding_the_rows_gives(scratch: Connection) -> None:
    by = ("municipality_code", "year")
    for name in EMISSIONS:
        chosen = Chosen({}, None, 1000, group_by=by, sums=("tonnes",), sort=(("tonnes", True),))
        result = page_of(scratch, "1", DATASETS[name], chosen, Shelf()).rows
        everything = list(whole(scratch, name))
        for group in result:
            members = [row for row in everything if all(row[key] == group[key] for key in by)]
            assert group["count"] == len(members)
            assert group["tonnes"] == pytest.approx(sum(row["tonnes"] for row in members))
        assert sum(group["count"] for group in result) == len(everything)
        assert [group["tonnes"] for group in result] == sorted(
            (group["tonnes"] for group in result), reverse=True
        )


def test_rows_in_another_order_come_each_once_and_the_unknown_last(scratch: Connection) -> None:
    shelf, cursor, result = Shelf(), None, list[Any]()
    while True:
        chosen = Chosen({}, cursor, 3, sort=(("target_year", True),))
        page = page_of(scratch, "1", DATASETS["goals"], chosen, shelf)
        result += page.rows
        if (cursor := page.cursor) is None:
            break
    assert sorted(row["goal_id"] for row in result) == [
        row["goal_id"] for row in whole(scratch, "goals")
    ]
    years = [row["target_year"] for row in result]
    known = [year for year in years if year is not None]
    assert years == [*sorted(known, reverse=True), *[None] * (len(years) - len(known))]


def test_grants_of_a_municipality_are_those_with_it_among_their_places(store: Connection) -> None:
    places = {place for row in whole(store, "grants") for place in row["places"]}
    for place in places:
        expected = [row for row in whole(store, "grants") if place in row["places"]]
        assert rows(store, "grants", municipality=place) == expected


def test_verdicts_of_a_release_are_worked_out_on_it(scratch: Connection) -> None:
    result = rows(scratch, "verdicts", release="prov-co2e-1")
    assert {row["release"] for row in result} == {"prov-co2e-1", None}


@pytest.mark.parametrize("release", [None, "prov-co2e-1"])
def test_of_a_citys_verdicts_no_others_are_read(scratch: Connection, release: str | None) -> None:
    chosen: dict[str, Any] = {} if release is None else {"release": release}
    with heard(scratch) as asked:
        result = rows(scratch, "verdicts", municipality="9001", **chosen)
    everyone = rows(scratch, "verdicts", **chosen)
    assert 0 < len(result) < len(everyone)
    assert result == [row for row in everyone if row["municipality_code"] == "9001"]
    assert len(rows_read(scratch, asked, "verdict")) == len({row["goal_id"] for row in result})


def test_for_one_verdict_by_its_key_only_its_citys_are_read(scratch: Connection) -> None:
    whose = rows(scratch, "verdicts", municipality="9001")
    with heard(scratch) as asked:
        result = item_of(
            scratch, "1", DATASETS["verdicts"], ("9001", whose[0]["goal_id"], "own"), Shelf()
        )
    assert result == whose[0]
    assert len(rows_read(scratch, asked, "verdict")) == len({row["goal_id"] for row in whose})


def test_every_row_of_figures_says_its_release_and_licence(scratch: Connection) -> None:
    for name in ("emissions", "goals", "commitments", "indicators", "grants"):
        assert all(row["release"] and row["licence"] for row in whole(scratch, name)), name


@pytest.mark.parametrize("cursor", ["", "~", "x", "1~2", "1~9001~2020~", "1~9001~²~1", "1~\0~1~1"])
def test_a_cursor_that_is_not_ours_is_refused(store: Connection, cursor: str) -> None:
    with pytest.raises(BadCursor):
        page_of(store, "1", DATASETS["emissions"], Chosen({}, cursor, 5), Shelf())


@pytest.mark.parametrize("name", ["emissions", "emission-totals", "verdicts"])
@given(data=st.data())
@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_looks_like_a_cursor_is_a_place_in_the_order(
    store: Connection, name: str, data: st.DataObject
) -> None:
    pattern = cursor_pattern(DATASETS[name]).replace("[^~]", "[a-z0-9-]")
    cursor = data.draw(st.from_regex(pattern, fullmatch=True)).strip("\n")
    page_of(store, "1", DATASETS[name], Chosen({}, cursor, 5), Shelf())


def test_every_row_is_found_by_its_key_and_no_other_key_finds_one(scratch: Connection) -> None:
    shelf = Shelf()
    for name, dataset in DATASETS.items():
        for row in islice(whole(scratch, name), 20):
            key = [str(row[part]) for part in dataset.key]
            result = item_of(scratch, "1", dataset, key, shelf)
            assert result is not None
            assert all(result[part] == row[part] for part in dataset.fields)
            for wrong in ("", f"{key[-1]}x", f"0{key[-1]}"):
                assert item_of(scratch, "1", dataset, [*key[:-1], wrong], shelf) is None


def test_a_dataset_changed_when_its_rows_did(scratch: Connection) -> None:
    before = questions.last_changes(scratch)
    later = datetime(2027, 1, 2, tzinfo=UTC)
    prices = NewRelease("prov-prices-2", "price-index", "Prov", "prov", "prov.csv", "0" * 64, 1)
    record_release(scratch, prices, now=later)
    record_change(scratch, "refresh", now=datetime(2027, 1, 3, tzinfo=UTC))
    after = questions.last_changes(scratch)
    assert after.of_kinds(["price-index"]) == later
    assert after.of_kinds(["goals"]) == before.of_kinds(["goals"]) != later
    assert after.of_kinds([]) == after.store == datetime(2027, 1, 3, tzinfo=UTC)
    record_change(scratch, "correct", now=datetime(2027, 1, 4, tzinfo=UTC))
    assert questions.last_changes(scratch).of_kinds(["goals"]) == datetime(2027, 1, 4, tzinfo=UTC)


def test_what_sectors_are_made_of_is_of_the_newest_release_that_says_so(
    scratch: Connection,
) -> None:
    rows = list(whole(scratch, "emission-subsectors"))
    assert [(row["year"], row["subsector"], row["tonnes"]) for row in rows] == [
        (2022, "Provbilar", 800.0),
        (2023, "Provbilar", 700.0),
    ]
    assert {(row["release"], row["publisher"]) for row in rows} == {("prov-co2e-2", "Provverket")}
