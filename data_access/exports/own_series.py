"""Cities' own series as rows that can be imported again."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from data_access.own_series import own_heads
from data_access.records import OWN_SERIES
from data_access.tables import emission, release, sector, source

OWN_COLUMNS = tuple(field.name for field in OWN_SERIES.fields)


def own_series_rows(conn: Connection, release_label: str | None) -> Iterator[Mapping[Any, Any]]:
    """Own figures in the columns in which they are imported: of all releases in use, or of one."""
    heads = {
        head.release_id: head for head in own_heads(conn) if release_label in (None, head.label)
    }
    labels = {row.release_id: row.label for row in conn.execute(select(release))}
    rows = conn.execute(
        select(emission, sector.c.code.label("sector"), source)
        .join(sector, sector.c.sector_id == emission.c.sector_id)
        .join(release, release.c.release_id == emission.c.release_id)
        .join(source, source.c.source_id == release.c.source_id)
        .where(emission.c.release_id.in_(heads))
        .order_by(emission.c.release_id, emission.c.year, emission.c.sector_id)
    )
    for row in rows:
        head = heads[row.release_id]
        yield {
            "release": head.label,
            "municipality_code": head.code,
            "scope": head.scope.value,
            "gas": head.gas.value,
            "year": row.year,
            "sector": row.sector,
            "value": row.tonnes,
            "unit": head.unit.value,
            "status": row.status,
            "source_title": row.title,
            "source_publisher": row.publisher,
            "licence": row.licence,
            "source_url": row.url,
            "note": row.note,
            "continues": "" if head.continues_id is None else labels[head.continues_id],
        }
