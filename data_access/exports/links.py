"""What a row holds many of, as rows of their own: to be joined by key in place of JSON in cells."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

from data_access import questions as ask
from data_access.exports.verdicts import verdict_records
from data_access.questions.grant_rows import stored_grants

Row = Mapping[str, Any]

OF_VERDICT = ("municipality_code", "goal_id", "basis")
GRANT_PLACE_FIELDS = ("grant_id", "municipality_code")
ESTIMATE_FIELDS = (*OF_VERDICT, "year", "value", "low", "high", "status")
ASSUMPTION_FIELDS = (*OF_VERDICT, "number", "code", "text_sv", "text_en")
BUDGET_FIELDS = (
    *OF_VERDICT,
    "used_tonnes",
    "remaining_tonnes",
    "run_out_if_level",
    "run_out_at_done_rate",
    "projected_sum_tonnes",
)


def grant_place_rows(conn: Connection, _release: str | None) -> Iterator[Row]:
    """One row for each municipality of each grant."""
    for grant in stored_grants(conn):
        for code in grant["places"]:
            yield {"grant_id": grant["grant_id"], "municipality_code": code}


def of_verdicts(
    parts: Callable[[Mapping[str, Any]], Iterator[Row]],
) -> Callable[[Connection, str | None], Iterator[Row]]:
    """Rows of what each verdict holds many of, on the newest release of its gas or on another."""

    def rows(conn: Connection, release: str | None) -> Iterator[Row]:
        for verdict in ask.verdicts(conn, None, release):
            for record in verdict_records(verdict):
                key = {name: record[name] for name in OF_VERDICT}
                for part in parts(record):
                    yield {**key, **part}

    return rows


def estimates(verdict: Mapping[str, Any]) -> Iterator[Row]:
    """The years after the newest one."""
    yield from verdict["estimates"]


def assumptions(verdict: Mapping[str, Any]) -> Iterator[Row]:
    """What was assumed, numbered as it is told."""
    for number, assumption in enumerate(verdict["assumptions"], 1):
        yield {"number": number, **assumption}


def budget(verdict: Mapping[str, Any]) -> Iterator[Row]:
    """What is used of the carbon budget, where the goal is one."""
    if verdict["budget"] is not None:
        yield verdict["budget"]
