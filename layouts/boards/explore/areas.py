"""The map: each municipality in the shade of its class of equally many."""

from layouts.boards.controls import click
from layouts.boards.explore.answers import View
from layouts.boards.explore.words import group_name, source, unknown_words
from layouts.charts import labels
from layouts.charts.points import Area, AreaMap
from progress.value_classes import class_of, limits, value_classes

WIDTH, HEIGHT = 1000.0, 2400.0
"""What the outlines of the municipalities are drawn in."""


def area_map(view: View) -> AreaMap:
    """`y` of the members in the year that is shown; who is outside the group stands back."""
    t, y, lang = view.t, view.y, view.address.lang
    values = {
        code: float(value)
        for code, value, inside in zip(
            view.cube.codes, y.values[:, view.column].tolist(), view.group.tolist(), strict=True
        )
        if inside and value == value
    }
    parted = limits(values.values())
    who = view.who
    areas = tuple(
        Area(
            place.name,
            view.answers.outlines[code],
            values.get(code),
            class_of(values[code], parted) if code in values else 0,
            click("place", code, lang) if view.one_by_one else "",
            faded=not who[row],
        )
        for row, (code, place) in enumerate(
            zip(view.cube.codes, view.answers.municipalities, strict=True)
        )
        if code in view.answers.outlines
    )
    of_class = {each.number: each for each in value_classes(values.values())}
    steps = tuple(
        t(
            "board.explore.map.step",
            low=labels.plain(of_class[number].low, y.measure, lang),
            high=labels.plain(of_class[number].high, y.measure, lang),
            n=of_class[number].size,
        )
        if number in of_class
        else t("board.explore.map.none")
        for number in range(1, 6)
    )
    lacking = int(view.group.sum()) - len(values)
    return AreaMap(
        "karta",
        t("board.explore.map.title", shown=y.title, year=view.year),
        lang,
        t(
            "board.explore.map.message",
            n=len(values),
            group=group_name(view),
            unknown=unknown_words(lacking, t),
        ),
        t("board.explore.municipality"),
        y.axis(),
        areas,
        steps,
        t("board.explore.map.missing"),
        WIDTH,
        HEIGHT,
        source=source(view),
        releases=(view.answers.release,),
    )
