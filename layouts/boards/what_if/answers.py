"""What the board about a city's goals and the road to them needs to know."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from progress.goals.goal import YARDSTICK_ID
from progress.goals.leading import leading
from progress.goals.verdict_model import Verdict
from progress.records import InvestmentAction, Municipality, SectorValue


@dataclass(frozen=True, slots=True)
class WhatIfAnswers:
    """`verdicts` are those of the goals in force and the yardstick's; `actions` the plan's rows.

    `sectors`: release → the municipality's values by year and sector, of the releases that the
    verdicts on the whole place rest on.
    """

    municipality: Municipality
    verdicts: tuple[Verdict, ...]
    actions: tuple[InvestmentAction, ...]
    current_year: int
    sectors: Mapping[str, tuple[SectorValue, ...]] = field(default_factory=dict)


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
    own = [each for each in open_ones if not each.yardstick]
    first = leading([each.verdict for each in own])
    return tuple(
        sorted(
            open_ones,
            key=lambda each: (
                each.yardstick,
                each.verdict is not first,
                each.indicative,
                each.verdict.target_year,
                each.goal_id,
            ),
        )
    )


def _ahead(verdict: Verdict) -> bool:
    latest, target_year = verdict.latest_year, verdict.target_year
    if latest is None or target_year is None or verdict.actual is None:
        return False
    return target_year > latest and (verdict.budget is not None or verdict.target is not None)
