"""The workbook in which an owner's people report statuses: filled from the store, to be sent back.

One row for each promise, with its deadline and the last status as they stand; the empty cells are
those of `klimat import statuses`, with the allowed words to choose from.
"""

from collections.abc import Sequence
from datetime import date
from typing import IO

import openpyxl
from openpyxl.styles import Alignment, PatternFill

from data_access.records import STATUS_REPORT
from data_access.templates.writing import AS_TEXT, BOLD, choose_among, set_widths
from progress.i18n import say
from progress.promises.reporting import Promise, in_order

KNOWN = ("title", "due", "last_status", "last_day")
"""What is told beside the id, in columns that an import leaves aside."""

FILLED_IN = ("date", "status", "comment", "source", "resources")
WIDTHS = (16, 60, 14, 16, 14, 14, 16, 50, 30, 24)
TOLD = PatternFill("solid", start_color="EEEEEE")
EXTRA_ROWS = 20
"""Empty rows below, for a promise with several statuses."""


def write_status_workbook(
    promises: Sequence[Promise], today: date, lang: str, stream: IO[bytes]
) -> None:
    """Writes the promises, those first that a meeting should see first, in the language that is
    spoken."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = str(say("template.statuses.sheet"))
    headers = {field.column: field.heading_in(lang) for field in STATUS_REPORT}
    told = [str(say(f"template.statuses.{name}")) for name in KNOWN]
    sheet.append([headers["id"], *told, *(headers[name] for name in FILLED_IN)])
    for promise in in_order(promises, today):
        title = promise.title_sv if lang == "sv" else promise.title_en or promise.title_sv
        status = str(say(f"word.progress.{promise.status}")) if promise.status_date else ""
        sheet.append([promise.pledge_id, title, promise.due, status, promise.status_date])
    last = sheet.max_row + EXTRA_ROWS
    for row in sheet.iter_rows(min_row=2, max_row=last, max_col=len(WIDTHS)):
        for place, cell in enumerate(row, start=1):
            cell.number_format = AS_TEXT if place != 1 + len(KNOWN) else "yyyy-mm-dd"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if place <= 1 + len(KNOWN):
                cell.fill = TOLD
    for name in ("status", "resources"):
        place = 2 + len(KNOWN) + FILLED_IN.index(name)
        words = [word for word in STATUS_REPORT.field(name).words if word]
        key = "word.progress" if name == "status" else "pack.resources"
        choose_among([str(say(f"{key}.{word}")) for word in words], sheet, place, last)
    for cell in sheet[1]:
        cell.font = BOLD
    set_widths(sheet, WIDTHS)
    sheet.freeze_panes = "C2"
    book.save(stream)
    book.close()
