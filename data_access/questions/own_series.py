"""What a city has loaded of its own: series beside the national statistics, and forecasts."""

from sqlalchemy import Connection

from data_access.questions.emissions import totals_by_release
from data_access.questions.releases import published_releases, release_of
from data_access.tables import own_series as own
from data_access.tables import release
from progress.facts import OwnSeries


def own_series(conn: Connection, code: str) -> tuple[OwnSeries, ...]:
    """A municipality's own releases with their yearly totals, the one imported last first."""
    continued = release.alias("continued")
    rows = conn.execute(
        published_releases()
        .add_columns(continued.c.label.label("continued_label"))
        .join(own, own.c.release_id == release.c.release_id)
        .outerjoin(continued, continued.c.release_id == own.c.continues_id)
        .where(own.c.municipality_code == code)
        .order_by(release.c.release_id.desc())
    ).all()
    if not rows:
        return ()
    points = totals_by_release(conn, [row.label for row in rows], code)
    return tuple(
        OwnSeries(
            release=release_of(dict(row._mapping)),
            municipality_code=code,
            points=points.get(row.label, ()),
            continues=row.continued_label,
        )
        for row in rows
    )
