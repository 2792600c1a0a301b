"""How much room words take on a slide, by estimate: the reader's fonts are not known here.

Everything is in points. The widths are those of Arial, which the slides ask for; a municipality's
own template may have a narrower or somewhat wider one, so rows are counted generously.
"""

import re
from collections.abc import Iterable, Iterator

from layouts.html.text_runs import BREAK, Run, merged

LINE = 1.17
"""Height of a row in type sizes."""
MARGIN = 1.07
"""How much wider than reckoned a text may turn out."""
BOLD = 1.08

_ADVANCES = {
    0.222: "ijl'’‘|",
    0.278: " \u00a0It.,:;!/\\f[]",
    0.333: 'r()-·“”"',
    0.5: "ckJsvxyz",
    0.556: "L?$",
    0.611: "FTZ",
    0.667: "ABEKPSVXYÅÄÉ&",
    0.722: "CDHNRUw",
    0.778: "GOQÖ",
    0.84: "mM",
    0.95: "W%@",
}
_SHARES = {character: share for share, characters in _ADVANCES.items() for character in characters}
_ORDINARY, _OTHER = 0.556, 1.0
"""A small letter or a digit; and what is no letter or no Latin one."""
_PIECES = re.compile(r"\n|[ ]+|[^ \n]+")

Line = tuple[Run, ...]


def width(text: str, size: float, strong: bool = False) -> float:
    """About how wide a text is on one row."""
    total = sum(_share(character) for character in text)
    return total * size * MARGIN * (BOLD if strong else 1.0)


def _share(character: str) -> float:
    ordinary = character.isascii() or character in "åäöéüæøà–«»´°"
    return _SHARES.get(character, _ORDINARY if ordinary else _OTHER)


def wrapped(runs: Iterable[Run], size: float, room: float) -> list[Line]:
    """The rows that the words fill in a room of this width. Nothing is cut: a word that is wider
    than the room goes on in the next row, and the spaces stay at the ends of rows."""
    lines: list[list[Run]] = [[]]
    used = 0.0
    for piece in _pieces(runs, size, room):
        if piece.text == BREAK:
            lines[-1].append(piece)
            lines.append([])
            used = 0.0
            continue
        wide = width(piece.text, size, piece.strong)
        if used and used + wide > room and piece.text.strip(" "):
            lines.append([])
            used = 0.0
        lines[-1].append(piece)
        used += wide
    return [tuple(line) for line in lines]


def widest(runs: Iterable[Run], size: float) -> float:
    """How wide the widest word is."""
    words = ((word, run.strong) for run in runs for word in _PIECES.findall(run.text))
    return max((width(word, size, strong) for word, strong in words), default=0.0)


def _pieces(runs: Iterable[Run], size: float, room: float) -> Iterator[Run]:
    for run in runs:
        for text in _PIECES.findall(run.text):
            yield from _parts(Run(text, run.strong, run.quiet, run.lang), size, room)


def _parts(piece: Run, size: float, room: float) -> Iterator[Run]:
    """A word in pieces that each fit the room."""
    if piece.text == BREAK or width(piece.text, size, piece.strong) <= room:
        yield piece
        return
    most = max(1, int(room / (size * MARGIN * BOLD * _OTHER)))
    for start in range(0, len(piece.text), most):
        yield Run(piece.text[start : start + most], piece.strong, piece.quiet, piece.lang)


def merged_rows(lines: Iterable[Line]) -> tuple[Run, ...]:
    """Rows put together again."""
    return merged(run for line in lines for run in line)


def height(rows: int, size: float) -> float:
    """How tall a number of rows is."""
    return rows * size * LINE
