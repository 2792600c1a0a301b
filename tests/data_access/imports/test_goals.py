"""Goals come in as their source states them; fields that contradict each other do not."""

import csv
import io
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import Engine

from data_access import imports
from data_access.imports import ImportProblems
from data_access.questions import goals
from progress.goals.goal import State
from tests.data_access.imports.conftest import Write, counts

COLUMNS = [
    "goal_id",
    "municipality_code",
    "city",
    "kind",
    "scope",
    "gas",
    "base_year",
    "base_value",
    "target_year",
    "value",
    "unit",
    "rate_percent_per_year",
    "reduction_percent",
    "residual_or_offset_percent",
    "budget_tonnes",
    "budget_first_year",
    "budget_last_year",
    "strict",
    "title_sv",
    "quote_sv",
    "source_title",
    "source_section",
    "contract_version_year",
    "source_ref",
    "confidence",
]
"""The columns in which goals are collected, without our own."""

BASIC = {
    "goal_id": "9001-G01",
    "municipality_code": "9001",
    "city": "Provköping",
    "kind": "reduction",
    "scope": "territorial",
    "gas": "co2e",
    "base_year": "1990",
    "target_year": "2030",
    "reduction_percent": "70",
    "title_sv": "Minskning med 70 %",
    "confidence": "high",
}


