"""The verdict on one goal: every figure that it rests on, and its sentence (§3–§5)."""

from dataclasses import replace

from progress import assumptions
from progress.attainment import (
    Judge,
    attainment_of_sum,
    attainment_of_value,
    observed_attainment,
    target_point,
    variants,
)
from progress.budget import (
    BudgetTerms,
    budget_account,
    budget_path,
    delayed_budget_rate,
    filled_years,
    required_budget_rate,
)
from progress.goals import Goal, GoalKind
from progress.matching import FindSeries, match_series
from progress.path import Path, required_rate, years_behind
from progress.resolve import Aim, budget_terms, resolve
from progress.sentences import sentence
from progress.series import Point, Series, Status
from progress.trend import Trend, trend
from progress.verdict_model import (
    Assumption,
    Attainment,
    BudgetAccount,
    Reason,
    Robustness,
    Verdict,
)


def assess(goal: Goal, find_series: FindSeries, current_year: int) -> Verdict:
    """The verdict on a goal in force, from the municipality's series of one release.

    `find_series(scope, gas, sector, sectors_left_out, per_person)` gives a series or None.
    `current_year` only bounds how far the estimates of a budget account are written out. Whether
    a goal is in force (`goal.assessed`) is for the caller to ask.
    """
    found = match_series(goal, find_series)
    if found.series is not None:
        verdict = assess_series(goal, found.series, current_year, found.assumptions)
        return _with_sentences(verdict)
    indicative = None
    if found.near is not None:
        near = assess_series(goal, found.near, current_year, found.assumptions)
        indicative = _with_sentences(near)
    return _with_sentences(
        Verdict(
            goal=goal,
            attainment=Attainment.NOT_ASSESSABLE,
            reason=found.reason,
            scope=found.scope,
            gas=found.gas,
            target_year=goal.target_year,
            indicative=indicative,
        )
    )


def assess_series(
    goal: Goal, series: Series, current_year: int, notes: tuple[Assumption, ...] = ()
) -> Verdict:
    """The verdict on a goal held against one series with observed values; no sentence yet.

    Raises ValueError for a narrative goal or a series without observed values.
    """
    latest = series.latest
    if latest is None:
        raise ValueError("a series without observed values cannot be assessed")
    fitted = trend(series)
    verdict = Verdict(
        goal=goal,
        attainment=Attainment.NOT_ASSESSABLE,
        scope=series.scope,
        gas=series.gas,
        sector=series.sector,
        sectors_left_out=series.sectors_left_out,
        release=series.release,
        unit=series.unit,
        target_year=goal.target_year,
        latest_year=latest.year,
        latest_status=latest.status,
        actual=latest.value,
        assumptions=notes,
    )
    if fitted is not None:
        verdict = replace(
            verdict,
            trend=fitted.summary(),
            direction=fitted.direction(),
            direction_uncertain=fitted.direction_uncertain(),
        )
    if goal.kind is GoalKind.BUDGET:
        return _assess_budget(verdict, goal, series, latest, fitted, current_year)
    return _assess_target(verdict, resolve(goal, series), series, latest, fitted)


def _assess_target(
    verdict: Verdict, aim: Aim, series: Series, latest: Point, fitted: Trend | None
) -> Verdict:
    verdict = replace(
        verdict,
        base_year=aim.base_year,
        base=aim.base,
        target_year=aim.target_year,
        target=aim.target,
        assumptions=verdict.assumptions + aim.assumptions,
    )
    verdict = _with_gap(verdict, aim.path, latest)
    target, target_year = aim.target, aim.target_year
    if target is None or target_year is None:
        return replace(verdict, reason=Reason.NO_TARGET_VALUE)
    if latest.year < target_year:
        verdict = _with_required_rate(verdict, aim, target, target_year - latest.year, latest)
        if fitted is not None:
            low, high = fitted.band(target_year)
            projected = fitted.value(target_year)
            verdict = replace(verdict, projected=projected, projected_low=low, projected_high=high)
    else:
        settled = target_point(series, target_year)
        if settled is not None and settled.year != target_year:
            note = assumptions.target_year_is_gap(target_year, settled.year)
            verdict = replace(verdict, assumptions=(*verdict.assumptions, note))
    return _with_attainment(
        verdict,
        observed_attainment(series, aim),
        fitted,
        lambda projection: attainment_of_value(projection(target_year), aim),
    )


