"""Tables of figures: a caption, headings with scope, and room to scroll aside."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from layouts import html
from layouts.html.markup import Element, aria, data

Cell = Any
"""A string, a number already in words, or a component."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading. `numeric` ones are set to the right, `wide` ones take the most room;
    `sort` is the column's state for screen readers: ascending, descending or "".
    """

    heading: Cell
    numeric: bool = False
    wide: bool = False
    sort: str = ""


def table(
    caption: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    *,
    stack: bool = False,
    small: bool = False,
    caption_hidden: bool = False,
) -> html.Div:
    """A table whose first column heads the rows; wider than the page, it scrolls by itself.

    `stack` lets each row become a small card on a phone, every cell with its column's heading;
    a `small` table fits any screen as it is. Those two need no region to scroll in.
    """
    head = Element("tr", [_head_cell(column) for column in columns])
    looks = [_look(column, place) for place, column in enumerate(columns)]
    body = [
        Element("tr", [Element.alike(tag, row[place], look) for place, tag, look in looks])
        for row in rows
    ]
    fits = stack or small
    label: dict[str, Any] = {"role": "region", "aria-label": caption, "tabIndex": "0"}
    return html.Div(
        Element(
            "table",
            [
                Element(
                    "caption", caption, className="visually-hidden" if caption_hidden else None
                ),
                Element("thead", head),
                Element("tbody", body),
            ],
            className="data stacked" if stack else "data",
        ),
        className="stack" if fits else "table-scroll",
        **({} if fits else label),
    )


def facts(rows: Sequence[tuple[str, Cell]], *, class_name: str = "pairs") -> html.Dl:
    """Pairs of a name and its value."""
    children = [
        cell for name, value in rows for cell in (Element("dt", name), Element("dd", value))
    ]
    return html.Dl(children, className=class_name)


def _head_cell(column: Column) -> Element:
    look = "num" if column.numeric else "wide" if column.wide else None
    sort = aria(sort=column.sort) if column.sort else {}
    return Element("th", column.heading, scope="col", className=look, **sort)


def _look(column: Column, place: int) -> tuple[int, str, dict[str, Any]]:
    """What a column's cells are and have in common. A wide cell speaks for itself; the others are
    named by their column on a phone."""
    if place == 0:
        return place, "th", {"scope": "row"}
    if column.wide:
        return place, "td", {"className": "wide"}
    heading = data(label=column.heading) if isinstance(column.heading, str) else {}
    return place, "td", {"className": "num", **heading} if column.numeric else heading
