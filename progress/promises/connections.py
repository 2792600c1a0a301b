"""What a chosen sector, goal or funder has to do with goals, promises, grants and sectors.

Only what a source says counts, never what a title sounds like: a goal is of the sectors that its
scope counts, a promise of those that its theme names, a grant of those that its publisher's theme
names (`progress.money.sector_places`), and a funder is behind the promises that name it.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from progress.emissions.sectors import SECTORS
from progress.goals.goal import Goal, GoalScope
from progress.goals.matching import TRANSPORT
from progress.money.sector_places import GROUP_SECTORS, Group, Place, Unplaced, place_of_theme
from progress.promises.parties import names_of
from progress.records import Commitment, Grant

ALL_SECTORS = frozenset(SECTORS)

PROMISE_THEMES: Mapping[str, Place] = {
    "mobility": Group.TRANSPORT,
    "energy": Group.ENERGY,
    "construction": Unplaced.SEVERAL,
    "climate_goal": Unplaced.ALL,
    "carbon_budget": Unplaced.ALL,
}
"""The themes of promises that speak of emissions; the others (citizens, finance …) name none."""

WHOLE_SCOPES = frozenset({GoalScope.TERRITORIAL, GoalScope.BUDGET})
"""Scopes that count all sectors of the municipality's emissions."""

_APART = re.compile(r", | and | och | / ")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen; None where nothing is."""

    sector: str | None = None
    goal: Goal | None = None
    funder: str | None = None

    def __bool__(self) -> bool:
        return any(each is not None for each in (self.sector, self.goal, self.funder))


@dataclass(frozen=True, slots=True)
class Connections:
    """The ids of what has to do with all that is chosen, and the years that it names.

    None where nothing that is chosen has to do with any thing of the kind.
    """

    sectors: frozenset[str] | None = None
    goals: frozenset[str] | None = None
    promises: frozenset[str] | None = None
    grants: frozenset[str] | None = None
    years: tuple[int, ...] = ()


def connections(
    choice: Choice,
    goals: Iterable[Goal],
    promises: Collection[Commitment],
    grants: Collection[Grant],
) -> Connections:
    """What has to do with the choice; of several choices, what has to do with each of them.

    A choice that has nothing to do with a kind of thing leaves it as it is.
    """
    sectors = _Kind()
    of_goals, of_promises, of_grants = _Kind(), _Kind(), _Kind()
    years: set[int] = set()
    if choice.sector is not None:
        chosen = frozenset({choice.sector})
        sectors.keep(chosen)
        of_goals.narrow(goal.goal_id for goal in goals if sectors_of_goal(goal) & chosen)
        of_promises.narrow(_promised(promises, chosen))
        of_grants.narrow(_granted(grants, chosen))
    if choice.goal is not None:
        counted = sectors_of_goal(choice.goal)
        whole = counted == ALL_SECTORS
        sectors.narrow(counted)
        of_goals.keep({choice.goal.goal_id})
        of_promises.narrow(_for_all(promises) if whole else _promised(promises, counted))
        of_grants.narrow(() if whole else _granted(grants, counted))
        years |= {choice.goal.target_year} if choice.goal.target_year else set()
    if choice.funder is not None:
        own = [grant for grant in grants if grant.funder == choice.funder]
        of_grants.keep({grant.grant_id for grant in own})
        sectors.narrow(sector for grant in own for sector in sectors_of_grant(grant))
        of_promises.narrow(
            promise.commitment_id for promise in promises if is_behind(choice.funder, promise)
        )
        years |= {grant.year for grant in own if grant.year is not None}
    return Connections(
        sectors.ids, of_goals.ids, of_promises.ids, of_grants.ids, tuple(sorted(years))
    )


def sectors_of_goal(goal: Goal) -> frozenset[str]:
    """The sectors that the goal counts; none where it counts something else, or a part of the
    place that the statistics do not divide."""
    if goal.scope in WHOLE_SCOPES:
        return ALL_SECTORS
    return frozenset({TRANSPORT}) if goal.scope is GoalScope.TRANSPORT else frozenset()


def sectors_of_promise(promise: Commitment) -> frozenset[str]:
    """The sectors that the theme of a promise names."""
    return _sectors(PROMISE_THEMES.get(promise.theme, Unplaced.NO_SECTOR))


def sectors_of_grant(grant: Grant) -> frozenset[str]:
    """The sectors that the publisher's theme of a grant names."""
    return _sectors(place_of_theme(grant.theme))


def is_behind(funder: str, promise: Commitment) -> bool:
    """Whether a promise names the funder, or one of those that fund together."""
    return bool({*_APART.split(funder)} & {*names_of(promise.party)})


def _sectors(place: Place) -> frozenset[str]:
    return frozenset(GROUP_SECTORS[place]) if isinstance(place, Group) else frozenset()


def _promised(promises: Iterable[Commitment], sectors: frozenset[str]) -> Iterable[str]:
    return (each.commitment_id for each in promises if sectors_of_promise(each) & sectors)


def _for_all(promises: Iterable[Commitment]) -> Iterable[str]:
    return (
        each.commitment_id for each in promises if PROMISE_THEMES.get(each.theme) is Unplaced.ALL
    )


def _granted(grants: Iterable[Grant], sectors: frozenset[str]) -> Iterable[str]:
    return (each.grant_id for each in grants if sectors_of_grant(each) & sectors)


@dataclass(slots=True)
class _Kind:
    """The ids of a kind of thing that have to do with everything so far."""

    ids: frozenset[str] | None = None

    def keep(self, ids: Iterable[str]) -> None:
        """What is chosen among these things themselves, though it be nothing."""
        own = frozenset(ids)
        self.ids = own if self.ids is None else self.ids & own

    def narrow(self, ids: Iterable[str]) -> None:
        """What a choice of another kind has to do with; if nothing, it says nothing of them."""
        own = frozenset(ids)
        if own:
            self.keep(own)
