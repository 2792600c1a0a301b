"""Reads a deck of slides back: its words, tables, charts, and whether anything stands outside."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

from layouts.html.text_runs import BREAK, Run
from layouts.slides import Deck, measure, write_deck

EMU = int(Pt(1))


@dataclass(frozen=True)
class Room:
    """A rectangle in points."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Room") -> bool:
        apart = self.right <= other.left + 0.5 or other.right <= self.left + 0.5
        return not (apart or self.bottom <= other.top + 0.5 or other.bottom <= self.top + 0.5)


DAY = date(2026, 11, 30)


def opened(deck: Deck) -> Any:
    """The deck, written and read."""
    file = BytesIO()
    write_deck(deck, file, DAY)
    file.seek(0)
    return Presentation(file)


def room(shape: Any) -> Room:
    left, top = shape.left / EMU, shape.top / EMU
    return Room(left, top, left + shape.width / EMU, top + shape.height / EMU)


def words(slide: Any) -> str:
    """Everything that can be read on a slide, with plain spaces."""
    result = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            result.append(shape.text_frame.text)
        elif shape.has_table:
            result += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
    return " ".join(" ".join(result).replace("\x0b", " ").replace("\xa0", " ").split())


def all_words(made: Any) -> str:
    return " ".join(words(slide) for slide in made.slides)


def charts(made: Any) -> list[Any]:
    return [s.chart for slide in made.slides for s in slide.shapes if s.has_chart]


def tall(shape: Any) -> float:
    """How tall the words of a shape are, by estimate."""
    wide = shape.width / EMU
    total = 0.0
    for paragraph in shape.text_frame.paragraphs:
        runs = [
            Run(BREAK) if part.tag == qn("a:br") else Run(part.text, strong=_bold(part))
            for part in paragraph._p
            if part.tag in (qn("a:r"), qn("a:br"))
        ]
        sizes = [run.font.size.pt for run in paragraph.runs if run.font.size is not None]
        size = max(sizes, default=18.0)
        indent = int(paragraph._p.pPr.get("marL", 0)) / EMU if paragraph._p.pPr is not None else 0
        rows = len(measure.wrapped(runs, size, wide - indent))
        total += measure.height(rows, size)
        total += paragraph.space_after.pt if paragraph.space_after is not None else 0.0
    last = shape.text_frame.paragraphs[-1].space_after
    return total - (last.pt if last is not None else 0.0)


def _bold(run: Any) -> bool:
    return run.rPr is not None and run.rPr.get("b") == "1"


def faults(made: Any) -> list[str]:
    """What stands outside its slide or its own frame, or over something else."""
    result = []
    for number, slide in enumerate(made.slides, start=1):
        rooms = [(shape.name, room(shape)) for shape in slide.shapes]
        for name, one in rooms:
            outside = one.left < 0 or one.top < 0 or one.right > 960.5 or one.bottom > 540.5
            if outside:
                result.append(f"slide {number}: {name} outside at {one}")
        for place, (name, one) in enumerate(rooms):
            for other, second in rooms[place + 1 :]:
                if one.meets(second):
                    result.append(f"slide {number}: {name} over {other}: {one} {second}")
        result += [
            f"slide {number}: {shape.name} holds too much: {tall(shape)}"
            for shape in slide.shapes
            if shape.has_text_frame and tall(shape) > shape.height / EMU + 1.0
        ]
    return result
