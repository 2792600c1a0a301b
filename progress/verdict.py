"""The verdict on one goal: every figure that it rests on, and its sentence (§3–§5)."""

from dataclasses import replace

from progress import assumptions
from progress.attainment import attainment_of_value, observed_attainment, target_point
from progress.budget_verdict import assess_budget
from progress.goals import Goal, GoalKind
from progress.judging import with_attainment, with_gap, with_projection
from progress.matching import FindSeries, match_series
from progress.path import required_rate
from progress.resolve import Aim, resolve
from progress.sentences import sentence
from progress.series import Point, Series
from progress.trend import Trend, trend
from progress.verdict_model import Assumption, Attainment, Reason, Verdict


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
    if series.own is not None:
        notes = (assumptions.own_figures(series.own), *notes)
    verdict = Verdict(
        goal=goal,
        attainment=Attainment.NOT_ASSESSABLE,
        own=series.own,
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
        return assess_budget(verdict, goal, series, latest, fitted, current_year)
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
    verdict = with_gap(verdict, aim.path, latest)
    target, target_year = aim.target, aim.target_year
    if target is None or target_year is None:
        return replace(verdict, reason=Reason.NO_TARGET_VALUE)
    if latest.year < target_year:
        verdict = _with_required_rate(verdict, aim, target, target_year - latest.year, latest)
        if fitted is not None:
            verdict = with_projection(verdict, fitted, target_year)
    else:
        settled = target_point(series, target_year)
        if settled is not None and settled.year != target_year:
            note = assumptions.target_year_is_gap(target_year, settled.year)
            verdict = replace(verdict, assumptions=(*verdict.assumptions, note))
    return with_attainment(
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


def _with_sentences(verdict: Verdict) -> Verdict:
    return replace(
        verdict, sentence_sv=sentence(verdict, "sv"), sentence_en=sentence(verdict, "en")
    )
