"""Imports a city's public list of those who signed its local climate contract: organisations only.

A file holds the whole list of each city that it names. A person is no signatory: numbers of
persons, addresses and telephone numbers are refused, and columns for them do not exist.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select

from data_access.imports.cells import RowCells
from data_access.imports.comparing import held_of, values_of
from data_access.imports.draft import Draft, Options, Problems, StoreFacts
from data_access.imports.fields import read_fields, read_rows
from data_access.imports.local_contracts import time_that_has_been
from data_access.imports.organisation_numbers import Standing, organisation_number
from data_access.imports.tables import check_no_example
from data_access.questions.local_contracts import newest_lists
from data_access.records import LOCAL_SIGNATORY
from data_access.tables import local_signatory
from progress.i18n import say

KIND = LOCAL_SIGNATORY.kind

REACHES_A_PERSON = re.compile(r"@|\d[\d -]{6,}\d")
"""An e-mail address, or a row of digits as in telephone numbers and numbers of persons."""


def check(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""

    def read(cells: RowCells) -> dict[str, Any]:
        check_no_example(cells, "organisation")
        row = read_fields(LOCAL_SIGNATORY, cells, options, but=("organisation", "signed"))
        return row | {
            "organisation": _organisation(cells),
            "signed": time_that_has_been(cells, "signed", options),
        }

    rows = read_rows(LOCAL_SIGNATORY, files, facts, problems, read)
    if problems:
        return None
    return Draft(
        rows=len(rows),
        inserts=((local_signatory, rows),),
        values=values_of(LOCAL_SIGNATORY, rows),
        compared=LOCAL_SIGNATORY.compared,
        held=held_of(
            LOCAL_SIGNATORY, rows, lambda conn: conn.execute(select(newest_lists())).mappings()
        ),
    )


def _organisation(cells: RowCells) -> str:
    """The name. What could reach a person is not repeated in the message."""
    name = " ".join(cells.text("organisation", required=True).split())
    person = organisation_number(name).standing is Standing.PERSONAL
    if person or REACHES_A_PERSON.search(name):
        cells.problems.add(
            cells.table.file,
            cells.row.number,
            "organisation",
            say("import.address_or_number"),
            say("import.name_of_organisation_alone"),
            say("import.take_out_what_leads_to_person"),
        )
    return name
