"""The levers that an address has chosen: the plan's that count, the reader's own, the scenarios."""

from dataclasses import dataclass
from decimal import Decimal

from layouts.boards.what_if.answers import Held, WhatIfAnswers
from layouts.boards.what_if.choice import Choice
from layouts.links.addresses import Address, fits
from layouts.links.query import PARAMETERS, SCENARIO
from progress.emissions.series import TOTAL, Scope, Unit
from progress.goals.path import Path
from progress.goals.verdict_model import Verdict
from progress.money.sector_places import GROUP_SECTORS, Group
from progress.road.levers import Cost, Lever, plan_levers
from progress.road.planned_effects import PlannedEffects, planned_effects
from progress.road.road import Band, RoadEnd, RoadYear, road, road_end, road_sum
from progress.road.scenario import done_value, path_behind

NONE = "-"
"""In a scenario: none of the plan's levers."""
SEPARATOR = "~"
OWN_FIELDS = 7
"""Of a measure of the reader's own (`query.OWN_LEVER`)."""
NEW = (
    "new_action",
    "new_low",
    "new_high",
    "new_cost",
    "new_from",
    "new_to",
    "new_group",
    "new_scenario",
)
"""Parameters of the forms for what is new: what they say is folded into `own` and `scenario`."""


@dataclass(frozen=True, slots=True)
class Named:
    """A scenario that the address has kept: its name, and the address as it was then."""

    value: str
    name: str
    address: Address


@dataclass(frozen=True, slots=True)
class Levers:
    """`every` are the plan's and the reader's own, `chosen` those of them that count."""

    effects: PlannedEffects
    every: tuple[Lever, ...]
    chosen: tuple[Lever, ...]

    @property
    def of_plan(self) -> tuple[Lever, ...]:
        return tuple(lever for lever in self.every if not lever.own)


@dataclass(frozen=True, slots=True)
class Road:
    """The road to the goal of `held`, which counts the whole place; `path` is the goal's own.

    `ends`: what the road ends in against the target, or against each reading of neutral (strict,
    lenient), or the sum of its years against the budget.
    """

    held: Held
    years: tuple[RoadYear, ...]
    ends: tuple[RoadEnd, ...]
    band: Band
    path: Path | None

    @property
    def target_year(self) -> int:
        return self.held.verdict.target_year or self.years[-1].year


def folded(address: Address) -> Address:
    """The address with what its forms for a new measure and a new scenario say, in its place."""
    own, new = address.all("own"), _new_own(address)
    scenarios, name = address.all("scenario"), address.get("new_scenario")
    address = address.with_query(**dict.fromkeys(NEW))
    if new is not None and new not in own and len(own) < PARAMETERS["own"].most:
        address = address.with_query(own=(*own, new))
    if name is not None and len(scenarios) < PARAMETERS["scenario"].most:
        value = _scenario(name.strip(), address)
        kept = address.with_query(scenario=(*scenarios, value))
        if SCENARIO.fullmatch(value) and value not in scenarios and fits(kept):
            address = kept
    return address


def _new_own(address: Address) -> str | None:
    name, high, ready = (address.get(each) for each in ("new_action", "new_high", "new_to"))
    if name is None or high is None or ready is None:
        return None
    low, cost = address.get("new_low"), address.get("new_cost")
    numbers = [_digits(low or high), _digits(high), _digits(cost or "")]
    numbers[:2] = sorted(numbers[:2], key=int)
    start, group = address.get("new_from") or "", address.get("new_group") or ""
    value = SEPARATOR.join([name.strip(), *numbers, start, ready, group])
    return value if PARAMETERS["own"].read(value, address.lang) else None


def _digits(written: str) -> str:
    return "".join(each for each in written if each.isdigit()).lstrip("0") or (
        "0" if written else ""
    )


def _scenario(name: str, address: Address) -> str:
    keys = address.all("lever")
    chosen = ".".join(keys) or (NONE if address.get("levers") else "")
    fields = (name, address.get("rate") or "", address.get("start") or "", chosen)
    return SEPARATOR.join([*fields, *address.all("own")])


