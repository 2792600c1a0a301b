"""The carbon budget: its path, its account, its run-out date and the pace still needed (§4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from progress.emissions.series import Point, Series, Status
from progress.goals.done import Done, continued
from progress.goals.goal import Goal
from progress.goals.path import RatePath
from progress.goals.verdict_model import CONTINUED, BudgetAccount, BudgetYear

_HALVINGS = 200
_ENOUGH_GROWTH = 1e6


@dataclass(frozen=True, slots=True)
class BudgetTerms:
    """The budget as its source states it: tonnes over first…last year, both included."""

    tonnes: float
    first_year: int
    last_year: int

    @property
    def years(self) -> range:
        return range(self.first_year, self.last_year + 1)


def budget_terms(goal: Goal) -> BudgetTerms | None:
    """The budget's tonnes and years, or None where the source leaves one of them out."""
    tonnes, first, last = goal.budget_tonnes, goal.budget_first_year, goal.budget_last_year
    if tonnes is None or tonnes <= 0 or first is None or last is None or last < first:
        return None
    return BudgetTerms(tonnes, first, last)


def powers_sum(factor: float, first: int, last: int) -> float:
    """Σ factor^k for k = first…last (0 where last < first)."""
    total = 0.0
    term: float = factor**first
    for _ in range(first, last + 1):
        total += term
        term *= factor
    return total


def factor_for(total: float, first: int, last: int) -> float | None:
    """The yearly factor q ≥ 0 with Σ q^k = total for k = first…last, or None."""
    if last < max(first, 1) or total < powers_sum(0.0, first, last):
        return None
    low, high = 0.0, 1.0
    while powers_sum(high, first, last) < total:
        low, high = high, high * 2
        if high > _ENOUGH_GROWTH:
            return None
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if powers_sum(middle, first, last) < total:
            low = middle
        else:
            high = middle
    return high


def budget_path(
    terms: BudgetTerms, rate: float | None, first_value: float | None
) -> RatePath | None:
    """The path whose sum over the period is the budget (§4).

    With a stated rate its first value follows from the rate; else the rate follows from the
    observed first value. None where neither is known, or the first year alone exceeds the
    budget.
    """
    count = terms.last_year - terms.first_year
    if rate is not None:
        start = terms.tonnes / powers_sum(1 - rate, 0, count)
        return RatePath(terms.first_year, start, terms.last_year, rate)
    if first_value is None or first_value <= 0:
        return None
    factor = factor_for(terms.tonnes / first_value, 0, count)
    if factor is None:
        return None
    return RatePath(terms.first_year, first_value, terms.last_year, 1 - factor)


def needed_budget_rate(
    value: float, remaining: float, years: int, *, years_before: int = 0
) -> float | None:
    """The constant yearly rate r with Σ value·(1 − r)^k = remaining over the coming years k (§4).

    `years` counts to the budget's last year; `years_before` of them come before its first. None
    where the level of today is low enough, where no year is left, and where nothing remains: then
    no rate is enough.
    """
    counted = years - years_before
    if remaining <= 0 or counted < 1 or value * counted <= remaining:
        return None
    factor = factor_for(remaining / value, years_before + 1, years)
    return 1 - (factor or 0.0)


def budget_years(
    series: Series, done: Done | None, terms: BudgetTerms, band_horizon: int
) -> tuple[BudgetYear, ...]:
    """Every year of the budget: observed, between observed ones, forecast, or at the done rate.

    What is filled in is an estimate as far ahead as there is a band, then `continued`; a year that
    nothing can fill has no tonnes.
    """
    forecasts = {point.year: point for point in series if point.status is Status.FORECAST}
    return tuple(
        _budget_year(year, series.observed, forecasts.get(year), done, band_horizon)
        for year in terms.years
    )


def _budget_year(
    year: int,
    observed: tuple[Point, ...],
    forecast: Point | None,
    done: Done | None,
    band_horizon: int,
) -> BudgetYear:
    before = next((p for p in reversed(observed) if p.year <= year), None)
    after = next((p for p in observed if p.year >= year), None)
    if before is not None and before.year == year:
        return BudgetYear(year, before.value, before.status)
    if before is not None and after is not None:
        share = (year - before.year) / (after.year - before.year)
        between = before.value + (after.value - before.value) * share
        return BudgetYear(year, between, Status.ESTIMATE)
    if forecast is not None:
        return BudgetYear(year, forecast.value, Status.FORECAST)
    if done is None or before is None:
        return BudgetYear(year, None, Status.ESTIMATE)
    ahead = year - done.latest.year
    return BudgetYear(
        year, done.value(year), Status.ESTIMATE if ahead <= band_horizon else CONTINUED
    )


def run_out(budget: float, years: Iterable[tuple[int, float]]) -> date | None:
    """The day when the accumulated sum passes the budget, each year spread over its days (§4).

    None where the sum of all the years does not pass it.
    """
    left = budget
    for year, tonnes in years:
        if tonnes > left:
            days = (date(year + 1, 1, 1) - date(year, 1, 1)).days
            day = min(int(max(0.0, left) / tonnes * days), days - 1)
            return date(year, 1, 1) + timedelta(days=day)
        left -= tonnes
    return None


def budget_account(
    terms: BudgetTerms, series: Series, done: Done | None, band_horizon: int = 0
) -> BudgetAccount | None:
    """The account of the whole budget, every figure from the same rows (§4).

    `used_tonnes`, `remaining_tonnes` and both shares stand at the end of the latest observed year.
    Without a done rate the coming years are taken to stay level in `projected_sum_tonnes`. None
    where nothing is observed, or some year up to the latest cannot be filled.
    """
    latest = series.latest
    if latest is None:
        return None
    years = budget_years(series, done, terms, band_horizon)
    past = [year for year in years if year.year <= latest.year]
    spent = [(row.year, row.tonnes) for row in past if row.tonnes is not None]
    if len(spent) < len(past):
        return None
    coming = [year for year in years if year.year > latest.year]
    level = [(row.year, latest.value) for row in coming]
    at_rate = [(row.year, latest.value if row.tonnes is None else row.tonnes) for row in coming]
    used = sum(tonnes for _, tonnes in spent)
    forecast = any(row.tonnes is not None for row in coming)
    return BudgetAccount(
        budget_tonnes=terms.tonnes,
        first_year=terms.first_year,
        last_year=terms.last_year,
        used_tonnes=used,
        remaining_tonnes=terms.tonnes - used,
        share_used=used / terms.tonnes,
        share_of_time=len(past) / len(terms.years),
        run_out_if_level=run_out(terms.tonnes, spent + level),
        run_out_at_done_rate=run_out(terms.tonnes, spent + at_rate)
        if forecast or not coming
        else None,
        projected_sum_tonnes=used + sum(tonnes for _, tonnes in at_rate),
        years=years,
    )


def sum_at_rate(account: BudgetAccount, latest: Point, rate: float) -> float:
    """Used and projected together with another rate; somebody's forecasts keep their place."""
    return account.used_tonnes + sum(
        year.tonnes
        if year.status == Status.FORECAST and year.tonnes is not None
        else continued(latest, rate, year.year)
        for year in account.years
        if year.year > latest.year
    )
