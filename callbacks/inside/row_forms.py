"""Rows that are written in a form: one of any kind, or the years of a city's own figures."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from callbacks.inside.row_fields import row_field
from data_access import clock
from data_access.inside.mending import write_text_workbook
from data_access.records import RECORDS
from layouts import inside as layout
from progress.people import is_city
from progress.records import OwnSeries

PLACE = "municipality_code"
OWN_FIGURES = "own-series"
YEARLY = ("year", "value", "status")
"""Columns of own figures that each year has; the others are the same for all."""

FIRST_YEAR, EMPTY_ROWS = 2015, 3
MOST_GRID_ROWS = 500
FIRST: Mapping[str, frozenset[str]] = {
    "goals": frozenset(
        {"quote_sv", "base_year", "target_year", "reduction_percent", "defined_by", "source_title"}
    ),
    "investment-actions": frozenset(
        {"cost_low", "cost_high", "cost_currency", "payer", "secured", "start_year", "end_year"}
    ),
}
"""Kind → the columns that stand first in its form, beside those that a row needs."""

NO_FORM = frozenset({"statuses"})
"""Kinds that have a page of their own instead."""


def has_form(kind: str) -> bool:
    """Whether a row of the kind is written in a form: it is one of ours, and no publisher's."""
    return kind in RECORDS and kind not in NO_FORM


def fields_of(kind: str, owner: str) -> tuple[layout.RowField, ...]:
    """The fields of a row of the kind, but for those that are not kept; whose it is goes without
    saying for a city."""
    left_out = {*YEARLY} if kind == OWN_FIGURES else set()
    if is_city(owner):
        left_out.add(PLACE)
    return tuple(
        row_field(field, field.column, helps=True, first=field.column in FIRST.get(kind, ()))
        for field in RECORDS[kind].fields
        if field.read and (field.stored or field.meaning) and field.column not in left_out
    )


def grid_of(
    cells: Mapping[tuple[int, int], str], series: Sequence[OwnSeries] = (), label: str = ""
) -> layout.YearGrid:
    """The years of own figures: those that were sent, else those of the series of this label."""
    known = tuple((each.release.label, each.release.title) for each in series)
    fields = (RECORDS[OWN_FIGURES].field(name) for name in YEARLY)
    columns = tuple(row_field(field, field.column) for field in fields)
    if cells:
        numbers = range(2, max(row for row, _ in cells) + 1)
        rows = {
            row: tuple(cells.get((row, place), "") for place in range(len(YEARLY)))
            for row in numbers
        }
        return layout.YearGrid(columns, rows, MOST_GRID_ROWS, known)
    points = {
        point.year: (f"{point.value:.10g}", str(point.status))
        for each in series
        if each.release.label == label
        for point in each.points
    }
    last = max([clock.today().year - 1, *points])
    years = range(min([FIRST_YEAR, *points]), last + 1)
    texts = [(str(year), *points.get(year, ("", ""))) for year in years]
    rows = dict(enumerate([*texts, *[("", "", "")] * EMPTY_ROWS], start=2))
    return layout.YearGrid(columns, rows, MOST_GRID_ROWS, known)


def filled(
    fields: Sequence[layout.RowField], series: Sequence[OwnSeries], label: str
) -> tuple[layout.RowField, ...]:
    """The fields with what the series of this label says; as they are where there is none."""
    release = next((each.release for each in series if each.release.label == label), None)
    if release is None:
        return tuple(fields)
    known = {
        "scope": release.scope,
        "gas": release.gas,
        "unit": release.unit,
        "source_title": release.source.title,
        "source_publisher": release.source.publisher,
        "licence": release.source.licence,
    }
    return tuple(replace(field, cell=str(known.get(field.name) or "")) for field in fields)


def write_rows(
    target: Path,
    owner: str,
    kind: str,
    values: Mapping[str, str],
    cells: Mapping[tuple[int, int], str],
) -> None:
    """What was written in the form as a workbook of texts, in which decimals may have either mark.
    A row of the grid has the number in the file that it has in the form. What a row needs has its
    column also where it was left empty: then it is told of the cell."""
    needed = RECORDS[kind].required
    same = {name: value for name, value in values.items() if value or name in needed}
    if is_city(owner):
        same = {PLACE: owner, **same}
    rows: dict[int, list[str]] = {1: [*same, *YEARLY] if cells else list(same)}
    if not cells:
        rows[2] = list(same.values())
    for row in sorted({row for row, _ in cells}):
        yearly = [cells.get((row, place), "").strip() for place in range(len(YEARLY))]
        if yearly[1]:
            rows[max(row, 2)] = [*same.values(), *yearly]
    write_text_workbook(target, rows)
