"""The two sizes in which every chart is drawn, and the document around a drawing."""

from dataclasses import dataclass
from html import escape

from layouts.charts.markup import coordinate, tag


@dataclass(frozen=True, slots=True)
class Frame:
    """A rendition: `wide` for columns and paper, `narrow` for phones. Units of the viewBox.

    `total` is the height of a drawing, where it does not follow from what is drawn: of a graph of a
    board, whose name stands above it and whose years stand under those of its neighbours.
    """

    name: str
    width: float
    right: float
    size: float
    year_room: float
    total: float | None = None

    @property
    def narrow(self) -> bool:
        return self.name == "narrow"


WIDE = Frame("wide", 720, 16, 13.5, 52)
NARROW = Frame("narrow", 360, 10, 12.5, 46)
BOARD_LEFT = 64.0
BOARD_WIDE = Frame("wide", 880, 190, 13, 52, total=200)
BOARD_NARROW = Frame("narrow", 360, 10, 12.5, 46, total=280)
"""A graph of a board: low, several under each other, the names of its parts beside it on a desk."""


def document(
    frame: Frame, height: float, chart_id: str, title: str, message: str, lang: str, *content: str
) -> str:
    """A whole `<svg>` with role, title and description."""
    title_id, text_id = f"{chart_id}-{frame.name}-title", f"{chart_id}-{frame.name}-text"
    return tag(
        "svg",
        tag("title", escape(title), id=title_id),
        tag("desc", escape(message), id=text_id),
        *content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {coordinate(frame.width)} {coordinate(height)}",
        class_=f"chart-svg {frame.name}",
        role="img",
        lang=lang,
        aria_labelledby=f"{title_id} {text_id}",
    )
