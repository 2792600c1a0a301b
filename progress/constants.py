"""Every number of the rules of follow-up, named, with the section of the rules it comes from."""

from typing import Final

TREND_FIRST_YEAR: Final = 2015
"""§3: a trend is fitted to observed values from this year on; §4: an unstated base is too."""

TREND_MIN_POINTS: Final = 4
"""§3, §5: with fewer observed values there is no trend, and a robustness variant is skipped."""

LEVEL_SHARE_PER_YEAR: Final = 0.01
"""§3: a relative slope between minus and plus this share a year counts as level."""

CLOSE_SHARE: Final = 0.10
"""§5: a miss of at most this share of the change asked for (or of the budget) is close."""

ZERO_TARGET_SHARE: Final = 0.01
"""§4: a rate never reaches zero, so a target of 0 is taken as this share of the base value."""

LAST_YEARS: Final = 5
"""§5: robustness variant 1 uses the points of this many newest observed years."""

UNUSUAL_YEARS: Final = (2020, 2021)
"""§5: robustness variant 2 leaves the years of the pandemic out."""

YARDSTICK_BASE_YEAR: Final = 1990
"""§2: the base year of the national target that every municipality is held against."""

YARDSTICK_TARGET_YEAR: Final = 2045
"""§2: the target year of the national target."""

YARDSTICK_REDUCTION: Final = 0.85
"""§2: the national target's cut of territorial emissions, a share of the base year's."""

PLAN_YEAR: Final = 2030
"""§7: the year that the cities' investment plans reckon to; effects "by 2030" count in it."""

ROUNDING_SHARE: Final = 1e-9
"""Not a rule: differences under this share of the figures compared are floating-point noise."""

RULES_VERSION: Final = 1
"""Raised whenever a rule gives another verdict on the same figures: snapshots tell of it."""
