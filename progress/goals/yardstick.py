"""The yardstick: one common goal for all municipalities, beside their own (§2)."""

from progress.constants import YARDSTICK_BASE_YEAR, YARDSTICK_REDUCTION, YARDSTICK_TARGET_YEAR
from progress.emissions.series import Gas
from progress.goals.goal import YARDSTICK_ID, Goal, GoalKind, GoalScope


def yardstick_goal(municipality_code: str) -> Goal:
    """Sweden's national target for territorial emissions, held against one municipality."""
    return Goal(
        goal_id=YARDSTICK_ID,
        municipality_code=municipality_code,
        kind=GoalKind.REDUCTION,
        scope=GoalScope.TERRITORIAL,
        gas=Gas.CO2E,
        title_sv="Jämförelsemål: Sveriges klimatmål till 2045",
        title_en="Yardstick: Sweden's climate target for 2045",
        base_year=YARDSTICK_BASE_YEAR,
        target_year=YARDSTICK_TARGET_YEAR,
        reduction=YARDSTICK_REDUCTION,
        strict=False,
        source_title="Sveriges nationella klimatmål",
    )


def is_yardstick(goal: Goal) -> bool:
    """Whether a goal is the yardstick, which is never one of a city's own goals."""
    return goal.goal_id == YARDSTICK_ID
