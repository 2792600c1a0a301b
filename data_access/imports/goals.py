"""Imports goals: every form of RULES §2, in tonnes and shares, with their assumptions as given."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from data_access.imports.cells import RowCells
from data_access.imports.frame import Draft, Options, Problems, Rows, StoreFacts, Values
from data_access.imports.goal_checks import check_definition, check_form, check_years
from data_access.imports.tables import Once, rows_of, spoken_of, summary
from data_access.questions.newest import newest
from data_access.tables import goal
from progress.goals import ASSESSED_STATUSES, GoalKind, GoalScope, State
from progress.sectors import SECTORS
from progress.series import Gas
from progress.units import emission_unit

KIND = "goals"
REQUIRED = ("goal_id", "municipality_code", "kind", "scope", "gas", "title_sv")
TEXTS = {
    "title_sv": "title_sv",
    "title_en": "title_en",
    "quote_sv": "quote",
    "unit": "unit_text",
    "confidence": "confidence",
    "note": "note",
    "source_title": "source_title",
    "source_section": "source_section",
    "source_ref": "source_ref",
    "valid_from": "valid_from",
    "near_reason_sv": "near_reason_sv",
    "near_reason_en": "near_reason_en",
    "series_note_sv": "series_note_sv",
    "series_note_en": "series_note_en",
    "defined_by": "defined_by",
    "leaves_out_sv": "leaves_out_sv",
    "leaves_out_en": "leaves_out_en",
}
"""Column of the file → column of the store."""

OPTIONAL = (
    "city",
    "base_year",
    "base_value",
    "target_year",
    "value",
    "unit",
    "rate_percent_per_year",
    "reduction_percent",
    "residual_or_offset_percent",
    "residual_tonnes",
    "budget_tonnes",
    "budget_first_year",
    "budget_last_year",
    "strict",
    "quote_sv",
    "source_title",
    "source_section",
    "contract_version_year",
    "source_ref",
    "confidence",
    "status",
    "note",
    "title_en",
    "state",
    "coverage_differs",
    "near_gas",
    "near_sectors_left_out",
    "near_reason_sv",
    "near_reason_en",
    "series_note_sv",
    "series_note_en",
    "defined_by",
    "leaves_out_sv",
    "leaves_out_en",
    "valid_from",
    "unit_text",
    "per_person",
    "rate",
    "reduction",
    "residual_share",
)
"""The last five as a dataset gives them out: shares of one, and values in tonnes whatever the
source's unit."""

KEPT_WHERE_UNSAID = (
    "status",
    "note",
    "title_en",
    "residual_tonnes",
    "coverage_differs",
    "near_gas",
    "near_sectors_left_out",
    "near_reason_sv",
    "near_reason_en",
    "series_note_sv",
    "series_note_en",
    "defined_by",
    "leaves_out_sv",
    "leaves_out_en",
    "valid_from",
)
"""Columns, named alike in file and store, beyond those in which goals are collected."""

OTHER_STATUSES = (
    "planned",
    "proposed",
    "project_goal",
    "calculated_need",
    "mission_definition",
    "regional",
    "challenge",
    "past",
    "superseded",
)
CONTRADICTS = "contradicts_"
CONFIDENCES = ("high", "medium", "low", "")
GASES = (*Gas, "unspecified")
POSITIVE_WORD = "klimatpositiv"
COMPARED = (
    "status",
    "title_sv",
    "base_year",
    "base_value",
    "target_year",
    "value",
    "rate",
    "reduction",
    "budget_tonnes",
)


