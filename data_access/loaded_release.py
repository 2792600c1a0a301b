"""An emission release with its totals, and the sectors that begin within it (RULES §1.6)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, bindparam, select

from data_access.questions.emissions import totals, totals_by_release
from data_access.tables import emission, release, sector, sector_start
from progress.emissions.series import Gas, Point, Scope, Unit
from progress.emissions.series_breaks import SectorStart


@dataclass(frozen=True, slots=True)
class LoadedRelease:
    """An emission release and its totals by municipality code."""

    release_id: int
    label: str
    gas: Gas
    scope: Scope
    unit: Unit
    edition: int | None
    totals: dict[str, tuple[Point, ...]]
    starts: tuple[SectorStart, ...] = ()
    begun: dict[str, dict[int, float]] = field(default_factory=dict)
    """Tonnes of the sectors that begin within the release, by municipality and year (§1.6)."""
    _comparable: dict[str, tuple[Point, ...]] = field(default_factory=dict, init=False, repr=False)

    @property
    def begun_sectors(self) -> tuple[str, ...]:
        return tuple(start.sector for start in self.starts)

    def comparable(self, code: str) -> tuple[Point, ...]:
        """A municipality's totals without the sectors that begin within the release."""
        points, begun = self.totals.get(code, ()), self.begun.get(code)
        if not begun:
            return points
        if code not in self._comparable:
            self._comparable[code] = tuple(
                replace(point, value=point.value - begun.get(point.year, 0.0)) for point in points
            )
        return self._comparable[code]


def load_release(
    conn: Connection, release_id: int, codes: Collection[str] | None = None
) -> LoadedRelease:
    """A release with the totals of every municipality, or of these, and the sectors that begin
    within it."""
    head = release_head(conn, release_id)
    return replace(
        head,
        totals=totals(conn, head.label, codes),
        begun=_begun(conn, release_id, head.starts, codes),
    )


def release_head(conn: Connection, release_id: int) -> LoadedRelease:
    """A release without anybody's figures: what is the same for all municipalities."""
    head = conn.execute(_HEAD, {"release_id": release_id}).one()
    starts = tuple(
        SectorStart(row.sector, row.first_year)
        for row in conn.execute(_STARTS, {"release_id": release_id})
    )
    gas, scope, unit = Gas(head.gas), Scope(head.scope), Unit(head.unit)
    return LoadedRelease(release_id, head.label, gas, scope, unit, head.edition, {}, starts)


def of_municipality(
    conn: Connection, heads: Sequence[LoadedRelease], code: str
) -> tuple[LoadedRelease, ...]:
    """These releases with one municipality's figures, asked for together."""
    known = totals_by_release(conn, [head.label for head in heads], code)
    return tuple(
        replace(
            head,
            totals={code: known[head.label]} if head.label in known else {},
            begun=_begun(conn, head.release_id, head.starts, (code,)),
        )
        for head in heads
    )


_HEAD = select(release).where(release.c.release_id == bindparam("release_id"))
_STARTS = (
    select(sector.c.code.label("sector"), sector_start.c.first_year)
    .join(sector, sector.c.sector_id == sector_start.c.sector_id)
    .where(sector_start.c.release_id == bindparam("release_id"))
    .order_by(sector_start.c.sector_id)
)


_BEGUN = (
    select(emission.c.municipality_code, emission.c.year, emission.c.tonnes)
    .join(sector, sector.c.sector_id == emission.c.sector_id)
    .where(
        emission.c.release_id == bindparam("release_id"),
        sector.c.code.in_(bindparam("sectors", expanding=True)),
    )
)
_BEGUN_OF_SOME = _BEGUN.where(emission.c.municipality_code.in_(bindparam("codes", expanding=True)))


def _begun(
    conn: Connection,
    release_id: int,
    starts: tuple[SectorStart, ...],
    codes: Collection[str] | None,
) -> dict[str, dict[int, float]]:
    result: dict[str, dict[int, float]] = {}
    if not starts:
        return result
    parameters = {"release_id": release_id, "sectors": [start.sector for start in starts]}
    question = _BEGUN if codes is None else _BEGUN_OF_SOME
    for code, year, tonnes in conn.execute(
        question, parameters | ({} if codes is None else {"codes": sorted(codes)})
    ):
        of_one = result.setdefault(code, {})
        of_one[year] = of_one.get(year, 0.0) + tonnes
    return result
