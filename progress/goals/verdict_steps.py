"""The steps that every verdict takes: its rates, its gap to the path, its attainment (§3–§5)."""

from collections.abc import Sequence
from dataclasses import replace

from progress.constants import DONE_FIRST_YEAR, MIN_VARIANTS
from progress.emissions.series import Point
from progress.goals.attainment import Judge
from progress.goals.done import Done, direction_of, smoothed_rate
from progress.goals.path import Path, years_behind
from progress.goals.rate_variants import RateVariant, both_ways
from progress.goals.verdict_model import Attainment, Direction, Robustness, Variant, Verdict

SETTLED = (Attainment.REACHED, Attainment.MISSED, Attainment.AWAITING, Attainment.NOT_ASSESSABLE)
"""Attainments that no other rate could change."""


def with_done(verdict: Verdict, done: Done, rates: Sequence[RateVariant]) -> Verdict:
    """The verdict with what has been done, and which way that goes."""
    direction = direction_of(done.rate)
    return replace(
        verdict,
        first_year=done.first.year,
        first=done.first.value,
        points=done.points,
        done_rate=done.rate,
        smoothed_rate=smoothed_rate(done.points),
        direction=direction,
        direction_uncertain=both_ways([direction, *(direction_of(rate.rate) for rate in rates)]),
    )


def with_path(verdict: Verdict, path: Path | None, latest: Point) -> Verdict:
    """The verdict with what the path asks for in the latest year and how far from it that is.

    Years behind are told in halves, and only of a path that begins in 2015 or later.
    """
    required = None if path is None else path.value(latest.year)
    if path is None or required is None:
        return verdict
    gap = latest.value - required
    behind = (
        years_behind(path, latest.year, latest.value) if path.base_year >= DONE_FIRST_YEAR else None
    )
    return replace(
        verdict,
        path=required,
        path_gap=gap,
        gap_share=gap / required if required > 0 else None,
        years_behind=None if behind is None else round(behind.years * 2) / 2,
        years_behind_is_minimum=behind is not None and behind.is_minimum,
    )


def with_robustness(
    verdict: Verdict, rates: Sequence[RateVariant], judge: Judge, judge_strict: Judge | None = None
) -> Verdict:
    """The verdict tried against the rate drawn otherwise; with two bounds, against both.

    A goal that is reached before its year while emissions rise is uncertain without being tried.
    """
    if verdict.attainment in SETTLED:
        rises = verdict.attainment is Attainment.REACHED and verdict.direction is Direction.AWAY
        early = verdict.target_year is not None and (verdict.latest_year or 0) < verdict.target_year
        return replace(verdict, robustness=Robustness.FRAGILE) if rises and early else verdict
    tried = tuple(
        Variant(
            rate.code,
            rate.rate,
            judge(rate.rate),
            None if judge_strict is None else judge_strict(rate.rate),
        )
        for rate in rates
    )
    lenient = verdict.attainment if verdict.bounds is None else verdict.bounds.lenient.attainment
    strict = None if verdict.bounds is None else verdict.bounds.strict.attainment
    other = tuple(
        variant for variant in tried if (variant.attainment, variant.strict) != (lenient, strict)
    )
    holds = not other and len(tried) >= MIN_VARIANTS
    return replace(
        verdict,
        robustness=Robustness.STABLE if holds else Robustness.FRAGILE,
        variants=tried,
        fragile_variants=other,
    )
