"""One indicator against another, each municipality a dot."""

from collections.abc import Sequence

import numpy as np

from layouts.boards.controls import click
from layouts.boards.explore.answers import View
from layouts.boards.explore.classes import Classes, class_notes, classes_of
from layouts.boards.explore.scales import beyond_words, on_axis
from layouts.boards.explore.words import group_name, source, unknown_words
from layouts.charts.measure import Measure
from layouts.charts.points import Axis, Dot, ScatterChart
from layouts.overview.order import swedish
from layouts.phrases.wording import uncapital
from progress.explore.cube import Values
from progress.explore.density import cells

ALL_NAMED = 16
"""So few dots that each is named."""
ENDS = 3
"""So many at each end are named where there are more."""


def scatter_chart(view: View) -> ScatterChart:
    """`x` against `y` in the year that is shown, of the members of the group."""
    t, x, y = view.t, view.x, view.y
    log_x, log_y = view.logs["x"], view.logs["y"]
    across = on_axis(x.values[:, view.column], log=log_x)
    up = on_axis(y.values[:, view.column], log=log_y)
    places = int(view.group.sum())
    known = int((view.group & ~np.isnan(across) & ~np.isnan(up)).sum())
    classes: Classes = ()
    class_head = ""
    if view.one_by_one:
        tones, classes, class_head = classes_of(view)
        sizes, size = _sizes(view)
        dots = _dots(view, across, up, tones, sizes)
    else:
        unit = t("board.explore.municipality.unit")
        size = Axis(t("board.explore.municipalities"), Measure(unit, unit))
        dots = _cells(view, across, up, (log_x, log_y))
    return ScatterChart(
        "spridning",
        t(
            "board.explore.scatter.title",
            x=uncapital(x.title),
            y=y.title,
            year=view.year,
            group=group_name(view),
        ),
        view.address.lang,
        t(
            "board.explore.scatter.message",
            n=known,
            of=places,
            unknown=unknown_words(places - known, t),
        )
        + beyond_words(view),
        t("board.explore.municipality"),
        x.axis(log=log_x, cut=view.cuts["x"]),
        y.axis(log=log_y, cut=view.cuts["y"]),
        dots,
        source=source(view),
        releases=(view.answers.release,),
        size=size,
        classes=classes,
        class_head=class_head,
    )


def _dots(
    view: View, across: Values, up: Values, tones: Sequence[int], sizes: Values | None
) -> tuple[Dot, ...]:
    """A dot for each member, by name."""
    named, who = named_dots(view, up, ENDS), view.who
    notes = class_notes(view)
    return tuple(
        Dot(
            view.answers.municipalities[place].name,
            known_or_none(across[place]),
            known_or_none(up[place]),
            key=click("place", view.cube.codes[place], view.address.lang),
            named=place in named,
            faded=not who[place],
            tone=tones[place],
            size=known_or_none(sizes[place]) if sizes is not None else None,
            note=notes.get(view.cube.codes[place], ""),
        )
        for place in by_name(view)
        if view.group[place]
    )


def _cells(view: View, across: Values, up: Values, logs: tuple[bool, bool]) -> tuple[Dot, ...]:
    """A dot for each cell of a grid that holds any of the members, as large as they are many."""
    x, y = (
        np.log10(values[view.group]) if log else values[view.group]
        for values, log in zip((across, up), logs, strict=True)
    )
    return tuple(
        Dot(
            view.t("board.explore.cell", n=cell.count),
            10**cell.x if logs[0] else cell.x,
            10**cell.y if logs[1] else cell.y,
            size=float(cell.count),
        )
        for cell in cells(x, y)
    )


def by_name(view: View) -> list[int]:
    """Places of the cube's rows, by name."""
    names = view.answers.municipalities
    return sorted(range(len(names)), key=lambda place: swedish(names[place].name))


def known_or_none(value: float) -> float | None:
    """None for what the store does not hold (NaN)."""
    return None if value != value else float(value)


def named_dots(view: View, values: Values, ends: int) -> set[int]:
    """The chosen ones, and so many at each end; all where there are few."""
    there = np.flatnonzero(view.group & ~np.isnan(values))
    if len(there) <= ALL_NAMED:
        return set(there.tolist())
    order = there[np.argsort(values[there], kind="stable")].tolist()
    chosen = {view.cube.codes.index(code) for code in view.chosen}
    return {*order[:ends], *order[-ends:], *chosen}


def _sizes(view: View) -> tuple[Values | None, Axis | None]:
    """What the dots' areas are, and what it is called; nothing where they are alike."""
    t, choice = view.t, view.address.get("area")
    if choice == "same":
        return None, None
    if choice == "tonnes":
        unit = t("board.explore.unit.tonnes", gas=t(f"word.gas.short.{view.answers.release.gas}"))
        title = t("board.explore.shown.tonnes", since="", kind="")
        return view.cube.emissions()[:, view.column], Axis(title, Measure(unit, unit))
    unit = t("board.explore.unit.population", gas="")
    title = t("board.explore.shown.population", since="", kind="")
    return view.cube.people[:, view.column], Axis(title, Measure(unit, unit))
