"""How much is emitted: totals, sectors and the nation, always from exactly one release."""

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, Connection, Row, Table, bindparam, case, exists, func, select

from data_access.tables import (
    emission,
    emission_subsector,
    emission_total,
    national_emission,
    release,
    sector,
)
from progress.emissions.sector_profile import shares
from progress.emissions.series import LEAST_SURE_LAST, STATUSES, TOTAL, Point
from progress.records import SectorValue, Subsector

_OBSERVED = [name for name, status in STATUSES.items() if status.observed]

_POINT = (
    emission_total.c.municipality_code,
    emission_total.c.year,
    emission_total.c.tonnes,
    emission_total.c.status,
)
_TOTALS = (
    select(*_POINT)
    .join(release, release.c.release_id == emission_total.c.release_id)
    .where(release.c.label == bindparam("label"))
    .order_by(emission_total.c.municipality_code, emission_total.c.year)
)
_RELEASE = select(release.c.release_id).where(release.c.label == bindparam("label"))
_OF_RELEASE = emission_total.c.release_id == _RELEASE.scalar_subquery()
_OBSERVED_YEARS = (
    select(emission_total.c.year)
    .distinct()
    .where(_OF_RELEASE, emission_total.c.status.in_(_OBSERVED))
    .order_by(emission_total.c.year)
)
_TOTALS_OF_YEAR = (
    select(*_POINT)
    .where(_OF_RELEASE, emission_total.c.year == bindparam("year"))
    .order_by(emission_total.c.municipality_code)
)
_OF_SOME = emission_total.c.municipality_code.in_(bindparam("codes", expanding=True))
_BY_RELEASE = (
    select(release.c.label, emission_total.c.year, emission_total.c.tonnes, emission_total.c.status)
    .join(release, release.c.release_id == emission_total.c.release_id)
    .where(
        release.c.label.in_(bindparam("labels", expanding=True)),
        emission_total.c.municipality_code == bindparam("code"),
    )
    .order_by(release.c.label, emission_total.c.year)
)

_SECTORS_OF = (
    select(emission.c.year, sector.c.code, emission.c.tonnes, emission.c.status)
    .join(release, release.c.release_id == emission.c.release_id)
    .join(sector, sector.c.sector_id == emission.c.sector_id)
    .where(release.c.label == bindparam("label"), emission.c.municipality_code == bindparam("code"))
    .order_by(emission.c.year, emission.c.sector_id)
)

_SUBSECTORS_OF = (
    select(sector.c.code, emission_subsector.c.name, emission_subsector.c.tonnes)
    .join(release, release.c.release_id == emission_subsector.c.release_id)
    .join(sector, sector.c.sector_id == emission_subsector.c.sector_id)
    .where(
        release.c.label == bindparam("label"),
        emission_subsector.c.municipality_code == bindparam("code"),
    )
    .order_by(emission_subsector.c.sector_id, emission_subsector.c.name)
)
_PARTS = select(emission_subsector).where(emission_subsector.c.release_id == release.c.release_id)
_DIVIDED = select(release.c.label).where(exists(_PARTS))


def totals(
    conn: Connection, release_label: str, codes: Collection[str] | None = None
) -> dict[str, tuple[Point, ...]]:
    """Code → yearly total of all sectors, in the release's unit, in order of year.

    Of all municipalities, or of these.
    """
    question = _TOTALS if codes is None else _TOTALS.where(_OF_SOME)
    result = {"label": release_label} | ({} if codes is None else {"codes": sorted(codes)})
    points: dict[str, list[Point]] = {}
    for code, year, tonnes, status in conn.execute(question, result):
        points.setdefault(code, []).append(Point(year, tonnes, STATUSES[status]))
    return {code: tuple(series) for code, series in points.items()}


def observed_years(conn: Connection, release_label: str) -> tuple[int, ...]:
    """The years in which some municipality has an observed value in the release, in order."""
    return tuple(conn.scalars(_OBSERVED_YEARS, {"label": release_label}))


def totals_of_year(conn: Connection, release_label: str, year: int) -> dict[str, Point]:
    """Code → the total of all sectors in one year, of every municipality that has one."""
    rows = conn.execute(_TOTALS_OF_YEAR, {"label": release_label, "year": year})
    return {code: Point(of, tonnes, STATUSES[status]) for code, of, tonnes, status in rows}


def totals_by_release(
    conn: Connection, release_labels: Iterable[str], code: str
) -> dict[str, tuple[Point, ...]]:
    """Label → one municipality's yearly totals in that release, for reading several at once."""
    rows = conn.execute(_BY_RELEASE, {"labels": list(release_labels), "code": code})
    points: dict[str, list[Point]] = {}
    for label, year, tonnes, status in rows:
        points.setdefault(label, []).append(Point(year, tonnes, STATUSES[status]))
    return {label: tuple(series) for label, series in points.items()}


def sectors(conn: Connection, release_label: str, code: str) -> tuple[SectorValue, ...]:
    """One municipality's values by year and sector; `total` where the file has no sectors."""
    rows = conn.execute(_SECTORS_OF, {"label": release_label, "code": code})
    return tuple(SectorValue(*row) for row in rows)


