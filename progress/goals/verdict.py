"""The verdict on one goal: every figure that it rests on, and its sentence (§3–§5)."""

from dataclasses import replace

from progress.emissions.series import Series, Unit
from progress.goals import assumptions
from progress.goals.background import ALONE, Background, FindSeries
from progress.goals.budget_verdict import assess_budget
from progress.goals.done import done_of
from progress.goals.estimates import estimates
from progress.goals.goal import Goal, GoalKind
from progress.goals.matching import match_series
from progress.goals.rate_variants import rate_variants
from progress.goals.resolve import resolve, same_size, size_of
from progress.goals.target_verdict import assess_target
from progress.goals.verdict_model import Assumption, Attainment, Basis, Reason, Verdict
from progress.goals.verdict_steps import with_done
from progress.phrases.sentences import sentence


def assess(
    goal: Goal, find_series: FindSeries, current_year: int, background: Background = ALONE
) -> Verdict:
    """The verdict on a goal in force, from the municipality's series of one release.

    `find_series(scope, gas, sector, sectors_left_out, per_person)` gives a series or None.
    `current_year` is the year of the day that the verdict is of: a target year before it has
    passed. Whether a goal is in force (`goal.assessed`) is for the caller to ask.
    """
    result = match_series(goal, find_series)
    if result.series is not None:
        verdict = assess_series(
            goal, result.series, current_year, result.assumptions, background=background
        )
        return _with_sentences(verdict)
    indicative = None
    reason = result.reason
    if result.near is not None:
        near = assess_series(
            goal, result.near, current_year, result.assumptions, Basis.NEAR, background
        )
        indicative = _with_sentences(near)
        reason = near.reason if near.reason is Reason.OTHER_SIZE else reason
    return _with_sentences(
        Verdict(
            goal=goal,
            attainment=Attainment.NOT_ASSESSABLE,
            reason=reason,
            scope=result.scope,
            gas=result.gas,
            target_year=goal.target_year,
            indicative=indicative,
        )
    )


def assess_series(
    goal: Goal,
    series: Series,
    current_year: int,
    notes: tuple[Assumption, ...] = (),
    basis: Basis = Basis.OWN,
    background: Background = ALONE,
) -> Verdict:
    """The verdict on a goal held against one series with observed values; no sentence yet.

    Raises ValueError for a narrative goal or a series without observed values.
    """
    latest, level = series.latest, series.level
    if latest is None or level is None:
        raise ValueError("a series without observed values cannot be assessed")
    done, band = done_of(series), background.band(series.gas)
    if series.own is not None:
        notes = (assumptions.own_figures(series.own), *notes)
    last = max(current_year, goal.target_year or current_year)
    verdict = Verdict(
        goal=goal,
        attainment=Attainment.NOT_ASSESSABLE,
        basis=basis,
        own=series.own,
        scope=series.scope,
        gas=series.gas,
        sector=series.sector,
        sectors_left_out=series.sectors_left_out,
        begun=series.begun,
        release=series.release,
        edition=series.edition,
        unit=series.unit,
        target_year=goal.target_year,
        latest_year=latest.year,
        latest_status=latest.status,
        actual=latest.value,
        level=level.value,
        estimates=estimates(series, done, band, last),
        assumptions=notes,
    )
    rates = () if done is None else rate_variants(done.points, _before(series, background))
    if done is not None:
        verdict = with_done(verdict, done, rates)
    if goal.kind is GoalKind.BUDGET:
        return assess_budget(verdict, series, latest, done, rates, band.horizon)
    aim = resolve(goal, series, background)
    size = None if series.own is not None else size_of(goal, series, background)
    known = size is not None
    if (
        aim.absolute
        and aim.target != 0
        and (
            (known and not same_size(size)) or (not known and basis is Basis.NEAR)  # type: ignore[arg-type]
        )
    ):
        return replace(verdict, reason=Reason.OTHER_SIZE, covers=size)
    if size is not None and not same_size(size):
        note = assumptions.account_of_other_size(size)
        aim = replace(aim, indicative=True, assumptions=(*aim.assumptions, note))
    if aim.indicative and basis is Basis.OWN:
        verdict = replace(verdict, basis=Basis.INDICATIVE)
    return assess_target(verdict, aim, series, latest, rates, current_year)


def _before(series: Series, background: Background) -> float | None:
    """The first year's value as the release before had it, for the same cut of the series."""
    if background.find_before is None or series.own is not None:
        return None
    before = background.find_before(
        series.scope,
        series.gas,
        series.sector,
        series.sectors_left_out,
        series.unit is Unit.TONNES_PER_PERSON,
    )
    done = done_of(series)
    if before is None or done is None or before.own is not None:
        return None
    point = before.at(done.first.year)
    return None if point is None else point.value


def _with_sentences(verdict: Verdict) -> Verdict:
    return replace(
        verdict, sentence_sv=sentence(verdict, "sv"), sentence_en=sentence(verdict, "en")
    )
