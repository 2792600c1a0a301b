"""Marks as few elements: what looks alike and is drawn one after another is one path.

A graph of a board has some hundreds of marks, drawn twice in its document (wide and narrow) and
shown until plotly has drawn them: each as an element with its words is three times as much for the
browser to read and keep. The words are in the table below.
"""

from collections.abc import Iterable

from layouts.charts.markup import coordinate, tag


def circle(x: float, y: float, radius: float) -> str:
    """A circle as path data."""
    r, across = coordinate(radius), coordinate(2 * radius)
    left = f"M{coordinate(x - radius)} {coordinate(y)}"
    return f"{left}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0"


def together(marks: Iterable[tuple[str, str]]) -> list[str]:
    """Paths of marks, each a class and path data, in their order."""
    runs: list[tuple[str, list[str]]] = []
    for css, data in marks:
        if not runs or runs[-1][0] != css:
            runs.append((css, []))
        runs[-1][1].append(data)
    return [tag("path", d="".join(parts), class_=css) for css, parts in runs]
