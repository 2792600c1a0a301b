"""A municipality that ends: what the store holds of it is carried to the one that it became.

A new code takes all of the old one's rows. Where municipalities merge, tonnes and inhabitants are
added up, so that older years are of today's borders too; an older figure that only one of the two
has, or that cannot be added (an indicator), is taken out rather than told of a part as if of the
whole; the old one's goals become superseded and its own series are withdrawn, since neither was of
the area of today. Every row is remembered, so that the import can be undone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, delete, insert, select, update

from data_access.imports.draft import ImportRefused, Rows
from data_access.imports.merged_figures import (
    Releases,
    added_emissions,
    added_inhabitants,
    added_subsectors,
)
from data_access.imports.renewing import remember
from data_access.row_json import to_json
from data_access.tables import (
    emission,
    emission_subsector,
    emission_total,
    goal,
    grant_place,
    indicator_value,
    metadata,
    municipality,
    organisation,
    own_series,
    population,
    release,
    snapshot,
    verdict,
)
from progress.emissions.series import Unit
from progress.i18n import say

MERGED = "merged"

FIGURES = (emission, emission_subsector, population, indicator_value)
"""What is of an area, and not of who promises or receives."""

WORKED_OUT = (verdict, emission_total)
"""What the store works out anew of all that it holds."""

Row = Mapping[Any, Any]
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """How many rows were carried over, and how many figures were taken out."""

    rows: int = 0
    taken_out: int = 0


@dataclass(slots=True)
class _Merger:
    """`first_year` is the first in the borders of today. `alone`: the new municipality had no
    figures of its own, so that those of the old one are the first that it has."""

    conn: Connection
    release_id: int | None
    old: Row
    new: str
    merged: bool
    first_year: int
    alone: bool
    rows: int = 0
    taken_out: int = 0


def ending(conn: Connection, rows: Rows) -> list[tuple[Row, Row]]:
    """The municipalities of the store that end by these rows of earlier codes, with their rows."""
    known = {row["code"]: row for row in conn.execute(select(municipality)).mappings()}
    return [(known[row["earlier_code"]], row) for row in rows if row["earlier_code"] in known]


def carry_over(conn: Connection, release_id: int | None, old: Row, row: Row) -> Carried:
    """Carries all that is held of a municipality to that of the row, and ends it; without a release
    that remembers it, to be taken back by the caller.

    Raises ImportRefused where both have a row that cannot be told apart afterwards.
    """
    new = row["municipality_code"]
    held = (select(table).where(table.c.municipality_code == new).limit(1) for table in FIGURES)
    alone = all(conn.execute(rows).first() is None for rows in held)
    merged, first_year = row["change"] == MERGED, row["since"].year
    merger = _Merger(conn, release_id, old, new, merged, first_year, alone)
    for table in WORKED_OUT:
        conn.execute(delete(table).where(table.c.municipality_code == old["code"]))
    if merger.merged:
        _end_goals(merger)
        _withdraw_own_series(merger)
    for table in metadata.sorted_tables:
        for column in table.columns:
            if table not in WORKED_OUT and _names_a_municipality(column):
                _carry_table(merger, table, column)
    _remember(merger, municipality, [((old["code"],), old)])
    conn.execute(delete(municipality).where(municipality.c.code == old["code"]))
    return Carried(merger.rows, merger.taken_out)


def _names_a_municipality(column: Column[Any]) -> bool:
    return any(key.column is municipality.c.code for key in column.foreign_keys)


def _remember(merger: _Merger, table: Table, entries: list[tuple[Key, Row | None]]) -> None:
    if merger.release_id is None:
        return
    memory = [(list(key), None if before is None else to_json(before)) for key, before in entries]
    remember(merger.conn, merger.release_id, table, memory)


def _end_goals(merger: _Merger) -> None:
    mine = goal.c.municipality_code == merger.old["code"]
    _change(merger, goal, select(goal).where(mine), lambda _row: {"status": "superseded"})


def _withdraw_own_series(merger: _Merger) -> None:
    mine = select(own_series.c.release_id).where(
        own_series.c.municipality_code == merger.old["code"]
    )
    shown = select(release).where(release.c.release_id.in_(mine), release.c.published)
    _change(merger, release, shown, lambda _row: {"published": False})


def _change(
    merger: _Merger, table: Table, rows: Any, values: Callable[[Row], dict[str, Any]]
) -> int:
    """Gives rows new values; how many there are."""
    names = [column.name for column in table.primary_key]
    held = merger.conn.execute(rows).mappings().all()
    _remember(merger, table, [(tuple(row[name] for name in names), row) for row in held])
    for row in held:
        where = (table.c[name] == row[name] for name in names)
        merger.conn.execute(update(table).where(*where).values(values(row)))
    return len(held)


def _carry_table(merger: _Merger, table: Table, column: Column[Any]) -> None:
    if column.primary_key:
        _carry_keys(merger, table, column)
        return
    mine = select(table).where(column == merger.old["code"])
    merger.rows += _change(merger, table, mine, lambda row: _carried(merger, table, column, row))


def _carried(merger: _Merger, table: Table, column: Column[Any], row: Row) -> dict[str, Any]:
    values: dict[str, Any] = {column.name: merger.new}
    if table is organisation and merger.merged:
        new = select(organisation.c.organisation_id).where(
            organisation.c.municipality_code == merger.new, organisation.c.parent_id == ""
        )
        values["parent_id"] = merger.conn.scalars(new).first() or row["parent_id"]
    if table is snapshot:
        values["name"] = f"{row['name']} ({merger.old['name']})"
    return values


def _carry_keys(merger: _Merger, table: Table, column: Column[Any]) -> None:
    """Rows whose key has the code: as they are, unless the new municipality has rows there."""
    names = [key.name for key in table.primary_key]

    def held(code: str) -> dict[Key, Row]:
        rows = merger.conn.execute(select(table).where(column == code)).mappings()
        return {tuple(row[name] for name in names if name != column.name): row for row in rows}

    mine, theirs = held(merger.old["code"]), held(merger.new)
    wanted = _joined(merger, table, mine, theirs)
    if not mine and wanted.keys() == theirs.keys():
        return
    merger.rows += len(wanted.keys() & mine.keys())
    merger.taken_out += len((mine.keys() | theirs.keys()) - wanted.keys())

    def key_of(row: Row) -> Key:
        return tuple(row[name] for name in names)

    fresh = [{**row, column.name: merger.new} for row in wanted.values()]
    gone = [*theirs.values(), *mine.values()]
    known = {key_of(row) for row in theirs.values()}
    _remember(merger, table, [(key_of(row), None) for row in fresh if key_of(row) not in known])
    _remember(merger, table, [(key_of(row), row) for row in gone])
    merger.conn.execute(delete(table).where(column.in_((merger.old["code"], merger.new))))
    if fresh:
        merger.conn.execute(insert(table), fresh)


def _joined(
    merger: _Merger, table: Table, mine: Mapping[Key, Row], theirs: Mapping[Key, Row]
) -> dict[Key, Row]:
    """The rows of the two as those of one, by what of their keys is not the code."""
    if not merger.merged or table is grant_place or (table in FIGURES and merger.alone):
        return {**mine, **theirs}  # a grant to both is a grant to the one
    if table is emission:
        return added_emissions(mine, theirs, _releases(merger))
    if table is emission_subsector:
        return added_subsectors(mine, theirs, _releases(merger))
    if table is population:
        return added_inhabitants(mine, theirs, merger.first_year)
    if table is indicator_value:
        return {key: row for key, row in theirs.items() if row["year"] >= merger.first_year}
    both = mine.keys() & theirs.keys()
    if both:
        key = " ".join(map(str, min(both, key=str)))
        raise ImportRefused(say("import.merged_both_have_row", table=table.name, key=key))
    return {**mine, **theirs}


def _releases(merger: _Merger) -> Releases:
    def ids(where: ColumnElement[bool]) -> frozenset[int]:
        return frozenset(merger.conn.scalars(select(release.c.release_id).where(where)))

    return Releases(
        own=ids(release.c.release_id.in_(select(own_series.c.release_id))),
        in_tonnes=ids(release.c.unit == Unit.TONNES),
        of_today=ids(release.c.edition >= merger.first_year),
    )
