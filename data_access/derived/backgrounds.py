"""What verdicts are made against besides their own series: other goals, bands, earlier releases."""

from dataclasses import dataclass, field

from sqlalchemy import Connection

from data_access.emission_series import SeriesShelf
from data_access.loaded_release import LoadedRelease
from data_access.questions.pledges import goals
from data_access.questions.releases import territorial_releases
from progress.emissions.series import Gas, Scope
from progress.goals.background import Background, FindSeries
from progress.goals.goal import Goal
from progress.goals.hindcast import (
    Band,
    HorizonErrors,
    Miss,
    all_misses,
    band_of,
    errors_by_horizon,
)


@dataclass(slots=True)
class Backgrounds:
    """The background of any goal's verdict; what many share is worked out once."""

    conn: Connection
    shelf: SeriesShelf
    _goals: dict[str, tuple[Goal, ...]] | None = None
    _errors: dict[Gas, tuple[HorizonErrors, ...]] = field(default_factory=dict)
    _order: dict[Gas, tuple[int, ...]] = field(default_factory=dict)

    def of(self, goal: Goal, context: LoadedRelease) -> Background:
        """The background of a goal that is read against a release."""
        return Background(
            goals=self._of_city(goal.municipality_code),
            bands={gas: self.band(gas) for gas in Gas},
            find_before=self._find_before(context, goal.municipality_code),
        )

    def errors(self, gas: Gas) -> tuple[HorizonErrors, ...]:
        """How far estimates of a gas have missed, over all municipalities and releases."""
        if gas not in self._errors:
            self._errors[gas] = errors_by_horizon(self.misses(gas))
        return self._errors[gas]

    def misses(self, gas: Gas) -> tuple[Miss, ...]:
        """Every estimate of a gas that the published releases allow, with its outcome."""
        loaded = (self.shelf.release(release_id) for release_id in self._releases(gas))
        return all_misses(
            {code: release.comparable(code) for code in release.totals} for release in loaded
        )

    def band(self, gas: Gas) -> Band:
        return band_of(self.errors(gas))

    def _of_city(self, code: str) -> tuple[Goal, ...]:
        if self._goals is None:
            self._goals = {}
            for goal in goals(self.conn):
                of_city = self._goals.get(goal.municipality_code, ())
                self._goals[goal.municipality_code] = (*of_city, goal)
        return self._goals.get(code, ())

    def _releases(self, gas: Gas) -> tuple[int, ...]:
        """The published releases of territorial emissions of a gas, newest first."""
        if gas not in self._order:
            self._order[gas] = territorial_releases(self.conn, gas)
        return self._order[gas]

    def _find_before(self, context: LoadedRelease, code: str) -> FindSeries:
        """Finds a series in the release before the one that a goal is read against: of another gas,
        before the newest."""
        before: dict[tuple[Gas, Scope], int] = {}
        for gas in Gas:
            order = self._releases(gas)
            if gas is context.gas and context.release_id in order:
                order = order[order.index(context.release_id) + 1 :]
            elif gas is not context.gas:
                order = order[1:]
            if order:
                before[gas, Scope.TERRITORIAL] = order[0]
        return self.shelf.finder_in(before, code)