def goal_file(write: Write, *rows: dict[str, str], columns: list[str] = COLUMNS) -> Path:
    """A file of goals, each given as what differs from a sound one."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="")
    writer.writeheader()
    writer.writerows({**BASIC, **row} for row in rows)
    return write("goals.csv", text.getvalue())


def test_the_collected_columns_are_enough(small: Engine, write: Write) -> None:
    path = goal_file(
        write,
        {},
        {
            "goal_id": "9001-G02",
            "kind": "level",
            "scope": "consumption",
            "base_year": "",
            "reduction_percent": "",
            "value": "1.5",
            "unit": "ton CO2e/person",
            "strict": "true",
        },
        {
            "goal_id": "9001-G03",
            "kind": "budget",
            "scope": "budget",
            "gas": "co2",
            "base_year": "",
            "target_year": "2040",
            "reduction_percent": "",
            "rate_percent_per_year": "16",
            "value": "50",
            "unit": "kton CO2",
            "budget_tonnes": "50000",
            "budget_first_year": "2020",
            "budget_last_year": "2040",
        },
        {
            "goal_id": "9001-G04",
            "kind": "state",
            "reduction_percent": "",
            "title_sv": "Klimatpositivt 2040",
        },
    )
    result = imports.run("goals", [path], small)
    assert result.rows == 4
    with small.connect() as conn:
        reduction, level, budget, state = goals(conn)
    assert reduction.reduction == pytest.approx(0.7)
    assert reduction.status == "adopted"
    assert (level.value, level.per_person, level.strict) == (1.5, True, True)
    assert (budget.value, budget.budget_tonnes, budget.rate) == (50_000, 50_000, 0.16)
    assert state.state is State.POSITIVE


DEFINED = [*COLUMNS, "state", "defined_by", "leaves_out_sv", "leaves_out_en"]
FOSSIL_FREE = {
    "kind": "state",
    "reduction_percent": "",
    "state": "fossil_free",
    "leaves_out_sv": "SSAB",
    "leaves_out_en": "the steelworks SSAB",
}


def test_a_goal_may_be_defined_by_another_and_leave_a_part_out(small: Engine, write: Write) -> None:
    defined = {**FOSSIL_FREE, "goal_id": "9001-G02", "defined_by": "9001-G01"}
    imports.run("goals", [goal_file(write, {}, defined, columns=DEFINED)], small)
    with small.connect() as conn:
        _, goal = goals(conn)
    assert (goal.state, goal.defined_by) == (State.FOSSIL_FREE, "9001-G01")
    assert (goal.leaves_out_sv, goal.leaves_out_en) == ("SSAB", "the steelworks SSAB")


@pytest.mark.parametrize("definition", ["9001-G02", "9001-G09"])
def test_what_defines_a_goal_is_another_goal_of_the_city(
    small: Engine, write: Write, definition: str
) -> None:
    defined = {**FOSSIL_FREE, "goal_id": "9001-G02", "defined_by": definition}
    with pytest.raises(ImportProblems, match="defined_by"):
        imports.run("goals", [goal_file(write, {}, defined, columns=DEFINED)], small)


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"municipality_code": "9999"}, "municipality_code"),
        ({"kind": "wish"}, "kind"),
        ({"scope": "world"}, "scope"),
        ({"gas": "co3"}, "gas"),
        ({"title_sv": ""}, "title_sv"),
        ({"reduction_percent": ""}, "reduction_percent"),
        ({"reduction_percent": "170"}, "reduction_percent"),
        ({"target_year": ""}, "target_year"),
        ({"target_year": "1980"}, "target_year"),
        ({"strict": "perhaps"}, "strict"),
        ({"confidence": "sure"}, "confidence"),
        ({"kind": "level"}, "value"),
        ({"kind": "level", "value": "5"}, "unit"),
        ({"kind": "annual_rate"}, "rate_percent_per_year"),
        ({"base_value": "1000", "value": "600", "unit": "t CO2e/yr"}, "reduction_percent"),
        ({"budget_tonnes": "5"}, "budget_tonnes"),
        ({"kind": "budget", "budget_tonnes": "-5"}, "budget_tonnes"),
        ({"kind": "budget", "budget_tonnes": "5", "value": "5", "unit": "kton"}, "budget_tonnes"),
        ({"kind": "budget", "budget_first_year": "2020"}, "budget_last_year"),
        (
            {"kind": "budget", "budget_first_year": "2040", "budget_last_year": "2020"},
            "budget_last_year",
        ),
    ],
)
def test_a_field_that_contradicts_is_named(
    small: Engine, write: Write, change: dict[str, str], column: str
) -> None:
    path = goal_file(write, {"goal_id": "9001-G00"}, change)
    before = counts(small)
    with pytest.raises(ImportProblems) as caught:
        imports.run("goals", [path], small)
    assert counts(small) == before
    assert column in {problem.column for problem in caught.value.problems}
    assert {problem.row for problem in caught.value.problems} == {3}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"base_value": "1000", "value": "600", "unit": "t CO2e/yr"},
            "goals.csv, row 2, column reduction_percent: found '70', expected 40.0% as base_value "
            "and value give, within two points — correct the one that its source does not state",
        ),
        (
            {"target_year": "1980"},
            "goals.csv, row 2, column target_year: found '1980', expected 1990 or later, as "
            "base_year says — correct the year that its source does not state",
        ),
        (
            {"budget_tonnes": "5"},
            "goals.csv, row 2, column budget_tonnes: found '5', expected no budget for a goal of "
            "kind reduction — give the budget a row of its own with the kind budget",
        ),
        (
            {"kind": "budget", "budget_tonnes": "-5"},
            "goals.csv, row 2, column budget_tonnes: found '-5', expected tonnes above zero — "
            "give the whole budget in tonnes, or leave the cell empty",
        ),
    ],
)
def test_a_contradiction_is_told_with_its_place_value_and_remedy(
    small: Engine, write: Write, change: dict[str, str], message: str
) -> None:
    before = counts(small)
    with pytest.raises(ImportProblems) as caught:
        imports.run("goals", [goal_file(write, change)], small)
    assert message in str(caught.value).splitlines()
    assert counts(small) == before


def test_two_budgets_in_force_of_a_city_cannot_cover_the_same_year(
    small: Engine, write: Write
) -> None:
    budget = {
        "kind": "budget",
        "scope": "budget",
        "reduction_percent": "",
        "budget_tonnes": "1000",
        "budget_first_year": "2020",
        "budget_last_year": "2040",
    }
    later = {**budget, "goal_id": "9001-G02", "budget_first_year": "2030"}
    with pytest.raises(ImportProblems) as caught:
        imports.run("goals", [goal_file(write, budget, later)], small)
    (problem,) = caught.value.problems
    assert str(problem) == (
        "goals.csv, row 3, column budget_first_year: found '2030', expected years outside "
        "2020–2040, which 9001-G01 covers — give the older budget the status superseded"
    )
    replaced = {**budget, "status": "superseded"}
    columns = [*COLUMNS, "status"]
    path = goal_file(write, replaced, {**later, "status": "adopted"}, columns=columns)
    assert imports.run("goals", [path], small).rows == 2


def test_a_city_replaces_its_own_goals_and_nobody_elses(seeded_copy: Engine, write: Write) -> None:
    changed = {"goal_id": "1280-G01", "municipality_code": "1280", "reduction_percent": "75"}
    path = goal_file(write, changed)
    shown = imports.run("goals", [path], seeded_copy, dry_run=True).difference
    assert (shown.new, shown.restated) == (0, 1)
    assert shown.missing_sample
    assert all(key.startswith("1280-") for key in shown.missing_sample)
    assert "reduction 0.7; " in f"{shown.restated_sample[0].old}; "
    assert "reduction 0.75" in shown.restated_sample[0].new
    imports.run("goals", [path], seeded_copy)
    with seeded_copy.connect() as conn:
        result = {goal.goal_id: goal for goal in goals(conn)}
    assert len(result) == 153
    assert result["1280-G01"].reduction == pytest.approx(0.75)
    assert result["1280-G02"].title_sv == "Klimatneutralt 2030 (scope 1 och 2)"


def test_what_a_file_has_no_column_for_is_kept(seeded_copy: Engine, write: Write) -> None:
    changed = {
        "goal_id": "2081-G02",
        "municipality_code": "2081",
        "kind": "budget",
        "scope": "budget",
        "gas": "co2",
        "reduction_percent": "",
        "budget_tonnes": "1300000",
        "budget_first_year": "2020",
        "budget_last_year": "2040",
    }
    past = {"goal_id": "0123-G06", "municipality_code": "0123"}
    imports.run("goals", [goal_file(write, changed, past)], seeded_copy)
    with seeded_copy.connect() as conn:
        result = {goal.goal_id: goal for goal in goals(conn)}
    assert result["2081-G02"].budget_tonnes == 1_300_000
    assert result["2081-G02"].near_sectors_left_out == ("industry",)
    assert result["0123-G06"].status == "past"


def test_the_seed_goals_themselves_are_refused_as_known(
    seeded_copy: Engine, tmp_path: Path
) -> None:
    path = tmp_path / "renamed.csv"
    shutil.copy(imports.SEED_FOLDER / "goals.csv", path)
    with pytest.raises(imports.AlreadyImported, match="city-goals-2024"):
        imports.run("goals", [path], seeded_copy)


DAMAGE = {
    "entities that grow": (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
        + b"]><worksheet><sheetData><row><c><v>&j;</v></c></row></sheetData></worksheet>"
    ),
    "a file outside": (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
        b'<worksheet><sheetData><row><c t="inlineStr"><is><t>&a;</t></is></c></row></sheetData>'
        b"</worksheet>"
    ),
    "half a sheet": b"<worksheet><sheetData><row>",
    "no sheet": b"\x00\xff",
    "a cell that is nowhere": (
        b'<worksheet><sheetData><row r="x"><c r="!!"><v>1</v></c></row></sheetData></worksheet>'
    ),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=list(DAMAGE))
def test_a_damaged_workbook_is_named_and_nothing_is_written(
    small: Engine, tmp_path: Path, damage: bytes
) -> None:
    whole, damaged = tmp_path / "whole.xlsx", tmp_path / "goals.xlsx"
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(COLUMNS)
    book.save(whole)
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(damaged, "w") as target:
        for name in source.namelist():
            sheet = name == "xl/worksheets/sheet1.xml"
            target.writestr(name, damage if sheet else source.read(name))
    before = counts(small)
    with pytest.raises(ImportProblems) as raised:
        imports.run("goals", [damaged], small)
    assert "goals.xlsx" in str(raised.value)
    assert counts(small) == before
