"""Made-up series and goals for the tests of the rules."""

from collections.abc import Mapping
from typing import Any

from progress.emissions.series import TOTAL, Gas, Point, Scope, Series, Status, Unit
from progress.goals.background import FindSeries
from progress.goals.goal import Goal, GoalKind, GoalScope

CODE = "9999"


def series(values: Mapping[int, float], **changes: Any) -> Series:
    """A territorial CO2e series of final values by year; `forecasts` adds forecast years."""
    forecasts: Mapping[int, float] = changes.pop("forecasts", {})
    points = [Point(year, value) for year, value in values.items()]
    points += [Point(year, value, Status.FORECAST) for year, value in forecasts.items()]
    known: dict[str, Any] = {
        "municipality_code": CODE,
        "scope": Scope.TERRITORIAL,
        "gas": Gas.CO2E,
        "release": "made-up-2026",
        "points": tuple(sorted(points, key=lambda point: point.year)),
    }
    return Series(**(known | changes))


def goal(kind: GoalKind, **changes: Any) -> Goal:
    """A territorial CO2e goal of the made-up municipality."""
    known: dict[str, Any] = {
        "goal_id": "9999-G01",
        "municipality_code": CODE,
        "kind": kind,
        "scope": GoalScope.TERRITORIAL,
        "gas": "co2e",
        "title_sv": "Påhittat mål",
        "title_en": "Made-up goal",
    }
    return Goal(**(known | changes))


def shelf(*loaded: Series) -> FindSeries:
    """A finder among the given series."""

    def find(
        scope: Scope, gas: Gas, sector: str, left_out: tuple[str, ...], per_person: bool
    ) -> Series | None:
        unit = Unit.TONNES_PER_PERSON if per_person else Unit.TONNES
        wanted = (scope, gas, sector, left_out, unit)
        for one in loaded:
            if (one.scope, one.gas, one.sector, one.sectors_left_out, one.unit) == wanted:
                return one
        return None

    return find


__all__ = ["CODE", "TOTAL", "goal", "series", "shelf"]
