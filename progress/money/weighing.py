"""Measures of a plan ranked by Örebro's five criteria (contract, section 3.5) with a reader's
weights: a rank says on how many criteria it rests.

A measure's score on a criterion is the share of the plan's other measures with a figure that it is
better than, a tie counted as half: no figure of one criterion is added to one of another. A
criterion that is not known of a measure is left out of its weighted mean, and so is one that is
known of a single measure.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from progress.money.cost_per_tonne import Unit


class Criterion(StrEnum):
    """The five criteria, in the contract's order."""

    COST_EFFECTIVENESS = "cost_effectiveness"
    POTENTIAL = "potential"
    CO_BENEFITS = "co_benefits"
    TIME = "time"
    FEASIBILITY = "feasibility"


LESS_IS_BETTER = frozenset({Criterion.COST_EFFECTIVENESS, Criterion.TIME})

Weights = Mapping[Criterion, int]
Figures = Mapping[Criterion, Decimal]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A measure with its figures, its scores of 0 to 1 by criterion, and the weighted mean of them;
    None where no criterion with a weight is known. `place` is its rank, 1 first, ties alike."""

    unit: Unit
    figures: Figures
    scores: Mapping[Criterion, float]
    mean: float | None
    place: int | None
    rests_on: int


def weighed(units: Iterable[Unit], weights: Weights) -> tuple[Weighed, ...]:
    """The measures by their weighted mean, the best first; those without a score last."""
    every = tuple(units)
    kind = _commonest_kind(every)
    figures = [_figures(unit, kind) for unit in every]
    known = {
        criterion: [each[criterion] for each in figures if criterion in each]
        for criterion in Criterion
    }
    scored = [
        {
            criterion: _score(value, known[criterion], criterion in LESS_IS_BETTER)
            for criterion, value in each.items()
            if len(known[criterion]) > 1
        }
        for each in figures
    ]
    means = [_mean(scores, weights) for scores in scored]
    rows = [
        Weighed(
            unit,
            of_unit,
            scores,
            mean,
            None if mean is None else 1 + sum(o is not None and o > mean for o in means),
            sum(weights.get(criterion, 0) > 0 for criterion in scores),
        )
        for unit, of_unit, scores, mean in zip(every, figures, scored, means, strict=True)
    ]
    return tuple(sorted(rows, key=lambda row: (row.place is None, row.place or 0, -row.rests_on)))


def _mean(scores: Mapping[Criterion, float], weights: Weights) -> float | None:
    total = sum(weights.get(criterion, 0) for criterion in scores)
    if not total:
        return None
    return sum(weights.get(each, 0) * score for each, score in scores.items()) / total


def _score(value: Decimal, known: list[Decimal], less_is_better: bool) -> float:
    worse = sum(other > value if less_is_better else other < value for other in known)
    same = sum(other == value for other in known) - 1
    return (worse + same / 2) / (len(known) - 1)


EffectKind = tuple[str, str]
"""What the tonnes are and in which period: effects of two kinds are never compared."""


def _commonest_kind(units: Iterable[Unit]) -> EffectKind | None:
    kinds = Counter(kind for unit in units if (kind := _kind(unit)) is not None)
    return kinds.most_common(1)[0][0] if kinds else None


def _kind(unit: Unit) -> EffectKind | None:
    return None if unit.effect is None else (str(unit.effect.measure), unit.effect.period)


def _figures(unit: Unit, kind: EffectKind | None) -> dict[Criterion, Decimal]:
    effect = unit.effect
    same_kind = effect is not None and _kind(unit) == kind
    quotient = unit.quotient
    years = [
        year for row in unit.actions for year in (row.end_year, row.start_year) if year is not None
    ]
    figures: dict[Criterion, Decimal | int | None] = {
        Criterion.COST_EFFECTIVENESS: quotient.low
        if same_kind and quotient is not None and unit.currency == "SEK"
        else None,
        Criterion.POTENTIAL: effect.high if effect is not None and same_kind else None,
        Criterion.CO_BENEFITS: _rating(unit, "co_benefits", max),
        Criterion.TIME: min(years, default=None),
        Criterion.FEASIBILITY: _rating(unit, "feasibility", min),
    }
    return {name: Decimal(value) for name, value in figures.items() if value is not None}


def _rating(unit: Unit, name: str, chosen: Callable[[list[int]], int]) -> int | None:
    ratings = [value for row in unit.actions if (value := getattr(row, name)) is not None]
    return chosen(ratings) if ratings else None
