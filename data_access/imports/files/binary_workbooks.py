"""Measures the sheets of an XLS workbook (BIFF in a compound file) before it is opened."""

import struct
from collections.abc import Iterator
from pathlib import Path

from data_access.imports.files.bounds import TEXT_LIMIT, Measured, TooLarge
from data_access.imports.files.xml_parts import NotAWorkbook
from progress.i18n import say

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FREE = 0xFFFFFFFA
"""Numbers of sectors from here on say that a chain ends, or what a sector is for."""

BEGINNING, SHEET = 0x0809, 0x0085
CELLS = {
    0x0006: "formula",
    0x0203: "number",
    0x0204: "label",
    0x0205: "truth or error",
    0x00BD: "several numbers",
    0x00D6: "rich label",
    0x00FD: "shared label",
    0x027E: "short number",
}
FORMULA, TRUTH_OR_ERROR, SEVERAL = 0x0006, 0x0205, 0x00BD
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def is_binary(file: Path) -> bool:
    """Whether the file begins as compound files do."""
    with file.open("rb") as stream:
        return stream.read(8) == MARK


def sheets_of(file: Path) -> dict[str, Measured]:
    """Each sheet by its name, measured. Raises TooLarge or NotAWorkbook.

    Formulas in this form always carry their last result, so none is noted.
    """
    try:
        book = workbook_stream(file.read_bytes())
        names: dict[int, str] = {}
        result: dict[str, Measured] = {}
        current: Measured | None = None
        for start, kind, content in records(book):
            if kind == SHEET:
                (place,) = struct.unpack_from("<I", content)
                names[place] = name_of(content)
            elif kind == BEGINNING:
                current = result.setdefault(names[start], Measured()) if start in names else None
            elif kind in CELLS and current is not None:
                row, column = struct.unpack_from("<HH", content)
                last = struct.unpack_from("<H", content, len(content) - 2)[0]
                current.name(row + 1)
                current.fill(row + 1, last if kind == SEVERAL else column, len(content))
                if (error := error_in(kind, content)) is not None:
                    current.errors[row + 1, column] = error
    except struct.error as error:
        raise NotAWorkbook(str(error)) from None
    if not result:
        raise NotAWorkbook(say("import.no_sheets_within"))
    return result


def error_in(kind: int, content: bytes) -> str | None:
    """What a cell shows that holds an error instead of a value."""
    if kind == TRUTH_OR_ERROR and len(content) >= 8 and content[7]:
        return ERRORS.get(content[6], "#N/A")
    if kind == FORMULA and content[12:14] == b"\xff\xff" and content[6] == 2:
        return ERRORS.get(content[8], "#N/A")
    return None


def name_of(content: bytes) -> str:
    """The name of a sheet, as its record holds it."""
    length, wide = content[6], content[7] & 1
    text = content[8 : 8 + length * (1 + wide)]
    return text.decode("utf-16-le" if wide else "latin-1")


def records(book: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Where each record begins, its kind and what it holds."""
    place = 0
    while place + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, place)
        yield place, kind, book[place + 4 : place + 4 + length]
        place += 4 + length


def workbook_stream(data: bytes) -> bytes:
    """The stream named Workbook or Book of a compound file. Raises NotAWorkbook."""
    (power,) = struct.unpack_from("<H", data, 30)
    if power not in (9, 12):
        raise NotAWorkbook(say("import.sectors_of_another_size"))
    size = 1 << power
    first_directory, small_limit, first_small = struct.unpack_from("<I4xII", data, 48)
    table = allocation(data, size)
    directory = b"".join(chain(data, size, table, first_directory))
    root = b""
    for place in range(0, len(directory) - 127, 128):
        entry = directory[place : place + 128]
        (length,) = struct.unpack_from("<H", entry, 64)
        name = entry[: max(length - 2, 0)].decode("utf-16-le", "replace")
        start, whole = struct.unpack_from("<II", entry, 116)
        if entry[66] == 5:
            root = b"".join(chain(data, size, table, start))
        elif name in ("Workbook", "Book"):
            if whole > TEXT_LIMIT:
                raise TooLarge(
                    say("import.bytes", whole=whole),
                    say("import.at_most", text_limit=TEXT_LIMIT),
                    say("import.save_it_as_xlsx"),
                )
            if whole >= small_limit:
                return b"".join(chain(data, size, table, start))[:whole]
            smalls = b"".join(chain(data, size, table, first_small))
            small_table = struct.unpack(f"<{len(smalls) // 4}I", smalls)
            return b"".join(chain(b"\0" * 64 + root, 64, small_table, start))[:whole]
    raise NotAWorkbook(say("import.no_workbook_within"))


def allocation(data: bytes, size: int) -> tuple[int, ...]:
    """Sector → the next of its chain."""
    places = list(struct.unpack_from("<109I", data, 76))
    (more,) = struct.unpack_from("<I", data, 68)
    seen = 0
    while more < FREE:
        seen += 1
        sector = data[(more + 1) << size.bit_length() - 1 :][:size]
        if len(sector) < size or seen > len(data) // size:
            raise NotAWorkbook(say("import.chain_that_does_not_end"))
        *several, more = struct.unpack(f"<{size // 4}I", sector)
        places += several
    table = b"".join(
        data[(place + 1) * size : (place + 2) * size] for place in places if place < FREE
    )
    return struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])


def chain(data: bytes, size: int, table: tuple[int, ...], start: int) -> Iterator[bytes]:
    """The sectors of a chain in order. Raises NotAWorkbook where it goes round."""
    steps = 0
    while start < FREE:
        steps += 1
        if start >= len(table) or steps > len(table):
            raise NotAWorkbook(say("import.chain_that_does_not_end"))
        yield data[(start + 1) * size : (start + 2) * size]
        start = table[start]
