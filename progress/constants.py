"""Every number of the rules of follow-up, named, with the section of the rules it comes from."""

from typing import Final

DONE_FIRST_YEAR: Final = 2015
"""§3: what has been done is read from the first observed year from this one on."""

DONE_MIN_POINTS: Final = 4
"""§3, §5: with fewer observed values there is no done rate, and a variant is left out."""

LEVEL_SHARE_PER_YEAR: Final = 0.01
"""§3: a rate between minus and plus this share a year counts as level."""

BAND_SHARE: Final = 0.80
"""§3: the band holds this share of what came, over all municipalities and origins."""

BAND_MIN_ERRORS: Final = 500
"""§3: a band reaches to the last horizon with this many errors to judge from."""

CLOSE_SHARE: Final = 0.9
"""§5: at least this share of what is needed is close."""

BUDGET_CLOSE_SHARE: Final = 0.10
"""§5: a budget that is passed by at most this share of it is close."""

LAST_YEARS: Final = 5
"""§5: one variant reads the rate over so many of the newest observed years."""

MIN_VARIANTS: Final = 3
"""§5: with fewer variants than this nothing shows that a verdict holds: it is uncertain."""

LENIENT_SHARE: Final = 0.15
"""§2: where neutral is not defined, the lenient bound is this share of 1990, as net zero is for the
nation; the strict bound is nothing."""

SAME_SIZE: Final = (0.9, 1.1)
"""§2, §4: a series whose base lies outside these shares of the stated one is of another size."""

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

RULES_VERSION: Final = 2
"""Raised whenever a rule gives another verdict on the same figures: snapshots tell of it."""
