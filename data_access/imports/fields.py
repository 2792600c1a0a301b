"""Reads a row of a file as the fields of its record."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

from data_access.imports.cells import RowCells
from data_access.imports.draft import Options, Problems, Rows, StoreFacts
from data_access.imports.read_row import ReadRow
from data_access.imports.source_addresses import source_ref
from data_access.imports.tables import Once, number_of, rows_of, source_of
from data_access.records import Field, Kind, Record
from progress.i18n import say

HIGHEST_RATING = 5


def read_rows(
    record: Record,
    files: Sequence[Path],
    facts: StoreFacts,
    problems: Problems,
    read: Callable[[RowCells], dict[str, Any]],
) -> Rows:
    """The rows of all files, each key once; `read` makes a row's fields of its cells."""
    rows: Rows = []
    once = Once(record.kind)
    for cells in rows_of(files, record.required, record.optional, facts, problems):
        row = read(cells)
        column = record.field(record.key[-1]).column
        key = tuple(row[name] for name in record.key)
        if None not in key:
            once.check(cells, column, key)
        if not problems:  # of a file with faults no row is written, and none is kept in memory
            rows.append(ReadRow(row, (cells.table.file, cells.row.number)))
    return rows


def read_fields(
    record: Record, cells: RowCells, options: Options, but: Collection[str] = ()
) -> dict[str, Any]:
    """The stored fields of a row, but for those that its importer reads in a way of its own."""
    return {
        field.name: read_field(field, cells, options)
        for field in record.stored
        if field.name not in but
    }


def read_field(field: Field, cells: RowCells, options: Options) -> Any:
    """The value of one field; a problem is noted where its cell holds none."""
    column = next(
        (column for column in field.all_columns if column in cells.table.columns), field.column
    )
    match field.kind:
        case Kind.TEXT | Kind.COUNTY:
            return cells.text(column, required=field.filled)
        case Kind.ADDRESS:
            return source_ref(cells, column)
        case Kind.PROSE:
            return cells.prose(column, required=field.filled)
        case Kind.WORD:
            return _word(field, column, cells)
        case Kind.MUNICIPALITY:
            return cells.code(column, required=field.filled)
        case Kind.CONTRACT:
            return _contract(column, cells) if cells.text(column) else None
        case Kind.INDICATOR:
            return cells.word(column, cells.facts.indicator_ids)
        case Kind.ORGANISATION_KIND:
            return cells.word(column, cells.facts.organisation_kinds)
        case Kind.PARTY_KIND:
            return cells.word(column, cells.facts.party_kinds)
        case Kind.SOURCE:
            if field.needed:
                return cells.word(column, cells.facts.source_ids)
            return source_of(cells, cells.facts, options)
        case Kind.ORGANISATION_NUMBER:
            return number_of(cells, column)
        case Kind.LIST:
            return cells.several(column)
        case Kind.TIME:
            return cells.partial_date(column)
        case Kind.DAY:
            return cells.day(column)
        case Kind.TRUTH:
            truth = cells.truth(column)
            return truth or False if field.filled else truth
        case _:
            return _number(field, column, cells)


def _number(field: Field, column: str, cells: RowCells) -> Any:
    match field.kind:
        case Kind.YEAR:
            return cells.year(column, required=field.filled)
        case Kind.COUNT:
            return cells.whole(column, required=field.filled)
        case Kind.RATING:
            return _rating(column, cells)
        case Kind.AMOUNT:
            return cells.amount(column, required=field.filled)
        case _:
            return cells.number(column, required=field.filled)


def _word(field: Field, column: str, cells: RowCells) -> str | None:
    if field.nothing is None and not cells.text(column):
        return None
    return cells.word(column, field.words, "" if "" in field.words else None)


def _contract(column: str, cells: RowCells) -> str | None:
    """The id of a contract that the store knows."""
    identity = cells.text(column)
    if identity in cells.facts.contract_years:
        return identity
    todo = say("import.for_new_year_first_klimat_import")
    cells.problem(column, say("import.contract_that_is_known"), todo)
    return None


def _rating(column: str, cells: RowCells) -> int | None:
    """A rating from 1 to 5; None where the cell is empty."""
    value = cells.whole(column)
    if value is not None and not 1 <= value <= HIGHEST_RATING:
        cells.problem(column, say("import.whole_number_from_1_to", highest_rating=HIGHEST_RATING))
        return None
    return value
