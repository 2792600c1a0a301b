"""A view's blocks as components of a page."""

from typing import Any

from layouts import html
from layouts.charts.block import chart_block
from layouts.html.blocks import (
    Block,
    Drawing,
    Grid,
    Heading,
    Items,
    Links,
    Pairs,
    Rates,
    Side,
    Words,
)
from layouts.html.pieces import pair
from layouts.html.tables import facts, table
from layouts.links.addresses import Address

HEADINGS = {2: html.H2, 3: html.H3}
LOOKS = {"lead": "meeting-lead", "note": "note"}


def screen(blocks: tuple[Block, ...], address: Address, level: int) -> list[Any]:
    """The blocks in order. `level` is the heading level inside a view: 2, or 3 where all views
    stand on one page."""
    return [_block(block, address, level) for block in blocks]


def _block(block: Block, address: Address, level: int) -> Any:
    match block:
        case Words():
            return html.P(block.words, className=LOOKS.get(block.look))
        case Heading():
            return HEADINGS[level](block.words)
        case Items():
            return _items(block)
        case Grid():
            return table(block.caption, block.columns, block.shown, stack=block.stack)
        case Pairs():
            return facts(block.rows)
        case Rates():
            return pair(block.rows, block.note)
        case Drawing():
            return chart_block(block.chart, address, level=level, room=level == 2)
        case Links():
            return html.P(block.content, className="no-print")
        case Side():
            parts = [screen(part, address, level) for part in block.parts if part]
            return html.Div(
                [part[0] if len(part) == 1 else html.Div(part) for part in parts],
                className=f"meeting-{block.look}",
            )


def _items(block: Items) -> Any:
    shown = [html.Li(item) for item in block.shown]
    if block.numbered:
        start = {"start": str(block.first)} if block.first > 1 else {}
        return html.Ol(shown, className="meeting-questions", **start)
    if block.more:
        shown.append(html.Li(block.more, className="quiet"))
    return html.Ul(shown, className=f"meeting-{block.look or 'list'}")
