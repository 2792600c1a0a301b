"""Writing rows as a workbook (XLSX), row by row; text stays text, whatever it begins with.

Written as the few files that a workbook is: through a library each cell is an object, and a release
of emissions would take half a minute. Rows go to the disk as they come; only the texts, each of
them once, stay in memory until the end.
"""

import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import IO, Any
from xml.sax.saxutils import escape, quoteattr

from data_access.exports.writing import plain

MOST_CHARACTERS = 32_767
"""What a cell can hold."""
MOST_ROWS = 1_048_576
"""What a sheet can hold, its header counted."""
WIDTHS = (10, 48)
PIECE_ROWS = 500
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""A workbook writes characters by number so: text that looks so has its underscore written so."""
FIRST_DAY = date(1899, 12, 30)
"""Days are counted from here, from 1900-03-01 on."""

BOLD, DAY = 1, 2
"""Styles of cells by their place in `STYLES`; 0 is none."""

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
TEXTS = "xl/sharedStrings.xml"
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/>'
    '<xf numFmtId="164" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


class SharedTexts(dict[str, int]):
    """Text → its number in the workbook, which has each text once."""

    def __missing__(self, words: str) -> int:
        self[words] = number = len(self)
        return number


class TooManyRows(ValueError):  # noqa: N818
    """More rows than a sheet can hold."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook: its name, its columns, and its rows, read once."""

    title: str
    columns: Sequence[str]
    rows: Iterable[Mapping[str, Any]]


def write_workbook(sheets: Sequence[Sheet], stream: IO[bytes]) -> None:
    """Writes the sheets in order. Amounts become numbers, codes and formulas' look-alikes text.

    Raises TooManyRows.
    """
    texts = SharedTexts()
    with zipfile.ZipFile(stream, "w") as book:
        for name, content in _parts([sheet.title for sheet in sheets]):
            book.writestr(_entry(name), content)
        for number, sheet in enumerate(sheets, 1):
            entry = _entry(f"xl/worksheets/sheet{number}.xml")
            with book.open(entry, "w", force_zip64=True) as page:
                for piece in _pieces(sheet, texts):
                    page.write(piece.encode())
        with book.open(_entry(TEXTS), "w", force_zip64=True) as page:
            page.writelines(piece.encode() for piece in _table_of(texts))


def _entry(name: str) -> zipfile.ZipInfo:
    """A file in the package, without the moment: the same rows give the same bytes anywhere."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _parts(titles: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Everything but the sheets: what there is, in which order, how it looks."""
    numbers = range(1, len(titles) + 1)
    sheet_types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{TYPES}.worksheet+xml"/>'
        for n in numbers
    )
    yield (
        "[Content_Types].xml",
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{TYPES}.styles+xml"/>'
        f'<Override PartName="/{TEXTS}" ContentType="{TYPES}.sharedStrings+xml"/>'
        f"{sheet_types}</Types>",
    )
    yield "_rels/.rels", _links([("officeDocument", "xl/workbook.xml")])
    sheets = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{n}" r:id="rId{n}"/>'
        for n, title in zip(numbers, titles, strict=True)
    )
    yield (
        "xl/workbook.xml",
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>',
    )
    links = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    yield (
        "xl/_rels/workbook.xml.rels",
        _links([*links, ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]),
    )
    yield "xl/styles.xml", STYLES


def _links(targets: Sequence[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def _pieces(sheet: Sheet, texts: SharedTexts) -> Iterator[str]:
    widths = "".join(
        f'<col min="{n}" max="{n}" customWidth="1" '
        f'width="{min(max(len(column) + 2, WIDTHS[0]), WIDTHS[1])}"/>'
        for n, column in enumerate(sheet.columns, 1)
    )
    yield (
        f'{HEAD}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f"</sheetView></sheetViews><cols>{widths}</cols><sheetData>"
    )
    letters = [_letters(place) for place in range(len(sheet.columns))]
    named = list(zip(letters, sheet.columns, strict=True))
    heads = [_text(f"{letter}1", column, texts, f' s="{BOLD}"') for letter, column in named]
    piece = [f'<row r="1">{"".join(heads)}</row>']
    for number, row in enumerate(sheet.rows, 2):
        if number > MOST_ROWS:
            raise TooManyRows(f"a sheet holds {MOST_ROWS} rows")
        cells = [_cell(f"{letter}{number}", row[column], texts) for letter, column in named]
        piece.append(f'<row r="{number}">{"".join(cells)}</row>')
        if number % PIECE_ROWS == 0:
            yield "".join(piece)
            piece.clear()
    yield "".join([*piece, "</sheetData></worksheet>"])


def _letters(place: int) -> str:
    """The name of a column: A, B … Z, AA …"""
    result = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        result = chr(65 + rest) + result
    return result


def _cell(where: str, value: Any, texts: SharedTexts) -> str:
    kind = type(value)
    if kind is str:
        return _text(where, value, texts)
    if kind is int or kind is float or kind is Decimal:
        return f'<c r="{where}"><v>{value}</v></c>'
    if value is None:
        return ""
    if kind is bool:
        return f'<c r="{where}" t="b"><v>{int(value)}</v></c>'
    if kind is date:
        return f'<c r="{where}" s="{DAY}"><v>{(value - FIRST_DAY).days}</v></c>'
    if kind is datetime:  # as text: a cell has no time zone
        return _text(where, value.isoformat(), texts)
    if isinstance(value, Enum):
        return _text(where, str(value.value), texts)
    if isinstance(value, tuple | list | dict):
        return _text(where, json.dumps(value, ensure_ascii=False, default=plain), texts)
    return _text(where, str(value), texts)


def _text(where: str, words: str, texts: SharedTexts, style: str = "") -> str:
    return f'<c r="{where}"{style} t="s"><v>{texts[words]}</v></c>' if words else ""


def _table_of(texts: SharedTexts) -> Iterator[str]:
    """The texts in order of their numbers."""
    yield f'{HEAD}<sst xmlns="{MAIN}">'
    for words in texts:
        yield f'<si><t xml:space="preserve">{escape(_in_xml(words))}</t></si>'
    yield "</sst>"


def _in_xml(words: str) -> str:
    words = words[:MOST_CHARACTERS]
    if "_x" in words:
        words = ESCAPED.sub("_x005F_", words)
    if not words.isprintable():
        words = NOT_IN_XML.sub("", words).replace("\r", "_x000D_")
    return words
