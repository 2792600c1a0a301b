"""What a chart shows after the latest statistics: a stored forecast, else our estimate (§3)."""

from dataclasses import dataclass

from progress.series import Point, Series, Status
from progress.trend import Trend, trend


@dataclass(frozen=True, slots=True)
class Estimate:
    """A year that is not observed. `low` and `high` are the band, None for a stored forecast."""

    year: int
    value: float
    status: Status
    low: float | None = None
    high: float | None = None


def estimates(series: Series, current_year: int) -> tuple[Estimate, ...]:
    """The years after the latest observed one, up to the current year; none without a trend.

    A forecast that the city or a publisher has made wins over our estimate for its year.
    """
    latest = series.latest
    if latest is None:
        return ()
    fitted = trend(series)
    forecasts = {point.year: point for point in series if point.status is Status.FORECAST}
    years = range(latest.year + 1, current_year + 1)
    found = (_estimate(year, forecasts.get(year), fitted) for year in years)
    return tuple(estimate for estimate in found if estimate is not None)


def _estimate(year: int, forecast: Point | None, fitted: Trend | None) -> Estimate | None:
    if forecast is not None:
        return Estimate(year, forecast.value, Status.FORECAST)
    if fitted is None:
        return None
    low, high = fitted.band(year)
    return Estimate(year, fitted.value(year), Status.ESTIMATE, low, high)


@dataclass(frozen=True, slots=True)
class ForecastError:
    """A forecast against what came: `share` is forecast over outcome less 1, None for outcome 0."""

    year: int
    forecast: float
    outcome: float
    share: float | None


def forecast_record(forecasts: Series, observed: Series) -> tuple[ForecastError, ...]:
    """How earlier forecasts compare with the observed values of the years they were made for."""
    record = []
    for point in forecasts:
        outcome = observed.at(point.year)
        if point.status is Status.FORECAST and outcome is not None:
            share = point.value / outcome.value - 1 if outcome.value != 0 else None
            record.append(ForecastError(point.year, point.value, outcome.value, share))
    return tuple(record)
