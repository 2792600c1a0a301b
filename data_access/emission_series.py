"""The series that goals are held against: totals read once from a release, sectors as asked for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, select

from data_access.loaded_release import LoadedRelease, load_release
from data_access.own_series import OwnHead, own_heads
from data_access.questions.newest import newest
from data_access.questions.releases import published_emissions
from data_access.tables import emission, population, sector
from progress.emissions.series import (
    STATUSES,
    TOTAL,
    Gas,
    Point,
    Scope,
    Series,
    Status,
    Unit,
    least_sure,
)
from progress.goals.background import FindSeries
from progress.goals.goal import Goal
from progress.goals.yardstick import is_yardstick

Cell = tuple[float, Status]
"""One sector's tonnes in one year, and how sure they are."""

Cells = dict[int, dict[str, Cell]]
"""A municipality's values by year and sector."""


@dataclass(slots=True)
class SeriesShelf:
    """Every release read so far and the populations, so that each is asked for once.

    `codes` are the municipalities that it is asked of; None: any. Few goals ask for sectors: those
    of a municipality are read when one does.
    """

    conn: Connection
    codes: tuple[str, ...] | None = None
    _releases: dict[int, LoadedRelease] = field(default_factory=dict)
    _cells: dict[tuple[int, str], Cells] = field(default_factory=dict)
    _newest: dict[tuple[Gas, Scope], tuple[int, ...]] = field(default_factory=dict)
    _inhabitants: dict[str, dict[int, int]] | None = None
    _own_heads: dict[str, list[OwnHead]] | None = None

    @classmethod
    def of(
        cls, conn: Connection, releases: Iterable[LoadedRelease], codes: tuple[str, ...]
    ) -> "SeriesShelf":
        """A shelf with releases of these municipalities that are read already."""
        return cls(conn, codes, {release.release_id: release for release in releases})

    def release(self, release_id: int) -> LoadedRelease:
        if release_id not in self._releases:
            self._releases[release_id] = load_release(self.conn, release_id, self.codes)
        return self._releases[release_id]

    def finder(self, context: LoadedRelease, code: str, *, own: bool = True) -> FindSeries:
        """How a goal of one municipality finds its series when it is read against a release.

        A series that the city has loaded itself comes first, unless `own` is false. Else a gas or
        scope that is not the release's own comes from the newest release that has it.
        """

        def find(
            scope: Scope, gas: Gas, of_sector: str, left_out: tuple[str, ...], per_person: bool
        ) -> Series | None:
            cut = _Cut(code, of_sector, left_out, self._inhabitants_for(code, per_person))
            result = self._own(scope, gas, cut) if own else None
            if result is not None:
                return result
            if (context.scope, context.gas) == (scope, gas):
                return self._cut(context, cut)
            newest_release = self._newest_release(gas, scope, code)
            return None if newest_release is None else self._cut(newest_release, cut)

        return find

    def find_for(self, context: LoadedRelease, goal: Goal) -> FindSeries:
        """How this goal finds its series when it is read against a release: the yardstick never
        on a city's own figures."""
        return self.finder(context, goal.municipality_code, own=not is_yardstick(goal))

    def finder_in(self, release_ids: Mapping[tuple[Gas, Scope], int], code: str) -> FindSeries:
        """How a series is found in just these releases, by gas and scope; never a city's own."""

        def find(
            scope: Scope, gas: Gas, of_sector: str, left_out: tuple[str, ...], per_person: bool
        ) -> Series | None:
            release_id = release_ids.get((gas, scope))
            if release_id is None:
                return None
            cut = _Cut(code, of_sector, left_out, self._inhabitants_for(code, per_person))
            return self._series(self.release(release_id), cut)

        return find

    def _own(self, scope: Scope, gas: Gas, cut: "_Cut") -> Series | None:
        """The series of the city's newest own release, per person rather than divided by us."""
        newest_of: dict[Unit, OwnHead] = {}
        for head in self._heads(cut.code):
            if (head.scope, head.gas, head.continues_id) == (scope, gas, None):
                newest_of.setdefault(head.unit, head)
        for head in sorted(newest_of.values(), key=lambda head: head.unit is Unit.TONNES):
            series = self._cut(self.release(head.release_id), cut)
            if series is not None and series.latest is not None:
                made = any(point.status is Status.FORECAST for point in series)
                by = series.forecasts_by or (head.figures if made else None)
                return replace(series, own=head.figures, forecasts_by=by)
        return None

    def _cut(self, release: LoadedRelease, cut: "_Cut") -> Series | None:
        """The release's series with the forecasts that the city has made to continue it."""
        series = self._series(release, cut)
        if series is None or series.latest is None or (cut.sector, cut.left_out) != (TOTAL, ()):
            return series
        for head in self._heads(cut.code):
            if head.continues_id == release.release_id:
                forecast = self._series(self.release(head.release_id), cut)
                if forecast is None:
                    return series
                made = {point.year: point for point in (*series, *forecast)}
                known = {point.year: point for point in series.observed}
                merged = sorted((made | known).values(), key=lambda point: point.year)
                return replace(series, points=tuple(merged), forecasts_by=head.figures)
        return series

    def _series(self, release: LoadedRelease, cut: "_Cut") -> Series | None:
        """The series, or None where the release cannot give it in this cut or unit."""
        unit, inhabitants = release.unit, cut.inhabitants
        if cut.code not in release.totals or (
            inhabitants is None and unit is Unit.TONNES_PER_PERSON
        ):
            return None
        points = self._per(cut, unit, self._points(release, cut))
        if inhabitants is not None:
            unit = Unit.TONNES_PER_PERSON
        if not points:
            return None
        begun: tuple[str, ...] = ()
        whole: tuple[Point, ...] = ()
        if cut.sector == TOTAL and release.starts:
            begun = tuple(code for code in release.begun_sectors if code not in cut.left_out)
            whole = self._per(cut, release.unit, self._points(release, cut, whole=True))
        return Series(
            cut.code,
            release.scope,
            release.gas,
            release.label,
            points,
            cut.sector,
            unit,
            cut.left_out,
            begun=begun,
            whole=whole,
            edition=release.edition,
        )

    def _points(
        self, release: LoadedRelease, cut: "_Cut", *, whole: bool = False
    ) -> tuple[Point, ...]:
        if (cut.sector, cut.left_out) == (TOTAL, ()):
            return release.totals[cut.code] if whole else release.comparable(cut.code)
        key = (release.release_id, cut.code)
        if key not in self._cells:
            self._cells[key] = _cells(self.conn, *key)
        begun = () if whole or cut.sector != TOTAL else release.begun_sectors
        return tuple(_points(self._cells[key], cut.sector, (*cut.left_out, *begun)))

    def _per(self, cut: "_Cut", unit: Unit, points: tuple[Point, ...]) -> tuple[Point, ...]:
        """The values a person, where the cut asks for them."""
        if cut.inhabitants is None or unit is not Unit.TONNES:
            return points
        inhabitants = cut.inhabitants
        return tuple(
            Point(point.year, point.value / inhabitants[point.year], point.status)
            for point in points
            if inhabitants.get(point.year, 0) > 0
        )

    def _heads(self, code: str) -> list[OwnHead]:
        """The municipality's own releases, newest first."""
        if self._own_heads is None:
            self._own_heads = {}
            for head in own_heads(self.conn):
                self._own_heads.setdefault(head.code, []).append(head)
        return self._own_heads.get(code, [])

    def _inhabitants_for(self, code: str, per_person: bool) -> dict[int, int] | None:
        return self._population(code) if per_person else None

    def _newest_release(self, gas: Gas, scope: Scope, code: str) -> LoadedRelease | None:
        """The newest release that holds the municipality, of the few that there are."""
        if (gas, scope) not in self._newest:
            self._newest[gas, scope] = published_emissions(self.conn, gas, scope)
        for release_id in self._newest[gas, scope]:
            result = self.release(release_id)
            if code in result.totals:
                return result
        return None

    def _population(self, code: str) -> dict[int, int]:
        if self._inhabitants is None:
            self._inhabitants = {}
            key = population.c
            for row in self.conn.execute(newest(population, key.municipality_code, key.year)):
                of_one = self._inhabitants.setdefault(row.municipality_code, {})
                of_one[row.year] = row.inhabitants
        return self._inhabitants.get(code, {})


