"""Measures the sheets of an ODS workbook before it is opened."""

from collections.abc import Mapping
from zipfile import ZipFile

from data_access.imports.files.bounds import AREA_LIMIT, SHEET_LIMIT, Measured, TooLarge
from data_access.imports.files.sheet import Merged
from data_access.imports.files.xml_parts import Markup, NotAWorkbook, attribute, is_xml, walk
from progress.i18n import say

CONTENT = "content.xml"
CELLS = ("table-cell", "covered-table-cell")


class Content:
    """Goes through the content. Rows and cells stand once for several that are alike."""

    def __init__(self) -> None:
        self.sheets: dict[str, Measured] = {}
        self._measured = Measured()
        self._row = self._column = 0
        self._rows = self._columns = 1
        self._in_cell = False
        self._cell: Mapping[str, str] = {}
        self._characters = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table":
            self._measured = Measured()
            self.sheets[attribute(attributes, "name") or ""] = self._measured
            if len(self.sheets) > SHEET_LIMIT:
                raise TooLarge(
                    say("import.more_sheets"), say("import.at_most", text_limit=SHEET_LIMIT)
                )
            self._row = 0
        elif name == "table-row":
            self._rows = times(attribute(attributes, "number-rows-repeated"))
            self._column = 0
        elif name in CELLS:
            self._columns = times(attribute(attributes, "number-columns-repeated"))
            self._cell, self._in_cell, self._characters = attributes, True, 0

    def text(self, data: str) -> None:
        if self._in_cell:
            self._characters += len(data)

    def end(self, name: str) -> None:
        if name == "table-row":
            self._row += self._rows
        elif name in CELLS:
            self._end_cell()

    def _end_cell(self) -> None:
        self._in_cell = False
        first_row, first_column = self._row + 1, self._column
        last_row, self._column = self._row + self._rows, self._column + self._columns
        last_column = self._column - 1
        if attribute(self._cell, "value-type") is not None or self._characters:
            self._measured.name(last_row)
            size = max(self._characters, 1) * min(self._rows * self._columns, AREA_LIMIT)
            self._measured.fill(last_row, last_column, size)
        elif attribute(self._cell, "formula") is not None:
            self._measured.formulas.add((first_row, first_column))
        down = times(attribute(self._cell, "number-rows-spanned"))
        across = times(attribute(self._cell, "number-columns-spanned"))
        if down > 1 or across > 1:
            area = Merged(first_row, first_column, first_row + down - 1, first_column + across - 1)
            self._measured.merged.append(area)


def times(text: str | None) -> int:
    """How often an element stands; once where that is not said or no number."""
    return int(text) if text and text.isdigit() and len(text) < 12 else 1


def sheets_of(packed: ZipFile) -> dict[str, Measured]:
    """Each sheet by its name, measured. Raises TooLarge or NotAWorkbook."""
    content, markup = Content(), Markup()
    for name in packed.namelist():
        if not is_xml(name):
            continue
        with packed.open(name) as stream:
            if name == CONTENT:
                walk(stream, markup, content.start, content.end, content.text)
            else:
                walk(stream, markup, nothing, nothing, nothing)
    if not content.sheets:
        raise NotAWorkbook(say("import.no_sheets_within"))
    return content.sheets


def nothing(*_: object) -> None:
    """What there is to do with parts that hold no cells."""
