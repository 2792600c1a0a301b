"""What the sectors are made of as rows: emissions by the publisher's own names of their parts."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from data_access import questions as ask
from data_access.tables import emission_subsector, release, sector

SUBSECTOR_FIELDS = (
    "release",
    "gas",
    "scope",
    "municipality_code",
    "year",
    "sector",
    "subsector",
    "tonnes",
)


def subsector_rows(
    conn: Connection, release_label: str | None, codes: Collection[str] | None = None
) -> Iterator[Mapping[str, Any]]:
    """One row for each part of a sector and year, of all municipalities or of these.

    Of one release, or of each gas the newest one that says what its sectors are made of. Parts do
    not always add up to their sector: so it stands in the publisher's file.
    """
    labels = [release_label] if release_label is not None else _newest(conn)
    question = (
        select(
            release.c.label.label("release"),
            release.c.gas,
            release.c.scope,
            release.c.unit,
            emission_subsector.c.municipality_code,
            sector.c.code.label("sector"),
            emission_subsector.c.name.label("subsector"),
            emission_subsector.c.tonnes,
        )
        .join(release, release.c.release_id == emission_subsector.c.release_id)
        .join(sector, sector.c.sector_id == emission_subsector.c.sector_id)
        .where(release.c.label.in_(labels))
    )
    if codes is not None:
        question = question.where(emission_subsector.c.municipality_code.in_(codes))
    for row in conn.execute(question).mappings():
        of_part = dict(row)
        for year, tonnes in row["tonnes"].items():
            yield {**of_part, "year": int(year), "tonnes": tonnes}


def _newest(conn: Connection) -> list[str]:
    divided = ask.divided_releases(conn)
    newest: dict[str | None, str] = {}
    for each in ask.releases(conn):
        if each.label in divided:
            newest.setdefault(each.gas, each.label)
    return list(newest.values())
