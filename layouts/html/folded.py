"""What a reader unfolds: tables, after what they come to, and choices on a narrow screen."""

from collections.abc import Sequence
from typing import Any

from layouts import html
from layouts.html.cards import disclosure
from layouts.html.tables import Cell, Column, table
from layouts.phrases.text import text

MOST_ROWS = 3
"""Longer tables of what is listed elsewhere on the page too are unfolded by the reader."""


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


def folded_choices(lang: str, *controls: Any, own_id: str | None = None) -> html.Details:
    """Controls that stand open on a wide screen, and are folded above what they change on a narrow.

    The element is closed; on a wide screen the look (`.choices-fold`) shows what is in it. A page
    whose parts are swapped names it by `own_id`, so that it stays as the reader left it.
    """
    named: dict[str, Any] = {} if own_id is None else {"id": own_id}
    return html.Details(
        [html.Summary(text(lang)("word.choices")), *controls], className="choices-fold", **named
    )
