"""Figures that are hardly possible: refused, or taken where who imports says that they are meant.

The rules are `progress.plausibility`'s; here they are held against what the store has.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from statistics import median
from typing import NamedTuple

from sqlalchemy import Connection

from data_access.imports.draft import Options, Problems
from data_access.questions.emissions import totals as release_totals
from data_access.questions.newest import newest
from data_access.questions.releases import releases_in_use
from data_access.tables import population
from progress import plausibility as likely
from progress.emissions.series import Gas, Scope, Unit
from progress.i18n import LazyText, say
from progress.i18n import figure as number_as_told

TODO = say("import.look_at_unit_and_decimals_if")

ENOUGH_YEARS = 3
"""Years of a place in a file of which one can stand out."""


WHOLE_FILE = 100.0
"""If the middle total changes by more than this factor, the unit is wrong, not the weather."""


class Figure(NamedTuple):
    """A figure, what it is of, and where it stands in its file."""

    file: str
    row: int | None
    column: str
    name: str
    value: float


class Total(NamedTuple):
    """A place's total of a year, and where it stands in its file."""

    file: str
    row: int | None
    code: str
    year: int
    value: float


def doubt(problems: Problems, options: Options, figure: Figure, why: LazyText | None) -> None:
    """Notes a hardly possible figure: in a notice where it is confirmed, else as a problem. No
    reason is none."""
    if why is None:
        return
    if options.confirmed:
        problems.notice(
            say(
                "import.is_taken_as_confirmed",
                file=figure.file,
                name=figure.name,
                value=float(figure.value),
                why=why,
            )
        )
    else:
        expected = say("import.likely_figure", why=why)
        if figure.row is None:
            expected = say("import.likely_figure_of", name=figure.name, why=why)
        value = number_as_told(figure.value)
        problems.add(figure.file, figure.row, figure.column, value, expected, TODO)


def check_against_held(
    totals: Iterable[Total],
    held: Mapping[tuple[str, int], float],
    column: str,
    options: Options,
    problems: Problems,
    factor: float = likely.UNIT_FACTOR,
) -> None:
    """Each total against what the store has for the year, else for the nearest one; of places that
    the store has nothing of, against the middle one of their own in the file."""
    history: dict[str, dict[int, float]] = defaultdict(dict)
    for (code, year), value in held.items():
        history[code][year] = value
    by_place: dict[str, list[Total]] = defaultdict(list)
    for total in totals:
        by_place[total.code].append(total)
    for code, of_place in by_place.items():
        known = history.get(code)
        middle = median(total.value for total in of_place)
        for total in of_place:
            if known is None and len(of_place) < ENOUGH_YEARS:
                continue
            why, least = None, likely.AT_LEAST_TONNES
            if known is not None:
                why = likely.against_history(total.value, total.year, known, factor, least)
            elif max(total.value, middle) > least:
                why = likely.against_earlier(total.value, middle)
            doubt(problems, options, figure_of(total, column), why)


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
    consumed = scope is Scope.CONSUMPTION
    most = likely.MOST_CONSUMED_PER_PERSON if consumed else likely.MOST_TONNES_PER_PERSON
    several = list(totals)
    each = unit is Unit.TONNES_PER_PERSON
    people = {} if each else inhabitants(conn, {total.code for total in several})
    for total in several:
        of_place = {total.year: 1.0} if each else people.get(total.code, {})
        why = likely.per_person(total.value, total.year, of_place, most)
        doubt(problems, options, figure_of(total, column), why)


def check_within_territory(
    conn: Connection, totals: Iterable[Total], column: str, options: Options, problems: Problems
) -> None:
    """Totals of a part of a municipality against what the whole of it emits."""
    several = list(totals)
    territory = territories(conn, {total.code for total in several})
    for total in several:
        of_place = territory.get(total.code, {})
        why = likely.within_territory(total.value, of_place, likely.PART_OF_TERRITORY)
        doubt(problems, options, figure_of(total, column), why)


def check_scale(
    file: str,
    values: Mapping[str, tuple[str, ...]],
    held: Mapping[str, tuple[str, ...]],
    problems: Problems,
) -> None:
    """A file in kilotonnes or kilograms is a file in another unit than the newest release."""
    ratios = [
        float(total) / float(held[key][0])
        for key, (total, *_) in values.items()
        if key in held and float(held[key][0]) > 0
    ]
    if not ratios:
        return
    middle = median(ratios)
    if not 1 / WHOLE_FILE <= middle <= WHOLE_FILE:
        result = say("import.totals_times_those_of_newest_release", middle=middle)
        problems.add(
            file, None, "tonnes", result, "tonnes", say("import.give_all_values_in_whole_tonnes")
        )


def figure_of(total: Total, column: str) -> Figure:
    name = f"{total.code} {total.year}"
    return Figure(total.file, total.row, column, name, total.value)


def inhabitants(conn: Connection, codes: Collection[str]) -> dict[str, dict[int, float]]:
    """Code and year → people, of the places in question that have some."""
    result: dict[str, dict[int, float]] = {}
    table = population.c
    where = table.municipality_code.in_(tuple(codes))
    rows = conn.execute(newest(population, table.municipality_code, table.year, where=where))
    for row in rows:
        if row.inhabitants > 0:
            result.setdefault(row.municipality_code, {})[row.year] = row.inhabitants
    return result


def territories(conn: Connection, codes: Collection[str]) -> dict[str, dict[int, float]]:
    """Code and year → tonnes of greenhouse gases of the whole municipality, else of CO2."""
    result: dict[str, dict[int, float]] = {}
    for gas in (Gas.CO2E, Gas.CO2):
        in_use = releases_in_use(conn, gas, Scope.TERRITORIAL)
        wanted = [code for code in codes if code in in_use and code not in result]
        for label in {in_use[code].label for code in wanted}:
            of_release = [code for code in wanted if in_use[code].label == label]
            for code, points in release_totals(conn, label, of_release).items():
                result[code] = {point.year: point.value for point in points}
    return result
