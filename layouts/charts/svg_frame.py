"""The two sizes in which every chart is drawn, and the document around a drawing."""

from dataclasses import dataclass
from html import escape

from layouts.charts.markup import coordinate, tag


@dataclass(frozen=True, slots=True)
class Frame:
    """A rendition: `wide` for columns and paper, `narrow` for phones. Units of the viewBox."""

    name: str
    width: float
    right: float
    size: float
    year_room: float

    @property
    def narrow(self) -> bool:
        return self.name == "narrow"


WIDE = Frame("wide", 720, 16, 13.5, 52)
NARROW = Frame("narrow", 360, 10, 12.5, 46)


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
