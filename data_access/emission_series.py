"""The series that goals are held against: read once from a release, cut as a goal asks for."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from data_access.questions.newest import newest
from data_access.questions.releases import newest_emissions
from data_access.tables import emission, population, release, sector
from progress.goals import Goal
from progress.matching import FindSeries
from progress.series import TOTAL, Gas, Point, Scope, Series, Status, Unit

_LEAST_SURE_LAST = (Status.FINAL, Status.PRELIMINARY, Status.FORECAST, Status.ESTIMATE)
_SURENESS = {status: place for place, status in enumerate(_LEAST_SURE_LAST)}

Cell = tuple[float, Status]
"""One sector's tonnes in one year, and how sure they are."""


@dataclass(frozen=True, slots=True)
class LoadedRelease:
    """A whole emission release: code → year → sector → cell."""

    release_id: int
    label: str
    gas: Gas
    scope: Scope
    unit: Unit
    values: dict[str, dict[int, dict[str, Cell]]]


@dataclass(slots=True)
class SeriesShelf:
    """Every release read so far and the populations, so that each is asked for once."""

    conn: Connection
    _releases: dict[int, LoadedRelease] = field(default_factory=dict)
    _newest: dict[tuple[Gas, Scope], int | None] = field(default_factory=dict)
    _inhabitants: dict[str, dict[int, int]] | None = None

    def release(self, release_id: int) -> LoadedRelease:
        if release_id not in self._releases:
            self._releases[release_id] = _load(self.conn, release_id)
        return self._releases[release_id]

    def finder(self, context: LoadedRelease, code: str) -> FindSeries:
        """How a goal of one municipality finds its series when it is read against a release.

        A gas or scope that is not the release's own comes from the newest release that has it.
        """

        def find(
            scope: Scope, gas: Gas, of_sector: str, left_out: tuple[str, ...], per_person: bool
        ) -> Series | None:
            if (context.scope, context.gas) == (scope, gas):
                found: LoadedRelease | None = context
            else:
                found = self._newest_release(gas, scope)
            if found is None or code not in found.values:
                return None
            inhabitants = self._population(code) if per_person else None
            return _series(found, code, of_sector, left_out, inhabitants)

        return find

    def find_for(self, context: LoadedRelease, goal: Goal) -> FindSeries:
        """How this goal finds its series when it is read against a release."""
        return self.finder(context, goal.municipality_code)

    def _newest_release(self, gas: Gas, scope: Scope) -> LoadedRelease | None:
        if (gas, scope) not in self._newest:
            self._newest[gas, scope] = self.conn.scalar(newest_emissions(gas, scope))
        release_id = self._newest[gas, scope]
        return None if release_id is None else self.release(release_id)

    def _population(self, code: str) -> dict[int, int]:
        if self._inhabitants is None:
            self._inhabitants = {}
            key = population.c
            for row in self.conn.execute(newest(population, key.municipality_code, key.year)):
                of_one = self._inhabitants.setdefault(row.municipality_code, {})
                of_one[row.year] = row.inhabitants
        return self._inhabitants.get(code, {})


def _load(conn: Connection, release_id: int) -> LoadedRelease:
    head = conn.execute(select(release).where(release.c.release_id == release_id)).one()
    rows = conn.execute(
        select(
            emission.c.municipality_code,
            emission.c.year,
            sector.c.code,
            emission.c.tonnes,
            emission.c.status,
        )
        .join(sector, sector.c.sector_id == emission.c.sector_id)
        .where(emission.c.release_id == release_id)
        .order_by(emission.c.municipality_code, emission.c.year, emission.c.sector_id)
    )
    statuses = {status.value: status for status in Status}
    values: dict[str, dict[int, dict[str, Cell]]] = {}
    for code, year, of_sector, tonnes, status in rows:
        cells = values.setdefault(code, {}).setdefault(year, {})
        cells[of_sector] = (tonnes, statuses[status])
    return LoadedRelease(
        release_id, head.label, Gas(head.gas), Scope(head.scope), Unit(head.unit), values
    )


def _series(
    found: LoadedRelease,
    code: str,
    of_sector: str,
    left_out: tuple[str, ...],
    inhabitants: dict[int, int] | None,
) -> Series | None:
    """The series, or None where the release cannot give it in this cut or unit."""
    unit = found.unit
    points = list(_points(found.values[code], of_sector, left_out))
    if inhabitants is None and unit is Unit.TONNES_PER_PERSON:
        return None
    if inhabitants is not None and unit is Unit.TONNES:
        unit = Unit.TONNES_PER_PERSON
        points = [
            Point(point.year, point.value / inhabitants[point.year], point.status)
            for point in points
            if inhabitants.get(point.year, 0) > 0
        ]
    if not points:
        return None
    return Series(
        code, found.scope, found.gas, found.label, tuple(points), of_sector, unit, left_out
    )


def _points(
    years: dict[int, dict[str, Cell]], of_sector: str, left_out: tuple[str, ...]
) -> Iterable[Point]:
    for year, cells in years.items():
        whole = TOTAL in cells
        if of_sector == TOTAL and not left_out:
            chosen = list(cells.values())
        elif whole:
            # The publisher gives no sectors this year: what is left out cannot be taken off.
            continue
        elif of_sector == TOTAL:
            chosen = [cell for name, cell in cells.items() if name not in left_out]
        else:
            chosen = [cells[of_sector]] if of_sector in cells else []
        if chosen:
            status = max((cell[1] for cell in chosen), key=_SURENESS.__getitem__)
            yield Point(year, sum(cell[0] for cell in chosen), status)
