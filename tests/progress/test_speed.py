"""All verdicts of a release are made in the time that an import can afford."""

import time

from progress.verdict import assess
from progress.yardstick import yardstick_goal
from tests.progress.made_up_series import series, shelf

MUNICIPALITIES = 290
SECONDS = 2.0


def test_yardsticks_of_290_municipalities_take_under_two_seconds() -> None:
    years = (1990, 2000, 2005, 2010, *range(2015, 2025))
    find = shelf(series({year: 1e5 + 7e3 * (year % 7) - year for year in years}))
    started = time.process_time()
    for number in range(MUNICIPALITIES):
        assess(yardstick_goal(f"{number:04}"), find, 2026)
    assert time.process_time() - started < SECONDS
