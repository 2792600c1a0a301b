"""Emissions as a frame: one row for each release, municipality, year and sector."""

from collections.abc import Collection

import pandas as pd
from sqlalchemy import Connection, select

from data_access.frames.cache import cached
from data_access.tables import emission, release, sector

COLUMNS = ("release", "municipality", "year", "sector", "tonnes", "status")

_ROWS = (
    select(
        release.c.label,
        emission.c.municipality_code,
        emission.c.year,
        sector.c.code,
        emission.c.tonnes,
        emission.c.status,
    )
    .join(release, release.c.release_id == emission.c.release_id)
    .join(sector, sector.c.sector_id == emission.c.sector_id)
    .where(release.c.published, release.c.scope == "territorial")
    .order_by(emission.c.release_id, emission.c.municipality_code, emission.c.year)
)


def emissions(
    conn: Connection, codes: Collection[str] | None = None, label: str | None = None
) -> pd.DataFrame:
    """All releases of territorial emissions or one, of these municipalities or of all.

    Columns: release (label), municipality (code), year, sector (`total` where the release has no
    sectors), tonnes, status.
    """
    wanted = None if codes is None else tuple(sorted(codes))

    def build(conn: Connection) -> pd.DataFrame:
        question = _ROWS
        if wanted is not None:
            question = question.where(emission.c.municipality_code.in_(wanted))
        if label is not None:
            question = question.where(release.c.label == label)
        rows = conn.execute(question).all()
        columns = zip(*rows, strict=True) if rows else ((),) * len(COLUMNS)
        frame = pd.DataFrame(
            {name: list(values) for name, values in zip(COLUMNS, columns, strict=True)}
        )
        return frame.astype({"year": "int64", "tonnes": "float64"})

    return cached(conn, ("emissions", wanted, label), build)
