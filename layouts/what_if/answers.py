"""What the page about a city's goals and a reader's own rate needs to know."""

from collections.abc import Iterable
from dataclasses import dataclass

from progress.goals import YARDSTICK_ID
from progress.leading import leading
from progress.records import InvestmentAction, Municipality
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
        Held(candidate, indicative)
        for verdict in verdicts
        for candidate, indicative in ((verdict, False), (verdict.indicative, True))
        if candidate is not None and _ahead(candidate)
    ]
    own = [open_one for open_one in open_ones if not open_one.yardstick]
    first = leading([each.verdict for each in own])
    return tuple(
        sorted(
            open_ones,
            key=lambda open_one: (
                open_one.yardstick,
                open_one.verdict is not first,
                open_one.indicative,
                open_one.verdict.target_year,
                open_one.goal_id,
            ),
        )
    )


def _ahead(verdict: Verdict) -> bool:
    latest, target_year = verdict.latest_year, verdict.target_year
    if latest is None or target_year is None or verdict.actual is None:
        return False
    return target_year > latest and (verdict.budget is not None or verdict.target is not None)
