"""How the group has moved: its median and quartiles over time, and the chosen ones."""

from layouts.boards.controls import click
from layouts.boards.explore.answers import View
from layouts.boards.explore.shown import Shown, shown
from layouts.boards.explore.words import figure, group_name, middle_half, source
from layouts.charts.description import Line, LinePanel, Mark, TimeChart
from progress.explore import spread

MOST_LINES = 8
"""So many of the chosen municipalities have a line with a tone of its own."""
MEDIAN = 9
"""The tone of the group's median."""


def over_time(view: View) -> Shown:
    """What is drawn over time: `y`, or emissions per person where that has no years."""
    return shown(view, "per_person") if view.y.timeless else view.y


def marks_of(view: View, over: Shown, place: int) -> tuple[Mark, ...]:
    """The years in which a row of the cube has a value."""
    row = over.values[place].tolist()
    return tuple(
        Mark(year, value)
        for year, value in zip(view.cube.years, row, strict=True)
        if value == value
    )


def time_chart(view: View) -> TimeChart:
    """Medians of the members that have a value each year; a year without any has no mark."""
    t, over = view.t, over_time(view)
    of_years = spread(view.cube, over.values, view.group)
    message = t("board.explore.nothing", shown=over.title, year=view.year)
    if of_years:
        message = t(
            "board.explore.time.message",
            group=group_name(view),
            first=of_years[0].year,
            last=of_years[-1].year,
            before=figure(of_years[0].quartiles.median, over, t),
            after=figure(of_years[-1].quartiles.median, over, t),
            **middle_half(of_years[-1].quartiles, over, t),
            n=of_years[-1].known,
        )
    median = Line(
        t("board.explore.time.median", group=group_name(view)),
        tuple(
            Mark(
                each.year,
                each.quartiles.median,
                low=each.quartiles.lower,
                high=each.quartiles.upper,
            )
            for each in of_years
        ),
        tone=MEDIAN,
    )
    lines = [median] if of_years else []
    for number, code in enumerate(view.chosen[:MOST_LINES], 1):
        marks = marks_of(view, over, view.cube.codes.index(code))
        if marks:
            key = click("place", code, view.address.lang)
            lines.append(Line(view.places[code].name, marks, tone=number, key=key))
    observed = view.cube.observed or view.cube.years
    return TimeChart(
        "over-tid",
        t("board.explore.time.title", shown=over.title, group=group_name(view)),
        view.address.lang,
        message,
        (LinePanel(over.title, over.measure, tuple(lines), bridged=True),),
        first_year=of_years[0].year if of_years else observed[0],
        last_year=max(observed[-1], *over.years) if over.years else observed[-1],
        source=source(view),
        releases=(view.answers.release,),
        marked_years=(view.year,),
    )
