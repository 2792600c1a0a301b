"""What documents are made of, without their words: which of them show, between them, all there is.

What axe finds wrong hangs on what an element is and stands in, not on its words: a page made of
nothing but elements that other pages have shown it tells it nothing new.
"""

from collections.abc import Collection, Mapping
from html.parser import HTMLParser
from typing import TypeVar

Shape = tuple[object, ...]
Name = TypeVar("Name")

NO_END_TAG = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"),
    *("track", "wbr"),
}
STATES = ("role", "type", "aria-hidden", "aria-current", "aria-expanded", "tabindex")
"""Attributes whose values matter beside that they are there."""
AROUND = 3
"""So many of the elements round one belong to its shape: they give it its colours."""


class _Shapes(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.shapes: set[Shape] = set()
        self._open: list[tuple[str, Shape, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        drawn = any(name == "svg" for name, *_ in self._open)
        classes = tuple(sorted((named.get("class") or "").split()))
        states = tuple(named.get(name) for name in STATES)
        own: Shape = (tag, classes, states, () if drawn else tuple(sorted(named)))
        if tag in NO_END_TAG:
            self._add(own, words=False)
        else:
            self._open.append((tag, own, False))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in NO_END_TAG:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        if self._open and data.strip():
            tag, own, _ = self._open[-1]
            self._open[-1] = (tag, own, True)

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            name, own, words = self._open.pop()
            self._add(own, words)
            if name == tag:
                break

    def _add(self, own: Shape, words: bool) -> None:
        around = tuple(shape[:2] for _, shape, _ in self._open[-AROUND:])
        self.shapes.add((own, words, around))


def shapes(document: str) -> set[Shape]:
    """Of each element: its name, classes, states, attributes, whether it has words, and the
    elements round it."""
    parser = _Shapes()
    parser.feed(document)
    return parser.shapes


def fewest(documents: Mapping[Name, Collection[Shape]], seen: Collection[Shape] = ()) -> list[Name]:
    """Names of documents that show, between them, every shape but those that were seen before.

    The one that shows most is taken first, and so on: not always the very fewest, and always the
    same.
    """
    left = set().union(*documents.values()) - set(seen)
    result = []
    while left:
        best = max(documents, key=lambda name: len(left.intersection(documents[name])))
        result.append(best)
        left -= set(documents[best])
    return result
