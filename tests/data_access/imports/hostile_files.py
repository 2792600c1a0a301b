"""Files that are made to take memory or time, as small as they can be."""

import re
from multiprocessing.connection import Connection
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from data_access.imports.draft import Options, Problems, StoreFacts
from data_access.imports.rates import check_price_index

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
OPEN = "urn:oasis:names:tc:opendocument:xmlns"

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)

HEADER = "".join(
    f'<c r="{column}1" t="inlineStr"><is><t>{name}</t></is></c>'
    for column, name in (("A", "year"), ("B", "value"), ("C", "base"))
)
ROW = (
    '<row r="2"><c r="A2"><v>2000</v></c><c r="B2"><v>100</v></c>'
    '<c r="C2" t="inlineStr"><is><t>1980=100</t></is></c></row>'
)


def sheet(rows: str, before: str = "", after: str = "") -> str:
    """A sheet with the header of a price index and rows."""
    data = f'<sheetData><row r="1">{HEADER}</row>{rows}</sheetData>'
    return f"<worksheet {MAIN}>{before}{data}{after}</worksheet>"


def workbook(path: Path, content: str, shared: str = "") -> Path:
    """The smallest workbook that is one."""
    with ZipFile(path, "w", ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", TYPES)
        packed.writestr(
            "_rels/.rels",
            f"<Relationships {PACKAGE}>"
            f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
            "</Relationships>",
        )
        packed.writestr(
            "xl/workbook.xml",
            f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        packed.writestr(
            "xl/_rels/workbook.xml.rels",
            f"<Relationships {PACKAGE}>"
            f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
            "</Relationships>",
        )
        packed.writestr("xl/worksheets/sheet1.xml", content)
        if shared:
            packed.writestr("xl/sharedStrings.xml", f"<sst {MAIN}>{shared}</sst>")
    return path


def word(text: str) -> str:
    return (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    )


def number(value: str, repeated: int = 1) -> str:
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}" '
        f'table:number-columns-repeated="{repeated}"><text:p>{value}</text:p></table:table-cell>'
    )


def row(cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'


def open_document(path: Path, rows: str) -> Path:
    """The smallest ODS workbook with the header of a price index and rows."""
    header = row(word("year") + word("value") + word("base"))
    names = " ".join(f'xmlns:{name}="{OPEN}:{name}:1.0"' for name in ("office", "table", "text"))
    with ZipFile(path, "w", ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{OPEN}:manifest:1.0"/>',
        )
        packed.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body><office:spreadsheet>"
            f'<table:table table:name="A">{header}{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def far_row(path: Path) -> Path:
    return workbook(path, sheet('<row r="999999999"><c r="A999999999"><v>1</v></c></row>'))


def far_corner(path: Path) -> Path:
    return workbook(path, sheet('<row r="9"><c r="XFD1048576"><v>1</v></c></row>'))


def one_text_everywhere(path: Path) -> Path:
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(2, 60_000))
    return workbook(path, sheet(cells), f"<si><t>{'x' * 32_000}</t></si>")


def unpacks_to_much(path: Path) -> Path:
    return workbook(path, sheet(" " * 160_000_000))


def cells_of_nothing(path: Path) -> Path:
    return workbook(path, sheet("<row>" + "<c/>" * 3_100_000 + "</row>"))


def endless_text(path: Path) -> Path:
    text = "x" * 100_000_000
    return workbook(path, sheet(f'<row><c t="inlineStr"><is><t>{text}</t></is></c></row>'))


def repeated_rows(path: Path) -> Path:
    return open_document(path, row(number("2000"), 999_999_999))


def repeated_cells(path: Path) -> Path:
    return open_document(path, row(number("2000", 16_384), 1_000_000))


def repeated_gap(path: Path) -> Path:
    return open_document(path, row("<table:table-cell/>", 999_999_999) + row(number("2000")))


def one_line(path: Path) -> Path:
    path.write_text("year,value,base\n" + "1," * 9_000_000)
    return path


def many_rows(path: Path) -> Path:
    path.write_text("year,value,base\n" + "1,2,3\n" * 3_000_000)
    return path


def many_lists(path: Path) -> Path:
    path.write_text("[" + "[]," * 6_000_000 + "[]]")
    return path


REFUSED = {
    "rad.xlsx": (far_row, "row 999999999, column 1"),
    "horn.xlsx": (far_corner, "row 1048576, column 16384"),
    "samma-text.xlsx": (one_text_everywhere, "more text"),
    "packat.xlsx": (unpacks_to_much, "bytes unpacked"),
    "tomma.xlsx": (cells_of_nothing, "more cells"),
    "lang.xlsx": (endless_text, "more text"),
    "rader.ods": (repeated_rows, "row 1000000000, column 1"),
    "celler.ods": (repeated_cells, "row 1000001, column 16384"),
    "glapp.ods": (repeated_gap, "row 1000000001, column 1"),
    "rad.csv": (one_line, "a line of more than"),
    "rader.csv": (many_rows, "more rows"),
    "listor.json": (many_lists, "more values"),
}
"""File → how it is made, what its refusal says."""


def read(connection: Connection, path: Path) -> None:
    """Reads the file as a price index; sends the megabytes that this process took at most, and
    what is wrong with the file."""
    problems = Problems()
    check_price_index([path], StoreFacts(), Options(), problems)
    peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    assert peak is not None
    connection.send((int(peak[1]) // 1024, [str(problem) for problem in problems.reported]))
