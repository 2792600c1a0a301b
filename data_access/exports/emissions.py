"""Rows of emissions on their way out: all, or some of them, from some row on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, tuple_

from data_access.records import EMISSION
from data_access.tables import emission, release, sector

EMISSION_FIELDS = EMISSION.open
POSITION = ("release_id", "municipality_code", "year", "sector_id")
"""The columns that tell where a row stands in the order of all."""

_COLUMNS = {
    "release": release.c.label,
    "gas": release.c.gas,
    "municipality_code": emission.c.municipality_code,
    "year": emission.c.year,
    "sector": sector.c.code,
    "status": emission.c.status,
}


@dataclass(frozen=True, slots=True)
class EmissionChoice:
    """Which rows: `one_of` by column (all of them must hold), the years, after which position."""

    one_of: Mapping[str, Sequence[Any]]
    year_from: int | None = None
    year_to: int | None = None
    after: tuple[int, str, int, int] | None = None
    limit: int | None = None


def emission_rows(
    conn: Connection, choice: EmissionChoice | None = None
) -> Iterator[Mapping[Any, Any]]:
    """National statistics by release, municipality, year and sector, with `POSITION`'s columns."""
    chosen = choice or EmissionChoice({})
    position = [emission.c[name] for name in POSITION]
    question = (
        select(
            release.c.label.label("release"),
            release.c.gas,
            release.c.scope,
            emission.c.municipality_code,
            emission.c.year,
            sector.c.code.label("sector"),
            emission.c.tonnes,
            emission.c.status,
            release.c.unit,
            emission.c.release_id,
            emission.c.sector_id,
        )
        .join(release, release.c.release_id == emission.c.release_id)
        .join(sector, sector.c.sector_id == emission.c.sector_id)
        .where(release.c.published, release.c.kind == "emissions")
        .order_by(*position)
        .limit(chosen.limit)
    )
    for name, values in chosen.one_of.items():
        question = question.where(_COLUMNS[name].in_(list(values)))
    if chosen.year_from is not None:
        question = question.where(emission.c.year >= chosen.year_from)
    if chosen.year_to is not None:
        question = question.where(emission.c.year <= chosen.year_to)
    if chosen.after is not None:
        question = question.where(tuple_(*position) > tuple_(*chosen.after))
    if chosen.limit is None:
        question = question.execution_options(stream_results=True, yield_per=5000)
    with conn.execute(question) as rows:
        names = tuple(rows.keys())
        for row in rows:
            yield dict(zip(names, row, strict=True))
