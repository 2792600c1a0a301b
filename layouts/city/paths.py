"""The goals' paths that can stand in the emissions chart: same gas, same release, whole area."""

from layouts.charts.description import GoalPath, PathPoint
from layouts.city.answers import CityAnswers
from layouts.text import text
from progress.goals import YARDSTICK_ID, GoalKind
from progress.path import Path
from progress.scenario import path_behind
from progress.series import TOTAL
from progress.verdict_model import Verdict

MOST_PATHS = 3


def goal_paths(lang: str, answers: CityAnswers) -> tuple[GoalPath, ...]:
    """At most three paths, one for each target year, since a city often states the same aim in
    several goals; the yardstick's where the municipality has none of its own."""
    chosen: dict[int, GoalPath] = {}
    for verdict in sorted(_candidates(answers), key=_strictest):
        path = path_of(verdict)
        if path is None or verdict.target_year is None or verdict.target_year in chosen:
            continue
        years = range(path.base_year, verdict.target_year + 1)
        points = [(year, path.value(year)) for year in years]
        chosen[verdict.target_year] = GoalPath(
            _label(lang, verdict, answers),
            tuple(PathPoint(year, value) for year, value in points if value is not None),
        )
    return tuple(chosen[year] for year in sorted(chosen)[:MOST_PATHS])


def path_of(verdict: Verdict) -> Path | None:
    """The path that a verdict measured against; a budget's stands on its own account, not here."""
    return None if verdict.goal.kind is GoalKind.BUDGET else path_behind(verdict)


def _candidates(answers: CityAnswers) -> list[Verdict]:
    own = [_fitting(verdict, answers) for verdict in answers.own_verdicts]
    result = [verdict for verdict in own if verdict is not None]
    if result or answers.yardstick is None:
        return result
    yardstick = _fitting(answers.yardstick, answers)
    return [yardstick] if yardstick is not None else []


def _fitting(verdict: Verdict, answers: CityAnswers) -> Verdict | None:
    """The verdict, or its indicative one, where it speaks of the very series that is drawn."""
    for candidate in (verdict, verdict.indicative):
        if (
            candidate is not None
            and candidate.release == answers.release.label
            and candidate.scope is answers.scope
            and candidate.unit is answers.unit
            and candidate.sector in (None, TOTAL)
            and not candidate.sectors_left_out
        ):
            return candidate
    return None


def _strictest(verdict: Verdict) -> tuple[int, float]:
    return verdict.target_year or 9999, verdict.target if verdict.target is not None else 0.0


def _label(lang: str, verdict: Verdict, answers: CityAnswers) -> str:
    t = text(lang)
    if verdict.goal.goal_id == YARDSTICK_ID:
        return t("city.paths.yardstick", year=verdict.target_year)
    indicative = all(verdict is not own for own in answers.own_verdicts)
    key = "city.paths.indicative" if indicative else "city.paths.goal"
    return t(key, year=verdict.target_year)
