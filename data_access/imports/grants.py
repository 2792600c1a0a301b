"""Imports grants and the places they name. Amounts stay in their own currency and kind."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from data_access.imports.amounts import Amount
from data_access.imports.cells import RowCells
from data_access.imports.frame import Draft, Options, Problems, Rows, StoreFacts
from data_access.imports.tables import (
    Once,
    check_no_example,
    number_of,
    rows_of,
    source_of,
    spoken_of,
    summary,
)
from data_access.questions.newest import newest
from data_access.tables import AMOUNT_KINDS, grant, grant_place

KIND = "grants"
REQUIRED = (
    "grant_id",
    "level",
    "funder",
    "title",
    "amount",
    "currency",
    "amount_kind",
)
TEXTS = (
    "programme",
    "call",
    "beneficiary",
    "theme",
    "priority",
    "amount_note",
    "quality_flag",
    "note",
)
KEYS = ("same_as", "part_of", "source_ref")
OPTIONAL = (
    *TEXTS,
    *KEYS,
    "beneficiary_orgnr",
    "beneficiary_municipality_code",
    "municipalities",
    "allocation",
    "is_climate",
    "decision_year",
    "start",
    "end",
    "total_cost",
    "source_id",
)
LEVELS = ("project", "programme")
ALLOCATIONS = ("own", "single_municipality", "multi_municipality", "")
CURRENCIES = ("SEK", "EUR", "")
COMPARED = ("amount", "currency", "amount_kind", "total_cost")


def check(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    rows: Rows = []
    places: Rows = []
    once = Once("each grant")
    for cells in rows_of(files, REQUIRED, OPTIONAL, facts, problems):
        said = cells.money("amount")
        row = {
            "grant_id": cells.text("grant_id", required=True),
            "level": cells.word("level", LEVELS),
            "funder": cells.prose("funder", required=True),
            "title": cells.prose("title"),
            **{column: cells.prose(column) for column in TEXTS},
            **{column: cells.text(column) for column in KEYS},
            "beneficiary_municipality_code": cells.code(
                "beneficiary_municipality_code", required=False
            ),
            "allocation": cells.word("allocation", ALLOCATIONS, ""),
            "is_climate": cells.truth("is_climate"),
            "decision_year": cells.year("decision_year"),
            "start": cells.partial_date("start"),
            "end": cells.partial_date("end"),
            "amount": None if said is None else said.low,
            "currency": cells.word("currency", CURRENCIES, "" if said is None else said.currency),
            "amount_kind": cells.word("amount_kind", AMOUNT_KINDS, ""),
            "total_cost": cells.amount("total_cost"),
            "source_id": source_of(cells, facts, options),
            "beneficiary_orgnr": number_of(cells, "beneficiary_orgnr"),
        }
        check_amount(cells, row, said)
        check_no_example(cells, "grant_id")
        once.check(cells, "grant_id", (row["grant_id"],))
        rows.append(row)
        places += [
            {"grant_id": row["grant_id"], "municipality_code": code}
            for code in places_of(cells, facts)
        ]
    if problems:
        return None
    return Draft(
        rows=len(rows),
        inserts=((grant, rows), (grant_place, places)),
        values={row["grant_id"]: summary(row, COMPARED) for row in rows},
        held=partial(held, spoken_of(rows, "grant_id", "source_id")),
    )


def check_amount(cells: RowCells, row: Mapping[str, object], said: Amount | None) -> None:
    """A sum is one figure with a currency and a kind; a grant to a municipality names it."""
    if said is not None:
        for column in ("currency", "amount_kind"):
            if row[column] == "":
                cells.problem(column, f"a {column.replace('_', ' ')} for the amount")
        if said.low != said.high:
            cells.problem("amount", "a single amount", "grants are decided sums: write the sum")
        if said.currency not in ("", row["currency"]):
            cells.problem("currency", f"{said.currency}, as the amount says")
    if row["allocation"] == "own" and row["beneficiary_municipality_code"] is None:
        expected = "the municipality that is the beneficiary"
        cells.problem("beneficiary_municipality_code", expected)


def places_of(cells: RowCells, facts: StoreFacts) -> list[str]:
    """The codes in the column `municipalities`, separated by semicolons."""
    codes = sorted(set(cells.several("municipalities")))
    unknown = [code for code in codes if code not in facts.codes]
    if unknown:
        expected = "four-digit codes separated by semicolons"
        cells.problem("municipalities", expected, f"unknown: {', '.join(unknown)}")
    return codes


def held(is_spoken_of: Callable[[Mapping[Any, Any]], bool], conn: Connection) -> Mapping[str, str]:
    """Amounts as the store has them, of the grants that the file speaks of."""
    found = conn.execute(newest(grant, grant.c.grant_id)).mappings()
    return {row["grant_id"]: summary(row, COMPARED) for row in found if is_spoken_of(row)}
