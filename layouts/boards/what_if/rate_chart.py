"""The chart of the rate: what is measured, the same pace with its band, the goal's own path, and
the reader's assumption."""

from layouts.boards.what_if.choice import Choice
from layouts.charts.description import (
    GoalPath,
    Line,
    LinePanel,
    Mark,
    Measure,
    PathPoint,
    TimeChart,
    marks,
)
from layouts.charts.overlays import Assumed, Level
from layouts.phrases.editions import edition_of
from layouts.phrases.text import Text
from progress.emissions.series import Point, Status, Unit
from progress.goals.verdict_model import Verdict
from progress.road.scenario import done_value, path_behind

CHART_ID = "scenario-chart"
THOUSAND = 1000.0


def scenario_chart(choice: Choice, message: str, name: str, t: Text) -> TimeChart:
    """From the first measured year to the target year."""
    verdict, scenario = choice.held.verdict, choice.scenario
    last = choice.target_year
    points = tuple((year, scenario.at(year)) for year in range(scenario.year, last + 1))
    panel = LinePanel(
        t("what_if.chart.panel", gas=t(f"word.gas.title.{verdict.gas}")),
        measure(verdict, t),
        lines(verdict, last, t),
        goal_paths(verdict, last, t("what_if.path"), t),
        levels=targets(verdict, t),
        assumed=(Assumed(t("what_if.assumed"), points),),
    )
    source = t("sharing.source.assumed", release=edition_of(verdict, t))
    return TimeChart(
        CHART_ID,
        t("what_if.chart.title", name=name),
        t.lang,
        message,
        (panel,),
        last_year=last,
        source=t("sharing.source", source=source),
        releases=verdict.release_names,
    )


def targets(verdict: Verdict, t: Text) -> tuple[Level, ...]:
    """What may be left in the target year: both readings, where the goal does not say which."""
    latest, last = verdict.latest_year, verdict.target_year
    if latest is None or last is None:
        return ()
    if verdict.bounds is not None:
        strict, lenient = verdict.bounds.strict.target, verdict.bounds.lenient.target
        return (
            Level(t("what_if.bound.strict"), strict, latest, last),
            Level(t("what_if.bound.lenient"), lenient, latest, last),
        )
    if verdict.target is None or path_behind(verdict) is not None:
        return ()
    return (Level(t("what_if.bound.target"), verdict.target, latest, last),)


def measure(verdict: Verdict, t: Text) -> Measure:
    """The verdict's own unit."""
    if verdict.unit is Unit.TONNES:
        return Measure(t("word.unit.tonnes"), t("city.emissions.axis"), THOUSAND, 0)
    return Measure(t("word.unit.tonnes_per_person"), t("what_if.chart.per_person"), 1.0, 2)


def observed(verdict: Verdict) -> tuple[Point, ...]:
    """The measured years that the done rate rests on; without one, the latest alone."""
    if verdict.points:
        return verdict.points
    if verdict.latest_year is None or verdict.actual is None:
        return ()
    status = Status(verdict.latest_status or Status.FINAL)
    return (Point(verdict.latest_year, verdict.actual, status),)


def lines(verdict: Verdict, last: int, t: Text) -> tuple[Line, ...]:
    """What is measured, and the same pace after it."""
    points = observed(verdict)
    result = [Line(t("city.emissions.line"), marks(points), 1)]
    coming = range(points[-1].year + 1, last + 1) if points else range(0)
    values = [(year, done_value(verdict, year)) for year in coming]
    bands = {each.year: each for each in verdict.estimates}
    coming_marks = tuple(
        Mark(
            year,
            value,
            Status.ESTIMATE,
            None if (band := bands.get(year)) is None else band.low,
            None if band is None else band.high,
        )
        for year, value in values
        if value is not None
    )
    if coming_marks:
        result.append(Line(t("what_if.pace"), coming_marks, 1))
    return tuple(result)


def goal_paths(verdict: Verdict, last: int, label: str, t: Text) -> tuple[GoalPath, ...]:
    """The goal's own path from the first measured year that is drawn."""
    path, points = path_behind(verdict), observed(verdict)
    if path is None or not points:
        return ()
    years = range(max(path.base_year, points[0].year), last + 1)
    values = [(year, path.value(year)) for year in years]
    drawn = tuple(PathPoint(year, value) for year, value in values if value is not None)
    budget = verdict.budget is not None
    label = t("what_if.path.budget") if budget else label
    return (GoalPath(label, drawn, ring=not budget),) if drawn else ()
