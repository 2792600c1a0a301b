"""A sheet's header and rows held against the columns of a kind of file; the rest named, aside."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from data_access.imports.draft import Problems
from data_access.imports.files import FileRow, Sheet
from data_access.imports.files.bounds import FORMULA, KEPT_LIMIT, ROWS_LIMIT, TODO_FORMULA
from data_access.imports.own_exports import is_own_export, name_as_imported
from data_access.imports.words import columns_of, plain
from progress.i18n import Words, say

LIKENESS = 0.8
"""Two headings that are so alike are one and a slip of the pen."""

FOOTNOTE_WORDS = 3
FOOTNOTE_STARTS = ("*", "källa", "not:", "anm", "source", "note:", "uppdaterad", "updated")
TABLE_WIDTH = 3
"""Columns from which on a row with a single cell can't be a row of the table."""

SHOWN = 60
"""Characters of what is left aside that are told."""


def columns_in(header: Sequence[str], known: Sequence[str]) -> list[str | None]:
    """The column of the import that each cell names; None for what is none or is left aside.

    Of two headings that can mean one column (Kommunkod, Kommun) the nearer one does.
    """
    if is_own_export(header):
        header = [name_as_imported(name, known) or "" for name in header]
    possible = sorted(
        (distance, place, name)
        for place, heading in enumerate(header)
        for distance, name in columns_of(heading, known)
    )
    result: list[str | None] = [None] * len(header)
    heading_of: dict[str, str] = {}
    for _, place, name in possible:
        heading = plain(header[place])
        if result[place] is None and heading_of.setdefault(name, heading) == heading:
            result[place] = name
    return result


def fit_of(header: Sequence[str], known: Sequence[str]) -> int:
    """How many of the known columns a row names."""
    return len({name for name in columns_in(header, known) if name is not None})


def check_header(
    sheet: Sheet, required: Sequence[str], optional: Sequence[str], problems: Problems
) -> dict[str, int] | None:
    """Each column's place; None after naming what is missing, doubled or nearly right."""
    known = (*required, *optional)
    number, header = sheet.header
    names = columns_in(header, known)
    fine = True
    every = ", ".join(known)

    def problem(column: str, value: Words, expected: Words, todo: Words = "") -> None:
        nonlocal fine
        fine = False
        problems.add(sheet.file, number, column, value, expected, todo)

    for name in required:
        if name not in names:
            problem(
                name,
                say("import.no_such_column"),
                say("import.column_to_be_there"),
                say("import.columns", every=every),
            )
    for name in dict.fromkeys(name for name in names if name is not None):
        if names.count(name) > 1:
            same = [header[place] for place, other in enumerate(names) if other == name]
            problem(name, ", ".join(dict.fromkeys(same)), say("import.every_column_once"))
    aside: list[str] = []
    ours = is_own_export(header)
    absent = {plain(name): name for name in known if name not in names}
    for heading, column in zip(header, names, strict=True):
        if column is not None or not heading:
            continue
        if ours and name_as_imported(heading, known) is None:
            continue
        near = get_close_matches(plain(heading), list(absent), n=1, cutoff=LIKENESS)
        if near:
            expected = say("import.or_column_of_another_name", name=absent[near[0]])
            problem(heading, heading, expected, say("import.rename_or_remove_column"))
        else:
            aside.append(heading)
    if aside and fine:
        problems.notice(say("import.columns_left_aside", file=sheet.file, aside=", ".join(aside)))
    if sheet.above and fine:
        text = "; ".join(" ".join(filter(None, row.cells))[:SHOWN] for row in sheet.above)
        problems.notice(
            say("import.header_is_row_above_it_stands", file=sheet.file, number=number, text=text)
        )
    places = {name: place for place, name in enumerate(names) if name is not None}
    return places if fine else None


def rows_under(
    sheet: Sheet, places: dict[str, int], required: Sequence[str], problems: Problems
) -> list[FileRow]:
    """The table's rows. Footnotes under it and empty rows are left aside and named."""
    rows: list[FileRow] = []
    faults: dict[int, int] = {}
    width = len(sheet.header.cells)
    least = max(places.values(), default=0) + 1
    for row in wanted_rows(sheet, places, problems, KEPT_LIMIT, ROWS_LIMIT):
        length = len(row.cells)
        if sheet.ragged and (length < least or any(row.cells[width:])):
            faults[row.number] = length
        if length < least:
            row = FileRow(row.number, row.cells + [""] * (least - length))
        rows.append(row)
    notes = []
    if len(places) >= TABLE_WIDTH and len(required) > 1:
        while rows and is_footnote(rows[-1]):
            notes.append(rows.pop())
    if notes:
        notes.reverse()
        text = "; ".join(" ".join(filter(None, row.cells))[:SHOWN] for row in notes)
        first = notes[0].number
        problems.notice(
            say("import.left_aside_under_table_from_row", file=sheet.file, first=first, text=text)
        )
    for row in rows:
        if row.number in faults:
            problems.add(
                sheet.file,
                row.number,
                "",
                say("import.cells", number=faults[row.number]),
                say("import.cells_as_in_header", width=width),
                say("import.put_quotation_marks_around_cell_that"),
            )
    if sheet.empty_below is not None:
        first, last = sheet.empty_below
        key = "import.rows_are_empty" if last > first else "import.row_is_empty"
        problems.notice(say(key, file=sheet.file, first=first, last=last))
    sound = [row for row in rows if row.number not in faults]
    return without_formulas(sheet, sound, places, problems)


def wanted_rows(
    sheet: Sheet, places: Mapping[str, int], problems: Problems, limit: int, rows: int
) -> Iterator[FileRow]:
    """The rows with what stands in wanted columns, and beyond the header, alone in memory.

    `limit`: cells in wanted columns, `rows`: rows, beyond which the file is refused.
    """
    width = len(sheet.header.cells)
    wanted = set(places.values())
    aside = [place for place in range(width) if place not in wanted]
    most = min(rows, limit // max(len(wanted), 1))
    for count, row in enumerate(sheet.rows, start=1):
        if count > most:
            problems.add(
                sheet.file,
                row.number,
                "",
                say("import.more_rows"),
                say("import.at_most_of_this_kind", most=most),
            )
            return
        if sum(map(bool, row.cells)) > 1:  # a footnote stands alone, in whatever column
            for place in aside:
                if place < len(row.cells):
                    row.cells[place] = ""
        yield row


def is_footnote(row: FileRow) -> bool:
    """Whether a row is a text under a table: a single cell of several words, or so begun."""
    filled = [cell for cell in row.cells if cell]
    if len(filled) != 1:
        return False
    text = plain(filled[0])
    return len(text.split()) >= FOOTNOTE_WORDS or text.startswith(FOOTNOTE_STARTS)


def without_formulas(
    sheet: Sheet, rows: list[FileRow], places: dict[str, int], problems: Problems
) -> list[FileRow]:
    """The rows that hold no formula of which only the formula was saved; those are named."""
    if not sheet.formulas:
        return rows
    result = []
    for row in rows:
        unsaved = [name for name, place in places.items() if (row.number, place) in sheet.formulas]
        for name in unsaved:
            problems.add(
                sheet.file, row.number, name, FORMULA, say("import.its_result"), TODO_FORMULA
            )
        if not unsaved:
            result.append(row)
    return result
