"""Takes a release out of the store with every row that belongs to it."""

from sqlalchemy import Connection, delete, or_, select, update

from data_access.imports.draft import OPERATOR
from data_access.readers import DRAFT_SOURCE
from data_access.tables import change_log, metadata, release, source


def remove_release(conn: Connection, release_id: int) -> None:
    """Deletes a release, its rows, what was worked out of it, and the source that came with it.

    The log keeps its words and lets go of the release.
    """
    source_id = conn.scalar(select(release.c.source_id).where(release.c.release_id == release_id))
    for table in reversed(metadata.sorted_tables):
        if table in (release, change_log):
            continue
        columns = [
            column
            for column in table.columns
            if any(key.column is release.c.release_id for key in column.foreign_keys)
        ]
        if columns:
            conn.execute(delete(table).where(or_(*(column == release_id for column in columns))))
    conn.execute(
        update(change_log).where(change_log.c.release_id == release_id).values(release_id=None)
    )
    conn.execute(delete(release).where(release.c.release_id == release_id))
    of_its_own = source_id == OPERATOR or str(source_id).startswith(DRAFT_SOURCE)
    if of_its_own and not _is_used(conn, str(source_id)):
        conn.execute(delete(source).where(source.c.source_id == source_id))


def _is_used(conn: Connection, source_id: str) -> bool:
    """Whether any row names the source."""
    return any(
        conn.execute(select(column).where(column == source_id).limit(1)).first() is not None
        for table in metadata.sorted_tables
        for column in table.columns
        if any(key.column is source.c.source_id for key in column.foreign_keys)
    )
