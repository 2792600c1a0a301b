"""Reads text files: which letters their bytes are, which mark separates their cells."""

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from data_access.imports.draft import Problems
from data_access.imports.files.location import within_bounds
from data_access.imports.files.sheet import FileRow, Fit, Sheet, clean, headed
from data_access.imports.own_exports import unharmed
from progress.i18n import say

SEPARATORS = (",", ";", "\t")
SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n')
"""The first line by which a spreadsheet is told the separator."""

TRIED_ON = 65_536
"""Characters of a file on which separators are tried."""

MOST_ROWS = 300_000
MOST_CELLS = 16_384
"""Cells of one row, as in a workbook."""

LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
LONGEST_LINE = 1_000_000
"""Characters; a row's longest texts are thousands, a publisher's list of people can be 200 000."""

csv.field_size_limit(LONGEST_LINE)

UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
PACKED_MARK = b"PK\x03\x04"
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
TWO_ENCODINGS = re.compile("[ÂÃ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
"""What a letter in UTF-8 looks like when it is read as Windows-1252."""

AS_UTF_8 = say("import.save_file_as_csv_utf_8")


class CsvFault(csv.Error):
    """Quotation marks that do not close, in the record that begins in `row`."""

    row: int | None = None


def text_of(file: Path, problems: Problems, *, others: bool = False) -> str | None:
    """The file's text, or None after naming the fault. A byte order mark is dropped.

    UTF-8, UTF-16 and Windows-1252 are read; the last is told in a notice. Of `others`,
    control characters are left out, which is told too; in files of ours they are faults.
    """
    if not within_bounds(file, problems):
        return None
    data = file.read_bytes()
    if data[:4] == PACKED_MARK:
        todo = say("import.give_workbook_ending_xlsx")
        problems.add(file.name, None, "", say("import.packed_file"), "text", todo)
        return None
    encoding = encoding_of(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8-sig":
            problems.add(file.name, None, "", say("import.broken_utf_16"), "UTF-8", AS_UTF_8)
            return None
        swedish = as_windows(data)
        if swedish is None:
            row = data[: error.start].count(b"\n") + 1
            byte = say("import.byte_0x", byte=data[error.start])
            problems.add(file.name, row, "", byte, "UTF-8", AS_UTF_8)
            return None
        problems.notice(say("import.is_read_as_windows_1252_form", name=file.name))
        text = swedish
    if others:
        text, number = CONTROL.subn("", text)
        if number:
            words = say("import.control_characters_left_out", file=file.name, number=number)
            problems.notice(words)
    elif (control := CONTROL.search(text)) is not None:
        row = text.count("\n", 0, control.start()) + 1
        problems.add(file.name, row, "", say("import.control_character"), "text", AS_UTF_8)
        return None
    return text


def encoding_of(data: bytes) -> str:
    """UTF-16 where its mark or every second byte says so, else UTF-8."""
    if data[:2] in UTF_16_MARKS:
        return "utf-16"
    start = data[:200]
    if len(start) >= 4 and len(start) % 2 == 0 and set(start[1::2]) == {0}:
        return "utf-16-le"
    return "utf-8-sig"


def as_windows(data: bytes) -> str | None:
    """The text in Windows-1252, where it can be that and nothing else."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return None if CONTROL.search(text) or TWO_ENCODINGS.search(text) else text


def csv_sheet(
    file: Path, fit: Fit, problems: Problems, mend: Callable[[str], str] | None = None
) -> Sheet | None:
    """A CSV file parted at its header, or None after naming why not.

    Of comma, semicolon and tab, the one with which the header fits best separates. `mend` makes a
    text readable whose quotation marks do not close; who gives it has files of others, in which
    control characters are left out.
    """
    text = text_of(file, problems, others=mend is not None)
    if text is None:
        return None
    if mend is not None and faulty(text, separator_of(text, fit)):
        text = mend(text)
    separator = separator_of(text, fit)
    parted = headed(reported(csv_rows(text, separator), file.name, problems), fit)
    if parted is None:
        if not problems:
            problems.add(
                file.name, None, "", say("import.empty_file"), say("import.header_row_and_rows")
            )
        return None
    return Sheet(
        file.name,
        parted.header,
        parted.rows,
        separator != ",",
        above=parted.above,
        ragged=True,
    )


def separator_of(text: str, fit: Fit) -> str:
    """The separator that the first line names, else the one with which most columns are known."""
    if stated := SEPARATOR_LINE.match(text):
        return stated[1]
    start = text[:TRIED_ON]
    lines = [line for line in start.split("\n")[:20] if line.strip()]
    first = lines[0] if lines else ""

    def rank(separator: str) -> tuple[int, int, int]:
        try:
            parted = headed(csv_rows(start, separator), fit)
        except CsvFault:
            parted = None
        known = parted.fit if parted is not None else 0
        return known, first.count(separator), sum(line.count(separator) for line in lines)

    return max(SEPARATORS, key=rank)


def faulty(text: str, separator: str) -> bool:
    """Whether quotation marks do not close somewhere."""
    try:
        for _ in csv_rows(text, separator):
            pass
    except CsvFault:
        return True
    return False


def csv_rows(text: str, separator: str) -> Iterator[FileRow]:
    """The file's rows as they come. Raises CsvFault where quotation marks do not close."""
    stated = SEPARATOR_LINE.match(text)
    start = 2 if stated else 1
    result = LINE.finditer(text, stated.end() if stated else 0)
    lines = (line[0] if len(line[0]) < LONGEST_LINE else too_long() for line in result)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    above = start - 1
    try:
        for cells in reader:
            yield FileRow(start, [unharmed(clean(cell)) for cell in cells])
            start = above + reader.line_num + 1
    except csv.Error as error:
        fault = CsvFault(*error.args)
        fault.row = start
        raise fault from None


def too_long() -> str:
    """Raises CsvFault, for a line that nobody has written as one row."""
    raise CsvFault(say("import.line_of_more_than_characters", longest_line=LONGEST_LINE))


def reported(rows: Iterator[FileRow], file: str, problems: Problems) -> Iterator[FileRow]:
    """The rows, up to a fault or a bound, which is named."""
    try:
        for count, row in enumerate(rows, start=1):
            if count > MOST_ROWS:
                problems.add(
                    file,
                    row.number,
                    "",
                    say("import.more_rows"),
                    say("import.at_most", text_limit=MOST_ROWS),
                )
                return
            if len(row.cells) > MOST_CELLS:
                result = say("import.cells", number=len(row.cells))
                problems.add(
                    file, row.number, "", result, say("import.at_most", text_limit=MOST_CELLS)
                )
                return
            yield row
    except CsvFault as error:
        problems.add(file, error.row, "", str(error), say("import.csv_with_closed_quotation_marks"))
