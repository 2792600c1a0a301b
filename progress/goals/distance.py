"""How far a goal is from being met: the yearly pace needed less the one done (RULES §4)."""

from dataclasses import dataclass
from enum import IntEnum

from progress.goals.verdict_model import Attainment, Verdict


@dataclass(frozen=True, slots=True)
class Distance:
    """What is done and what is needed each year, in one unit: shares a year, a fall positive.

    `of_latest`: nothing may be left, so both are tonnes a year as a share of the latest value
    instead of yearly rates, since no rate reaches zero. `at_least`: the goal may ask for more.
    """

    done: float
    needed: float
    of_latest: bool = False
    at_least: bool = False

    @property
    def gap(self) -> float:
        """Needed less done; negative where more is done than is needed."""
        return self.needed - self.done


class Standing(IntEnum):
    """In which order goals are listed: those with a distance first, the reached ones last."""

    ON_ITS_WAY = 0
    AWAITING = 1
    NOT_ASSESSABLE = 2
    REACHED = 3


def distance(verdict: Verdict) -> Distance | None:
    """The verdict's done and needed, or None where the two are not known in one unit."""
    if verdict.done_rate is not None and verdict.needed_rate is not None:
        return Distance(verdict.done_rate, verdict.needed_rate, at_least=verdict.needed_is_least)
    done, needed, latest = (
        verdict.done_tonnes_per_year,
        verdict.needed_tonnes_per_year,
        verdict.actual,
    )
    if done is None or needed is None or not latest:
        return None
    return Distance(done / latest, needed / latest, True, verdict.needed_is_least)


def standing(verdict: Verdict | None) -> Standing:
    """Where a city stands in the list by its leading goal; None is a city without one."""
    if verdict is None or verdict.attainment is Attainment.NOT_ASSESSABLE:
        return Standing.NOT_ASSESSABLE
    if verdict.attainment is Attainment.REACHED:
        return Standing.REACHED
    if verdict.attainment in (Attainment.AWAITING, Attainment.MISSED) or not distance(verdict):
        return Standing.AWAITING
    return Standing.ON_ITS_WAY
