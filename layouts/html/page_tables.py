"""The tables of a page as rows for a file, read from the page's own tree: they cannot disagree."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dash.development.base_component import Component

from layouts.charts.columns import Column, Rows, Value
from layouts.charts.records import records
from layouts.html.markup import Raw, tag_of
from progress.phrases.figures import Figure
from progress.phrases.formats import NBSP

NUMBER = re.compile(r"[−-]?\d{1,3}(?:[ \u00a0\u202f,]?\d{3})*(?:[.,]\d+)?")
SHEET_NAME = 31
"""What the name of a sheet can hold."""
NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table: a short name that no other on the page has, its columns and its rows."""

    name: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[dict[str, Value], ...]


def page_tables(tree: Any, lang: str) -> tuple[PageTable, ...]:
    """The page's tables in their order. Cells that are figures are numbers, unrounded."""
    result: list[PageTable] = []
    for table in _of(tree, "table"):
        caption = " ".join(words(element) for element in _of(table, "caption"))
        heads = [words(element) for part in _of(table, "thead") for element in _of(part, "th")]
        lines = [list(_cells(row)) for part in _of(table, "tbody") for row in _of(part, "tr")]
        lines = [line for line in lines if len(line) == len(heads)]
        if not heads or not lines:
            continue
        columns = tuple(
            _column(head, cells, lang)
            for head, cells in zip(heads, zip(*lines, strict=True), strict=True)
        )
        names, rows = records(Rows(caption, columns))
        result.append(PageTable(_sheet_name(caption, len(result) + 1), caption, names, rows))
    return tuple(result)


def _column(head: str, cells: Sequence[Component], lang: str) -> Column:
    """A column of a file: values where cells have them in one unit, told in the head; else words.

    A rounded figure stands with the value that it was made from.
    """
    figures = [_figure(cell) for cell in cells]
    units = {figure.unit for figure in figures if figure is not None}
    if len(units) > 1:
        figures = [None] * len(figures)
    unit = next(iter(units)) if len(units) == 1 else ""
    name = f"{head} ({unit})" if unit and f"({unit})" not in head else head
    values = tuple(
        _value(words(cell), lang) if cell_figure is None else _plain(cell_figure)
        for cell, cell_figure in zip(cells, figures, strict=True)
    )
    return Column(head, (), values=((name or "·", values),))


def _figure(cell: Component) -> Figure | None:
    """The figure that is all that a cell says; None where it says more or something else."""
    texts = [text for text in _texts(cell) if text.strip()]
    return texts[0] if len(texts) == 1 and isinstance(texts[0], Figure) else None


def _plain(figure: Figure) -> Value:
    value = figure.value
    return value if isinstance(value, int) else int(value) if value == int(value) else float(value)


def words(node: Any) -> str:
    """All text of a part of a page, with single spaces."""
    return " ".join("".join(_texts(node)).split(" ")).strip()


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, int | float) and not isinstance(node, bool):
        yield str(node)
    elif isinstance(node, Component) and not isinstance(node, Raw):
        if tag_of(node) in ("br", "li", "p", "small", "div", "dd"):
            yield " "
        yield from _texts(getattr(node, "children", None))
    elif isinstance(node, Sequence):
        for child in node:
            yield from _texts(child)


def _of(node: Any, tag: str) -> Iterator[Component]:
    """The elements of a tag inside a part of a page, outermost only."""
    if isinstance(node, Component):
        if tag_of(node) == tag:
            yield node
        else:
            yield from _of(getattr(node, "children", None), tag)
    elif isinstance(node, Sequence) and not isinstance(node, str):
        for child in node:
            yield from _of(child, tag)


def _cells(row: Component) -> Iterator[Component]:
    children = getattr(row, "children", None) or ()
    for cell in children if isinstance(children, Sequence) else (children,):
        if isinstance(cell, Component) and tag_of(cell) in ("th", "td"):
            yield cell


def _value(text: str, lang: str) -> Value:
    """A number for what is written as one in the page's language, else the text."""
    if not text or text in ("–", "-"):
        return None
    if not NUMBER.fullmatch(text) or (len(text) > 1 and text[0] == "0" and text[1].isdigit()):
        return text
    plain = text.replace(NBSP, "").replace("\u202f", "").replace(" ", "").replace("−", "-")
    plain = plain.replace(",", ".") if lang == "sv" else plain.replace(",", "")
    return float(plain) if "." in plain else int(plain)


def _sheet_name(caption: str, number: int) -> str:
    name = NOT_IN_SHEET_NAMES.sub(" ", caption).strip()
    return f"{number} {name}"[:SHEET_NAME].strip()
