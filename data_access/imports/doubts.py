"""Figures that are hardly possible: refused, or taken where who imports says that they are meant.

A figure is held against what the store has of the same place and year, against the years beside it,
and against the people who live there.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection

from data_access.imports.draft import Options, Problems
from data_access.questions.newest import newest
from data_access.tables import population
from progress.series import Scope, Unit

TODO = "look at the unit and the decimals; if it is right, give --yes"

TIMES = 10.0
"""A year's total that is so many times what it was, or a part as small, is another unit."""

AT_LEAST_TONNES = 1000.0
"""Of two small totals one can be many times the other."""

MOST_PER_PERSON = {Scope.CONSUMPTION: 100.0}
MOST_PER_PERSON_ELSE = 500.0
"""Tonnes a year. Oxelösund, with its steelworks and few inhabitants, has about 150."""


class Total(NamedTuple):
    """A place's total of a year, and where it stands in its file."""

    file: str
    row: int | None
    code: str
    year: int
    value: float


def doubt(problems: Problems, options: Options, total: Total, column: str, why: str) -> None:
    """Notes a hardly possible figure: in a notice where it is confirmed, else as a problem."""
    value = f"{total.value:.10g}"
    if options.confirmed:
        notice = f"{total.file}: {total.code} {total.year}: {value} is taken as confirmed: {why}"
        problems.notice(notice)
    else:
        problems.add(total.file, total.row, column, value, f"a likely figure: {why}", TODO)


def check_against_held(
    totals: Iterable[Total],
    held: Mapping[tuple[str, int], float],
    column: str,
    options: Options,
    problems: Problems,
) -> None:
    """Each total against what the store has for the year, else for the nearest one."""
    years: dict[str, list[int]] = {}
    for code, year in held:
        years.setdefault(code, []).append(year)
    for total in totals:
        known = years.get(total.code)
        if not known:
            continue
        year = min(known, key=lambda known_year: abs(known_year - total.year))
        before = held[total.code, year]
        small, large = sorted((abs(total.value), abs(before)))
        if large >= AT_LEAST_TONNES and small * TIMES < large and small > 0:
            times = total.value / before
            why = f"{times:.3g} times the {before:.10g} that is known of {total.code} for {year}"
            doubt(problems, options, total, column, why)


def check_per_person(
    conn: Connection,
    totals: Iterable[Total],
    scope: Scope,
    unit: Unit,
    column: str,
    options: Options,
    problems: Problems,
) -> None:
    """Each total against what people can cause, by the inhabitants of the nearest year."""
    most = MOST_PER_PERSON.get(scope, MOST_PER_PERSON_ELSE)
    several = list(totals)
    people = {} if unit is Unit.TONNES_PER_PERSON else inhabitants(conn, several)
    for total in several:
        if unit is Unit.TONNES_PER_PERSON:
            each = total.value
        elif known := people.get(total.code):
            each = (
                total.value / known[min(known, key=lambda known_year: abs(known_year - total.year))]
            )
        else:
            continue
        if each > most:
            why = f"{each:.4g} tonnes a person, more than {most:.4g}"
            doubt(problems, options, total, column, why)


def inhabitants(conn: Connection, totals: Iterable[Total]) -> dict[str, dict[int, int]]:
    """Code and year → people, of the places in question that have some."""
    codes = {total.code for total in totals}
    result: dict[str, dict[int, int]] = {}
    table = population.c
    rows = conn.execute(
        newest(
            population,
            table.municipality_code,
            table.year,
            where=table.municipality_code.in_(codes),
        )
    )
    for row in rows:
        if row.inhabitants > 0:
            result.setdefault(row.municipality_code, {})[row.year] = row.inhabitants
    return result
