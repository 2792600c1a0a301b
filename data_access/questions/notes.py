"""What the people of a city or agency have written for their own."""

from sqlalchemy import Connection, select

from data_access.tables import note
from progress.notes import Note

_NOTES = select(note).order_by(note.c.written.desc(), note.c.note_id.desc())


def notes(
    conn: Connection, code: str | None = None, *, withdrawn: bool = False
) -> tuple[Note, ...]:
    """The internal notes that the reader may see, newest first: of all municipalities or one.

    Everyone sees none. With `withdrawn` also those that were taken away.
    """
    query = _NOTES if withdrawn else _NOTES.where(note.c.withdrawn.is_(None))
    if code is not None:
        query = query.where(note.c.municipality_code == code)
    return tuple(Note(**row._mapping) for row in conn.execute(query))
