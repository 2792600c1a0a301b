"""Imports a city's public list of those who signed its local climate contract: organisations only.

A file holds the whole list of each city that it names. A person is no signatory: numbers of
persons, addresses and telephone numbers are refused, and columns for them do not exist.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from data_access.imports.cells import RowCells
from data_access.imports.frame import Draft, Options, Problems, Rows, StoreFacts, Values
from data_access.imports.local_contracts import time_that_has_been
from data_access.imports.organisation_numbers import Standing, organisation_number
from data_access.imports.tables import Once, check_no_example, codes_in, number_of, rows_of, summary
from data_access.questions.joined import newest_lists
from data_access.tables import local_signatory

KIND = "local-signatories"
REQUIRED = ("municipality_code", "organisation", "source_title")
OPTIONAL = ("orgnr", "signed", "source_ref")
COMPARED = ("orgnr", "signed")

REACHES_A_PERSON = re.compile(r"@|\d[\d -]{6,}\d")
"""An e-mail address, or a row of digits as in telephone numbers and numbers of persons."""


def check(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    rows: Rows = []
    once = Once("each organisation of a city")
    for cells in rows_of(files, REQUIRED, OPTIONAL, facts, problems):
        check_no_example(cells, "organisation")
        row = {
            "municipality_code": cells.code(),
            "organisation": _organisation(cells),
            "orgnr": number_of(cells, "orgnr"),
            "signed": time_that_has_been(cells, "signed", options),
            "source_title": cells.text("source_title", required=True),
            "source_ref": cells.text("source_ref"),
        }
        once.check(cells, "organisation", (row["municipality_code"], row["organisation"]))
        rows.append(row)
    if problems:
        return None
    cities = codes_in(rows)

    def held(conn: Connection) -> Mapping[str, Values]:
        """The cities' lists as the store has them."""
        lists = newest_lists()
        found = conn.execute(select(lists).where(lists.c.municipality_code.in_(cities))).mappings()
        return {_key(row): summary(row, COMPARED) for row in found}

    return Draft(
        rows=len(rows),
        inserts=((local_signatory, rows),),
        values={_key(row): summary(row, COMPARED) for row in rows},
        compared=COMPARED,
        held=held,
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
            "an address or a number",
            "the name of an organisation alone",
            "take out what leads to a person",
        )
    return name


def _key(row: Mapping[Any, Any]) -> str:
    return f"{row['municipality_code']} {row['organisation']}"
