"""Tables that a reader unfolds: the page says first what they come to."""

from collections.abc import Sequence
from typing import Any

from layouts import html
from layouts.cards import disclosure
from layouts.tables import Cell, Column, table


def folded(
    caption: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    *before: Any,
    stack: bool = True,
) -> html.Details:
    """A table behind its caption and number of rows; `before` stands between the two."""
    drawn = table(caption, columns, rows, stack=stack, caption_hidden=True)
    return disclosure(f"{caption} ({len(rows)})", *before, drawn)
