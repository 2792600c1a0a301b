"""The carbon budget: its path, its account, its run-out date and the pace still needed (§4)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from progress.path import RatePath
from progress.series import Point, Series, Status
from progress.trend import Trend
from progress.verdict_model import BudgetAccount, BudgetYear, RequiredRate

Projection = Callable[[int], float]
"""A year → the tonnes expected that year."""

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


def required_budget_rate(
    value: float, remaining: float, years: int, *, years_before: int = 0
) -> RequiredRate:
    """The yearly rate r with Σ value·(1 − r)^k = remaining over the coming years k (§4).

    `years` counts to the budget's last year; `years_before` of them come before its first.
    """
    if remaining < 0:
        return RequiredRate("not_reachable", negative_tonnes=-remaining)
    counted = years - years_before
    if counted < 1 or value * counted <= remaining:
        return RequiredRate("already_enough")
    if remaining == 0:
        return RequiredRate("not_reachable", negative_tonnes=0.0)
    factor = factor_for(remaining / value, years_before + 1, years)
    return RequiredRate("rate", rate=1 - (factor or 0.0))


def delayed_budget_rate(
    value: float, remaining: float, years: int, *, years_before: int = 0
) -> RequiredRate:
    """The same rate if the first coming year stays at `value` and the cuts begin the year after."""
    if years_before > 0:
        return required_budget_rate(value, remaining, years - 1, years_before=years_before - 1)
    if years < 1:
        return required_budget_rate(value, remaining, years)
    return required_budget_rate(value, remaining - value, years - 1)


def filled_years(
    series: Series, trend: Trend | None, first: int, through: int
) -> tuple[BudgetYear, ...]:
    """Each year first…through: observed, else between observed neighbours, else on the trend.

    What is filled in is an estimate; a year that nothing can fill has no tonnes.
    """
    observed = series.observed
    return tuple(_filled(observed, trend, year) for year in range(first, through + 1))


def _filled(observed: tuple[Point, ...], trend: Trend | None, year: int) -> BudgetYear:
    before = next((p for p in reversed(observed) if p.year <= year), None)
    after = next((p for p in observed if p.year >= year), None)
    if before is not None and before.year == year:
        return BudgetYear(year, before.value, before.status)
    if before is not None and after is not None:
        share = (year - before.year) / (after.year - before.year)
        between = before.value + (after.value - before.value) * share
        return BudgetYear(year, between, Status.ESTIMATE)
    return BudgetYear(year, trend.value(year) if trend else None, Status.ESTIMATE)


def later_years(
    series: Series, trend: Trend | None, first: int, last: int
) -> tuple[BudgetYear, ...]:
    """The years after the latest observed: a stored forecast wins over our estimate (§3)."""
    forecasts = {p.year: p.value for p in series if p.status is Status.FORECAST}
    years = []
    for year in range(first, last + 1):
        if year in forecasts:
            years.append(BudgetYear(year, forecasts[year], Status.FORECAST))
        else:
            value = trend.value(year) if trend else None
            years.append(BudgetYear(year, value, Status.ESTIMATE))
    return tuple(years)


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
    terms: BudgetTerms, series: Series, trend: Trend | None, current_year: int
) -> BudgetAccount | None:
    """The account through the latest observed year, and the years after it as estimates (§4).

    `used_tonnes`, `remaining_tonnes` and both shares stand at the end of the latest observed year.
    Without a trend the coming years are taken to stay level in `projected_sum_tonnes`. None where
    nothing is observed, or some year up to the latest cannot be filled.
    """
    latest = series.latest
    if latest is None:
        return None
    through = min(latest.year, terms.last_year)
    past = filled_years(series, trend, terms.first_year, through)
    spent = [(year.year, year.tonnes) for year in past if year.tonnes is not None]
    if len(spent) < len(past):
        return None
    used = sum(tonnes for _, tonnes in spent)
    coming = range(max(latest.year + 1, terms.first_year), terms.last_year + 1)
    level = [(year, latest.value) for year in coming]
    on_trend = [(year, trend.value(year)) for year in coming] if trend else level
    counted_to = min(current_year, terms.last_year)
    return BudgetAccount(
        budget_tonnes=terms.tonnes,
        first_year=terms.first_year,
        last_year=terms.last_year,
        used_tonnes=used,
        remaining_tonnes=terms.tonnes - used,
        share_used=used / terms.tonnes,
        share_of_time=len(past) / len(terms.years),
        run_out_if_level=run_out(terms.tonnes, spent + level),
        run_out_on_trend=run_out(terms.tonnes, spent + on_trend) if trend else None,
        projected_sum_tonnes=used + sum(tonnes for _, tonnes in on_trend),
        years=past + later_years(series, trend, coming.start, counted_to),
    )
