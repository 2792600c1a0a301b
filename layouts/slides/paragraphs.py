"""Words, headings and lists of a page as paragraphs of a slide, and how they fill a column."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from layouts.html.blocks import Block, Heading, Items, Links, Rates, Words
from layouts.html.text_runs import Run, runs
from layouts.slides import measure


class Look(Enum):
    """A paragraph's dress: type size, space after it, and how far its words are set in."""

    LEAD = (24.0, 10.0, 0.0)
    COLUMN_LEAD = (20.0, 10.0, 0.0)
    BODY = (18.0, 8.0, 0.0)
    HEADING = (20.0, 4.0, 0.0)
    ITEM = (18.0, 6.0, 16.0)
    NUMBERED = (18.0, 6.0, 26.0)
    NOTE = (14.0, 5.0, 0.0)

    @property
    def size(self) -> float:
        return self.value[0]

    @property
    def after(self) -> float:
        return self.value[1]

    @property
    def indent(self) -> float:
        return self.value[2]


LOOKS = {"lead": Look.LEAD, "note": Look.NOTE, "": Look.BODY}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in a dress. `number` counts numbered ones; `goes_on` is what a slide before began."""

    runs: tuple[Run, ...]
    look: Look = Look.BODY
    number: int = 0
    goes_on: bool = False

    def lines(self, room: float) -> list[measure.Line]:
        """The rows it fills in a column of this width."""
        return measure.wrapped(self.runs, self.look.size, room - self.look.indent)

    def height(self, room: float) -> float:
        """How tall it is, with the space after it."""
        return measure.height(len(self.lines(room)), self.look.size) + self.look.after


def paragraphs(block: Block) -> Iterator[Paragraph]:
    """The paragraphs of a block of words; none of links, which lead on from a page."""
    match block:
        case Words():
            yield Paragraph(runs(block.words), LOOKS[block.look])
        case Heading():
            yield Paragraph((Run(block.words, strong=True),), Look.HEADING)
        case Items():
            look = Look.NUMBERED if block.numbered else Look.ITEM
            for number, shown in enumerate(block.shown, start=1):
                yield Paragraph(runs(shown), look, number if block.numbered else 0)
            if block.more:
                yield Paragraph((Run(block.more, quiet=True),), Look.ITEM)
        case Rates():
            for line in block.lines:
                yield Paragraph(runs(line), Look.ITEM)
        case Links():
            return
        case _:
            raise TypeError(f"{type(block).__name__} is no block of words")


def total(words: Iterable[Paragraph], room: float) -> float:
    """How tall paragraphs are together."""
    return sum(word.height(room) for word in words)


def breaks(words: Iterable[Paragraph], room: float) -> bool:
    """Whether a column is too narrow for one of the words."""
    return any(
        measure.widest(word.runs, word.look.size) > room - word.look.indent for word in words
    )


def pour(
    words: list[Paragraph], room: float, tall: float, *, force: bool, again: str
) -> tuple[list[Paragraph], list[Paragraph]]:
    """What fits into a column, and the rest of it for the next one.

    A heading goes with what it heads, and what goes on under a heading gets it `again`. With
    `force` something is always taken, so that nothing waits for ever.
    """
    taken: list[Paragraph] = []
    left = tall
    rest = list(words)
    while rest and rest[0].height(room) - rest[0].look.after <= left:
        left -= rest[0].height(room)
        taken.append(rest.pop(0))
    if not rest:
        return taken, []
    if force and not any(paragraph.look is not Look.HEADING for paragraph in taken):
        left = tall - total(taken, room)
        first, second = _split(rest[0], room, left)
        taken.append(first)
        rest[0] = second
    while taken and taken[-1].look is Look.HEADING:
        rest.insert(0, taken.pop())
    if taken and rest[0].look is not Look.HEADING:
        head = next(
            (paragraph for paragraph in reversed(taken) if paragraph.look is Look.HEADING), None
        )
        if head is not None:
            title = head if head.goes_on else replace(head, runs=(*head.runs, Run(again, True)))
            rest.insert(0, replace(title, goes_on=True))
    return taken, rest


def _split(paragraph: Paragraph, room: float, tall: float) -> tuple[Paragraph, Paragraph]:
    """A paragraph that no slide holds, in two."""
    lines = paragraph.lines(room)
    most = max(1, int(tall / (paragraph.look.size * measure.LINE)))
    first = replace(paragraph, runs=measure.merged_rows(lines[:most]))
    return first, replace(paragraph, runs=measure.merged_rows(lines[most:]), goes_on=True)
