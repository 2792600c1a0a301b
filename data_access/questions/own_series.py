"""What a city has loaded of its own: series beside the national statistics, and forecasts."""

from sqlalchemy import Connection, bindparam

from data_access.own_series import own_heads
from data_access.questions.emissions import totals_by_release
from data_access.questions.releases import published_releases, release_of
from data_access.tables import own_series as own
from data_access.tables import release
from progress.records import OwnSeries

_CONTINUED = release.alias("continued")
_OF = (
    published_releases()
    .add_columns(_CONTINUED.c.label.label("continued_label"))
    .join(own, own.c.release_id == release.c.release_id)
    .outerjoin(_CONTINUED, _CONTINUED.c.release_id == own.c.continues_id)
    .where(own.c.municipality_code == bindparam("code"))
    .order_by(release.c.release_id.desc())
)


def own_series(conn: Connection, code: str) -> tuple[OwnSeries, ...]:
    """A municipality's own releases with their yearly totals, the one imported last first."""
    rows = conn.execute(_OF, {"code": code}).all()
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


def with_own_series(conn: Connection) -> frozenset[str]:
    """The codes of the municipalities that have loaded any."""
    return frozenset(head.code for head in own_heads(conn))


def own_scopes(conn: Connection) -> dict[str, tuple[str, ...]]:
    """Municipality → the scopes of the series that it has loaded itself, forecasts alone aside."""
    result: dict[str, set[str]] = {}
    for head in own_heads(conn):
        if head.continues_id is None:
            result.setdefault(head.code, set()).add(head.scope)
    return {code: tuple(sorted(scopes)) for code, scopes in sorted(result.items())}
