"""A deck: a cover, then each view on as many slides as it needs, with notes and footer."""

from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import IO, Any

from pptx.oxml.ns import qn

from layouts.charts.description import Chart, TimeChart
from layouts.charts.points import AreaMap, ScatterChart
from layouts.charts.rows import rows as chart_rows
from layouts.html.blocks import Block
from layouts.html.text_runs import Run
from layouts.phrases.text import text
from layouts.slides import cells, grid, measure, picture
from layouts.slides import chart as native_chart
from layouts.slides.flow import Box, Page, caption, pages
from layouts.slides.frame import Place, harmless, placed
from layouts.slides.package import packed
from layouts.slides.paragraphs import Look, Paragraph
from layouts.slides.scatter import draw_scatter
from layouts.slides.template import FOOTER, FOOTER_SIZE, TITLE, TITLE_SIZE, empty
from layouts.slides.words import marked, tag_of, write

SMALLEST = 8
MOST_IN_PROPERTY = 255
COVER_LOOKS = (Look.LEAD, Look.BODY)


@dataclass(frozen=True, slots=True)
class Cover:
    """The first slide: whose deck it is, and what it rests on, line by line."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One view: what its slides show, what the speaker reads, and where it comes from."""

    heading: str
    body: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    footer: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """Everything that goes into a file, in the language `lang`."""

    lang: str
    cover: Cover
    leaves: tuple[Leaf, ...]
    subject: str = ""


def write_deck(deck: Deck, stream: IO[bytes], day: date) -> None:
    """Writes the file, as made on `day`."""
    made = empty(deck.lang)
    _properties(made.core_properties, deck, day)
    _cover(made, deck)
    for leaf in deck.leaves:
        _leaf(made, leaf, deck.lang)
    for slide in made.slides:
        marked(slide._element, deck.lang)
        if slide.has_notes_slide:
            marked(slide.notes_slide._element, deck.lang)
    unpacked = BytesIO()
    made.save(unpacked)
    packed(unpacked, stream, day)


def _properties(properties: Any, deck: Deck, day: date) -> None:
    properties.created = properties.modified = datetime.combine(day, time())
    properties.title = harmless(deck.cover.title)[:MOST_IN_PROPERTY]
    properties.subject = harmless(deck.subject)[:MOST_IN_PROPERTY]
    properties.author = text(deck.lang)("shell.product")
    properties.last_modified_by = ""
    properties.language = tag_of(deck.lang)


def _cover(made: Any, deck: Deck) -> None:
    slide = made.slides.add_slide(made.slide_layouts[0])
    slide.shapes.title.text_frame.text = harmless(deck.cover.title)
    words = [
        Paragraph((Run(line),), COVER_LOOKS[min(place, 1)])
        for place, line in enumerate(deck.cover.lines)
    ]
    write(slide.placeholders[1].text_frame, words, deck.lang)
    _footers(slide, "")


def _leaf(made: Any, leaf: Leaf, lang: str) -> None:
    t = text(lang)
    result = pages(leaf.body, f" {t('slides.again')}")
    for number, page in enumerate(result, start=1):
        heading = leaf.heading
        if len(result) > 1:
            heading = t("slides.part", heading=heading, n=number, of=len(result))
        _slide(made, page, heading, leaf, lang)


def _slide(made: Any, page: Page, heading: str, leaf: Leaf, lang: str) -> None:
    layouts = made.slide_layouts
    slide = made.slides.add_slide(layouts[min(len(page), len(layouts) - 1)])
    frame = slide.shapes.title.text_frame
    frame.text = harmless(heading)
    size = _fitting(heading, TITLE, TITLE_SIZE, strong=True)
    if size != TITLE_SIZE:
        frame.paragraphs[0].runs[0].font.size = _points(size)
    for number, box in enumerate(page, start=1):
        _fill(slide, box, number if number < len(layouts) else None, heading, lang)
    _footers(slide, leaf.footer)
    slide.notes_slide.notes_text_frame.text = harmless("\n".join(leaf.notes))


