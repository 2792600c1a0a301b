"""Where something stands on a slide, its alternative text, and its tie to the slide's layout."""

import re
from dataclasses import dataclass
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

_FORBIDDEN = re.compile("[^\\t\\n\\x20-\\x7e\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[int, int, int, int]:
        """The same in the file's own units."""
        return tuple(int(Pt(1) * each) for each in self._sides)  # type: ignore[return-value]

    @property
    def _sides(self) -> tuple[float, float, float, float]:
        return self.left, self.top, self.width, self.height


def described(frame: Any, title: str, words: str, name: str = "") -> None:
    """Gives a chart, a table or a picture its alternative text: title and message."""
    named = _named(frame).find(qn("p:cNvPr"))
    title, words = harmless(title), harmless(words)
    named.set("descr", f"{title}. {words}" if words else title)
    named.set("title", title)
    if name:
        named.set("name", name)


def _named(frame: Any) -> Any:
    """What holds the names of a frame, or of a picture."""
    return frame._element[0]


def placed(frame: Any, place: int) -> None:
    """Ties a chart, a table or a picture to a placeholder of the slide's layout, so that it follows
    the layout when the slide is pasted into another template."""
    held = _named(frame).find(qn("p:nvPr"))
    held.append(parse_xml(f'<p:ph {nsdecls("p")} idx="{place}"/>'))


def harmless(text: str) -> str:
    """The text without characters that no XML file can hold, or that nobody can see."""
    return _FORBIDDEN.sub("", text)
