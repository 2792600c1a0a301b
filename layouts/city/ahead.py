"""What the goal that leads asks of the series shown, beside what has been done."""

from dataclasses import dataclass

from layouts.city.answers import CityAnswers
from layouts.city.series import INDUSTRY, Shown, View, comparable
from layouts.phrases.wording import capital
from progress.emissions.series import TOTAL, Point, Unit
from progress.goals.done import done_over, from_first_year
from progress.goals.verdict_model import Verdict
from progress.phrases.wording import named
from progress.road.scenario import path_behind


@dataclass(frozen=True, slots=True)
class Ahead:
    """`done` is the mean yearly change from `first` to `latest` as a share, a fall positive.

    `verdict` is the one that leads, `target` what it allows in its target year in the unit of the
    series shown; both None where it speaks of another series.
    """

    unit: Unit
    first: Point | None
    latest: Point
    done: float | None
    verdict: Verdict | None = None
    target_year: int | None = None
    target: float | None = None

    @property
    def years_left(self) -> int:
        return 0 if self.target_year is None else self.target_year - self.latest.year

    @property
    def needed_rate(self) -> float | None:
        """The yearly rate from the latest value to the target; None where no rate gets there."""
        if self.target is None or self.target <= 0 or self.years_left < 1:
            return None
        if self.latest.value <= self.target:
            return 0.0
        return float(1 - (self.target / self.latest.value) ** (1 / self.years_left))

    @property
    def needed_per_year(self) -> float | None:
        """What must be cut a year to reach the target, in the unit of the series."""
        if self.target is None or self.years_left < 1:
            return None
        return max(0.0, (self.latest.value - self.target) / self.years_left)

    @property
    def gap(self) -> float | None:
        """How far the done rate ends above the target in the target year."""
        if self.target is None or self.target_year is None or self.done is None:
            return None
        return self.continued(self.target_year) - self.target

    def continued(self, year: int) -> float:
        """The latest value carried on at the done rate."""
        rate = self.done or 0.0
        return float(self.latest.value * (1 - rate) ** (year - self.latest.year))

    def needed(self, year: int) -> float:
        """What is needed in a year: at the needed rate, straight where only a level is told."""
        passed = year - self.latest.year
        rate = self.needed_rate
        if rate is not None:
            return float(self.latest.value * (1 - rate) ** passed)
        return self.latest.value - passed * (self.needed_per_year or 0.0)


def leading(answers: CityAnswers) -> Verdict | None:
    """The verdict that leads the page: of the city's own goals, else the yardstick's."""
    return answers.leading or answers.yardstick


def ahead(shown: Shown, answers: CityAnswers) -> Ahead | None:
    """None where nothing is observed. A sector that begins is left out, as in the verdict: its
    first years would else be taken for a pace (RULES §1.6)."""
    whole = from_first_year(shown.observed)
    observed = comparable(shown, answers, whole[0].year) if whole else shown.observed
    if not observed:
        return None
    latest = observed[-1]
    since = from_first_year(observed)
    first = since[0] if since else None
    rate = done_over(since)
    done = None if rate is None else rate.rate
    result = Ahead(shown.unit, first, latest, done)
    for verdict in (leading(answers), answers.yardstick):
        if verdict is None or verdict.target is None or not _of_series(verdict, shown, answers):
            continue
        year, target = verdict.target_year, verdict.target
        if year is not None and year > latest.year:
            return Ahead(shown.unit, first, latest, done, verdict, year, target)
    return result


def goal_name(verdict: Verdict, lang: str) -> str:
    """The goal named by what it asks for, or the yardstick under its own name."""
    return capital(named(verdict.goal, lang))


def path_points(outlook: Ahead, first_year: int) -> tuple[tuple[int, float], ...]:
    """The goal's way from its base year: none where it has none."""
    if outlook.verdict is None or outlook.target_year is None:
        return ()
    path = path_behind(outlook.verdict)
    if path is None or outlook.verdict.base_year is None:
        return ()
    start = max(path.base_year, first_year)
    years = range(start, outlook.target_year + 1)
    points = [(year, path.value(year)) for year in years]
    return tuple((year, value) for year, value in points if value is not None)


def _of_series(verdict: Verdict, shown: Shown, answers: CityAnswers) -> bool:
    left_out = (INDUSTRY,) if shown.view is View.WITHOUT_INDUSTRY else ()
    return (
        verdict.release == answers.release.label
        and verdict.unit is shown.unit
        and verdict.scope is answers.scope
        and verdict.sector in (None, TOTAL)
        and tuple(verdict.sectors_left_out) == left_out
    )
