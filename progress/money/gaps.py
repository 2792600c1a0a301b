"""What a plan says is left to cut, sector by sector in the plan's own words."""

from dataclasses import dataclass

SOURCE_ERROR = "source_error"
"""Flag of a row that contradicts itself in its source."""


@dataclass(frozen=True, slots=True)
class EmissionGap:
    """A row of a plan's table of what is left to cut, figures as printed, in `unit`.

    `basis` names the target that the table is made for: a city can have several. `sector` is the
    plan's own word; "Total" is the row of the sum.
    """

    municipality_code: str
    basis: str
    sector: str
    scope: str
    unit: str
    baseline_year: int | None
    baseline: float | None
    latest_year: int | None
    latest: float | None
    target_level: float | None
    target_reduction: float | None
    existing_strategies_reduction: float | None
    gap: float | None
    action_plan_reduction: float | None
    remaining_after_actions: float | None
    residual: float | None
    quality_flag: str
    note: str
    source_id: str
    section: str

    @property
    def contradicts_itself(self) -> bool:
        """Whether the row's figures contradict each other, or others, in the source."""
        return SOURCE_ERROR in self.quality_flag.split(";")

    @property
    def gap_tonnes(self) -> float | None:
        """The gap in tonnes of CO2e, or None where the plan gives none."""
        if self.gap is None:
            return None
        return self.gap * 1000 if self.unit == "kt CO2e" else self.gap