def divided_releases(conn: Connection) -> frozenset[str]:
    """The labels of the releases that say what their sectors are made of."""
    return frozenset(conn.scalars(_DIVIDED))


def subsectors(conn: Connection, release_label: str, code: str) -> tuple[Subsector, ...]:
    """What one municipality's sectors are made of; empty where the release does not say so."""
    rows = conn.execute(_SUBSECTORS_OF, {"label": release_label, "code": code})
    return tuple(
        Subsector(name_of, name, {int(year): value for year, value in tonnes.items()})
        for name_of, name, tonnes in rows
    )


def tonnes_by_sector(
    conn: Connection, release_label: str
) -> dict[tuple[str, int], dict[str, float]]:
    """(Code, year) → sector → tonnes in a release; `total` where it tells no sectors."""
    rows = conn.execute(
        select(emission.c.municipality_code, emission.c.year, sector.c.code, emission.c.tonnes)
        .join(release, release.c.release_id == emission.c.release_id)
        .join(sector, sector.c.sector_id == emission.c.sector_id)
        .where(release.c.label == release_label)
        .order_by(emission.c.municipality_code, emission.c.year, emission.c.sector_id)
    )
    result: dict[tuple[str, int], dict[str, float]] = {}
    for code, year, name, tonnes in rows:
        result.setdefault((code, year), {})[name] = tonnes
    return result


def sector_tonnes(
    conn: Connection, release_label: str, sector_code: str, codes: Collection[str]
) -> dict[str, dict[int, float]]:
    """Code → year → tonnes of one sector, of these municipalities."""
    rows = conn.execute(
        select(emission.c.municipality_code, emission.c.year, emission.c.tonnes)
        .join(release, release.c.release_id == emission.c.release_id)
        .join(sector, sector.c.sector_id == emission.c.sector_id)
        .where(
            release.c.label == release_label,
            sector.c.code == sector_code,
            emission.c.municipality_code.in_(tuple(codes)),
        )
        .order_by(emission.c.municipality_code, emission.c.year)
    )
    result: dict[str, dict[int, float]] = {}
    for row in rows:
        result.setdefault(row.municipality_code, {})[row.year] = row.tonnes
    return result


def sectors_of_year(conn: Connection, release_label: str, year: int) -> dict[str, dict[str, float]]:
    """Code → sector → tonnes in a year of a release, of every municipality."""
    rows = conn.execute(
        select(emission.c.municipality_code, sector.c.code, emission.c.tonnes)
        .join(release, release.c.release_id == emission.c.release_id)
        .join(sector, sector.c.sector_id == emission.c.sector_id)
        .where(release.c.label == release_label, emission.c.year == year, sector.c.code != TOTAL)
    )
    result: dict[str, dict[str, float]] = {}
    for code, name, tonnes in rows:
        result.setdefault(code, {})[name] = tonnes
    return result


def sector_shares(conn: Connection, release_label: str, year: int) -> dict[str, dict[str, float]]:
    """Code → sector → its share of the municipality's emissions in a year of a release."""
    by_code = sectors_of_year(conn, release_label, year)
    return {code: shares(tonnes) for code, tonnes in by_code.items()}


def sector_sums(
    conn: Connection, release_label: str, codes: Collection[str]
) -> dict[int, dict[str, float]]:
    """Year → sector → tonnes of these municipalities together."""
    rows = conn.execute(
        select(emission.c.year, sector.c.code, func.sum(emission.c.tonnes))
        .join(release, release.c.release_id == emission.c.release_id)
        .join(sector, sector.c.sector_id == emission.c.sector_id)
        .where(release.c.label == release_label, emission.c.municipality_code.in_(codes))
        .group_by(emission.c.year, sector.c.code)
    )
    sums: dict[int, dict[str, float]] = {}
    for year, code, tonnes in rows:
        sums.setdefault(year, {})[code] = tonnes
    return sums


def national(conn: Connection, release_label: str) -> tuple[Point, ...]:
    """The yearly sum of all municipalities, which is less than the nation's own figure."""
    return _national(conn, emission_total, release_label)


def published_national(conn: Connection, release_label: str) -> tuple[Point, ...]:
    """The nation's figures as the publisher gives them; empty where the release has none."""
    return _national(conn, national_emission, release_label)


def _national(conn: Connection, table: Table, release_label: str) -> tuple[Point, ...]:
    rows: Iterable[Row[tuple[object, ...]]] = conn.execute(
        select(*_summed(table))
        .join(release, release.c.release_id == table.c.release_id)
        .where(release.c.label == release_label)
        .group_by(table.c.year)
        .order_by(table.c.year)
    )
    return tuple(_point(row) for row in rows)


def _summed(table: Table) -> tuple[ColumnElement[object], ...]:
    """A sum is as sure as its least sure part."""
    rank = case(
        {status.value: place for place, status in enumerate(LEAST_SURE_LAST)},
        value=table.c.status,
    )
    return (
        table.c.year,
        func.sum(table.c.tonnes).label("tonnes"),
        func.max(rank).label("sureness"),
    )


def _point(row: Row[tuple[object, ...]]) -> Point:
    return Point(row.year, row.tonnes, LEAST_SURE_LAST[row.sureness])
