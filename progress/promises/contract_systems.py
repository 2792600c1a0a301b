"""What cities follow up by their contracts beside emissions, goals and promises, as frozen records:
who steers and takes part, obstacles, documents, comments on a year's account, national figures."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class RoleKind(StrEnum):
    """What a body or an organisation does in a city's climate work, the deciding ones first."""

    POLITICAL = "political"
    COMMISSIONER = "commissioner"
    REFERENCE = "reference"
    OWNER = "owner"
    STEERING = "steering"
    OPERATIONAL = "operational"
    DECIDES = "decides"
    MANAGEMENT = "management"
    TEAM = "team"
    WORKING_GROUP = "working_group"
    PARTY = "party"
    PLATFORM = "platform"


@dataclass(frozen=True, slots=True)
class ContractRole:
    """A body that steers or an organisation that takes part. `promised` says what it has promised
    or is there for, where its source tells; `proposed` where it is not set up yet."""

    municipality_code: str
    role: str
    name: str
    project: str
    promised_sv: str
    promised_en: str
    proposed: bool
    organisation_id: str
    section: str
    quote_sv: str
    source_title: str
    source_ref: str


class ObstacleState(StrEnum):
    """Where an obstacle stands, as its source tells it."""

    NAMED = "named"
    QUESTION = "question"
    LAB = "lab"
    SOLVED = "solved"
    REFUSED = "refused"


class PolicyArea(StrEnum):
    """The four areas of policy labs in 2024 (contract, section 5.1), and what is outside them."""

    MOBILITY = "mobility"
    LAND = "land"
    ENERGY = "energy"
    CIRCULAR = "circular"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A rule or a lack of one that a city names as being in its way.

    `rule` is what it is about: the same in two cities is the same obstacle. `rule_owner` can change
    it, `since` is when the city first named it; both are empty where the source does not tell.
    """

    obstacle_id: str
    municipality_code: str
    title_sv: str
    title_en: str
    rule: str
    rule_owner: str
    since: str
    state: str
    area: str
    comment: str
    section: str
    quote_sv: str
    source_title: str
    source_ref: str


def same_obstacle(obstacles: Iterable[Obstacle]) -> Mapping[str, tuple[str, ...]]:
    """Obstacle → the codes of the other cities that name the same rule, in order of code."""
    every = tuple(obstacles)
    named_by: dict[str, set[str]] = defaultdict(set)
    for each in every:
        named_by[_rule(each)].add(each.municipality_code)
    return {
        each.obstacle_id: tuple(sorted(named_by[_rule(each)] - {each.municipality_code}))
        for each in every
    }


def _rule(obstacle: Obstacle) -> str:
    return " ".join(obstacle.rule.casefold().split())


@dataclass(frozen=True, slots=True)
class ContractDocument:
    """A document that a contract's annex links to, in the annex's order."""

    municipality_code: str
    version_year: int
    place: int
    title_sv: str
    title_en: str
    address: str


class AccountSection(StrEnum):
    """The sections of a year's environmental account, in the order in which they stand."""

    WHOLE = "whole"
    EMISSIONS = "emissions"
    GOALS = "goals"
    INDICATORS = "indicators"
    ACTIVITIES = "activities"
    DECISIONS = "decisions"


@dataclass(frozen=True, slots=True)
class AccountComment:
    """What a city itself says of a section of its account of a year."""

    municipality_code: str
    year: int
    section: str
    text: str
    source_title: str
    source_ref: str


class NationalSeries(StrEnum):
    """National series that stand beside the municipalities' territorial emissions."""

    TERRITORIAL = "territorial_fossil"
    BIOGENIC = "biogenic"
    CONSUMPTION_ABROAD = "consumption_abroad"


@dataclass(frozen=True, slots=True)
class NationalFigure:
    """Tonnes of a national series in a year."""

    series: str
    year: int
    tonnes: float


MOST_OF_A_TREND = 2
"""So many years of figures say nothing of a trend: two editions are no trend."""


def tells_a_trend(years: Iterable[int]) -> bool:
    """Whether there are years enough to speak of a trend."""
    return len(set(years)) > MOST_OF_A_TREND
