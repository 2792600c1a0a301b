"""Which releases and sources there are, and which release is the newest of its gas."""

from typing import Any

from sqlalchemy import Connection, Select, select

from data_access.tables import release, source
from progress.facts import Release, Source
from progress.series import Gas, Scope

_NEWEST_FIRST = (
    release.c.edition.desc().nulls_last(),
    release.c.released.desc().nulls_last(),
    release.c.release_id.desc(),
)


def releases(conn: Connection) -> tuple[Release, ...]:
    """All published releases, newest edition first."""
    rows = conn.execute(published_releases().order_by(*_NEWEST_FIRST))
    return tuple(release_of(dict(row._mapping)) for row in rows)


def sources(conn: Connection) -> dict[str, Source]:
    """Every source by its id."""
    rows = conn.execute(select(source).order_by(source.c.source_id))
    return {row.source_id: Source(**row._mapping) for row in rows}


def default_release(conn: Connection, gas: str) -> str | None:
    """The newest release of territorial emissions that a goal of this gas is read against.

    A goal that does not name its gas is read against CO2e. None if nothing of the gas is loaded.
    """
    wanted = Gas.CO2E if gas == "unspecified" else Gas(gas)
    return conn.scalar(
        newest_emissions(wanted, Scope.TERRITORIAL).with_only_columns(release.c.label)
    )


def newest_emissions(gas: Gas, scope: Scope) -> Select[int]:
    """The id of the newest published emission release of a gas and scope."""
    return (
        select(release.c.release_id)
        .where(
            release.c.kind == "emissions",
            release.c.gas == gas,
            release.c.scope == scope,
            release.c.published,
        )
        .order_by(*_NEWEST_FIRST)
        .limit(1)
    )


def territorial_releases(
    conn: Connection, gas: Gas | None = None, *, drafts: bool = False
) -> tuple[int, ...]:
    """The ids of the releases of territorial emissions, newest edition first.

    Of the published ones, unless `drafts` asks for the others too.
    """
    found = select(release.c.release_id).where(
        release.c.kind == "emissions", release.c.scope == Scope.TERRITORIAL
    )
    if not drafts:
        found = found.where(release.c.published)
    if gas is not None:
        found = found.where(release.c.gas == gas)
    return tuple(conn.scalars(found.order_by(*_NEWEST_FIRST)))


def published_releases() -> Select[tuple[Any, ...]]:
    """The columns that `release_of` reads, of all published releases."""
    source_columns = [column.label(f"source_{column.name}") for column in source.columns]
    return (
        select(release, *source_columns)
        .join(source, source.c.source_id == release.c.source_id)
        .where(release.c.published)
    )


def release_of(row: dict[Any, Any]) -> Release:
    """A release with its source, from a row of `published_releases`."""
    return Release(
        label=row["label"],
        kind=row["kind"],
        title=row["title"],
        source=Source(**{c.name: row[f"source_{c.name}"] for c in source.columns}),
        released=row["released"],
        imported=row["imported"],
        file_name=row["file_name"],
        sha256=row["sha256"],
        rows=row["rows"],
        gas=row["gas"],
        scope=row["scope"],
        year_first=row["year_first"],
        year_last=row["year_last"],
        unit=row["unit"],
    )
