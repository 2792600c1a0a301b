"""What the people of a city or agency have written for their own."""

from sqlalchemy import Connection, bindparam, select

from data_access.tables import note
from progress.notes import Note

_ALL = select(note).order_by(note.c.written.desc(), note.c.note_id.desc())
_STANDING = _ALL.where(note.c.withdrawn.is_(None))
_OF = note.c.municipality_code == bindparam("code")
_QUESTIONS = {
    (True, True): _ALL.where(_OF),
    (True, False): _ALL,
    (False, True): _STANDING.where(_OF),
    (False, False): _STANDING,
}
"""By whether those that were taken away are wanted and whether a municipality is given."""


def notes(
    conn: Connection, code: str | None = None, *, withdrawn: bool = False
) -> tuple[Note, ...]:
    """The internal notes that the reader may see, newest first: of all municipalities or one.

    Everyone sees none. With `withdrawn` also those that were taken away.
    """
    question = _QUESTIONS[withdrawn, code is not None]
    rows = conn.execute(question, {} if code is None else {"code": code})
    return tuple(Note(**row._mapping) for row in rows)
