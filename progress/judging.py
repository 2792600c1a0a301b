"""The steps that every verdict takes: its gap, its projection and its attainment (§4, §5)."""

from dataclasses import replace

from progress.attainment import Judge, variants
from progress.path import Path, years_behind
from progress.series import Point
from progress.trend import Trend
from progress.verdict_model import Attainment, Reason, Robustness, Verdict


def with_gap(verdict: Verdict, path: Path | None, latest: Point) -> Verdict:
    """The verdict with what the path asks for in the latest year and how far from it that is."""
    asked = None if path is None else path.value(latest.year)
    if path is None or asked is None:
        return verdict
    behind = years_behind(path, latest.year, latest.value)
    gap = latest.value - asked
    return replace(
        verdict,
        path=asked,
        gap=gap,
        gap_share=gap / asked if asked > 0 else None,
        years_behind=None if behind is None else behind.years,
        years_behind_is_minimum=behind is not None and behind.is_minimum,
    )


def with_projection(verdict: Verdict, fitted: Trend, year: int) -> Verdict:
    """The verdict with the trend's value and band in a coming year."""
    low, high = fitted.band(year)
    return replace(verdict, projected=fitted.value(year), projected_low=low, projected_high=high)


def with_attainment(
    verdict: Verdict, settled: Attainment | None, fitted: Trend | None, judge: Judge
) -> Verdict:
    """The attainment by what is observed; else by the trend, tried against its variants."""
    if settled is not None:
        return replace(verdict, attainment=settled, robustness=Robustness.STABLE)
    if fitted is None:
        return replace(verdict, reason=Reason.NO_TREND)
    attainment = judge(fitted.value)
    tried = tuple(variants(fitted, judge))
    other = tuple(variant for variant in tried if variant.attainment is not attainment)
    return replace(
        verdict,
        attainment=attainment,
        robustness=Robustness.FRAGILE if other else Robustness.STABLE,
        variants=tried,
        fragile_variants=other,
    )
