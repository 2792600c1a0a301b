"""What is exported is what is stored: same columns, same figures, harmless in a spreadsheet."""

import csv
import json
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select, update

from data_access import tables
from data_access.exports import (
    EXPORTS,
    VERDICT_FIELDS,
    UnknownRelease,
    export,
    write_csv,
    write_json,
)
from data_access.questions import totals
from tests.data_access.made_up import fill
from tests.stores import Fill, with_verdicts


@pytest.fixture(scope="module")
def fills() -> tuple[Fill, ...]:
    return (fill, with_verdicts)


def as_csv(conn: Connection, what: str, release: str | None = None) -> list[dict[str, str]]:
    stream = StringIO()
    write_csv(EXPORTS[what].columns, export(conn, what, release), stream)
    return list(csv.DictReader(StringIO(stream.getvalue())))


def as_json(conn: Connection, what: str, release: str | None = None) -> list[dict[str, Any]]:
    stream = StringIO()
    write_json(EXPORTS[what].columns, export(conn, what, release), stream)
    result: list[dict[str, Any]] = json.loads(stream.getvalue())
    return result


def test_emissions_have_the_promised_columns_and_every_row(store: Connection) -> None:
    rows = as_csv(store, "emissions")
    assert list(rows[0]) == [
        "release",
        "gas",
        "scope",
        "municipality_code",
        "year",
        "sector",
        "tonnes",
        "status",
    ]
    assert len(rows) == 9 + 2 * 3 * 10 * 3
    assert {row["sector"] for row in rows if row["release"] == "prov-co2e-1"} == {"total"}


def test_exported_sectors_add_up_to_the_totals(store: Connection) -> None:
    summed: dict[tuple[str, int], float] = {}
    for row in as_json(store, "emissions", "prov-co2e-2"):
        key = row["municipality_code"], row["year"]
        summed[key] = summed.get(key, 0.0) + row["tonnes"]
    asked = {
        (code, point.year): point.value
        for code, points in totals(store, "prov-co2e-2").items()
        for point in points
    }
    assert summed == asked


def test_each_verdict_is_one_object_with_exactly_the_promised_fields(scratch: Connection) -> None:
    result = as_json(scratch, "verdicts")
    assert [(one["municipality_code"], one["goal_id"]) for one in result] == [
        ("9001", "9001-G01"),
        ("9001", "9001-G02"),
        ("9001", "9001-G02"),
        ("9001", "yardstick-2045"),
        ("9002", "yardstick-2045"),
        ("9101", "9101-G01"),
        ("9101", "yardstick-2045"),
    ]
    assert all(tuple(one) == VERDICT_FIELDS for one in result)


def test_fields_that_do_not_apply_are_null_and_never_zero(scratch: Connection) -> None:
    group = next(one for one in as_json(scratch, "verdicts") if one["goal_id"] == "9101-G01")
    assert (group["attainment"], group["reason"]) == ("not_assessable", "no_series")
    assert (group["scope"], group["gas"]) == ("group", "co2e")
    unknown = ("release", "actual_tonnes", "budget", "robustness", "needed_rate", "done_rate")
    assert {field: group[field] for field in unknown} == dict.fromkeys(unknown)


def test_an_indication_has_the_same_fields_and_a_dated_budget(scratch: Connection) -> None:
    result = [one for one in as_json(scratch, "verdicts") if one["goal_id"] == "9001-G02"]
    assert [one["basis"] for one in result] == ["own", "near"]
    budget, near = result
    assert set(near) == set(VERDICT_FIELDS)
    assert (budget["scope"], near["scope"]) == ("budget", "territorial")
    assert {"used_tonnes", "remaining_tonnes", "run_out_if_level", "run_out_at_done_rate"} <= set(
        near["budget"]
    )
    assert near["budget"]["run_out_if_level"].startswith("20")
    assert near["assumptions"][0]["text_sv"].endswith("Provet lämnar ute industrin.")


