"""All verdicts of a release are made in the time that an import can afford.

What takes time is fitting lines, so lines are counted: seconds would tell of the machine.
`python -m scripts.verdict_time` prints the seconds.
"""

from collections.abc import Sequence

import pytest

from progress import trend
from progress.series import Point
from progress.verdict import assess
from progress.yardstick import yardstick_goal
from tests.progress.made_up_series import series, shelf

MUNICIPALITIES = 290
VARIANTS_WITH_A_LINE = 2
"""The last years alone, and without the unusual years; the others reuse lines."""


def test_a_verdict_fits_each_line_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The trend, the same without each point, and two variants: 10 + 3 lines for ten points.

    The variants' own trends fit no left-out lines: nobody asks for their band.
    """
    fitted: list[int] = []
    fit = trend.theil_sen

    def counted(points: Sequence[Point]) -> trend.Line:
        fitted.append(len(points))
        return fit(points)

    monkeypatch.setattr(trend, "theil_sen", counted)
    points = range(2015, 2025)
    years = (1990, 2000, 2005, 2010, *points)
    find = shelf(series({year: 1e5 + 7e3 * (year % 7) - year for year in years}))
    for number in range(MUNICIPALITIES):
        assess(yardstick_goal(f"{number:04}"), find, 2026)
    most = 1 + len(points) + VARIANTS_WITH_A_LINE
    assert len(fitted) == MUNICIPALITIES * most
