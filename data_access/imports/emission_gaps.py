"""Imports the tables of what is left to cut from cities' plans. Figures stay as printed."""

from collections.abc import Sequence
from pathlib import Path

from data_access.imports.comparing import held_of, newest_of, values_of
from data_access.imports.fields import read_fields, read_rows
from data_access.imports.frame import Draft, Options, Problems, StoreFacts
from data_access.records import EMISSION_GAP
from data_access.tables import emission_gap

KIND = EMISSION_GAP.kind


def check(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    record = EMISSION_GAP
    rows = read_rows(
        record, files, facts, problems, lambda cells: read_fields(record, cells, options)
    )
    if problems:
        return None
    return Draft(
        rows=len(rows),
        inserts=((emission_gap, rows),),
        values=values_of(record, rows),
        compared=record.compared,
        held=held_of(record, rows, newest_of(emission_gap, record, rows)),
    )