def test_another_release_is_exported_when_asked_for(scratch: Connection) -> None:
    result = as_json(scratch, "verdicts", "prov-co2e-1")
    assert {one["release"] for one in result} == {"prov-co2e-1", None}


@pytest.mark.parametrize("label", ["finns-inte", "prov-goals-1"])
def test_a_release_that_cannot_be_exported_is_named(store: Connection, label: str) -> None:
    with pytest.raises(UnknownRelease, match=label):
        export(store, "emissions", label)


def test_what_has_no_releases_to_choose_from_says_so(store: Connection) -> None:
    with pytest.raises(UnknownRelease, match="leave out --release"):
        export(store, "goals", "prov-co2e-2")


@pytest.mark.parametrize(
    "what",
    sorted(
        EXPORTS.keys()
        - {"duplicates", "earlier-codes", "emission-gaps"}
        - {"organisations", "own-series", "programmes"}
    ),
)
def test_everything_can_be_written_as_csv_and_as_json(scratch: Connection, what: str) -> None:
    in_csv, in_json = as_csv(scratch, what), as_json(scratch, what)
    assert len(in_csv) == len(in_json) > 0, what
    assert list(in_csv[0]) == list(in_json[0]) == list(EXPORTS[what].columns)


def test_amounts_leave_as_exact_as_they_came(store: Connection) -> None:
    assert as_csv(store, "grants")[0]["amount"] == "1234567890123.45"
    assert as_json(store, "grants")[0]["amount"] == "1234567890123.45"
    assert [row["amount"] for row in as_csv(store, "grants")[1:]] == ["0.00", ""]


def test_text_that_a_spreadsheet_would_run_is_made_harmless(scratch: Connection) -> None:
    scratch.execute(update(tables.grant).values(title="=HYPERLINK(1)", theme="-70", note="a=b"))
    row = as_csv(scratch, "grants")[0]
    assert (row["title"], row["theme"], row["note"]) == ("'=HYPERLINK(1)", "-70", "a=b")
    assert as_json(scratch, "grants")[0]["title"] == "=HYPERLINK(1)"


@given(
    st.one_of(
        st.integers(), st.floats(allow_nan=False, allow_infinity=False, allow_subnormal=False)
    )
)
def test_a_number_is_never_changed_by_being_written(number: int | float) -> None:
    stream = StringIO()
    write_csv(["n"], [{"n": number}], stream)
    assert type(number)(stream.getvalue().splitlines()[1]) == number


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\x00")))
def test_no_text_cell_begins_as_a_formula_unless_it_is_a_number(text: str) -> None:
    stream = StringIO()
    write_csv(["t", "end"], [{"t": text, "end": "x"}], stream)
    ((cell, _),) = list(csv.reader(StringIO(stream.getvalue(), newline="")))[1:]
    assert cell in (text, f"'{text}")
    if cell.startswith(("=", "+", "-", "@")):
        float(cell)


def test_grants_name_the_rows_they_may_repeat_and_none_is_taken_away(scratch: Connection) -> None:
    before = as_csv(scratch, "grants")
    assert {row["possible_duplicate_of"] for row in before} == {""}
    scratch.execute(
        insert(tables.source).values(
            source_id="other", title="Annan", publisher="Annan", licence="prov"
        )
    )
    one = scratch.execute(select(tables.grant).where(tables.grant.c.grant_id == "prov-1")).one()
    twin = {**one._mapping, "grant_id": "other-1@2020", "source_id": "other"}
    scratch.execute(insert(tables.grant).values(twin))
    after = {row["grant_id"]: row["possible_duplicate_of"] for row in as_csv(scratch, "grants")}
    assert len(after) == len(before) + 1
    assert after["prov-1"] == "other-1@2020"
    assert after["other-1@2020"] == "prov-1"
    (pair,) = as_csv(scratch, "duplicates")
    assert (pair["first_id"], pair["second_id"]) == ("other-1@2020", "prov-1")
    assert (pair["first_sek"], pair["state"]) == (pair["second_sek"], "open")
