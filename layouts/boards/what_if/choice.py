"""What the reader has chosen in the address: goal, rate and first year of cuts; else ours."""

import math
from dataclasses import dataclass

from layouts.boards.what_if.answers import Held, WhatIfAnswers, held
from layouts.links.addresses import Address, QueryProblem
from layouts.links.query import PARAMETERS
from progress.goals.verdict_model import Verdict
from progress.road.scenario import Scenario, rate_from, scenario_of

HIGHEST_RATE = 0.5
STEPS = 1000
"""Our own suggestion is a tenth of a per cent at a time, rounded up so that it suffices."""


@dataclass(frozen=True, slots=True)
class Choice:
    """`needed` is the rate that meets the goal with this start; `rate_chosen` tells whether the
    reader set the rate. `starts` are the first and last year that may be chosen.
    """

    held: Held
    all_held: tuple[Held, ...]
    scenario: Scenario
    needed: float | None
    rate_chosen: bool
    starts: tuple[int, int]
    suggested_start: int
    suggested_rate: float
    problems: tuple[QueryProblem, ...]

    @property
    def target_year(self) -> int:
        return self.held.verdict.target_year or self.scenario.start_year


def choose(address: Address, answers: WhatIfAnswers) -> Choice | None:
    """The choice that an address makes; None where no goal lies ahead with anything to reach."""
    result = held(answers.verdicts)
    if not result:
        return None
    problems: list[QueryProblem] = []
    goal_id = address.get("goal")
    chosen = next((each for each in result if each.goal_id == goal_id), None)
    if goal_id is not None and chosen is None:
        problems.append(_problem(address, "goal", goal_id))
    chosen = chosen or result[0]
    verdict = chosen.verdict
    if verdict.latest_year is None or verdict.actual is None or verdict.target_year is None:
        return None
    first, last = verdict.latest_year + 1, verdict.target_year
    suggested_start = min(max(answers.current_year + 1, first), last)
    start = suggested_start
    start_given = address.get("start")
    if start_given is not None:
        if first <= int(start_given) <= last:
            start = int(start_given)
        else:
            problems.append(_problem(address, "start", start_given))
    needed = rate_from(verdict, start)
    suggested = _suggestion(needed, verdict)
    rate_given = address.get("rate")
    rate = suggested if rate_given is None else float(rate_given.replace(",", ".")) / 100
    scenario = scenario_of(verdict, rate, start)
    if scenario is None:
        return None
    return Choice(
        chosen,
        result,
        scenario,
        needed,
        rate_given is not None,
        (first, last),
        suggested_start,
        suggested,
        tuple(problems),
    )


def on_series_of(choice: Choice, other: Held) -> Scenario | None:
    """The chosen rate and start, on the series of another goal; None where they do not fit it."""
    rate, start = choice.scenario.rate, choice.scenario.start_year
    if start <= (other.verdict.latest_year or 0):
        return None
    return scenario_of(other.verdict, rate, start)


def sufficient(needed: float) -> float:
    """A needed rate as a tenth of a per cent, rounded up so that it suffices."""
    return math.ceil(round(needed * STEPS, 6)) / STEPS


def _suggestion(needed: float | None, verdict: Verdict) -> float:
    """The needed rate, a little up; the goal's own where nothing may be left; else what is done."""
    if needed is not None:
        return min(HIGHEST_RATE, sufficient(needed))
    if verdict.needed_tonnes_per_year is None:
        return 0.0
    return min(HIGHEST_RATE, verdict.goal.rate or 0.0)


def _problem(address: Address, name: str, value: str) -> QueryProblem:
    return QueryProblem(PARAMETERS[name].name(address.lang), value)
