"""Grants row by row, for files that may be as long as the store is large."""

from collections.abc import Iterator

from sqlalchemy import Connection, or_, select

from data_access.questions.money import current_grants, grant_of, places_of
from progress.facts import Grant
from progress.money.kinds import PROJECT, repeated

AT_ONCE = 2000


def grant_rows(
    conn: Connection,
    *,
    kind: str | None = None,
    funder: str | None = None,
    programme: str | None = None,
    theme: str | None = None,
) -> Iterator[Grant]:
    """The project rows that hold now, in the order of their ids, read as they are asked for."""
    rows = current_grants()
    question = select(rows).where(rows.c.level == PROJECT).order_by(rows.c.grant_id)
    chosen = {"amount_kind": kind, "funder": funder, "programme": programme, "theme": theme}
    for column, value in chosen.items():
        if value is not None:
            question = question.where(rows.c[column] == value)
    found = conn.execute(question.execution_options(stream_results=True, yield_per=AT_ONCE))
    for some in found.partitions():
        places = places_of(conn, [row.grant_id for row in some])
        for row in some:
            yield grant_of(row, places.get((row.release_id, row.grant_id), ()))


def repeats(conn: Connection) -> dict[str, str]:
    """Rows whose money another row has too: id → the id that is counted (`money.kinds`)."""
    rows = current_grants()
    naming = select(rows.c.same_as).where(rows.c.same_as != "")
    concerned = select(rows).where(or_(rows.c.same_as != "", rows.c.grant_id.in_(naming)))
    return repeated([grant_of(row, ()) for row in conn.execute(concerned)])


def named_in_grants(conn: Connection, column: str, value: str) -> bool:
    """Whether any project has this `funder`, `programme` or `theme`."""
    rows = current_grants()
    found = select(rows.c.grant_id).where(rows.c[column] == value, rows.c.level == PROJECT)
    return conn.scalar(found.limit(1)) is not None
