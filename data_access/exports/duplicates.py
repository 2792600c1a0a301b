"""Possible duplicates between publishers as rows to look through. Nothing is merged."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from data_access import questions as ask
from data_access.questions.grant_rows import stored_grants
from data_access.records import GRANT
from progress.money.duplicates import PossibleDuplicate, possible_duplicates, whole_id
from progress.money.pricing import Pricing, priced

FLAG = "possible_duplicate_of"
"""The column of exported grants that names the other rows, separated by semicolons."""

GRANT_FIELDS = (*GRANT.open, FLAG)

DUPLICATE_FIELDS = (
    "first_id",
    "second_id",
    "beneficiary",
    "first_source",
    "second_source",
    "first_title",
    "second_title",
    "first_sek",
    "second_sek",
    "state",
    "why",
)
SAME_CASE = "same funder's case number in two lists"
WHY = "same beneficiary, overlapping dates, amounts within 15 % in kronor of the year"


def found_duplicates(conn: Connection) -> tuple[PossibleDuplicate, ...]:
    """The pairs among all grants, in nominal kronor by each year's rate (RULES §7.7)."""
    return possible_duplicates(
        priced(ask.grants(conn), Pricing(ask.exchange_rates(conn))), ask.registry(conn)
    )


def duplicate_rows(conn: Connection, _release: str | None = None) -> Iterator[Mapping[str, Any]]:
    """One row for each pair. `state`: known where they are counted once already, else open."""
    for pair in found_duplicates(conn):
        yield {
            "first_id": pair.first.grant_id,
            "second_id": pair.second.grant_id,
            "beneficiary": pair.first.beneficiary,
            "first_source": pair.first.source_id,
            "second_source": pair.second.source_id,
            "first_title": pair.first.title,
            "second_title": pair.second.title,
            "first_sek": round(pair.first_sek),
            "second_sek": round(pair.second_sek),
            "state": "known" if pair.known else "open",
            "why": SAME_CASE if pair.same_case else WHY,
        }


def flagged_grants(conn: Connection, _release: str | None = None) -> Iterator[Mapping[str, Any]]:
    """All grants as stored, each with the rows that it may repeat."""
    others: dict[str, set[str]] = defaultdict(set)
    for pair in found_duplicates(conn):
        first, other = pair.first.grant_id, pair.second.grant_id
        others[whole_id(first)].add(other)
        others[whole_id(other)].add(first)
    for row in sorted(stored_grants(conn), key=itemgetter("grant_id")):
        yield {**row, FLAG: ";".join(sorted(others.get(whole_id(row["grant_id"]), ())))}
