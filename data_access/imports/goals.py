"""Imports goals: every form of RULES §2, in tonnes and shares, with their assumptions as given."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from data_access.imports.cells import RowCells
from data_access.imports.draft import Draft, Options, Problems, StoreFacts
from data_access.imports.drafts import draft_of
from data_access.imports.fields import read_fields, read_rows
from data_access.imports.goal_checks import check_definition, check_form, check_years
from data_access.questions.newest import newest
from data_access.records import GOAL
from data_access.records.goals import GASES
from data_access.tables import goal
from progress.emissions.sectors import SECTORS
from progress.goals.goal import ASSESSED_STATUSES, GoalKind, State
from progress.goals.units import emission_unit
from progress.i18n import say

KIND = GOAL.kind
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
POSITIVE_WORD = "klimatpositiv"

READ_HERE = frozenset(
    {
        "gas",
        "title_sv",
        "unit_text",
        "base_value",
        "value",
        "per_person",
        "rate",
        "reduction",
        "residual_share",
        "state",
        "status",
        "near_sectors_left_out",
    }
)
"""Fields of which more than one cell decides, or that their cells leave to us."""


def check(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    pairs: list[tuple[RowCells, dict[str, Any]]] = []

    def read(cells: RowCells) -> dict[str, Any]:
        row = goal_row(cells, options)
        keep_unsaid(cells, row, facts)
        check_years(cells, row)
        check_form(cells, row)
        pairs.append((cells, row))
        return row

    rows = read_rows(GOAL, files, facts, problems, read)
    check_budgets_apart(pairs)
    known = {**facts.goals, **{row["goal_id"]: row for row in rows}}
    for cells, row in pairs:
        check_definition(cells, row, known)
    if problems:
        return None
    return draft_of(GOAL, goal, rows)


def goal_row(cells: RowCells, options: Options) -> dict[str, Any]:
    """One goal in the store's units: tonnes a year (or per person) and shares of one."""
    given_out = "unit_text" in cells.table.columns
    unit = None if given_out else emission_unit(cells.text("unit"))
    tonnes = 1.0 if unit is None else unit.tonnes
    row = read_fields(GOAL, cells, options, but=READ_HERE)
    return row | {
        "gas": cells.word("gas", GASES, "unspecified"),
        "title_sv": cells.text("title_sv", required=True),
        "unit_text": cells.text("unit_text" if given_out else "unit"),
        "base_value": times(cells.number("base_value"), tonnes),
        "value": times(cells.number("value"), tonnes),
        "per_person": (cells.truth("per_person") or False)
        if given_out
        else unit is not None and unit.per_person,
        "rate": share(cells, "rate_percent_per_year", "rate"),
        "reduction": share(cells, "reduction_percent", "reduction"),
        "residual_share": share(cells, "residual_or_offset_percent", "residual_share"),
        "state": state(cells, row["kind"]),
        "status": status(cells),
        "near_sectors_left_out": sectors(cells),
    }


def keep_unsaid(cells: RowCells, row: dict[str, Any], facts: StoreFacts) -> None:
    """A known goal keeps what a file has no column for: its status, its note, our reading of it."""
    known = facts.goals.get(row["goal_id"])
    if known is None:
        return
    for field in GOAL.fields:
        if field.retained and field.column not in cells.table.columns:
            row[field.name] = known[field.name]


def times(value: float | None, factor: float) -> float | None:
    """The value in tonnes."""
    return None if value is None else value * factor


def share(cells: RowCells, column: str, as_share: str) -> float | None:
    """Per cent as a share of one, from 0 to 1; `as_share` holds the share itself."""
    if as_share in cells.table.columns:
        result = cells.number(as_share)
        if result is not None and not 0 <= result <= 1:
            cells.problem(as_share, say("import.share_from_0_to_1"))
        return result
    percent = cells.number(column)
    if percent is None:
        return None
    if not 0 <= percent <= 100:
        cells.problem(column, say("import.per_cent_from_0_to_100"))
    return percent / 100


def state(cells: RowCells, kind: str | None) -> str | None:
    """The end state of a `state` goal: as given, else as the title says, else neutral."""
    if cells.text("state"):
        if kind != GoalKind.STATE:
            cells.problem("state", say("import.no_end_state_for_goal_of"))
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
        cells.problem("status", say("import.one_of_gnn", every=every, contradicts=CONTRADICTS))
    return word


def sectors(cells: RowCells) -> list[str]:
    """The sector codes in `near_sectors_left_out`, separated by semicolons."""
    result = cells.several("near_sectors_left_out")
    if any(code not in SECTORS for code in result):
        cells.problem(
            "near_sectors_left_out", say("import.of_parted_by", sectors=", ".join(SECTORS))
        )
    return result


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
                expected = say(
                    "import.years_outside_which_covers",
                    other_first=other_first,
                    other_last=other_last,
                    other=other,
                )
                todo = say("import.give_older_budget_status_superseded")
                cells.problem("budget_first_year", expected, todo)
        same.append((first, last, row["goal_id"]))


def rows_held(conn: Connection) -> dict[str, Mapping[Any, Any]]:
    """Goals as the store has them, by id."""
    return {row.goal_id: row._mapping for row in conn.execute(newest(goal, goal.c.goal_id))}
