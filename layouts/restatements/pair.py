"""Which two releases an address asks to have held against each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from layouts.links.addresses import Address, QueryProblem
from layouts.links.query import PARAMETERS
from progress.records import Release


@dataclass(frozen=True, slots=True)
class Pair:
    """Two releases of the same gas and scope, the older edition first."""

    old: Release
    new: Release


@dataclass(frozen=True, slots=True)
class ChosenPair:
    """The pair (None where no gas has two releases), the releases that some pair can be made of,
    and what in the address could not be used. `mixed`: it named releases of different gases."""

    pair: Pair | None
    releases: tuple[Release, ...] = ()
    problems: tuple[QueryProblem, ...] = ()
    mixed: bool = False


def choose_pair(address: Address, loaded: Sequence[Release]) -> ChosenPair:
    """The pair that `from_release` and `to_release` name, in whichever order they stand.

    `loaded` are the releases of territorial emissions, newest edition first. With one named, its
    neighbour of the same gas stands beside it; with none, the two newest of the newest gas.
    """
    gases = [release.gas for release in loaded]
    usable = tuple(release for release in loaded if gases.count(release.gas) > 1)
    if not usable:
        return ChosenPair(None)
    named: list[Release] = []
    problems: list[QueryProblem] = []
    mixed = False
    for name in ("to_release", "from_release"):
        label = address.get(name)
        if label is None:
            continue
        result = next((release for release in usable if release.label == label), None)
        if result is not None and (not named or _goes_with(result, named[0])):
            named.append(result)
            continue
        mixed = mixed or (result is not None and result.gas != named[0].gas)
        problems.append(QueryProblem(PARAMETERS[name].name(address.lang), label))
    return ChosenPair(_pair(named, usable), usable, tuple(problems), mixed)


def _goes_with(release: Release, other: Release) -> bool:
    return release.gas == other.gas and release.label != other.label


def _pair(named: list[Release], usable: tuple[Release, ...]) -> Pair:
    gas = named[0].gas if named else usable[0].gas
    alike = [release for release in usable if release.gas == gas]
    if len(named) == 2:
        new, old = sorted(named, key=alike.index)
        return Pair(old, new)
    place = alike.index(named[0]) if named else 0
    place = min(place, len(alike) - 2)
    return Pair(alike[place + 1], alike[place])
