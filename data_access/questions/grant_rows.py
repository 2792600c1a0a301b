"""Grants row by row, for files that may be as long as the store is large."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, or_, select

from data_access.questions.money import current_grants, grant_columns, grant_of, places_of
from data_access.questions.newest import newest
from data_access.records import GRANT
from data_access.tables import grant
from progress.money.kinds import PROJECT, repeated
from progress.records import Grant

AT_ONCE = 2000
_NOTHING: Mapping[str, str] = {}


def stored_grants(conn: Connection) -> Iterator[dict[str, Any]]:
    """Every field of the grants that hold now, and of each the codes it names."""
    places = places_of(conn, None)
    rows = current_grants()
    names = [field.name for field in GRANT.stored]
    for release_id, *values in conn.execute(
        select(rows.c.release_id, *(rows.c[name] for name in names))
    ):
        row = dict(zip(names, values, strict=True))
        yield {**row, "places": list(places.get((release_id, row["grant_id"]), ()))}


def grant_rows(
    conn: Connection, *, kind: str | None = None, named: Mapping[str, str] = _NOTHING
) -> Iterator[Grant]:
    """The project rows that hold now, in the order of their ids, read as they are asked for.

    `kind`: those whose amount or decision it is, which are more than count as it (`money.kinds`).

    `named`: column → the word that rows must have in it.
    """
    rows = current_grants()
    question = select(rows.c.release_id, *grant_columns(rows)).where(rows.c.level == PROJECT)
    if kind is not None:
        question = question.where(or_(rows.c.amount_kind == kind, rows.c.decision == kind))
    for column, value in named.items():
        question = question.where(rows.c[column] == value)
    question = question.order_by(rows.c.grant_id)
    result = conn.execute(question.execution_options(stream_results=True, yield_per=AT_ONCE))
    for some in result.partitions():
        places = places_of(conn, [(row.release_id, row.grant_id) for row in some])
        for release_id, grant_id, *rest in some:
            values: tuple[Any, ...] = (grant_id, *rest, places.get((release_id, grant_id), ()))
            yield Grant(*values)


def repeats(conn: Connection) -> dict[str, str]:
    """Rows whose money another row has too: id → the id that is counted (`money.kinds`)."""
    pairs = conn.execute(select(grant.c.grant_id, grant.c.same_as).where(grant.c.same_as != ""))
    concerned = sorted({grant_id for pair in pairs for grant_id in pair})
    result: list[Grant] = []
    for first in range(0, len(concerned), AT_ONCE):
        some = grant.c.grant_id.in_(concerned[first : first + AT_ONCE])
        rows = newest(grant, grant.c.grant_id, where=some)
        result += [grant_of(row, ()) for row in conn.execute(rows)]
    return repeated(result)


def named_in_grants(conn: Connection, column: str, value: str) -> bool:
    """Whether any project has this word in the column."""
    result = select(grant.c.grant_id).where(grant.c[column] == value, grant.c.level == PROJECT)
    return conn.scalar(result.limit(1)) is not None
