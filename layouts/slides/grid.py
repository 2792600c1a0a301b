"""A table on a slide: how wide its columns are, how tall its rows, and where it goes on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from layouts.html.blocks import Grid, Pairs
from layouts.html.text_runs import BREAK, Run, runs
from layouts.slides import measure

SIZES = (18.0, 16.0, 14.0)
"""The largest in which no cell breaks; else, by how many columns there are, one of the others."""
MANY_COLUMNS = 5
ASIDE, ABOVE = 7.2, 4.0
"""Room between the words of a cell and its edges, to each side and above and below."""

Words = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table's words with the width of each column. `heads` is empty where nothing heads them."""

    caption: str
    heads: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    numeric: tuple[bool, ...]
    widths: tuple[float, ...]
    size: float = SIZES[0]

    def row_height(self, row: Sequence[Words]) -> float:
        """How tall a row is: as tall as its tallest cell."""
        most = max(len(self._lines(cell, place)) for place, cell in enumerate(row))
        return measure.height(most, self.size) + 2 * ABOVE

    @property
    def heights(self) -> tuple[float, ...]:
        """The height of each row, the heads first where there are any."""
        heads = [self.row_height(self.heads)] if self.heads else []
        return (*heads, *(self.row_height(row) for row in self.rows))

    @property
    def height(self) -> float:
        return sum(self.heights)

    def cut(self, tall: float) -> tuple["Table | None", "Table | None"]:
        """What fits, and the rest under the same heads; None for nothing. Heads alone fit."""
        if not self.rows:
            return self, None
        left = tall - (self.row_height(self.heads) if self.heads else 0.0)
        most = 0
        while most < len(self.rows) and (tall_row := self.row_height(self.rows[most])) <= left:
            left -= tall_row
            most += 1
        first = replace(self, rows=self.rows[:most]) if most else None
        rest = replace(self, rows=self.rows[most:]) if most < len(self.rows) else None
        return first, rest

    def cut_row(self, tall: float) -> tuple["Table", "Table"]:
        """The first row in two, where not even a slide of its own holds it."""
        left = tall - (self.row_height(self.heads) if self.heads else 0.0) - 2 * ABOVE
        most = max(1, int(left / (self.size * measure.LINE)))
        lines = [self._lines(cell, place) for place, cell in enumerate(self.rows[0])]
        first = tuple(measure.merged_rows(cell[:most]) for cell in lines)
        rest = tuple(measure.merged_rows(cell[most:]) for cell in lines)
        return replace(self, rows=(first,)), replace(self, rows=(rest, *self.rows[1:]))

    def _lines(self, cell: Words, place: int) -> list[measure.Line]:
        strong = [replace(run, strong=True) if place == 0 else run for run in cell]
        return measure.wrapped(strong, self.size, self.widths[place] - 2 * ASIDE)


def table(block: Grid | Pairs, room: float) -> Table:
    """The table of a block, as wide as the room."""
    if isinstance(block, Pairs):
        pairs = tuple((runs(name), runs(value)) for name, value in block.rows)
        return _laid("", (), pairs, (False, False), room)
    heads = tuple(runs(column.heading) for column in block.columns)
    rows = tuple(tuple(runs(cell) for cell in row) for row in block.shown)
    numeric = tuple(column.numeric for column in block.columns)
    return _laid(block.caption, heads, rows, numeric, room)


def plain(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    numeric: Sequence[bool],
    room: float,
) -> Table:
    """A table of plain words."""
    return _laid(
        caption,
        tuple(runs(head) for head in heads),
        tuple(tuple(runs(cell) for cell in row) for row in rows),
        tuple(numeric),
        room,
    )


def _laid(
    caption: str,
    heads: tuple[Words, ...],
    rows: tuple[tuple[Words, ...], ...],
    numeric: tuple[bool, ...],
    room: float,
) -> Table:
    every = ([heads] if heads else []) + list(rows)
    columns = [[row[place] for row in every] for place in range(len(numeric))]
    for size in SIZES:
        sizes = [list(_sizes(cells, size)) for cells in columns]
        fits = sum(max(whole for _, whole in cells) for cells in sizes) <= room
        if fits or size == SIZES[1 if len(numeric) <= MANY_COLUMNS else 2]:
            break
    widths = _widths(sizes, room)
    return Table(caption, heads, rows, numeric, widths, size)


def _sizes(cells: Iterable[Words], size: float) -> Iterator[tuple[float, float]]:
    """The widest word of each cell, and the whole cell on one row."""
    for cell in cells:
        text = "".join(run.text for run in cell)
        rows = [measure.width(row, size, True) for row in text.split(BREAK)]
        words = [measure.width(word, size, True) for word in text.split()]
        yield max(words, default=0.0) + 2 * ASIDE, max(rows, default=0.0) + 2 * ASIDE


def _widths(columns: list[list[tuple[float, float]]], room: float) -> tuple[float, ...]:
    """Each column gets its widest word, and of what is left in proportion to what it holds."""
    least = [max((word for word, _ in cells), default=0.0) for cells in columns]
    wished = [max((whole for _, whole in cells), default=0.0) for cells in columns]
    if sum(wished) <= room:
        over = (room - sum(wished)) / len(columns)
        return tuple(width + over for width in wished)
    if sum(least) >= room:
        share = room / sum(least)
        return tuple(width * share for width in least)
    slack = [whole - word for whole, word in zip(wished, least, strict=True)]
    share = (room - sum(least)) / sum(slack)
    return tuple(word + more * share for word, more in zip(least, slack, strict=True))