@dataclass(frozen=True, slots=True)
class _Cut:
    """What a goal asks of a release; `inhabitants` by year where it asks per person."""

    code: str
    sector: str
    left_out: tuple[str, ...]
    inhabitants: dict[int, int] | None


def _cells(conn: Connection, release_id: int, code: str) -> Cells:
    rows = conn.execute(
        select(emission.c.year, sector.c.code, emission.c.tonnes, emission.c.status)
        .join(sector, sector.c.sector_id == emission.c.sector_id)
        .where(emission.c.release_id == release_id, emission.c.municipality_code == code)
        .order_by(emission.c.year, emission.c.sector_id)
    )
    result: Cells = {}
    for year, of_sector, tonnes, status in rows:
        result.setdefault(year, {})[of_sector] = (tonnes, STATUSES[status])
    return result


def _points(years: Cells, of_sector: str, left_out: tuple[str, ...]) -> Iterator[Point]:
    """The values of one sector, or of all but those left out."""
    for year, cells in years.items():
        if TOTAL in cells:
            # The publisher gives no sectors this year: what is left out cannot be taken off.
            continue
        if of_sector == TOTAL:
            chosen = [cell for name, cell in cells.items() if name not in left_out]
        else:
            chosen = [cells[of_sector]] if of_sector in cells else []
        if chosen:
            status = least_sure(status for _, status in chosen)
            yield Point(year, sum(cell[0] for cell in chosen), status)
