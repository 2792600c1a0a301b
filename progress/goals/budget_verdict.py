"""The verdict on a carbon budget (§4, §5)."""

from dataclasses import replace

from progress.emissions.series import Point, Series, Status
from progress.goals import assumptions
from progress.goals.attainment import attainment_of_sum
from progress.goals.budget import (
    BudgetTerms,
    budget_account,
    budget_path,
    budget_terms,
    budget_years,
    needed_budget_rate,
    sum_at_rate,
)
from progress.goals.done import Done
from progress.goals.needed import cut_per_year
from progress.goals.rate_variants import RateVariant
from progress.goals.resolve import same_size
from progress.goals.verdict_model import Attainment, Basis, BudgetAccount, Reason, Verdict
from progress.goals.verdict_steps import with_path, with_robustness


def assess_budget(
    verdict: Verdict,
    series: Series,
    latest: Point,
    done: Done | None,
    rates: tuple[RateVariant, ...],
    band_horizon: int,
) -> Verdict:
    """The verdict on a budget goal: its account beside the path, the pace and the attainment.

    A near series that is not known to be of the budget's size is not held against it: there is
    neither use nor run-out then, only how much of it the series covers (§4).
    """
    goal = verdict.goal
    terms = budget_terms(goal)
    if terms is None:
        return replace(verdict, reason=Reason.NO_TARGET_VALUE)
    start = budget_years(series, done, replace(terms, last_year=terms.first_year), 0)[0]
    path = budget_path(terms, goal.rate, start.tonnes)
    covers = (
        start.tonnes / path.base
        if goal.rate is not None and path is not None and start.tonnes is not None
        else None
    )
    verdict = replace(verdict, target_year=terms.last_year)
    near = verdict.basis is Basis.NEAR
    if near and (covers is None or not same_size(covers)):
        return replace(verdict, reason=Reason.OTHER_SIZE, covers=covers)
    notes = verdict.assumptions
    if goal.rate is None and path is not None:
        notes = (*notes, assumptions.path_from_first_year(terms.first_year))
    account = budget_account(terms, series, done, band_horizon)
    if account is not None:
        filled = tuple(
            year.year
            for year in account.years
            if year.status == Status.ESTIMATE and year.year <= latest.year
        )
        if filled:
            notes = (*notes, assumptions.gap_years_filled(filled))
        forecast = tuple(year.year for year in account.years if year.status == Status.FORECAST)
        if forecast and series.forecasts_by is not None:
            notes = (*notes, assumptions.forecasts_of(series.forecasts_by, forecast))
    verdict = replace(
        verdict,
        base_year=terms.first_year,
        base=path.base if path is not None else start.tonnes,
        budget=account,
        assumptions=notes,
    )
    verdict = with_path(verdict, path, latest)
    if account is None:
        return replace(verdict, reason=Reason.NO_DONE_RATE)
    return _with_outcome(verdict, terms, account, latest, done, rates)


def _with_outcome(
    verdict: Verdict,
    terms: BudgetTerms,
    account: BudgetAccount,
    latest: Point,
    done: Done | None,
    rates: tuple[RateVariant, ...],
) -> Verdict:
    years = terms.last_year - latest.year
    if years <= 0:
        over = attainment_of_sum(account.used_tonnes, terms.tonnes) is not Attainment.YES
        return replace(verdict, attainment=Attainment.MISSED if over else Attainment.REACHED)
    before = max(0, terms.first_year - 1 - latest.year)
    needed = needed_budget_rate(latest.value, account.remaining_tonnes, years, years_before=before)
    verdict = replace(
        verdict,
        needed_rate=needed,
        needed_tonnes_per_year=(
            None if needed is None else cut_per_year(latest.value, needed, years)
        ),
    )
    if done is None:
        return replace(verdict, reason=Reason.NO_DONE_RATE)

    def judge(rate: float) -> Attainment:
        return attainment_of_sum(sum_at_rate(account, latest, rate), terms.tonnes)

    verdict = replace(
        verdict,
        attainment=judge(done.rate),
        projected=done.value(terms.last_year),
        done_tonnes_per_year=cut_per_year(latest.value, done.rate, years),
    )
    return with_robustness(verdict, rates, judge)
