"""Which blocks stand where on how many slides: text goes on in the next one, nothing is cut.

Everything is in points on a slide of 960 × 540.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from layouts.charts.description import Chart
from layouts.html.blocks import Block, Drawing, Grid, Pairs, Side
from layouts.html.text_runs import Run
from layouts.slides.grid import Table, table
from layouts.slides.paragraphs import Look, Paragraph, breaks, paragraphs, pour, total
from layouts.slides.series import unsure

WIDTH, HEIGHT = 960.0, 540.0
LEFT, TOP = 40.0, 90.0
ROOM, TALL = 880.0, 396.0
"""The area between title and footer."""
GAP, ASIDE = 10.0, 28.0
CHART_NEEDS, WORDS_NEED, HARDLY = 260.0, 200.0, 100.0
"""The least height that is worth beginning a chart, or columns of words, on a slide for; and how
little no slide should hold alone."""
SHARES = {"columns": (), "split": (2, 3), "split meeting-wide-first": (3, 2)}
LEAST_SHARE, MOST_SHARE = 0.6, 1.6
POWERS = (0.4, 0.7, 1.0)
MAY_GROW = 6.0


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide with what stands in it. A chart keeps room for its sentence below."""

    left: float
    top: float
    width: float
    height: float
    content: tuple[Paragraph, ...] | Table | Chart


Page = tuple[Box, ...]


def pages(blocks: tuple[Block, ...], again: str) -> tuple[Page, ...]:
    """The slides of a view. `again` follows a heading that is told once more."""
    flow = _Flow(again)
    for section in _sections(blocks):
        match section:
            case Side():
                flow.side(section)
            case Grid() | Pairs():
                flow.table(table(section, ROOM))
            case _:
                flow.words(section)
    return tuple(tuple(page) for page in flow.pages if page)


def caption(chart: Chart, room: float) -> tuple[Paragraph, float]:
    """A chart's sentence, and how tall it is."""
    words = Paragraph((Run(" ".join([chart.message, *unsure(chart)])),), Look.NOTE)
    return words, words.height(room) + MAY_GROW


Section = Side | Grid | Pairs | list[Paragraph]


def _sections(blocks: Iterable[Block]) -> Iterator[Section]:
    """Neighbouring words together; tables that stand beside something come after it."""
    words: list[Paragraph] = []
    for block in blocks:
        if not isinstance(block, Side | Grid | Pairs | Drawing):
            words += paragraphs(block)
            continue
        if words:
            yield words
            words = []
        if isinstance(block, Drawing):
            yield Side(((block,),))
        elif isinstance(block, Side):
            tables = [
                block_part
                for part in block.parts
                for block_part in part
                if isinstance(block_part, Grid | Pairs)
            ]
            rest = tuple(
                tuple(block_part for block_part in part if not isinstance(block_part, Grid | Pairs))
                for part in block.parts
            )
            yield Side(rest, block.look)
            yield from tables
        else:
            yield block
    if words:
        yield words


