"""The contract cities' goals year by year, worked out when figures or goals come in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, delete, insert

from data_access.derived.backgrounds import Backgrounds
from data_access.derived.goal_years_json import to_payload
from data_access.emission_series import SeriesShelf
from data_access.loaded_release import LoadedRelease
from data_access.questions.places import municipalities
from data_access.questions.pledges import goals
from data_access.questions.releases import territorial_releases
from data_access.tables import goal_years
from progress.emissions.comparison import together
from progress.emissions.series import Gas, Point, Scope, Series
from progress.goals.background import FindSeries
from progress.goals.goal import Goal
from progress.goals.goal_years import (
    CITIES,
    NATION,
    AreaYear,
    GasReleases,
    GoalYear,
    YearStands,
    area_year,
    cut_at,
    stand,
)
from progress.goals.leading import leading
from progress.goals.verdict import assess
from progress.goals.verdict_change import VerdictChange, verdict_change
from progress.goals.verdict_model import Verdict
from progress.goals.yardstick import is_yardstick, yardstick_goal

FIRST_YEAR = 2020
"""The first version of the contract was signed in 2020 (section 9 of the contracts for 2024)."""


def refresh_goal_years(
    conn: Connection, shelf: SeriesShelf, current_year: int, backgrounds: Backgrounds
) -> None:
    """Works out every year anew in the transaction at hand."""
    conn.execute(delete(goal_years))
    made = [
        {"year": year.year, "payload": to_payload(year)}
        for year in all_years(conn, shelf, current_year, backgrounds)
    ]
    if made:
        conn.execute(insert(goal_years), made)


def all_years(
    conn: Connection, shelf: SeriesShelf, current_year: int, backgrounds: Backgrounds
) -> Iterator[YearStands]:
    """Each year from the first contract to the newest with statistics."""
    by_gas = {
        gas: tuple(
            shelf.release(territorial_release)
            for territorial_release in territorial_releases(conn, gas)
        )
        for gas in Gas
    }
    cities = [
        municipality.code for municipality in municipalities(conn) if municipality.is_contract_city
    ]
    result = {
        gas: _GasRead(loaded[0], loaded[1:], shelf, backgrounds, tuple(cities), current_year)
        for gas, loaded in by_gas.items()
        if loaded
    }
    if Gas.CO2E not in result:
        return
    followed = [goal for goal in goals(conn) if goal.assessed and goal.municipality_code in cities]
    followed += [yardstick_goal(code) for code in (*cities, CITIES, NATION)]
    last = max(read.last_year for read in result.values())
    for read in result.values():
        read.newest_year = last
    read_in = [
        (goal, result[gas])
        for goal in followed
        if (gas := Gas.CO2E if goal.gas == "unspecified" else Gas(goal.gas)) in result
    ]
    for year in range(FIRST_YEAR, last + 1):
        leads = _leading(read_in, year)
        yield YearStands(
            year,
            tuple(read.releases(year) for read in result.values()),
            tuple(
                replace(
                    read.goal_year(goal, year),
                    leads=(goal.municipality_code, goal.goal_id) in leads,
                )
                for goal, read in read_in
            ),
            tuple(result[Gas.CO2E].area(code, year) for code in (*cities, CITIES, NATION)),
        )


@dataclass(slots=True)
class _GasRead:
    """The newest release of a gas, and the older ones that earlier years were told in."""

    newest: LoadedRelease
    older: tuple[LoadedRelease, ...]
    shelf: SeriesShelf
    backgrounds: Backgrounds
    cities: tuple[str, ...]
    current_year: int
    newest_year: int = 0
    _judged: dict[tuple[str, str, str, int], Verdict] = field(default_factory=dict)
    _sums: dict[tuple[str, str], tuple[Point, ...]] = field(default_factory=dict)
    _last_years: dict[str, int] = field(default_factory=dict)

    @property
    def last_year(self) -> int:
        return self._last_year_of(self.newest)

    def ended_in(self, year: int) -> LoadedRelease | None:
        """The older release that ended with the year."""
        return next(
            (release for release in self.older if self._last_year_of(release) == year), None
        )

    def releases(self, year: int) -> GasReleases:
        earlier = self.ended_in(year - 1)
        return GasReleases(
            self.newest.gas,
            self.newest.label,
            self.last_year,
            None if earlier is None else earlier.label,
        )

    def verdict(self, goal: Goal, year: int) -> Verdict:
        """What the newest release says of a goal with the years up to `year`."""
        return self._judge(self.newest, goal, year)

    def goal_year(self, goal: Goal, year: int) -> GoalYear:
        return GoalYear(
            goal.municipality_code,
            goal.goal_id,
            stand(self.verdict(goal, year)),
            stand(self.verdict(goal, year - 1)),
            self._restated(goal, year - 1),
        )

    def area(self, code: str, year: int) -> AreaYear:
        earlier = self.ended_in(year - 1)
        older = None if earlier is None else self._totals(earlier, code)
        whole = self._totals(self.newest, code)
        return area_year(code, year, whole, older, self._begun(code, year))

    def _begun(self, code: str, year: int) -> float:
        """The tonnes of sectors that are in a year's total and not in that of the year before."""
        whole = {point.year: point.value for point in self._totals(self.newest, code)}
        without = {point.year: point.value for point in self._comparable(self.newest, code)}
        if year not in whole or year - 1 not in whole:
            return 0.0
        first = whole[year - 1] == without[year - 1]
        return whole[year] - without[year] if first else 0.0

    def _restated(self, goal: Goal, year: int) -> VerdictChange | None:
        earlier = self.ended_in(year)
        if earlier is None:
            return None
        return verdict_change(
            self._judge(earlier, goal, year),
            self._judge(self.newest, goal, year),
            cut_at(self._finder(earlier, goal), year),
            cut_at(self._finder(self.newest, goal), year),
            self._then(year),
            (self.backgrounds.of(goal, earlier), self.backgrounds.of(goal, self.newest)),
        )

    def _judge(self, release: LoadedRelease, goal: Goal, year: int) -> Verdict:
        key = (release.label, goal.municipality_code, goal.goal_id, year)
        if key not in self._judged:
            find = cut_at(self._finder(release, goal), year)
            # A year is read as when its statistics came: what passed later had not passed then.
            then = self._then(year)
            self._judged[key] = assess(goal, find, then, self.backgrounds.of(goal, release))
        return self._judged[key]

    def _then(self, year: int) -> int:
        """The year of the day that a follow-up is of: today's for the newest, else the next."""
        return (
            self.current_year if year >= self.newest_year - 1 else min(self.current_year, year + 1)
        )

    def _finder(self, release: LoadedRelease, goal: Goal) -> FindSeries:
        """As any goal finds its series; the yardstick of an area finds the area's sum."""
        if not is_yardstick(goal) or goal.municipality_code not in (NATION, CITIES):
            return self.shelf.find_for(release, goal)
        code = goal.municipality_code
        points = self._comparable(release, code)
        series = Series(
            code, release.scope, release.gas, release.label, points, edition=release.edition
        )

        def find(
            scope: Scope, gas: Gas, _sector: str, _left_out: tuple[str, ...], _per_person: bool
        ) -> Series | None:
            fits = (scope, gas) == (release.scope, release.gas) and bool(points)
            return series if fits else None

        return find

    def _last_year_of(self, release: LoadedRelease) -> int:
        if release.label not in self._last_years:
            self._last_years[release.label] = _last_year(release)
        return self._last_years[release.label]

    def _comparable(self, release: LoadedRelease, code: str) -> tuple[Point, ...]:
        """The sum of an area without the sectors that begin within the release."""
        members: Iterable[str] = self.cities if code == CITIES else [code]
        chosen = release.totals if code == NATION else members
        return together([release.comparable(member) for member in chosen])

    def _totals(self, release: LoadedRelease, code: str) -> tuple[Point, ...]:
        """The sum of an area's municipalities for each year that all of them have."""
        key = (release.label, code)
        if key not in self._sums:
            members: Iterable[str] = self.cities if code == CITIES else [code]
            chosen = release.totals if code == NATION else members
            self._sums[key] = together([release.totals.get(member, ()) for member in chosen])
        return self._sums[key]


def _key(goal: Goal) -> tuple[str, str]:
    return (goal.municipality_code, goal.goal_id)


def _leading(read_in: Iterable[tuple[Goal, _GasRead]], year: int) -> set[tuple[str, str]]:
    """City and goal that is told first in each city, with the years up to `year`."""
    verdicts: dict[str, list[Verdict]] = defaultdict(list)
    for goal, read in read_in:
        verdicts[goal.municipality_code].append(read.verdict(goal, year))
    first = map(leading, verdicts.values())
    return {_key(verdict.goal) for verdict in first if verdict is not None}


def _last_year(release: LoadedRelease) -> int:
    """The newest year in which anybody has an observed value; 0 where nobody has."""
    everyone = release.totals.values()
    years = (point.year for points in everyone for point in points if point.status.observed)
    return max(years, default=0)
