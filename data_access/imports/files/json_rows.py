"""Reads JSON: a page of the API or an export as a table, a publisher's list as it is."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from data_access.imports.draft import Problems
from data_access.imports.files.json_tables import published_rows
from data_access.imports.files.sheet import FileRow, Sheet, clean
from data_access.imports.files.text import text_of
from data_access.imports.own_exports import exported_rows, json_cell
from progress.i18n import say

MOST_VALUES = 5_000_000
"""Marks that part values: each becomes an object in memory that is far larger than its text."""

ROWS = say("import.list_of_rows_or_page_of")


def json_of(
    file: Path, problems: Problems, number: Callable[[str], Any] | None = None
) -> Any | None:
    """What the file holds, or None after naming why not. `number` reads numbers as written."""
    text = text_of(file, problems)
    if text is None:
        return None
    if sum(text.count(mark) for mark in ",[{") > MOST_VALUES:
        problems.add(
            file.name,
            None,
            "",
            say("import.more_values"),
            say("import.at_most", text_limit=MOST_VALUES),
        )
        return None
    try:
        data = json.loads(text, parse_float=number, parse_int=number)
    except (ValueError, RecursionError) as error:
        row = getattr(error, "lineno", None)
        problems.add(
            file.name, row, "", say("import.no_json"), "JSON", say("import.fetch_file_again")
        )
        return None
    if data is None:
        problems.add(file.name, None, "", "nothing", "JSON", say("import.fetch_file_again"))
    return data


def json_sheet(file: Path, problems: Problems) -> Sheet | None:
    """The rows of a page of the API, or of an export as JSON."""
    data = json_of(file, problems, number=str)  # as they are written: nothing is rounded
    if data is None:
        return None
    try:
        rows = exported_rows(data) or published_rows(data)
    except ValueError as error:
        problems.add(file.name, None, "", say("import.another_table"), str(error))
        return None
    if rows is None:
        problems.add(file.name, None, "", say("import.other_json"), ROWS)
        return None
    if isinstance(data, dict) and data.get("next"):
        todo = say("import.fetch_pages_that_next_leads_to")
        problems.add(file.name, None, "next", data["next"], say("import.last_page"), todo)
        return None
    header = list(dict.fromkeys(name for row in rows for name in row))
    if not header:
        problems.add(
            file.name, None, "", say("import.empty_file"), say("import.header_row_and_rows")
        )
        return None
    cells = (
        FileRow(number, [clean(json_cell(row.get(name))) for name in header])
        for number, row in enumerate(rows, start=2)
    )
    return Sheet(file.name, FileRow(1, header), cells, decimal_comma=False)
