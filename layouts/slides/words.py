"""Paragraphs in a text frame: the language of each run, bullets and numbers, quiet and strong."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from layouts.html.text_runs import BREAK, Run
from layouts.slides.frame import harmless
from layouts.slides.paragraphs import Look, Paragraph
from progress.i18n import language_tag

BULLET, NONE = '<a:buChar char="•"/>', "<a:buNone/>"
NUMBERS = '<a:buAutoNum type="arabicPeriod" startAt="{first}"/>'


def write(frame: Any, words: Sequence[Paragraph], lang: str) -> None:
    """Fills an empty text frame."""
    for place, written in enumerate(words):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(written.look.after)
        paragraph.space_before = Pt(0)
        write_runs(paragraph, written.runs, lang, written.look.size)
        _bullet(paragraph, written)


def write_runs(paragraph: Any, runs: Sequence[Run], lang: str, size: float | None = None) -> None:
    """The runs of one paragraph, each with its language."""
    for text_run in runs:
        if text_run.text == BREAK:
            paragraph.add_line_break()
            continue
        run = paragraph.add_run()
        run.text = harmless(text_run.text)
        properties = run._r.get_or_add_rPr()
        properties.set("lang", language_tag(text_run.lang or lang))
        if size is not None:
            run.font.size = Pt(size)
        if text_run.strong:
            run.font.bold = True
        if text_run.quiet:
            run.font.color.theme_color = MSO_THEME_COLOR.TEXT_2


def _bullet(paragraph: Any, written: Paragraph) -> None:
    properties = paragraph._p.get_or_add_pPr()
    indent = int(Pt(written.look.indent)) if written.look.indent and not written.goes_on else 0
    properties.set("marL", str(int(Pt(written.look.indent))))
    properties.set("indent", str(-indent))
    if written.goes_on or written.look not in (Look.ITEM, Look.NUMBERED):
        shape = NONE
    elif written.look is Look.NUMBERED:
        shape = f'<a:buFont typeface="+mj-lt"/>{NUMBERS.format(first=written.number)}'
    else:
        shape = BULLET
    wrapped = parse_xml(f"<a:pPr {nsdecls('a')}>{shape}</a:pPr>")
    for mark in list(wrapped):
        properties.append(mark)


def tag_of(lang: str) -> str:
    """The language as files name it."""
    return language_tag(lang)


def marked(element: Any, lang: str) -> None:
    """Gives every run below an element that has no language of its own the language."""
    for name in ("a:rPr", "a:endParaRPr", "a:defRPr"):
        for properties in element.iter(qn(name)):
            if properties.get("lang") is None:
                properties.set("lang", language_tag(lang))
