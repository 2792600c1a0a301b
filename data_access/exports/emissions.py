"""Rows of emissions on their way out: all, or some of them, from some row on, or their sums."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Connection,
    Label,
    Select,
    Table,
    and_,
    false,
    func,
    literal,
    or_,
    select,
    tuple_,
)

from data_access.questions.releases import releases_in_use
from data_access.records import EMISSION
from data_access.tables import emission, emission_total, release, sector
from progress.emissions.series import TOTAL, Gas, Scope

EMISSION_FIELDS = EMISSION.open
POSITION = ("release_id", "municipality_code", "year", "sector_id")
"""The columns that tell where a row stands in the order of all."""

TOTAL_POSITION = POSITION[:3]


@dataclass(frozen=True, slots=True)
class EmissionChoice:
    """Which rows: `one_of` by column (all of them must hold), the years, after which position.

    `held_by`: only rows of these releases (by id) and of each these municipalities.
    """

    one_of: Mapping[str, Sequence[Any]]
    year_from: int | None = None
    year_to: int | None = None
    after: tuple[Any, ...] | None = None
    limit: int | None = None
    held_by: Mapping[int, Sequence[str]] | None = None


def newest_territorial(
    conn: Connection, gases: Sequence[Gas], codes: Sequence[str] | None = None
) -> dict[int, list[str]]:
    """`held_by` for what the site shows of these gases: each municipality's territorial emissions
    from the newest release that holds it (RULES §1.4), of all or of some."""
    result: dict[int, list[str]] = {}
    for gas in gases:
        in_use = releases_in_use(conn, gas, Scope.TERRITORIAL, codes=codes)
        for code, standing in in_use.items():
            result.setdefault(standing.release_id, []).append(code)
    return result


def emission_rows(
    conn: Connection, choice: EmissionChoice | None = None
) -> Iterator[Mapping[Any, Any]]:
    """National statistics by release, municipality, year and sector, with `POSITION`'s columns."""
    return _rows(conn, choice or EmissionChoice({}), emission)


def total_rows(
    conn: Connection, choice: EmissionChoice | None = None
) -> Iterator[Mapping[Any, Any]]:
    """Each municipality's total by release and year, with `TOTAL_POSITION`'s columns."""
    return _rows(conn, choice or EmissionChoice({}), emission_total)


def emission_groups(
    conn: Connection, choice: EmissionChoice, by: Sequence[str], *, totals: bool
) -> Iterator[Mapping[Any, Any]]:
    """`count` and the sum of `tonnes` of the rows that share these columns."""
    values = emission_total if totals else emission
    columns = _columns(values)
    question = _where(
        select(
            *(columns[name] for name in by),
            func.count().label("count"),
            func.sum(values.c.tonnes).label("tonnes"),
        ),
        choice,
        values,
    ).group_by(*(columns[name].element for name in by))
    for row in conn.execute(question).mappings():
        yield dict(row)


def _columns(values: Table) -> dict[str, Label[Any]]:
    of_sector = literal(TOTAL) if values is emission_total else sector.c.code
    return {
        "release": release.c.label.label("release"),
        "gas": release.c.gas.label("gas"),
        "scope": release.c.scope.label("scope"),
        "municipality_code": values.c.municipality_code.label("municipality_code"),
        "year": values.c.year.label("year"),
        "sector": of_sector.label("sector"),
        "tonnes": values.c.tonnes.label("tonnes"),
        "status": values.c.status.label("status"),
        "unit": release.c.unit.label("unit"),
    }


def _rows(conn: Connection, choice: EmissionChoice, values: Table) -> Iterator[Mapping[Any, Any]]:
    names = TOTAL_POSITION if values is emission_total else POSITION
    position = [values.c[name] for name in names]
    columns = _columns(values)
    shown = {"municipality_code", "year"}
    question = _where(
        select(*columns.values(), *(values.c[name] for name in names if name not in shown)),
        choice,
        values,
    )
    question = question.order_by(*position).limit(choice.limit)
    if choice.after is not None:
        question = question.where(tuple_(*position) > tuple_(*choice.after))
    if choice.limit is None:
        question = question.execution_options(stream_results=True, yield_per=5000)
    with conn.execute(question) as rows:
        keys = tuple(rows.keys())
        for row in rows:
            yield dict(zip(keys, row, strict=True))


def _where(question: Select[Any], choice: EmissionChoice, values: Table) -> Select[Any]:
    question = question.join_from(values, release, release.c.release_id == values.c.release_id)
    if values is emission:
        question = question.join(sector, sector.c.sector_id == emission.c.sector_id)
    question = question.where(release.c.published, release.c.kind == "emissions")
    columns = _columns(values)
    for name, wanted in choice.one_of.items():
        question = question.where(columns[name].element.in_(list(wanted)))
    if choice.year_from is not None:
        question = question.where(values.c.year >= choice.year_from)
    if choice.year_to is not None:
        question = question.where(values.c.year <= choice.year_to)
    if choice.held_by is not None:
        held = (
            and_(values.c.release_id == release_id, values.c.municipality_code.in_(codes))
            for release_id, codes in choice.held_by.items()
        )
        question = question.where(or_(false(), *held))
    return question