def _with_required_rate(
    verdict: Verdict, aim: Aim, target: float, years: int, latest: Point
) -> Verdict:
    base = aim.base if aim.base is not None else latest.value
    now = required_rate(latest.value, target, base, years)
    notes = verdict.assumptions
    if target == 0 and now.outcome == "rate":
        notes = (*notes, assumptions.zero_as_share())
    return replace(
        verdict,
        required_rate=now,
        required_rate_if_delayed=required_rate(latest.value, target, base, years - 1),
        assumptions=notes,
    )


def _assess_budget(
    verdict: Verdict,
    goal: Goal,
    series: Series,
    latest: Point,
    fitted: Trend | None,
    current_year: int,
) -> Verdict:
    terms = budget_terms(goal)
    if terms is None:
        return replace(verdict, reason=Reason.NO_TARGET_VALUE)
    start = filled_years(series, fitted, terms.first_year, terms.first_year)[0]
    path = budget_path(terms, goal.rate, start.tonnes)
    notes = verdict.assumptions
    if goal.rate is None and path is not None:
        notes = (*notes, assumptions.path_from_first_year(terms.first_year))
    account = budget_account(terms, series, fitted, current_year)
    if account is not None:
        filled = tuple(
            year.year
            for year in account.years
            if year.status == Status.ESTIMATE and year.year <= latest.year
        )
        if filled:
            notes = (*notes, assumptions.gap_years_filled(filled))
    verdict = replace(
        verdict,
        base_year=terms.first_year,
        base=path.base if path is not None else start.tonnes,
        target_year=terms.last_year,
        budget=account,
        assumptions=notes,
    )
    verdict = _with_gap(verdict, path, latest)
    if account is None:
        return replace(verdict, reason=Reason.NO_TREND)
    return _with_budget_outcome(verdict, terms, account, latest, fitted)


def _with_budget_outcome(
    verdict: Verdict,
    terms: BudgetTerms,
    account: BudgetAccount,
    latest: Point,
    fitted: Trend | None,
) -> Verdict:
    coming = range(max(latest.year + 1, terms.first_year), terms.last_year + 1)
    settled = None
    if not coming:
        over = attainment_of_sum(account.used_tonnes, terms.tonnes) is not Attainment.YES
        settled = Attainment.MISSED if over else Attainment.REACHED
    else:
        years = terms.last_year - latest.year
        before = max(0, terms.first_year - 1 - latest.year)
        left = account.remaining_tonnes
        verdict = replace(
            verdict,
            required_rate=required_budget_rate(latest.value, left, years, years_before=before),
            required_rate_if_delayed=delayed_budget_rate(
                latest.value, left, years, years_before=before
            ),
        )
    if coming and fitted is not None:
        low, high = fitted.band(terms.last_year)
        projected = fitted.value(terms.last_year)
        verdict = replace(verdict, projected=projected, projected_low=low, projected_high=high)
    return _with_attainment(
        verdict,
        settled,
        fitted,
        lambda projection: attainment_of_sum(
            account.used_tonnes + sum(projection(year) for year in coming), terms.tonnes
        ),
    )


def _with_gap(verdict: Verdict, path: Path | None, latest: Point) -> Verdict:
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


def _with_attainment(
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


def _with_sentences(verdict: Verdict) -> Verdict:
    return replace(
        verdict, sentence_sv=sentence(verdict, "sv"), sentence_en=sentence(verdict, "en")
    )
