"""Whose rows a file may hold, where whoever loads it speaks for one municipality alone."""

from sqlalchemy import Connection, Table, select

from data_access.imports.draft import Draft, Problems
from data_access.records import RECORDS
from data_access.tables import (
    activity,
    commitment,
    decision,
    event,
    goal,
    obstacle,
    release,
    work_package,
)
from progress.i18n import say

NAMED_BY_ID: dict[str, Table] = {
    "activities": activity,
    "commitments": commitment,
    "decisions": decision,
    "events": event,
    "goals": goal,
    "obstacles": obstacle,
    "work-packages": work_package,
}
"""Kinds whose rows are told apart by an id alone: one that is another's would take its place."""


def check_ids(
    conn: Connection, kind: str, file: str, draft: Draft, only_of: str, problems: Problems
) -> None:
    """Notes every id of the file under which everyone sees a row of another municipality."""
    table = NAMED_BY_ID.get(kind)
    if not only_of or table is None:
        return
    (key,) = RECORDS[kind].key
    rows = conn.execute(
        select(table.c[key], table.c.municipality_code)
        .join(release, release.c.release_id == table.c.release_id)
        .where(release.c.published)
        .distinct()
    )
    others = {row[0] for row in rows if row.municipality_code != only_of}
    for identity in draft.values:
        if identity in others:
            column = RECORDS[kind].field(key).column
            problems.add(file, None, column, identity, say("import.id_that_is_no_others"))
