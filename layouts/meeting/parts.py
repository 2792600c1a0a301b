"""A view that holds more than the room's screen becomes numbered parts: the first is the view, the
others go on with its lists and tables where the part before ended."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import ceil

from layouts.html.blocks import Block, Grid, Heading, Inline, Items, Side, inside


def part_count(blocks: tuple[Block, ...]) -> int:
    """How many parts the blocks make: as many as their longest list or table needs."""
    return max((_parts(block) for block in inside(blocks)), default=1)


def first_part(blocks: tuple[Block, ...], more: Callable[[Inline], Inline]) -> tuple[Block, ...]:
    """The view itself, where each list that goes on leads on: `more` makes its words a link."""
    result: list[Block] = []
    for block in blocks:
        if isinstance(block, Side):
            block = replace(block, parts=tuple(first_part(part, more) for part in block.parts))
        elif isinstance(block, Items) and _parts(block) > 1 and block.more:
            block = replace(block, more=more(block.more))
        result.append(block)
    return tuple(result)


def later_part(blocks: tuple[Block, ...], number: int) -> tuple[Block, ...]:
    """What of the lists and tables is in part `number` (2 or later), under their headings."""
    return tuple(_later(blocks, number))


def _later(blocks: tuple[Block, ...], number: int) -> Iterator[Block]:
    heading: Heading | None = None
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
            case Items() | Grid() if _parts(block) >= number:
                if heading is not None:
                    yield heading
                yield _window(block, number)
                heading = None


def _parts(block: Block) -> int:
    if not isinstance(block, Items | Grid) or not block.most:
        return 1
    return max(1, ceil(len(block.items if isinstance(block, Items) else block.rows) / block.most))


def _window(block: Items | Grid, number: int) -> Items | Grid:
    most = block.most or 0
    start, end = (number - 1) * most, number * most
    if isinstance(block, Items):
        return replace(block, items=block.items[start:end], most=None, more="", first=start + 1)
    return replace(block, rows=block.rows[start:end], most=None)
