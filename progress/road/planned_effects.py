"""The plan's effects placed in time, to be held against a gap (§7.5): each effect counted once.

Only what a plan states is placed. A yearly effect counts in full from the year when its actions
are to be ready, else from the year they begin; one without a year, and one stated "by 2030", counts
in the plan's own year. Nothing grows gradually: no plan says how its effects grow.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from progress.constants import PLAN_YEAR
from progress.money.cost_per_tonne import OTHER_SCOPE, Effect, Measure, effects_of
from progress.money.coverage import Coverage
from progress.money.plan import ACTION
from progress.records import InvestmentAction

PORTFOLIO = "portfolio"
ANNUAL, BY_2030, CUMULATIVE = "annual", "by2030", "cumulative"

DOUBTFUL_FLAGS = frozenset({"source_error", "ocr_uncertain"})
"""The source contradicts itself on the row, or its reading is doubtful."""


class Unplaced(StrEnum):
    """Why an action's effect has no place in time."""

    NO_EFFECT = "no_effect"
    SINK_ONLY = "sink_only"
    OTHER_SCOPE = "other_scope"
    DOUBTFUL = "doubtful"
    CUMULATIVE = "cumulative"
    UNKNOWN_KIND = "unknown_kind"
    AFTER_PLAN = "after_plan"


@dataclass(frozen=True, slots=True)
class PlacedEffect:
    """Tonnes a year, low to high, from `first_year` on. One action, or those that share it.

    `year_assumed`: the source names no year, so the plan's own year is used.
    """

    actions: tuple[InvestmentAction, ...]
    low: float
    high: float
    first_year: int
    year_assumed: bool

    @property
    def sector(self) -> str:
        return self.actions[0].sector


@dataclass(frozen=True, slots=True)
class PlannedEffects:
    """A plan's effects on emissions. `coverage` counts rows of `level`: placed, of all.

    `level` is action, or portfolio where the plan tells effects only for whole fields.
    """

    level: str
    placed: tuple[PlacedEffect, ...]
    coverage: Coverage
    unplaced: Mapping[Unplaced, int]

    @property
    def quantified(self) -> bool:
        return bool(self.placed)

    @property
    def assumed_years(self) -> int:
        """How many rows have an effect placed in the plan's year for want of one of their own."""
        return sum(len(effect.actions) for effect in self.placed if effect.year_assumed)

    def at(self, year: int, sector: str | None = None) -> tuple[float, float]:
        """Low and high sum of the effects that count in a year up to the plan's."""
        counted = [
            effect
            for effect in self.placed
            if effect.first_year <= year and (sector is None or effect.sector == sector)
        ]
        return sum(effect.low for effect in counted), sum(effect.high for effect in counted)

    @property
    def sectors(self) -> tuple[str, ...]:
        """Sectors with placed effects, the largest first."""
        result = dict.fromkeys(effect.sector for effect in self.placed)
        return tuple(sorted(result, key=lambda each: (-self.at(PLAN_YEAR, each)[1], each)))

    @property
    def first_year(self) -> int | None:
        """The first year that anything counts in."""
        return min((effect.first_year for effect in self.placed), default=None)


def planned_effects(rows: Iterable[InvestmentAction]) -> PlannedEffects:
    """The effects of one municipality's plan. Shared effects stand once, for their group.

    A plan is read on one level only: its actions if any of them states an effect, else its
    portfolios, which contain actions. Totals and scenarios are never counted.
    """
    every = tuple(rows)
    level = _level(every)
    own = tuple(row for row in every if row.row_level == level)
    groups: dict[str, list[InvestmentAction]] = defaultdict(list)
    for row in own:
        key = f"group {row.shared_effect_group}" if row.shared_effect_group else row.action_id
        groups[key].append(row)
    placed: list[PlacedEffect] = []
    unplaced: Counter[Unplaced] = Counter()
    for members in groups.values():
        result = _placed(tuple(members))
        if isinstance(result, PlacedEffect):
            placed.append(result)
        else:
            unplaced[result] += len(members)
    known = sum(len(effect.actions) for effect in placed)
    return PlannedEffects(level, tuple(placed), Coverage(known, len(own)), dict(unplaced))


def _level(rows: tuple[InvestmentAction, ...]) -> str:
    for level in (ACTION, PORTFOLIO):
        if any(row.row_level == level and effects_of(row) for row in rows):
            return level
    return ACTION


def _placed(members: tuple[InvestmentAction, ...]) -> PlacedEffect | Unplaced:
    """The members' one effect in time, or why it has none."""
    stated = [(row, effect) for row in members for effect in effects_of(row)]
    reductions = [(row, effect) for row, effect in stated if effect.measure is Measure.REDUCTION]
    if not reductions:
        return Unplaced.SINK_ONLY if stated else Unplaced.NO_EFFECT
    flags = {flag for row, _ in reductions for flag in row.quality_flag.split(";")}
    if OTHER_SCOPE in flags:
        return Unplaced.OTHER_SCOPE
    if flags & DOUBTFUL_FLAGS:
        return Unplaced.DOUBTFUL
    periods = {effect.period for _, effect in reductions}
    if periods == {CUMULATIVE}:
        return Unplaced.CUMULATIVE
    if len(periods) > 1 or not periods <= {ANNUAL, BY_2030}:
        return Unplaced.UNKNOWN_KIND
    year = None if periods == {BY_2030} else _year_of([row for row, _ in reductions])
    first_year = PLAN_YEAR if year is None else year
    if first_year > PLAN_YEAR:
        return Unplaced.AFTER_PLAN
    low, high = _range([effect for _, effect in reductions])
    assumed = year is None and periods != {BY_2030}
    return PlacedEffect(members, low, high, first_year, assumed)


def _year_of(rows: list[InvestmentAction]) -> int | None:
    """The year when the last of them is to be ready, else the year when the last begins."""
    for years in ([row.end_year for row in rows], [row.start_year for row in rows]):
        known = [year for year in years if year is not None]
        if known:
            return max(known)
    return None


def _range(effects: list[Effect]) -> tuple[float, float]:
    return float(min(effect.low for effect in effects)), float(
        max(effect.high for effect in effects)
    )
