"""SVG as text: elements, escaped strings, and how much room words take."""

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape as escape_always

CHARACTER = 0.56
"""Mean width of a character in type sizes; generous, since the reader's font is unknown."""


_SPECIAL = re.compile("[&<>\"']").search


def escape(text: str) -> str:
    """As `html.escape`, at a fifth of its price for the many texts that need nothing."""
    return escape_always(text) if _SPECIAL(text) else text


def tag(name: str, *content: str, **attributes: str | float | None) -> str:
    """An element. A trailing underscore and inner ones become hyphens; None is left out.

    Content is markup already; numbers are written with one decimal at most.
    """
    written = name
    for key, value in attributes.items():
        if value is not None:
            text = _escaped(value) if isinstance(value, str) else coordinate(value)
            written += f' {_NAMES[key]}="{text}"'
    inside = "".join(content)
    return f"<{written}>{inside}</{name}>" if inside else f"<{written}/>"


def coordinate(value: float) -> str:
    """A coordinate with at most one decimal."""
    text = f"{value:.1f}"
    if text[-1] != "0":
        return text
    return "0" if text == "-0.0" else text[:-2]


def words(
    x: float,
    y: float,
    lines: Iterable[str],
    size: float,
    css: str | None = None,
    anchor: str | None = None,
) -> str:
    """Text with its first baseline at y, one row a line."""
    rows = list(lines)
    if len(rows) == 1:
        return tag("text", escape(rows[0]), x=x, y=y, class_=css, text_anchor=anchor)
    spans = (
        tag("tspan", escape(row), x=x, dy=None if place == 0 else round(size * 1.22, 1))
        for place, row in enumerate(rows)
    )
    return tag("text", *spans, x=x, y=y, class_=css, text_anchor=anchor)


def width(text: str, size: float) -> float:
    """About how wide a text is, in the units of `size`."""
    return len(text) * size * CHARACTER


def wrap(text: str, room: float, size: float, most: int = 3) -> list[str]:
    """The text in rows that fit the room; what does not fit in `most` rows ends in an ellipsis."""
    limit = max(4, int(room / (size * CHARACTER)))
    rows: list[str] = []
    for piece in text.replace(" %", "\u00a0%").split(" "):
        if rows and len(rows[-1]) + 1 + len(piece) <= limit:
            rows[-1] += " " + piece
        else:
            rows.append(piece)
    shown = rows[:most]
    if len(rows) > most:
        shown[-1] += "…"
    return [row if len(row) <= limit else row[: limit - 1].rstrip("… ") + "…" for row in shown]


def path(points: Iterable[tuple[float, float]], closed: bool = False) -> str:
    """Path data through points, by straight lines."""
    corners = [f"{coordinate(x)} {coordinate(y)}" for x, y in points]
    return "M" + "L".join(corners) + ("Z" if closed else "")


_escaped = lru_cache(maxsize=2000)(escape)  # mostly classes: few, on many elements


class _Names(dict[str, str]):
    """Arguments of `tag` → names in SVG, found out once each."""

    def __missing__(self, key: str) -> str:
        as_it_stands = key in ("viewBox", "preserveAspectRatio")
        name = self[key] = key if as_it_stands else key.rstrip("_").replace("_", "-")
        return name


_NAMES = _Names()