class _Flow:
    """Slides in the making."""

    def __init__(self, again: str) -> None:
        self.pages: list[list[Box]] = [[]]
        self.again = again
        self.used = 0.0

    @property
    def left(self) -> float:
        return TALL - self.used

    def words(self, words: list[Paragraph]) -> None:
        """Paragraphs over the whole width."""
        while words:
            empty = not self.pages[-1]
            most = _even([word.height(ROOM) for word in words], self.left) if empty else self.left
            taken, words = pour(words, ROOM, most, force=empty, again=self.again)
            if taken:
                tall = min(total(taken, ROOM) + MAY_GROW, self.left)
                self._put(Box(LEFT, TOP + self.used, ROOM, tall, tuple(taken)))
            if words:
                self._turn()

    def table(self, table: Table) -> None:
        """A table; its heads are told again where it goes on."""
        rest: Table | None = table
        while rest is not None:
            most = _even(rest.heights, self.left) if not self.pages[-1] else self.left
            first, after = rest.cut(most)
            if first is None and self.pages[-1]:
                self._turn()
                continue
            if first is None:
                first, after = rest.cut_row(self.left)
            self._put(Box(LEFT, TOP + self.used, ROOM, first.height, first))
            if after is not None:
                self._turn()
            rest = after

    def side(self, block: Side) -> None:
        """Parts beside each other; what one of them has left over goes on over the whole width."""
        parts = [part for part in block.parts if part]
        shares = SHARES.get(block.look) or ()
        weights = shares if len(shares) == len(parts) else (1,) * len(parts)
        charts = [
            [drawing.chart for drawing in part if isinstance(drawing, Drawing)] for part in parts
        ]
        words = [
            [
                p
                for block_part in part
                if not isinstance(block_part, Drawing | Side)
                for p in paragraphs(block_part)
            ]
            for part in parts
        ]
        words = [_narrowed(column) if len(parts) > 1 else column for column in words]
        rooms = _rooms(weights)
        if not shares:
            rooms = _fitting(words, rooms, self.left)
        lefts = [LEFT + sum(rooms[:n]) + ASIDE * n for n in range(len(parts))]
        if self._late(charts, words, rooms):
            self._turn()
        top, tall, tallest = TOP + self.used, self.left, 0.0
        rest: list[Paragraph] = []
        for place, room in enumerate(rooms):
            for number, chart in enumerate(charts[place]):
                each = tall / len(charts[place])
                self.pages[-1].append(Box(lefts[place], top + number * each, room, each, chart))
                tallest = tall
            if charts[place] or not words[place]:
                rest += words[place]
                continue
            taken, over = pour(words[place], room, tall, force=True, again=self.again)
            high = min(total(taken, room) + MAY_GROW, tall)
            self.pages[-1].append(Box(lefts[place], top, room, high, tuple(taken)))
            tallest = max(tallest, high)
            rest += over
        self.used = min(TALL, self.used + tallest + GAP)
        self.words(rest)

    def _late(
        self, charts: list[list[Chart]], words: list[list[Paragraph]], rooms: list[float]
    ) -> bool:
        """Whether columns had better begin on a new slide."""
        if self.used < HARDLY:
            return False
        if any(charts):
            return self.left < CHART_NEEDS
        each = [total(column, room) for column, room in zip(words, rooms, strict=True)]
        whole = max(each) + MAY_GROW
        return self.left < (whole if whole <= TALL else WORDS_NEED)

    def _put(self, box: Box) -> None:
        self.pages[-1].append(box)
        self.used = min(TALL, self.used + box.height + GAP)

    def _turn(self) -> None:
        self.pages.append([])
        self.used = 0.0


def _rooms(weights: Sequence[float]) -> list[float]:
    """How wide columns of these weights are."""
    return [(ROOM - ASIDE * (len(weights) - 1)) * weight / sum(weights) for weight in weights]


def _fitting(words: list[list[Paragraph]], rooms: list[float], tall: float) -> list[float]:
    """Equal columns where they fit; else, within reason, more room for those that hold more."""
    chosen, least = rooms, max(map(total, words, rooms))
    if least <= tall:
        return chosen
    for power in POWERS:
        each = [total(texts, room) for texts, room in zip(words, rooms, strict=True)]
        mean = sum(each) / len(each)
        weights = [min(max(height / mean, LEAST_SHARE), MOST_SHARE) ** power for height in each]
        tried = _rooms(weights)
        highest = max(map(total, words, tried))
        broken = any(map(breaks, words, tried))
        if highest < least and not broken:
            chosen, least = tried, highest
    return chosen


def _even(heights: Sequence[float], left: float) -> float:
    """How much of what needs several slides should stand on the first: about as much as on the
    others, rather than a full slide and a row that is left over."""
    whole = sum(heights)
    if whole <= left:
        return left
    return min(left, whole / ceil(whole / left) + max(heights) / 2)


def _narrowed(words: list[Paragraph]) -> list[Paragraph]:
    """In a column the first words are set a little smaller."""
    return [
        Paragraph(word.runs, Look.COLUMN_LEAD, word.number) if word.look is Look.LEAD else word
        for word in words
    ]
