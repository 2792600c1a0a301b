"""Words about a person, erased by an owner's people from what is theirs; the rest is asked for.

What is an owner's own is told by its municipality, its owner, its import or the promise that it is
of. Registers, the log and what others own are the operator's, who is asked by a report. Whether the
words stand there is not told: it would be a way to look into what others have.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from sqlalchemy import Connection, Table, select

from data_access.clock import day_of
from data_access.corrections.erasing import (
    WORKED_OUT,
    erase_from,
    overwrite_while_erasing,
    pattern_of,
)
from data_access.corrections.recording import CorrectionRefused
from data_access.corrections.stored import STORED_IN, Row
from data_access.derived.grant_columns import refresh_columns
from data_access.derived.verdicts import refresh_verdicts
from data_access.imports.statuses import known
from data_access.inside.error_reports import NewReport, TooManyReports, receive
from data_access.publisher_role import REVOKED
from data_access.records import RECORDS
from data_access.releases import record_change
from data_access.status_tables import STATUS_TABLES
from data_access.tables import (
    correction,
    error_answer,
    error_report,
    grant,
    metadata,
    release,
    replaced_row,
)
from progress.corrections import STATUSES
from progress.i18n import say

OF_OPERATOR = frozenset(chain.from_iterable(REVOKED.values()))
OF_COORDINATOR = frozenset({"contract", "municipality", "organisation"})
OTHERS = WORKED_OUT | OF_OPERATOR | OF_COORDINATOR
"""Tables whose rows are no owner's, whomever they are about."""

ADDRESS = "/sv/inne/ratta"
KIND_OF = {table: kind for kind, table in STORED_IN.items()} | {
    table: STATUSES for table, _ in STATUS_TABLES.values()
}


@dataclass(frozen=True, slots=True)
class ErasedText:
    """A text as it has become: of which kind of row (a KIND, else the name of its table), under
    which key and in which field."""

    kind: str
    key: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class OwnErasure:
    """What was erased, and whether the operator was asked for the rest."""

    texts: tuple[ErasedText, ...]
    requested: bool = False


def erase_own(
    conn: Connection, owner: str, words: str, now: datetime, *, request: bool
) -> OwnErasure:
    """Erases words from all that is an owner's own; with `request` the operator is asked to erase
    them from all else. Raises CorrectionRefused for words that are too short, or that stand nowhere
    in what is the owner's where nothing is requested either."""
    pattern = pattern_of(words)
    overwrite_while_erasing(conn)
    is_own = _is_own(conn, owner)
    texts: list[ErasedText] = []
    touched = set()
    for table in metadata.sorted_tables:
        if table.name in OTHERS:
            continue
        for row, right in erase_from(conn, table, pattern, is_own):
            touched.add(table)
            kind, key = KIND_OF.get(table, table.name), _key(table, row)
            texts += [ErasedText(kind, key, name, str(text)) for name, text in right.items()]
    if not texts and not request:
        raise CorrectionRefused(say("klimat.these_words_stand_nowhere_in_own"))
    if texts:
        refresh_verdicts(conn, day_of(now).year)
        if grant in touched:
            refresh_columns(conn, all_of_them=True)
        detail = f"{owner}: {len(texts)} in {', '.join(sorted(table.name for table in touched))}"
        record_change(conn, "erase", detail=detail, now=now)
    return OwnErasure(tuple(texts), request and _ask(conn, owner, words, now))


def _ask(conn: Connection, owner: str, words: str, now: datetime) -> bool:
    """Asks the operator; whether there was room for it."""
    about = str(say("klimat.erase_request", owner=owner))
    try:
        receive(conn, NewReport("", ADDRESS, ADDRESS, about, words), now)
    except TooManyReports:
        return False
    return True


def _key(table: Table, row: Row) -> str:
    kind = KIND_OF.get(table)
    if kind in RECORDS:
        return RECORDS[kind].key_of(row)
    return " ".join(str(row[column.name]) for column in table.primary_key if row[column.name])


def _is_own(conn: Connection, owner: str) -> Callable[[Table, Row], bool]:
    """Tells whether a row is the owner's."""
    promised = {key for key, promise in known(conn).items() if owner in promise.owners}
    releases = set(conn.scalars(select(release.c.release_id).where(release.c.owner == owner)))
    reports = set(
        conn.scalars(select(error_report.c.report_id).where(error_report.c.owner == owner))
    )
    statuses = dict(STATUS_TABLES.values())

    def is_own(table: Table, row: Row) -> bool:
        if table in statuses:
            return row[statuses[table]] in promised
        if table is error_answer:
            return row["report_id"] in reports
        if table is correction and row["kind"] == STATUSES:
            return row["key"].rpartition(" ")[0] in promised
        if table is replaced_row:
            return (row["before"] or {}).get("municipality_code") == owner
        if row.get("owner"):
            return bool(row["owner"] == owner)
        return row.get("municipality_code") == owner or _of_release(row, releases)

    return is_own


def _of_release(row: Row, releases: Collection[int]) -> bool:
    return row.get("release_id") in releases
