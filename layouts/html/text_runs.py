"""The words of phrasing components as plain runs, for what is not a page: slides, notes, sheets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dash.development.base_component import Component

from layouts.html.markup import Raw, attributes_of, tag_of

STRONG = frozenset({"strong", "b"})
STRONG_LOOKS = frozenset({"verdict", "badge"})
"""Classes of words that a page sets off with a frame and a colour."""
BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one dress. `lang` is set where they are not in the page's language; a run of
    `BREAK` alone begins a new row."""

    text: str
    strong: bool = False
    quiet: bool = False
    lang: str | None = None


def runs(tree: Any) -> tuple[Run, ...]:
    """The words of a tree of phrasing, neighbours in the same dress joined.

    Raises TypeError for finished markup, which has no words of its own.
    """
    return merged(_read(tree, Run("")))


def merged(pieces: Iterable[Run]) -> tuple[Run, ...]:
    """The same words with neighbours in the same dress as one run; breaks stay by themselves."""
    result: list[Run] = []
    for piece in pieces:
        last = result[-1] if result else None
        if last is not None and last.text != BREAK != piece.text and _dress(last) == _dress(piece):
            result[-1] = Run(last.text + piece.text, *_dress(piece))
        elif piece.text:
            result.append(piece)
    return tuple(result)


def plain(tree: Any) -> str:
    """The words alone; a break in them is a space."""
    return "".join(run.text for run in runs(tree)).replace(BREAK, " ")


def _dress(run: Run) -> tuple[bool, bool, str | None]:
    return run.strong, run.quiet, run.lang


def _read(node: Any, dress: Run) -> Iterator[Run]:
    if node is None or isinstance(node, bool):
        return
    if isinstance(node, str | int | float):
        yield Run(str(node), *_dress(dress))
    elif isinstance(node, Raw):
        raise TypeError("finished markup has no words to read")
    elif isinstance(node, Component):
        yield from _component(node, dress)
    elif isinstance(node, Iterable):
        for child in node:
            yield from _read(child, dress)
    else:
        raise TypeError(f"no words in {type(node).__name__}")


def _component(node: Component, dress: Run) -> Iterator[Run]:
    tag, attributes = tag_of(node), attributes_of(node)
    if tag == "br":
        yield Run(BREAK)
        return
    looks = set(str(attributes.get("className") or "").split())
    inner = Run(
        "",
        dress.strong or tag in STRONG or bool(looks & STRONG_LOOKS),
        dress.quiet or tag == "small" or "quiet" in looks,
        attributes.get("lang") or dress.lang,
    )
    yield from _read(getattr(node, "children", None), inner)
