"""Which releases and sources there are, and which release is the newest of its gas."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select

from data_access.tables import emission_total, release, source
from progress.emissions.series import Gas, Scope
from progress.records import Release, Source
from progress.releases.order import Standing, read_from

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


def default_release(conn: Connection, gas: str, code: str | None = None) -> str | None:
    """The newest release of territorial emissions that a goal of this gas is read against.

    Of a municipality, the newest that holds it (RULES §1.4); else the newest of the whole country.
    A goal that does not name its gas is read against CO2e. None if nothing of the gas is loaded.
    """
    wanted = Gas.CO2E if gas == "unspecified" else Gas(gas)
    question = newest_emissions(wanted, Scope.TERRITORIAL, code)
    return conn.scalar(question.with_only_columns(release.c.label))


def has_partial_release(conn: Connection) -> bool:
    """Whether some municipalities have a newer release of their own than the country."""
    result = select(release.c.release_id).where(release.c.partial, release.c.published).limit(1)
    return conn.scalar(result) is not None


def newest_emissions(gas: Gas, scope: Scope, code: str | None = None) -> Select[int]:
    """The id of the newest published emission release of a gas and scope.

    Of the whole country, or of a municipality, where a partial release counts that holds it.
    """
    result = _published_emissions(gas, scope).order_by(*_NEWEST_FIRST).limit(1)
    return result.where(~release.c.partial) if code is None else result.where(_holds(code))


def in_use(
    release_id: ColumnElement[int], code: ColumnElement[str], gas: Gas
) -> ColumnElement[bool]:
    """Whether a row's release is the one from which its municipality's territorial emissions of a
    gas are read: the newest that holds it. Costs nothing where no release is partial."""
    scope = Scope.TERRITORIAL
    whole = newest_emissions(gas, scope)
    whole_id = whole.scalar_subquery()
    newer = _published_emissions(gas, scope).where(release.c.partial, _newer_than(whole))
    renewed = select(emission_total.c.municipality_code).where(
        emission_total.c.release_id.in_(newer)
    )
    newest_of_it = newer.where(_holds(code)).order_by(*_NEWEST_FIRST).limit(1)
    return or_(
        and_(release_id == whole_id, code.not_in(renewed)),
        and_(release_id.in_(newer), release_id == newest_of_it.scalar_subquery()),
    )


def _newer_than(whole: Select[int]) -> ColumnElement[bool]:
    """Whether the release at hand comes before another one, in the order of `_NEWEST_FIRST`."""
    mine: list[ColumnElement[Any]] = [
        func.coalesce(release.c.edition, 0),
        func.coalesce(release.c.released, date.min),
        release.c.release_id,
    ]
    its = [whole.with_only_columns(column).scalar_subquery() for column in mine]
    same = [left == right for left, right in zip(mine, its, strict=True)]
    newer = [left > right for left, right in zip(mine, its, strict=True)]
    alone = ~exists(whole.with_only_columns(release.c.release_id))
    return or_(alone, newer[0], and_(same[0], newer[1]), and_(same[0], same[1], newer[2]))


def emission_standings(
    conn: Connection, gas: Gas, scope: Scope, *, drafts: bool = False
) -> tuple[Standing, ...]:
    """The published releases of emissions of a gas and scope, newest first; with `drafts` all."""
    question = select(*(release.c[name] for name in Standing.__dataclass_fields__)).where(
        release.c.kind == "emissions", release.c.gas == gas, release.c.scope == scope
    )
    if not drafts:
        question = question.where(release.c.published)
    return tuple(Standing(*row) for row in conn.execute(question.order_by(*_NEWEST_FIRST)))


def releases_in_use(
    conn: Connection,
    gas: Gas,
    scope: Scope,
    draft: str = "",
    codes: Sequence[str] | None = None,
) -> dict[str, Standing]:
    """Municipality → the release that its emissions of a gas are read from, of all or of some (to
    be asked of all reads every total); with the label of a draft as if it were published."""
    published = {standing.release_id for standing in emission_standings(conn, gas, scope)}
    standings = [
        standing
        for standing in emission_standings(conn, gas, scope, drafts=bool(draft))
        if standing.release_id in published or standing.label == draft
    ]
    holds: dict[int, set[str]] = {}
    held = emission_total.c
    ids = [standing.release_id for standing in standings]
    question = select(held.release_id, held.municipality_code).where(held.release_id.in_(ids))
    if codes is not None:
        question = question.where(held.municipality_code.in_(codes))
    for release_id, code in conn.execute(question.distinct()):
        holds.setdefault(release_id, set()).add(code)
    return read_from(standings, holds)


def published_emissions(conn: Connection, gas: Gas, scope: Scope) -> tuple[int, ...]:
    """The ids of the published emission releases of a gas and scope, newest first."""
    return tuple(conn.scalars(_published_emissions(gas, scope).order_by(*_NEWEST_FIRST)))


def _published_emissions(gas: Gas, scope: Scope) -> Select[int]:
    return select(release.c.release_id).where(
        release.c.kind == "emissions",
        release.c.gas == gas,
        release.c.scope == scope,
        release.c.published,
    )


def _holds(code: str | ColumnElement[str]) -> ColumnElement[bool]:
    """Whether the release at hand has figures of a municipality."""
    held = emission_total.c
    return exists().where(held.release_id == release.c.release_id, held.municipality_code == code)


def territorial_releases(
    conn: Connection, gas: Gas | None = None, *, drafts: bool = False
) -> tuple[int, ...]:
    """The ids of the releases of territorial emissions, newest edition first.

    Of the published ones, unless `drafts` asks for the others too.
    """
    result = select(release.c.release_id).where(
        release.c.kind == "emissions", release.c.scope == Scope.TERRITORIAL
    )
    if not drafts:
        result = result.where(release.c.published)
    if gas is not None:
        result = result.where(release.c.gas == gas)
    return tuple(conn.scalars(result.order_by(*_NEWEST_FIRST)))


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
        edition=row["edition"],
        partial=row["partial"],
    )
