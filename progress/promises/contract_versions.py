"""What changed between versions of a city's contract, from the goals that each is known to hold.

Absence is only a change where the whole text of a version has been read and its goals are known: a
goal that a page quotes of one version and not of the next may still stand there, and a version
whose goals are yet to be added has dropped none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from progress.goals.goal import Goal, GoalKind

SUPERSEDED = "superseded"


class Change(StrEnum):
    """What became of a goal from one version to the next.

    `ALTERED`: its figures differ in ways that cannot be ranked; `REWORDED`: only its words do.
    `NOT_SEEN`: it is not among the goals known of the newer version, whose text is not read whole;
    `FIRST_SEEN`: likewise of the older one.
    """

    ADDED = "added"
    DROPPED = "dropped"
    SHARPENED = "sharpened"
    SOFTENED = "softened"
    ALTERED = "altered"
    REWORDED = "reworded"
    SAME = "same"
    NOT_SEEN = "not_seen"
    FIRST_SEEN = "first_seen"


@dataclass(frozen=True, slots=True)
class ContractText:
    """A version of a city's contract whose text has been read whole."""

    contract_id: str
    municipality_code: str
    title: str
    version_year: int
    valid_year: int | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """What is known of one version: its goals, and whether its whole text has been read."""

    year: int
    whole: bool
    goals: tuple[Goal, ...]


@dataclass(frozen=True, slots=True)
class GoalChange:
    """A goal in an older and a newer version; None where that version is not known to have it."""

    change: Change
    old: Goal | None
    new: Goal | None


@dataclass(frozen=True, slots=True)
class VersionStep:
    """Two versions that follow on each other, and what became of their goals."""

    old: Version
    new: Version
    changes: tuple[GoalChange, ...]


def versions(goals: Iterable[Goal], texts: Iterable[ContractText]) -> tuple[Version, ...]:
    """The versions of one city's contract, oldest first.

    `goals` are all that were ever loaded, the newest of a goal last; `texts` those read whole.
    """
    whole = {text.version_year for text in texts}
    result: dict[int, dict[str, Goal]] = {year: {} for year in whole}
    for goal in goals:
        if goal.contract_version_year is not None:
            result.setdefault(goal.contract_version_year, {})[goal.goal_id] = goal
    return tuple(
        Version(year, year in whole, tuple(result[year][key] for key in sorted(result[year])))
        for year in sorted(result)
    )


def steps(known: Iterable[Version]) -> tuple[VersionStep, ...]:
    """What changed from each version to the next."""
    return tuple(VersionStep(old, new, _changes(old, new)) for old, new in pairwise(known))


def replaced(goals: Iterable[Goal]) -> tuple[GoalChange, ...]:
    """Goals that their sources call replaced, outside any contract version, each with the one goal
    in force of the same kind where there is exactly one."""
    every = tuple(goals)
    old = [g for g in every if g.status == SUPERSEDED and g.contract_version_year is None]
    return tuple(_paired(goal, [each for each in every if each.assessed]) for goal in old)


def _changes(old: Version, new: Version) -> tuple[GoalChange, ...]:
    result: list[GoalChange] = []
    left = {goal.goal_id: goal for goal in new.goals}
    for goal in old.goals:
        match = left.get(goal.goal_id) or _only_like(goal, left.values())
        if match is None:
            gone = Change.DROPPED if new.whole and new.goals else Change.NOT_SEEN
            result.append(GoalChange(gone, goal, None))
            continue
        del left[match.goal_id]
        result.append(GoalChange(compared(goal, match), goal, match))
    come = Change.ADDED if old.whole else Change.FIRST_SEEN
    return tuple(result + [GoalChange(come, None, goal) for goal in left.values()])


def _paired(goal: Goal, candidates: Iterable[Goal]) -> GoalChange:
    match = _only_like(goal, candidates)
    if match is None:
        return GoalChange(Change.DROPPED, goal, None)
    return GoalChange(compared(goal, match), goal, match)


def _only_like(goal: Goal, candidates: Iterable[Goal]) -> Goal | None:
    """The one candidate of the same form and scope; None where there are none or several."""
    if goal.kind is GoalKind.NARRATIVE:
        return None
    like = [
        candidate
        for candidate in candidates
        if (candidate.kind, candidate.scope, candidate.state, candidate.per_person)
        == (goal.kind, goal.scope, goal.state, goal.per_person)
    ]
    return like[0] if len(like) == 1 else None


def compared(old: Goal, new: Goal) -> Change:
    """Whether a goal asks for more, for less, or for something else than before."""
    basis = ("kind", "gas", "scope", "state", "per_person", "base_year", "budget_first_year")
    if any(getattr(old, name) != getattr(new, name) for name in basis):
        return Change.ALTERED
    signs = {_sign(old, new, name, less_is_more) for name, less_is_more in _DEMANDS.items()}
    if None in signs or {-1, 1} <= signs:
        return Change.ALTERED
    if 1 in signs:
        return Change.SHARPENED
    if -1 in signs:
        return Change.SOFTENED
    same = (old.title_sv, old.quote) == (new.title_sv, new.quote)
    return Change.SAME if same else Change.REWORDED


_DEMANDS: Mapping[str, bool] = {
    "target_year": True,
    "value": True,
    "reduction": False,
    "rate": False,
    "budget_tonnes": True,
    "budget_last_year": False,
    "residual_tonnes": True,
    "residual_share": True,
    "strict": False,
}
"""Field of a goal → whether a lower value asks for more."""


def _sign(old: Goal, new: Goal, name: str, less_is_more: bool) -> int | None:
    """1 where the new goal asks for more, -1 for less, 0 alike; None where only one states it."""
    first, second = getattr(old, name), getattr(new, name)
    if first == second:
        return 0
    if first is None or second is None:
        return None
    return 1 if (second < first) is less_is_more else -1
