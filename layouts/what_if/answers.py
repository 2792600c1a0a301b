"""What the page about a city's goals and a reader's own rate needs to know."""

from collections.abc import Iterable
from dataclasses import dataclass

from progress.facts import InvestmentAction, Municipality
from progress.goals import YARDSTICK_ID
from progress.leading import leading
from progress.verdict_model import Verdict


@dataclass(frozen=True, slots=True)
class WhatIfAnswers:
    """`verdicts` are those of the goals in force and the yardstick's; `actions` the plan's rows."""

    municipality: Municipality
    verdicts: tuple[Verdict, ...]
    actions: tuple[InvestmentAction, ...]
    current_year: int


@dataclass(frozen=True, slots=True)
class Held:
    """A verdict whose goal a rate can be held against; its `own` verdict, or an indication."""

    verdict: Verdict
    indicative: bool

    @property
    def goal_id(self) -> str:
        return self.verdict.goal.goal_id

    @property
    def yardstick(self) -> bool:
        return self.goal_id == YARDSTICK_ID


def held(verdicts: Iterable[Verdict]) -> tuple[Held, ...]:
    """The goals that lie ahead and have a value or a sum to reach; the most telling one first.

    The yardstick comes last: it is never shown instead of a city's own goal.
    """
    open_ones = [
        Held(one, indicative)
        for verdict in verdicts
        for one, indicative in ((verdict, False), (verdict.indicative, True))
        if one is not None and _ahead(one)
    ]
    own = [one for one in open_ones if not one.yardstick]
    first = leading([one.verdict for one in own])
    return tuple(
        sorted(
            open_ones,
            key=lambda one: (
                one.yardstick,
                one.verdict is not first,
                one.indicative,
                one.verdict.target_year,
                one.goal_id,
            ),
        )
    )


def _ahead(verdict: Verdict) -> bool:
    latest, target_year = verdict.latest_year, verdict.target_year
    if latest is None or target_year is None or verdict.actual is None:
        return False
    return target_year > latest and (verdict.budget is not None or verdict.target is not None)
