"""The years after the latest statistics: a forecast, else our estimate with its band (§3)."""

from dataclasses import dataclass

from progress.emissions.series import Series, Status
from progress.goals.done import Done
from progress.goals.hindcast import Band
from progress.goals.verdict_model import Estimate


def estimates(
    series: Series, done: Done | None, band: Band, last_year: int
) -> tuple[Estimate, ...]:
    """The years after the latest observed one: as far as there is a band, and to `last_year`.

    A forecast that the city or a publisher has made stands in the place of our estimate for its
    year. Without a done rate there are forecasts only.
    """
    latest = series.latest
    if latest is None:
        return ()
    forecasts = {point.year: point for point in series if point.status is Status.FORECAST}
    last = max(last_year, latest.year + band.horizon)
    result = []
    for year in range(latest.year + 1, last + 1):
        forecast = forecasts.get(year)
        if forecast is not None:
            result.append(Estimate(year, forecast.value, Status.FORECAST))
        elif done is not None:
            value, half = done.value(year), band.at(year - latest.year)
            low, high = (None, None) if half is None else (value * (1 - half), value * (1 + half))
            result.append(Estimate(year, value, Status.ESTIMATE, low, high))
    return tuple(result)


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
