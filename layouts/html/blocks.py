"""What a page says in parts, whatever it is shown as: a page, a slide, a sheet of a workbook.

Words inside a block are phrasing (strings, spans, emphasis); `layouts.html.text_runs` reads them as
plain runs. A block holds everything there is to tell: how much of it the room sees is `most`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from layouts.charts.description import Chart
from layouts.html.pieces import Row
from layouts.html.tables import Cell, Column

Inline = Any
"""A string, or phrasing components of strings."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph. `look` is "lead" for what the page says first, "note" for a remark, or ""."""

    words: Inline
    look: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the page."""

    words: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list, of which the room sees the first `most`, with `more` for the rest of them.

    `look` is "counts" where each item is a count with what it counts, or "". `first` is the number
    of the first item of a numbered list that goes on.
    """

    items: tuple[Inline, ...]
    most: int | None = None
    more: Inline = ""
    numbered: bool = False
    look: str = ""
    first: int = 1

    @property
    def shown(self) -> tuple[Inline, ...]:
        return self.items if self.most is None else self.items[: self.most]

    @property
    def withheld(self) -> tuple[Inline, ...]:
        return () if self.most is None else self.items[self.most :]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, of which the room sees the first `most` rows. `stack` folds it on a phone."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    most: int | None = None
    stack: bool = False

    @property
    def shown(self) -> tuple[tuple[Cell, ...], ...]:
        return self.rows if self.most is None else self.rows[: self.most]

    @property
    def withheld(self) -> tuple[tuple[Cell, ...], ...]:
        return () if self.most is None else self.rows[self.most :]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names with their values."""

    rows: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Rates:
    """What is needed and what has been done, bars on one scale; `note` names the goal."""

    rows: tuple[Row, ...]
    note: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in words, for what has no bars."""
        return tuple(f"{row.name}: {row.words}" for row in self.rows)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart."""

    chart: Chart


@dataclass(frozen=True, slots=True)
class Links:
    """Ways on from a page: nothing to take along."""

    content: Inline


@dataclass(frozen=True, slots=True)
class Side:
    """Parts side by side where there is room. `look` is "columns" for equal ones, "split" for
    words beside a chart, "split meeting-wide-first" where the first part is the wider."""

    parts: tuple[tuple["Block", ...], ...]
    look: str = "columns"


Block = Words | Heading | Items | Grid | Pairs | Rates | Drawing | Links | Side


def inside(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks in reading order, those of parts side by side one part after the other."""
    for block in blocks:
        if isinstance(block, Side):
            for part in block.parts:
                yield from inside(part)
        else:
            yield block
