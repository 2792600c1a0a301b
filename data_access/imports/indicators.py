"""Imports indicator values; the indicators themselves are defined in the store."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from data_access.imports.frame import Draft, Options, Problems, Rows, StoreFacts, Values
from data_access.imports.tables import Once, rows_of
from data_access.questions.newest import newest
from data_access.tables import indicator_value
from progress.series import Status

KIND = "indicators"
REQUIRED = ("indicator_id", "municipality_code", "year", "value")
OPTIONAL = ("numerator", "denominator", "status")
STATUSES = (Status.FINAL, Status.PRELIMINARY, Status.FORECAST)


def check(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    rows: Rows = []
    once = Once("each indicator, municipality and year")
    for cells in rows_of(files, REQUIRED, OPTIONAL, facts, problems):
        indicator = cells.word("indicator_id", facts.indicator_ids)
        code = cells.code()
        year = cells.year("year", required=True)
        value = cells.number("value", required=True)
        part, whole = cells.number("numerator"), cells.number("denominator")
        status = cells.word("status", STATUSES, Status.FINAL)
        if None in (indicator, code, year, value, status):
            continue
        assert year is not None
        if year > options.current_year and status != Status.FORECAST:
            cells.problem("year", f"a year up to {options.current_year}")
        once.check(cells, "indicator_id", (indicator, code, year))
        rows.append(
            {
                "indicator_id": indicator,
                "municipality_code": code,
                "year": year,
                "value": value,
                "numerator": part,
                "denominator": whole,
                "status": status,
            }
        )
    if problems:
        return None
    rows.sort(key=lambda row: (row["indicator_id"], row["municipality_code"], row["year"]))
    named = {row["indicator_id"] for row in rows}

    def held(conn: Connection) -> Mapping[str, Values]:
        table = indicator_value.c
        keys = (table.indicator_id, table.municipality_code, table.year)
        found = conn.execute(newest(indicator_value, *keys, where=table.indicator_id.in_(named)))
        return {key_of(row._mapping): (row.value,) for row in found}

    return Draft(
        rows=len(rows),
        inserts=((indicator_value, rows),),
        values={key_of(row): (row["value"],) for row in rows},
        held=held,
        years=(min(row["year"] for row in rows), max(row["year"] for row in rows)),
    )


def key_of(row: Mapping[Any, Any]) -> str:
    """Indicator, municipality and year in one text."""
    return f"{row['indicator_id']} {row['municipality_code']} {row['year']}"
