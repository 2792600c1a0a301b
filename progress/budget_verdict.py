"""The verdict on a carbon budget (§4, §5)."""

from dataclasses import replace

from progress import assumptions
from progress.attainment import attainment_of_sum
from progress.budget import (
    BudgetTerms,
    budget_account,
    budget_path,
    delayed_budget_rate,
    filled_years,
    required_budget_rate,
)
from progress.goals import Goal
from progress.judging import with_attainment, with_gap, with_projection
from progress.resolve import budget_terms
from progress.series import Point, Series, Status
from progress.trend import Trend
from progress.verdict_model import Attainment, BudgetAccount, Reason, Verdict


def assess_budget(
    verdict: Verdict,
    goal: Goal,
    series: Series,
    latest: Point,
    fitted: Trend | None,
    current_year: int,
) -> Verdict:
    """The verdict on a budget goal: its account beside the path, the pace and the attainment."""
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
        forecast = tuple(year.year for year in account.years if year.status == Status.FORECAST)
        if forecast and series.forecasts_by is not None:
            notes = (*notes, assumptions.forecasts_of(series.forecasts_by, forecast))
    verdict = replace(
        verdict,
        base_year=terms.first_year,
        base=path.base if path is not None else start.tonnes,
        target_year=terms.last_year,
        budget=account,
        assumptions=notes,
    )
    verdict = with_gap(verdict, path, latest)
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
        verdict = with_projection(verdict, fitted, terms.last_year)
    return with_attainment(
        verdict,
        settled,
        fitted,
        lambda projection: attainment_of_sum(
            account.used_tonnes + sum(projection(year) for year in coming), terms.tonnes
        ),
    )
