"""Levels, rates, targets and verdicts of the goals, worked out anew by RULES §§2–5."""

import math
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations, pairwise
from statistics import quantiles

from tests.seed_figures import inhabitants, lines, reported, sectors

NEWEST = {"co2e": "smhi-co2e-2026", "co2": "smhi-co2-2025"}
BEFORE = {"co2e": "smhi-co2e-2025", "co2": "smhi-co2-2024"}
RELEASES = {
    "co2e": ("smhi-co2e-2026", "smhi-co2e-2025"),
    "co2": ("smhi-co2-2025", "smhi-co2-2024", "smhi-co2-2023"),
}
BEGINS = "international_transport"
FIRST, TARGET = 2015, 2045
Levels = Mapping[int, float]


@cache
def goals() -> Mapping[str, Mapping[str, str]]:
    """Id → row of the goals' file."""
    return {row["goal_id"]: row for row in lines("goals.csv")}


def gas_of(goal: Mapping[str, str]) -> str:
    """Greenhouse gases where the source does not say which."""
    gas = goal["near_gas"] or goal["gas"]
    return "co2" if gas == "co2" else "co2e"


def levels(code: str, goal: Mapping[str, str] | None = None, *, before: bool = False) -> Levels:
    """Year → what the goal counts, of the newest statistics of its gas or of those before."""
    gas = "co2e" if goal is None else gas_of(goal)
    release = (BEFORE if before else NEWEST)[gas]
    if goal is not None and (goal["scope"] == "transport" or goal["near_sectors_left_out"]):
        left_out = goal["near_sectors_left_out"].split(";")
        result: dict[int, float] = {}
        for (of, year, sector), tonnes in sectors(release).items():
            chosen = sector == "transport" if left_out == [""] else sector not in left_out
            if of == code and chosen:
                result[year] = result.get(year, 0.0) + tonnes
    else:
        result = {
            year: tonnes
            for (of, year), tonnes in reported(release, without=BEGINS).items()
            if of == code
        }
    if goal is not None and ("person" in goal["unit"] or "invånare" in goal["unit"]):
        return {year: tonnes / inhabitants()[code, year] for year, tonnes in result.items()}
    return result


def rate(known: Levels, first: int, latest: int) -> float:
    """The mean yearly fall between two years."""
    return 1 - math.pow(known[latest] / known[first], 1 / (latest - first))


def smoothed(known: Levels) -> float:
    """One less the median of the slopes between all pairs of years, weighted by their distance."""
    slopes = sorted(
        (math.log(known[b] / known[a]) / (b - a), b - a) for a, b in combinations(sorted(known), 2)
    )
    half = sum(weight for _, weight in slopes) / 2
    passed = 0
    for (slope, weight), (following, _) in pairwise((*slopes, slopes[-1])):
        passed += weight
        if passed == half:
            return 1 - math.exp((slope + following) / 2)
        if passed > half:
            return 1 - math.exp(slope)
    raise AssertionError


def variants(known: Levels, first_before: float | None) -> Iterator[float]:
    """The fall drawn otherwise: each choice of at least four years once."""
    years = sorted(known)
    seen = [years]
    for chosen in (years[1:], years[:-1], years[-5:]):
        if len(chosen) >= 4 and chosen not in seen:
            seen.append(chosen)
            yield rate(known, chosen[0], chosen[-1])
    if len(years) >= 4:
        yield smoothed(known)
    if first_before is not None and len(years) >= 4:
        yield 1 - math.pow(known[years[-1]] / first_before, 1 / (years[-1] - years[0]))


YARDSTICK: Mapping[str, str] = {
    "kind": "reduction", "scope": "territorial", "gas": "co2e", "near_gas": "", "unit": "",
    "near_sectors_left_out": "", "base_year": "1990", "reduction_percent": "85",
    "target_year": str(TARGET), "defined_by": "", "goal_id": "yardstick-2045",
    "residual_or_offset_percent": "", "base_value": "", "budget_first_year": "", "value": "",
}  # fmt: skip


def base_year(goal: Mapping[str, str]) -> int | None:
    """Its own or that of the goal which defines it."""
    own = goal["base_year"] or goal["budget_first_year"]
    if not own and goal["defined_by"]:
        return base_year(goals()[goal["defined_by"]])
    return int(own) if own else None


def base(goal: Mapping[str, str], known: Levels) -> float | None:
    """The level of the base year: as observed, else as the goal states it."""
    year = base_year(goal)
    if year is None:
        return None
    stated = known.get(year, goal["base_value"])
    return None if stated == "" else float(stated)


def target(goal: Mapping[str, str], known: Levels) -> float:
    """What may be emitted in the target year; of two bounds the lenient one."""
    from_ = base(goal, known)
    if goal["kind"] == "state" and goal["state"] != "fossil_free":
        if goal["residual_or_offset_percent"] and from_ is not None:
            return from_ * float(goal["residual_or_offset_percent"]) / 100
        if from_ is not None:
            return target(goals()[goal["defined_by"]], known)
        return 0.15 * known[1990]
    if goal["value"] and goal["unit"] == "ton CO2e/person":
        return float(goal["value"])
    if goal["kind"] == "state" or goal["reduction_percent"] == "100":
        return 0.0
    assert from_ is not None, goal["goal_id"]
    if goal["kind"] == "reduction":
        return from_ * (1 - float(goal["reduction_percent"]) / 100)
    yearly = 1 - float(goal["rate_percent_per_year"]) / 100
    return from_ * float(math.pow(yearly, int(goal["target_year"]) - int(goal["base_year"])))


def attained(now: float, left: float, pace: float, years: int) -> str:
    """Whether what may be emitted after so many years is reached at a pace (RULES §5)."""
    if now <= left:
        return "reached"
    then = now * math.pow(1 - pace, years)
    if left > 0 and then <= left:
        return "yes"
    return "close" if now - then >= 0.9 * (now - left) else "no"


@cache
def bands(gas: str) -> tuple[float, ...]:
    """How far off eight estimates of ten were at each number of years ahead, of all
    municipalities and years of the statistics and of those before them (RULES §3)."""
    known: dict[tuple[str, int, int], float] = {}
    for release in RELEASES[gas]:
        totals: dict[str, dict[int, float]] = {}
        for (code, year), tonnes in reported(release, without=BEGINS).items():
            totals.setdefault(code, {})[year] = tonnes
        for code, of in totals.items():
            since = sorted(year for year in of if year >= FIRST)
            for origin, later in combinations(since[3:], 2):
                then = of[origin] * math.pow(1 - rate(of, FIRST, origin), later - origin)
                known.setdefault((code, origin, later - origin), abs(of[later] / then - 1))
    shares: list[float] = []
    for ahead in range(1, 1 + max(horizon for _, _, horizon in known)):
        errors = sorted(error for (_, _, horizon), error in known.items() if horizon == ahead)
        if len(errors) < 500:
            break
        shares.append(max([quantiles(errors, n=10, method="inclusive")[7], *shares[-1:]]))
    return tuple(shares)