def check(
    files: Sequence[Path], facts: StoreFacts, _options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    read: list[tuple[RowCells, dict[str, Any]]] = []
    once = Once("each goal")
    for cells in rows_of(files, REQUIRED, OPTIONAL, facts, problems):
        row = goal_row(cells)
        keep_unsaid(cells, row, facts)
        once.check(cells, "goal_id", (row["goal_id"],))
        check_years(cells, row)
        check_form(cells, row)
        read.append((cells, row))
    check_budgets_apart(read)
    known = {**facts.goals, **{row["goal_id"]: row for _, row in read}}
    for cells, row in read:
        check_definition(cells, row, known)
    if problems:
        return None
    rows: Rows = [row for _, row in read]
    return Draft(
        rows=len(rows),
        inserts=((goal, rows),),
        values={row["goal_id"]: summary(row, COMPARED) for row in rows},
        compared=COMPARED,
        held=partial(held, spoken_of(rows, "goal_id")),
    )


def goal_row(cells: RowCells) -> dict[str, Any]:
    """One goal in the store's units: tonnes a year (or per person) and shares of one."""
    given_out = "unit_text" in cells.table.columns
    unit = None if given_out else emission_unit(cells.text("unit"))
    tonnes = 1.0 if unit is None else unit.tonnes
    kind = cells.word("kind", list(GoalKind))
    return {
        "goal_id": cells.text("goal_id", required=True),
        "municipality_code": cells.code(),
        "kind": kind,
        "scope": cells.word("scope", list(GoalScope)),
        "gas": cells.word("gas", GASES, "unspecified"),
        **{column: cells.text(name) for name, column in TEXTS.items()},
        "unit_text": cells.text("unit_text" if given_out else "unit"),
        "title_sv": cells.text("title_sv", required=True),
        "confidence": cells.word("confidence", CONFIDENCES, ""),
        "base_year": cells.year("base_year"),
        "base_value": times(cells.number("base_value"), tonnes),
        "target_year": cells.year("target_year"),
        "value": times(cells.number("value"), tonnes),
        "per_person": (cells.truth("per_person") or False)
        if given_out
        else unit is not None and unit.per_person,
        "rate": share(cells, "rate_percent_per_year", "rate"),
        "reduction": share(cells, "reduction_percent", "reduction"),
        "residual_share": share(cells, "residual_or_offset_percent", "residual_share"),
        "residual_tonnes": cells.number("residual_tonnes"),
        "budget_tonnes": cells.number("budget_tonnes"),
        "budget_first_year": cells.year("budget_first_year"),
        "budget_last_year": cells.year("budget_last_year"),
        "strict": cells.truth("strict"),
        "state": state(cells, kind),
        "status": status(cells),
        "contract_version_year": cells.year("contract_version_year"),
        "coverage_differs": cells.truth("coverage_differs") or False,
        "near_gas": cells.word("near_gas", list(Gas)) if cells.text("near_gas") else None,
        "near_sectors_left_out": sectors(cells),
    }


def keep_unsaid(cells: RowCells, row: dict[str, Any], facts: StoreFacts) -> None:
    """A known goal keeps what a file has no column for: its status, its note, our reading of it."""
    known = facts.goals.get(row["goal_id"])
    if known is None:
        return
    for column in KEPT_WHERE_UNSAID:
        if column not in cells.table.columns:
            row[column] = known[column]


def times(value: float | None, factor: float) -> float | None:
    """The value in tonnes."""
    return None if value is None else value * factor


def share(cells: RowCells, column: str, as_share: str) -> float | None:
    """Per cent as a share of one, from 0 to 1; `as_share` holds the share itself."""
    if as_share in cells.table.columns:
        found = cells.number(as_share)
        if found is not None and not 0 <= found <= 1:
            cells.problem(as_share, "a share from 0 to 1")
        return found
    percent = cells.number(column)
    if percent is None:
        return None
    if not 0 <= percent <= 100:
        cells.problem(column, "per cent from 0 to 100")
    return percent / 100


def state(cells: RowCells, kind: str | None) -> str | None:
    """The end state of a `state` goal: as given, else as the title says, else neutral."""
    if cells.text("state"):
        if kind != GoalKind.STATE:
            cells.problem("state", "no end state for a goal of another kind than state")
        return cells.word("state", list(State))
    if kind != GoalKind.STATE:
        return None
    positive = POSITIVE_WORD in cells.text("title_sv").lower()
    return State.POSITIVE if positive else State.NEUTRAL


def status(cells: RowCells) -> str:
    """The status of the goal's source; adopted where the file states none."""
    word = cells.text("status") or "adopted"
    known = word in ASSESSED_STATUSES or word in OTHER_STATUSES or word.startswith(CONTRADICTS)
    if not known:
        every = ", ".join(sorted((*ASSESSED_STATUSES, *OTHER_STATUSES)))
        cells.problem("status", f"one of {every}, {CONTRADICTS}Gnn")
    return word


def sectors(cells: RowCells) -> list[str]:
    """The sector codes in `near_sectors_left_out`, separated by semicolons."""
    found = cells.several("near_sectors_left_out")
    if any(code not in SECTORS for code in found):
        cells.problem("near_sectors_left_out", "of " + ", ".join(SECTORS) + ", parted by ;")
    return found


def check_budgets_apart(read: Sequence[tuple[RowCells, Mapping[str, Any]]]) -> None:
    """Two budgets in force of one city, scope and gas must not cover the same year."""
    budgets: dict[tuple[str, str, str], list[tuple[int, int, str]]] = defaultdict(list)
    for cells, row in read:
        first, last = row["budget_first_year"], row["budget_last_year"]
        in_force = row["kind"] == GoalKind.BUDGET and row["status"] in ASSESSED_STATUSES
        if not in_force or first is None or last is None:
            continue
        same = budgets[row["municipality_code"], row["scope"], row["gas"]]
        for other_first, other_last, other in same:
            if first <= other_last and other_first <= last:
                expected = f"years outside {other_first}–{other_last}, which {other} covers"
                todo = "give the older budget the status superseded"
                cells.problem("budget_first_year", expected, todo)
        same.append((first, last, row["goal_id"]))


def rows_held(conn: Connection) -> dict[str, Mapping[Any, Any]]:
    """Goals as the store has them, by id."""
    return {row.goal_id: row._mapping for row in conn.execute(newest(goal, goal.c.goal_id))}


def held(
    is_spoken_of: Callable[[Mapping[Any, Any]], bool], conn: Connection
) -> Mapping[str, Values]:
    """What is compared of the goals that the store has, of those that the file speaks of."""
    return {
        key: summary(row, COMPARED) for key, row in rows_held(conn).items() if is_spoken_of(row)
    }
