"""Imports grants and the places they name. Amounts stay in their own currency and kind."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from data_access.imports.amounts import Amount
from data_access.imports.cells import RowCells
from data_access.imports.comparing import held_of, values_of
from data_access.imports.draft import Draft, Options, Problems, Rows, StoreFacts
from data_access.imports.fields import read_fields, read_rows
from data_access.imports.places_in_files import advice_on, municipality_in, notice_on
from data_access.imports.problems import together
from data_access.imports.read_row import ReadRow
from data_access.imports.tables import check_no_example
from data_access.questions.grant_rows import stored_grants
from data_access.records import GRANT
from data_access.records.words import DECISIONS, PAID_BACK_KINDS
from data_access.tables import grant, grant_place
from progress.i18n import Words, say

KIND = GRANT.kind
DECIDED = {"granted": "granted", "paid": "granted", "applied": "applied"}
"""An amount's kind → the decision behind it. An announced frame or an estimate tells none."""

CURRENCIES = GRANT.field("currency").words


def check(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""

    def read(cells: RowCells) -> dict[str, Any]:
        said = cells.money("amount", signed=True)
        named = "" if said is None else said.currency
        row = {
            **read_fields(GRANT, cells, options, but=("amount", "currency", "decision")),
            "amount": None if said is None else said.low,
            "currency": cells.word("currency", CURRENCIES, named),
            "places": places_of(cells),
        }
        row["decision"] = cells.word("decision", DECISIONS, decided(row["amount_kind"]))
        check_amount(cells, row, said)
        check_no_example(cells, "grant_id")
        return row

    rows = read_rows(GRANT, files, facts, problems, read)
    if problems:
        return None
    return Draft(
        rows=len(rows),
        inserts=inserts_of(rows),
        values=values_of(GRANT, rows),
        compared=GRANT.compared,
        held=held_of(GRANT, rows, stored_grants),
    )


def decided(amount_kind: str | None) -> str:
    """The decision that the kind of an amount tells, where a file names none (RULES §7.8)."""
    return DECIDED.get(amount_kind or "", "unknown")


def inserts_of(rows: Rows) -> tuple[tuple[Table, Rows], ...]:
    """The rows of both tables: what a grant is, and the places that it names."""
    places = [
        {"grant_id": row["grant_id"], "municipality_code": code}
        for row in rows
        for code in row["places"]
    ]
    whole = [
        ReadRow(GRANT.complete(row), row.at) if isinstance(row, ReadRow) else GRANT.complete(row)
        for row in rows
    ]
    return (grant, whole), (grant_place, places)


def check_amount(cells: RowCells, row: Mapping[str, object], said: Amount | None) -> None:
    """A sum is one figure with a currency and a kind; a grant to a municipality names it."""
    if said is not None:
        for column in ("currency", "amount_kind"):
            if row[column] == "":
                cells.problem(column, say(f"import.{column}_for_the_amount"))
        if said.low != said.high:
            cells.problem(
                "amount",
                say("import.single_amount"),
                say("import.grants_are_decided_sums_write_sum"),
            )
        if said.low < 0 and row["amount_kind"] not in ("", None, *PAID_BACK_KINDS):
            expected = say("import.granted_or_paid_no_other_amount")
            cells.problem("amount_kind", expected)
        if said.currency not in ("", row["currency"]):
            cells.problem("currency", say("import.as_amount_says", currency=said.currency))
    if row["allocation"] == "own" and row["beneficiary_municipality_code"] is None:
        expected = say("import.municipality_that_is_beneficiary")
        cells.problem("beneficiary_municipality_code", expected)


def places_of(cells: RowCells) -> list[str]:
    """The codes of those that stand in the column `municipalities`, separated by semicolons."""
    named = cells.several("municipalities")
    codes = {text: municipality_in(text, cells.facts) for text in named}
    unknown = [text for text, code in codes.items() if code is None]
    for text in named:
        cells.problems.notice(notice_on(cells.table.file, text, cells.facts))
    if unknown:
        expected = say("import.four_digit_codes_separated_by_semicolons")
        advice: list[Words] = [say("import.unknown", unknown=", ".join(unknown))]
        advice += filter(None, (advice_on(code, cells.facts) for code in unknown))
        cells.problem("municipalities", expected, together(advice))
    return sorted({code for code in codes.values() if code is not None})
