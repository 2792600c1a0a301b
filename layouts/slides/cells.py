"""A table of a slide as a native one, in the looks of the template that it stands in."""

from dataclasses import replace
from typing import Any

from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from layouts.slides.frame import Place, described
from layouts.slides.grid import ABOVE, ASIDE, Table
from layouts.slides.words import write_runs

STYLE = "{3B4B98B0-60AC-42C2-AFA5-B58CD77FA1E5}"
"""Light Style 1 – Accent 1, one of those that every template has."""


def draw(shapes: Any, grid: Table, place: Place, lang: str, title: str) -> Any:
    """The table's frame. Its heads are marked as such, and the first column heads the rows."""
    heads = (grid.heads,) if grid.heads else ()
    rows = (*heads, *grid.rows)
    frame = shapes.add_table(len(rows), len(grid.widths), *place.emu)
    table = frame.table
    frame._element.find(f".//{qn('a:tableStyleId')}").text = STYLE
    table.first_row = bool(heads)
    table.first_col = True
    table.horz_banding = False
    for column, wide in zip(table.columns, grid.widths, strict=True):
        column.width = Pt(wide)
    for number, (row, tall) in enumerate(zip(rows, grid.heights, strict=True)):
        table.rows[number].height = int(Pt(1) * tall)
        for column, words in enumerate(row):
            cell = table.cell(number, column)
            cell.margin_left = cell.margin_right = Pt(ASIDE)
            cell.margin_top = cell.margin_bottom = Pt(ABOVE)
            paragraph = cell.text_frame.paragraphs[0]
            if grid.numeric[column]:
                paragraph.alignment = PP_ALIGN.RIGHT
            strong = bool(heads) and number == 0
            shown = [replace(run, strong=run.strong or strong) for run in words]
            write_runs(paragraph, shown, lang, grid.size)
    described(frame, grid.caption or title, "")
    return frame
