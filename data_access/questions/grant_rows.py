"""Grants row by row, for files that may be as long as the store is large."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    and_,
    func,
    literal_column,
    or_,
    select,
    union,
)

from data_access.questions.money import current_grants, grant_columns, places_of
from data_access.questions.registry import registry
from data_access.records import GRANT
from data_access.tables import grant, release
from progress.money.case_numbers import CaseRow, funders_in, repeats_by_case
from progress.money.duplicates import INSTALMENT
from progress.money.kinds import PROJECT, repeated
from progress.records import Grant

AT_ONCE = 2000

NO_TEXT: ColumnElement[str] = literal_column("''")
"""Written out: an index of the rows with a text is not used where it stands beside the question."""


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


def grant_rows(conn: Connection, grant_ids: Sequence[str]) -> Iterator[Grant]:
    """These grants as they hold now, in this order, read as they are asked for."""
    for first in range(0, len(grant_ids), AT_ONCE):
        some = grant_ids[first : first + AT_ONCE]
        grants = _grants_where(conn, grant.c.grant_id.in_(some))
        yield from (grants[grant_id] for grant_id in some if grant_id in grants)


def _grants_where(conn: Connection, condition: ColumnElement[bool]) -> dict[str, Grant]:
    """By id, the grants with a row of which this is or was true, as they hold now."""
    rows = current_grants(select(grant.c.grant_id).where(condition))
    result = conn.execute(select(rows.c.release_id, *grant_columns(rows))).all()
    places = places_of(conn, [(row.release_id, row.grant_id) for row in result])
    grants: dict[str, Grant] = {}
    for release_id, grant_id, *rest in result:
        values: tuple[Any, ...] = (grant_id, *rest, places.get((release_id, grant_id), ()))
        grants[grant_id] = Grant(*values)
    return grants


def grant_parts(conn: Connection, whole_id: str) -> tuple[Grant, ...]:
    """A grant by its id, or the rows of its years in their order; empty where there is none."""
    of_it = or_(
        grant.c.grant_id == whole_id,
        grant.c.grant_id.between(f"{whole_id}{INSTALMENT}", f"{whole_id}{INSTALMENT}9999"),
    )
    return tuple(row for _, row in sorted(_grants_where(conn, of_it).items()))


def programme_frames(conn: Connection, names: Sequence[str]) -> tuple[Grant, ...]:
    """A programme's own rows, by its spellings: its frames and calls, the newest first."""
    of_it = and_(grant.c.programme.in_(names), grant.c.level != PROJECT)
    rows = _grants_where(conn, of_it).values()
    return tuple(sorted(rows, key=lambda row: (-(row.year or 0), row.grant_id)))


def repeats(conn: Connection) -> dict[str, str]:
    """Rows whose money another row has too: id → the id that is counted, as rows tell themselves
    (`money.kinds`) and as two lists have one case (`money.case_numbers`)."""
    naming = grant.c.same_as != NO_TEXT
    with_case = grant.c.case_number != NO_TEXT
    cases = (
        select(grant.c.case_number)
        .where(with_case)
        .group_by(grant.c.case_number)
        .having(func.count(grant.c.source_id.distinct()) > 1)
    )
    of_cases = select(grant.c.grant_id).where(with_case, grant.c.case_number.in_(cases))
    ids = set(conn.scalars(of_cases))
    pairs = (select(column).where(naming) for column in (grant.c.grant_id, grant.c.same_as))
    rows = _newest_of(conn, union(*pairs, of_cases))
    named = repeated(rows)
    ids -= named.keys()
    if not ids:
        return named
    in_cases = (row for row in rows if row.grant_id in ids)
    return {**named, **repeats_by_case(in_cases, funders_in(registry(conn)))}


def _newest_of(conn: Connection, grant_ids: CompoundSelect[tuple[str]]) -> list[CaseRow]:
    """These grants as they hold now."""
    rows = conn.execute(_CASE_ROWS.where(grant.c.grant_id.in_(grant_ids)))
    newest = {row.grant_id: row for row in rows}  # the last release comes last
    return [CaseRow(*row) for _, row in sorted(newest.items())]


_CASE_ROWS = (
    select(*(grant.c[name] for name in CaseRow._fields))
    .join(release, release.c.release_id == grant.c.release_id)
    .where(release.c.published)
    .order_by(grant.c.release_id)
)
