"""The two views of dots: one indicator against another, and the order by one of them."""

import numpy as np

from layouts.boards.controls import click
from layouts.boards.explore.answers import View
from layouts.boards.explore.classes import class_notes, classes_of
from layouts.boards.explore.words import figure, group_name, middle_half, source, unknown_words
from layouts.charts.measure import Measure
from layouts.charts.points import Axis, Dot, ScatterChart
from layouts.overview.order import swedish
from progress.explore import SINCE, largest_steps
from progress.explore.cube import Values
from progress.explore.density import cells, stand_ins
from progress.indicators import quartiles
from progress.phrases.formats import signed
from progress.phrases.words import sector_word

RANKING = "rangordning"
ALL_NAMED = 16
"""So few dots that each is named."""
ENDS = 3
"""So many at each end are named where there are more."""
FAR = 10
"""So many times the median lies far away."""


def scatter_chart(view: View) -> ScatterChart:
    """`x` against `y` in the year that is shown, of the members of the group."""
    t, x, y = view.t, view.x, view.y
    log_x, log_y = is_log(view, "x"), is_log(view, "y")
    across = _on_axis(x.values[:, view.column], log=log_x)
    up = _on_axis(y.values[:, view.column], log=log_y)
    places = int(view.group.sum())
    known = int((view.group & ~np.isnan(across) & ~np.isnan(up)).sum())
    many = not view.one_by_one
    dots = _cells(view, across, up, (log_x, log_y)) if many else _dots(view, across, up)
    _, classes, class_head = classes_of(view)
    unit = t("board.explore.municipality.unit")
    size = Axis(t("board.explore.municipalities"), Measure(unit, unit)) if many else _sizes(view)[1]
    return ScatterChart(
        "spridning",
        t(
            "board.explore.scatter.title",
            x=x.title,
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
        ),
        t("board.explore.municipality"),
        x.axis(log=log_x),
        y.axis(log=log_y),
        dots,
        source=source(view),
        releases=(view.answers.release,),
        size=size,
        classes=() if many else classes,
        class_head="" if many else class_head,
    )


def _dots(view: View, across: Values, up: Values) -> tuple[Dot, ...]:
    """A dot for each member, by name."""
    named = _named(view, up, ENDS)
    sizes, size = _sizes(view)
    tones, _, _ = classes_of(view)
    notes = class_notes(view)
    return tuple(
        Dot(
            view.answers.municipalities[place].name,
            _value(across[place]),
            _value(up[place]),
            key=click("place", view.cube.codes[place], view.address.lang),
            named=place in named,
            faded=bool(view.marked.any()) and not view.marked[place],
            tone=tones[place],
            size=_value(sizes[place]) if size is not None else None,
            note=notes.get(view.cube.codes[place], ""),
        )
        for place in _order(view)
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


def ranking_chart(view: View) -> ScatterChart:
    """The members in the order of `y`, the highest value first; without a value at the end."""
    t, y = view.t, view.y
    log = is_log(view, "y")
    values = _on_axis(y.values[:, view.column], log=log)
    members = [place for place in _order(view) if view.group[place]]
    known = sorted((p for p in members if values[p] == values[p]), key=lambda p: -values[p])
    unknown = [place for place in members if values[place] != values[place]]
    drawn = [known[place] for place in stand_ins(len(known))]
    named = _named(view, values, 1)
    middle = quartiles([float(values[place]) for place in known])
    message = t("board.explore.nothing", shown=y.title, year=view.year)
    if middle is not None:
        names = view.answers.municipalities
        message = t(
            "board.explore.ranking.message",
            first=names[known[0]].name,
            first_value=figure(float(values[known[0]]), y, t),
            last=names[known[-1]].name,
            last_value=figure(float(values[known[-1]]), y, t),
            median=figure(middle.median, y, t),
            **middle_half(middle, y, t),
            n=len(known),
            unknown=unknown_words(len(unknown), t),
        )
    tones, _, _ = classes_of(view)
    notes = _most_moved(view)
    ranks: dict[float, int] = {}
    for number, place in enumerate(known, 1):
        ranks.setdefault(float(values[place]), number)  # who has the same shares a place
    return ScatterChart(
        RANKING,
        t("board.explore.ranking.title", shown=y.title, year=view.year, group=group_name(view)),
        view.address.lang,
        message,
        t("board.explore.municipality"),
        Axis(
            t("board.explore.rank"),
            Measure(t("board.explore.rank.unit"), t("board.explore.rank.axis")),
        ),
        y.axis(log=log),
        tuple(
            Dot(
                view.answers.municipalities[place].name,
                float(ranks[value]) if (value := values[place]) in ranks else None,
                _value(values[place]),
                key=click("place", view.cube.codes[place], view.address.lang),
                named=place in named,
                faded=bool(view.marked.any()) and not view.marked[place],
                tone=tones[place],
                note=notes.get(place, ""),
            )
            for place in (*drawn, *(unknown if view.one_by_one else ()))
        ),
        source=source(view),
        releases=(view.answers.release,),
    )


def _most_moved(view: View) -> dict[int, str]:
    """Which sector changed most in each municipality, where a change of all sectors is shown."""
    if view.y.name not in SINCE or view.sector:
        return {}
    t, moved = view.t, largest_steps(view.cube, view.since, view.year)
    return {
        place: t(
            "board.explore.most",
            sector=sector_word(step[0], t.lang).lower(),
            change=signed(step[1], t.lang, 2),
        )
        for place, step in enumerate(moved)
        if step is not None
    }


def is_log(view: View, name: str) -> bool:
    """Whether an axis counts in powers: as the address says, else where all values are above zero
    and the highest is many times the median."""
    chosen = view.address.get(f"log_{name}")
    values = (view.x if name == "x" else view.y).values[view.group, view.column]
    known = values[~np.isnan(values)]
    if chosen is not None or not len(known):
        return chosen == "yes"
    return bool(known.min() > 0 and known.max() > FAR * np.median(known))


def _order(view: View) -> list[int]:
    """Places of the cube's rows, by name."""
    names = view.answers.municipalities
    return sorted(range(len(names)), key=lambda place: swedish(names[place].name))


def _value(value: float) -> float | None:
    return None if value != value else float(value)


def _on_axis(values: Values, *, log: bool) -> Values:
    """Values as an axis can show them: one of powers has no place for what is not above zero."""
    return np.where(values > 0, values, np.nan) if log else values


def _named(view: View, values: Values, ends: int) -> set[int]:
    """The chosen ones, and so many at each end; all where there are few."""
    there = [int(p) for p in np.flatnonzero(view.group & ~np.isnan(values))]
    if len(there) <= ALL_NAMED:
        return set(there)
    order = sorted(there, key=lambda place: values[place])
    chosen = {view.cube.codes.index(code) for code in view.chosen}
    return {*order[:ends], *order[-ends:], *chosen}


def _sizes(view: View) -> tuple[Values, Axis | None]:
    """What the dots' areas are, and what it is called; nothing where they are alike."""
    t, choice = view.t, view.address.get("area")
    if choice == "tonnes":
        unit = t("board.explore.unit.tonnes", gas=t(f"word.gas.short.{view.answers.release.gas}"))
        title = t("board.explore.shown.tonnes", since="", kind="")
        return view.cube.emissions()[:, view.column], Axis(title, Measure(unit, unit))
    unit = t("board.explore.unit.population", gas="")
    axis = Axis(t("board.explore.shown.population", since="", kind=""), Measure(unit, unit))
    return view.cube.people[:, view.column], None if choice == "same" else axis
