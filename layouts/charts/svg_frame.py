"""The two sizes in which every chart is drawn, and the document around a drawing."""

from dataclasses import dataclass

from layouts.charts.markup import coordinate, escape, tag


@dataclass(frozen=True, slots=True)
class Frame:
    """A rendition: `wide` for columns and paper, `narrow` for phones. Units of the viewBox.

    `total` is the height of a drawing, where it does not follow from what is drawn: of a graph of a
    board, whose name and legend stand beside it, its years under those of its neighbours.
    A `first` drawing is the page's first sight: without heads and legends, its labels where the
    lines are, its panels close to each other, its years named once.
    One that is not `described` stands beside words that say the same: screen readers pass it by.
    """

    name: str
    width: float
    right: float
    size: float
    year_room: float
    total: float | None = None
    described: bool = True
    first: bool = False

    @property
    def narrow(self) -> bool:
        return self.name == "narrow"


WIDE = Frame("wide", 720, 16, 13.5, 52)
NARROW = Frame("narrow", 360, 10, 12.5, 46)
FIRST_WIDE = Frame("wide", 846, 168, 13, 60, first=True)
FIRST_NARROW = Frame("narrow", 358, 12, 12.5, 46, first=True)
ROOM_WIDE = Frame("wide", 600, 16, 13.5, 52)
"""Drawn smaller and shown as large: its words are read from the back of a room."""
BOARD_LEFT = 64.0
BOARD_WIDE = Frame("wide", 800, 16, 13, 52, total=200)
BOARD_NARROW = Frame("narrow", 360, 10, 12.5, 46, total=280)
"""A graph of a board: low, several under each other, its legend beside it."""


def document(
    frame: Frame,
    height: float,
    chart_id: str,
    title: str,
    message: str,
    lang: str,
    *content: str,
    axis: str | None = None,
) -> str:
    """A whole `<svg>` with role, title and description.

    `axis` says where its years stand: first and last year, left, right, top and bottom.
    """
    title_id, text_id = f"{chart_id}-{frame.name}-title", f"{chart_id}-{frame.name}-text"
    names = (
        (tag("title", escape(title), id=title_id), tag("desc", escape(message), id=text_id))
        if frame.described
        else ()
    )
    return tag(
        "svg",
        *names,
        *content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {coordinate(frame.width)} {coordinate(height)}",
        class_=f"chart-svg {frame.name}",
        role="img" if frame.described else None,
        lang=lang,
        aria_labelledby=f"{title_id} {text_id}" if frame.described else None,
        aria_hidden=None if frame.described else "true",
        data_axis=axis,
    )