def named_scenarios(address: Address) -> tuple[Named, ...]:
    """The scenarios that the address keeps, each as the address that shows it."""
    result = []
    for value in address.all("scenario"):
        name, rate, start, keys, *own = value.split(SEPARATOR)
        there = address.with_query(
            rate=rate or None,
            start=start or None,
            levers="chosen" if keys else None,
            lever=tuple(keys.split(".")) if keys not in ("", NONE) else None,
            own=tuple(
                SEPARATOR.join(own[place : place + OWN_FIELDS])
                for place in range(0, len(own), OWN_FIELDS)
            ),
        )
        result.append(Named(value, name, there))
    return tuple(result)


def own_lever(value: str) -> Lever:
    """A reader's own measure as the address has it."""
    name, low, high, cost, start, ready, group = value.split(SEPARATOR)
    return Lever(
        value,
        (name,),
        Group(group) if group in set(Group) else None,
        float(low),
        float(high),
        int(ready),
        int(start) if start else None,
        Cost(Decimal(cost), Decimal(cost), "SEK", "total") if cost else None,
    )


def levers(address: Address, answers: WhatIfAnswers) -> Levers:
    """All of the plan's unless the address names those that count, and all of the reader's own."""
    effects = planned_effects(answers.actions)
    of_plan = plan_levers(effects, answers.actions)
    own = tuple(own_lever(value) for value in address.all("own"))
    keys = set(address.all("lever"))
    every_one = not keys and address.get("levers") is None
    chosen = tuple(lever for lever in of_plan if every_one or lever.key in keys)
    return Levers(effects, (*of_plan, *own), (*chosen, *own))


def road_of(choice: Choice, chosen: Levers, answers: WhatIfAnswers) -> Road | None:
    """The road to the chosen goal if it counts the whole place, else to the first that does."""
    held = next((each for each in (choice.held, *choice.all_held) if _whole(each.verdict)), None)
    if held is None or held.verdict.latest_year is None or held.verdict.target_year is None:
        return None
    verdict = held.verdict
    years = range(held.verdict.latest_year, held.verdict.target_year + 1)
    pace = {year: done_value(verdict, year) or 0.0 for year in years}
    result = road(pace, chosen.chosen, held_by_group(verdict, answers))
    band = {
        each.year: each.high / each.value - 1
        for each in verdict.estimates
        if each.high is not None and each.value > 0
    }
    return Road(held, result, _ends(verdict, result, band), band, path_behind(verdict))


def _ends(verdict: Verdict, years: tuple[RoadYear, ...], band: Band) -> tuple[RoadEnd, ...]:
    account, latest = verdict.budget, verdict.actual or 0.0
    if account is not None:
        counted = [each for each in years if account.first_year <= each.year <= account.last_year]
        return (road_sum(counted, account.used_tonnes, account.budget_tonnes, latest, band),)
    targets = [verdict.target]
    if verdict.bounds is not None:
        targets = [verdict.bounds.strict.target, verdict.bounds.lenient.target]
    return tuple(road_end(years[-1], each, latest, band) for each in targets if each is not None)


def held_by_group(verdict: Verdict, answers: WhatIfAnswers) -> dict[Group, float]:
    """What each group of sectors emitted in the latest year, without a sector that has begun."""
    rows = answers.sectors.get(verdict.release or "", ())
    tonnes = {row.sector: row.tonnes for row in rows if row.year == verdict.latest_year}
    if not tonnes.keys() - {TOTAL}:
        return {}  # a release that tells no sectors limits nothing
    return {
        group: sum(tonnes.get(sector, 0.0) for sector in sectors if sector not in verdict.begun)
        for group, sectors in GROUP_SECTORS.items()
    }


def _whole(verdict: Verdict) -> bool:
    """Whether the series counts the whole place, as a plan does, with a done rate."""
    return (
        verdict.scope is Scope.TERRITORIAL
        and verdict.unit is Unit.TONNES
        and verdict.sector in (None, TOTAL)
        and not verdict.sectors_left_out
        and verdict.done_rate is not None
    )


def whole_releases(answers_verdicts: tuple[Verdict, ...]) -> tuple[str, ...]:
    """The releases that verdicts on the whole place rest on."""
    every = (each for verdict in answers_verdicts for each in (verdict, verdict.indicative))
    result = {each.release for each in every if each is not None and each.release and _whole(each)}
    return tuple(sorted(result))
