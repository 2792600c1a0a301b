"""What the browser needs to mark municipalities at once (`assets/boards/explore.js`)."""

from typing import Any

from layouts.boards.controls import click
from layouts.boards.explore.answers import View
from layouts.boards.explore.time import over_time
from layouts.boards.explore.words import MARKS
from layouts.links.query import PARAMETERS

DIGITS = 5
"""Significant digits of a value that is drawn only."""


def series(view: View) -> dict[str, Any]:
    """The members' values over time, by what a click on each chooses, as the axis counts them; the
    years that have any, where the axes of the scatter are cut, what a step of each is worth, how
    many municipalities an address can name, and the names of the controls that mark."""
    over, lang = over_time(view), view.address.lang
    columns = [view.cube.column(year) for year in over.years]
    return {
        "years": list(over.years),
        "lines": {
            click("place", code, lang): [
                None if value != value else _short(value / over.measure.divisor)
                for value in over.values[row, columns].tolist()
            ]
            for row, code in enumerate(view.cube.codes)
            if view.group[row] and view.one_by_one
        },
        "marked": [click("place", code, lang) for code in view.marked_codes] or None,
        "cut": dict(view.cuts),
        "divisor": view.y.measure.divisor,
        "across": view.x.measure.divisor,
        "known": list(view.years),
        "most": PARAMETERS["place"].most,
        "names": {name: PARAMETERS[name].name(lang) for name in ("year", *MARKS)},
    }


def _short(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")