def _fill(slide: Any, box: Box, number: int | None, heading: str, lang: str) -> None:
    """Puts a box where it belongs; the order of the shapes is the order of reading."""
    place = Place(box.left, box.top, box.width, box.height)
    held = None if number is None else slide.placeholders[number]
    if isinstance(box.content, tuple):
        shape = held if held is not None else slide.shapes.add_textbox(*place.emu)
        shape.left, shape.top, shape.width, shape.height = place.emu
        shape.text_frame.word_wrap = True
        write(shape.text_frame, box.content, lang)
        if held is not None:
            _last(slide, held._element)
        return
    if held is not None:
        held._element.getparent().remove(held._element)
    if isinstance(box.content, grid.Table):
        frames = [cells.draw(slide.shapes, box.content, place, lang, heading)]
    else:
        frames = _chart(slide, box.content, place, lang, heading)
    if number is not None:
        placed(frames[0], number)


def _chart(slide: Any, chart: Chart, place: Place, lang: str, heading: str) -> list[Any]:
    """A chart with its sentence below. A map and small multiples stand as a picture, what else
    has no native form as a table."""
    words, tall = caption(chart, place.width)
    above = Place(place.left, place.top, place.width, place.height - tall)
    if isinstance(chart, AreaMap) or (isinstance(chart, TimeChart) and chart.small):
        frames = [picture.draw(slide.shapes, chart, above)]
    elif isinstance(chart, TimeChart):
        frames = native_chart.draw(slide.shapes, chart, above)
    elif isinstance(chart, ScatterChart):
        frames = [draw_scatter(slide.shapes, chart, above)]
    else:
        frames = [cells.draw(slide.shapes, _as_table(chart, place.width), above, lang, heading)]
    below = slide.shapes.add_textbox(
        *Place(place.left, place.top + place.height - tall, place.width, tall).emu
    )
    below.text_frame.word_wrap = True
    for side in ("left", "right", "top", "bottom"):
        setattr(below.text_frame, f"margin_{side}", 0)
    write(below.text_frame, (words,), lang)
    return frames


def _as_table(chart: Chart, room: float) -> grid.Table:
    result = chart_rows(chart)
    columns = result.columns
    return grid.plain(
        result.caption,
        [column.head for column in columns],
        list(zip(*(column.cells for column in columns), strict=True)),
        [column.numeric for column in columns],
        room,
    )


def _footers(slide: Any, words: str) -> None:
    """The layout's footer and number, which slides do not get by themselves."""
    for kind in ("ftr", "sldNum"):
        for shape in slide.slide_layout.placeholders:
            result = shape._element.find(f".//{qn('p:ph')}")
            if result.get("type") != kind or (kind == "ftr" and not words):
                continue
            copy = deepcopy(shape._element)
            properties = copy.find(qn("p:spPr"))
            for child in list(properties):
                properties.remove(child)
            _last(slide, copy)
    if words:
        footer = next(
            placeholder
            for placeholder in slide.placeholders
            if placeholder.placeholder_format.idx == 11
        )
        footer.text_frame.text = harmless(words)
        size = _fitting(words, FOOTER, FOOTER_SIZE)
        footer.text_frame.paragraphs[0].runs[0].font.size = _points(size)


def _fitting(words: str, place: Place, size: int, *, strong: bool = False) -> int:
    """The largest type size, from `size` down, in which the words fill no more than the place."""
    run = (Run(words, strong=strong),)
    for points in range(size, SMALLEST, -1):
        if measure.height(len(measure.wrapped(run, points, place.width)), points) <= place.height:
            return points
    return SMALLEST


def _points(size: int) -> int:
    return int(size * 12_700)


def _last(slide: Any, element: Any) -> None:
    tree = slide.shapes._spTree
    if element.getparent() is not None:
        element.getparent().remove(element)
    tree.append(element)
    ids = [
        int(number.get("id")) for number in tree.iter(qn("p:cNvPr")) if number.get("id").isdigit()
    ]
    own = element.find(f".//{qn('p:cNvPr')}")
    if ids.count(int(own.get("id"))) > 1:
        own.set("id", str(max(ids) + 1))
