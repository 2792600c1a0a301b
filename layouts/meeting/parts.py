"""A view that holds more than the room's screen becomes numbered parts: the first is the view, the
others go on with its lists and tables where the part before ended, in more room."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import ceil

from layouts.html.blocks import Block, Grid, Heading, Inline, Items, Side

ROOM = 5
"""Rows of one list or table that fit a column of every screen, where nothing else is in the part:
of the longest rows, four lines each. A test in a browser measures it."""

Blocks = tuple[Block, ...]


def part_count(blocks: Blocks) -> int:
    """How many parts the blocks make: as many as their longest list or table needs."""
    return 1 + max((_later_parts(block, room) for block, room in _lists(blocks)), default=0)


def first_part(blocks: Blocks, more: Callable[[Inline], Inline]) -> Blocks:
    """The view itself, where each list that goes on leads on: `more` makes its words a link."""
    result: list[Block] = []
    for block in blocks:
        if isinstance(block, Side):
            block = replace(block, parts=tuple(first_part(part, more) for part in block.parts))
        elif isinstance(block, Items) and _later_parts(block, ROOM) and block.more:
            block = replace(block, more=more(block.more))
        result.append(block)
    return tuple(result)


def later_part(blocks: Blocks, number: int) -> Blocks:
    """What of the lists and tables is in part `number` (2 or later), under their headings."""
    return tuple(_later(blocks, number))


def _later(blocks: Blocks, number: int) -> Iterator[Block]:
    room, heading = _room(blocks), None
    for block in blocks:
        match block:
            case Heading():
                heading = block
            case Side():
                sides = (later_part(part, number) for part in block.parts)
                filled = tuple(side for side in sides if side)
                if len(filled) == 1:
                    yield from filled[0]
                elif filled:
                    yield replace(block, parts=filled)
            case Items() | Grid() if _later_parts(block, room) >= number - 1:
                if heading is not None:
                    yield heading
                yield _window(block, number, room)
                heading = None


def _lists(blocks: Blocks) -> Iterator[tuple[Block, int]]:
    """Every list or table with the rows that a later part has of it."""
    room = _room(blocks)
    for block in blocks:
        if isinstance(block, Side):
            for part in block.parts:
                yield from _lists(part)
        else:
            yield block, room


def _room(blocks: Blocks) -> int:
    """The rows that each list of a column has in a later part: those that go on share the room."""
    going_on = sum(_later_parts(block, ROOM) > 0 for block in blocks)
    return max(1, ROOM // max(1, going_on))


def _later_parts(block: Block, room: int) -> int:
    if not isinstance(block, Items | Grid) or not block.most:
        return 0
    return ceil(len(block.withheld) / room)


def _window(block: Items | Grid, number: int, room: int) -> Items | Grid:
    start = (block.most or 0) + (number - 2) * room
    if isinstance(block, Items):
        items = block.items[start : start + room]
        return replace(block, items=items, most=None, more="", first=start + 1)
    return replace(block, rows=block.rows[start : start + room], most=None)
