"""Whom a plan makes responsible for a measure: the municipality and its companies, or others.

It is the nearest that the sources come to what a municipality itself controls (rådighet): the
statistics tell where emissions arise, not who decides over them. The plans' words are placed one
by one, by what the plan says of those whom it names; no owner is guessed from a company's name.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from progress.records import InvestmentAction
from progress.road.levers import Lever


class Responsible(StrEnum):
    """Who is responsible, in the order in which pages list them."""

    MUNICIPALITY = "municipality"
    """The municipality, its departments, and companies that the plan calls municipal."""
    TOGETHER = "together"
    """The municipality with others."""
    OTHERS = "others"
    """Others, or a company of which the plan does not say whose it is."""
    UNPLACED = "unplaced"
    """Words that are not placed here."""
    NOT_TOLD = "not_told"
    """The plan names nobody."""


PLACED: dict[str, Responsible] = {
    "": Responsible.NOT_TOLD,
    # Stockholm: "City" is the city's own, "in broad co-operation" is with others.
    "City": Responsible.MUNICIPALITY,
    "City water and waste company": Responsible.MUNICIPALITY,
    "City in broad co-operation": Responsible.TOGETHER,
    "Power grid owner, power companies, City etc": Responsible.TOGETHER,
    "Gas distributor": Responsible.OTHERS,
    "District Heating Company": Responsible.OTHERS,
    # Malmö: the plan calls Sysav a waste management company and does not say whose.
    "City of Malmö": Responsible.MUNICIPALITY,
    "SYSAV": Responsible.OTHERS,
    "SYSAV Waste management company": Responsible.OTHERS,
    # Göteborg: the plan names Renova alone.
    "Renova": Responsible.OTHERS,
    "City of Lund Municipal Office – Environmental Department": Responsible.MUNICIPALITY,
    "Municipal company Kraftringen": Responsible.MUNICIPALITY,
    # Helsingborg: "The municipal company Öresundskraft", also without those words.
    "City of Helsingborg": Responsible.MUNICIPALITY,
    "The City of Helsingborg": Responsible.MUNICIPALITY,
    "The City of Helsingborg Property Departement.": Responsible.MUNICIPALITY,
    "The City of Helsingborg, The Helsingborg group": Responsible.MUNICIPALITY,
    "The city group": Responsible.MUNICIPALITY,
    "The municipal company Öresundskraft.": Responsible.MUNICIPALITY,
    "The municipal housing company Helsingborgshem.": Responsible.MUNICIPALITY,
    "Öresundskraft": Responsible.MUNICIPALITY,
    # The plan gives the company the study alone, not the measure that the study is of.
    "So far, the municipal energy company Öresundskraft is only responsible for the "
    "feasibility study.": Responsible.UNPLACED,
    "The City of Helsingborg, Trafikverket, Skånetrafiken": Responsible.TOGETHER,
    "Residents of Helsingborg": Responsible.OTHERS,
}
"""The plans' words for who is responsible, of the measures whose effect has a place in time."""


def responsible_for(action: InvestmentAction) -> Responsible:
    """Whom the plan makes responsible for an action."""
    return PLACED.get(action.responsible.strip(), Responsible.UNPLACED)


def responsible_of(lever: Lever) -> Responsible:
    """Of the actions that share an effect: theirs where all agree, else several together."""
    each = {responsible_for(action) for action in lever.actions}
    return next(iter(each)) if len(each) == 1 else Responsible.TOGETHER


@dataclass(frozen=True, slots=True)
class EffectSum:
    """Tonnes a year, low to high, of `levers` levers."""

    levers: int
    low: float
    high: float


def by_responsible(levers: Iterable[Lever]) -> Mapping[Responsible, EffectSum]:
    """The plan's levers summed by who is responsible; those without any are left out.

    The sums are what the plan states, before any limit of what a sector holds.
    """
    groups: dict[Responsible, list[Lever]] = defaultdict(list)
    for lever in levers:
        if not lever.own:
            groups[responsible_of(lever)].append(lever)
    return {
        each: EffectSum(
            len(groups[each]),
            sum(lever.low for lever in groups[each]),
            sum(lever.high for lever in groups[each]),
        )
        for each in Responsible
        if each in groups
    }
