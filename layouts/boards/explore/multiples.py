"""Small multiples: each of up to 24 municipalities over time, all on the same axes."""

import numpy as np

from layouts.boards.explore.answers import View
from layouts.boards.explore.shown import Shown
from layouts.boards.explore.time import MEDIAN, marks_of, over_time
from layouts.boards.explore.words import group_name, source
from layouts.charts.description import Line, LinePanel, Mark, TimeChart
from progress.explore import spread

MULTIPLES = "var-och-en"
MOST = 24


def multiples_chart(view: View) -> TimeChart | None:
    """Who is marked, else the first of the group, in the order of the values of the year that is
    shown, after the group's median; None where nobody has a value over time."""
    t, over = view.t, over_time(view)
    of_years = spread(view.cube, over.values, view.group)
    places = _first(view, over)
    if not of_years or not places:
        return None
    median = tuple(Mark(each.year, each.quartiles.median) for each in of_years)
    name = t("board.explore.multiples.median", group=group_name(view))
    panels = [LinePanel(name, over.measure, (Line(name, median, MEDIAN),))]
    fell = 0
    for place in places:
        marks = marks_of(view, over, place)
        fell += marks[-1].value < marks[0].value
        label = view.answers.municipalities[place].name
        panels.append(LinePanel(label, over.measure, (Line(label, marks),)))
    first, last = of_years[0].year, of_years[-1].year
    key = "marked" if view.marked_codes else "group"
    return TimeChart(
        MULTIPLES,
        t("board.explore.multiples.title", shown=over.title),
        t.lang,
        t(f"board.explore.multiples.{key}", n=len(places), of=int(view.who.sum()), fell=fell),
        tuple(panels),
        first_year=first,
        last_year=last,
        source=source(view),
        releases=(view.answers.release,),
        small=True,
    )


def _first(view: View, over: Shown) -> list[int]:
    """Rows of the cube, highest value first; those without one in the year come last."""
    there = ~np.isnan(over.values)
    year = view.year if view.year in over.years else max(over.years, default=view.year)
    values = over.values[:, view.cube.column(year)]
    known = np.flatnonzero(view.who & there.any(axis=1))
    order = np.argsort(np.nan_to_num(-values[known], nan=np.inf), kind="stable")
    result: list[int] = known[order][:MOST].tolist()
    return result
