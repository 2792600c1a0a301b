"""Writing internal notes and taking them away: logged, and the store forgets none."""

import unicodedata
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from data_access.actors import actor
from data_access.engine import StoreError
from data_access.inside.publishing import check_owner
from data_access.releases import inserted_number, record_change
from data_access.tables import municipality, note
from progress.i18n import say
from progress.notes import MOST_CHARACTERS

MOST_NAME = 200
UNSEEN = ("Cc", "Cf", "Cs")
"""Unicode's kinds of sign that nobody sees: of control, of format, halves of others."""


class NoteRefused(StoreError):  # noqa: N818
    """The note cannot be written or taken away as asked for; nothing was changed."""


def add_note(
    conn: Connection, code: str, owner: str, words: str, now: datetime, *, author: str = ""
) -> int:
    """A note about a municipality, seen by its owner's people only; its number.

    The author is who `acts`, unless another name is given. Raises NoteRefused for an unknown
    municipality and for a text that is empty or too long, PublishingRefused for an unknown owner.
    """
    if conn.scalar(select(municipality.c.code).where(municipality.c.code == code)) is None:
        raise NoteRefused(say("klimat.no_municipality_has_code", code=code))
    check_owner(conn, owner)
    text = readable(words)
    if not text:
        raise NoteRefused(say("klimat.note_needs_words"))
    if len(text) > MOST_CHARACTERS:
        raise NoteRefused(
            say(
                "klimat.note_has_at_most_characters_not",
                most_characters=MOST_CHARACTERS,
                number=len(text),
            )
        )
    result = conn.execute(
        insert(note).values(
            municipality_code=code,
            owner=owner,
            author=" ".join(readable(author or actor()).split())[:MOST_NAME],
            written=now,
            text=text,
        )
    )
    number = inserted_number(result)
    record_change(conn, "note", detail=f"note-{number}: {code}", now=now, shown=False)
    return number


def withdraw_note(
    conn: Connection, note_id: int, now: datetime, *, owners: Collection[str] | None = None
) -> None:
    """Takes a note away. With `owners` only what these own is there. Raises NoteRefused."""
    mine = note.c.note_id == note_id
    if owners is not None:
        mine &= note.c.owner.in_(tuple(owners))
    changed = conn.execute(
        update(note).where(mine, note.c.withdrawn.is_(None)).values(withdrawn=now)
    )
    if changed.rowcount != 1:
        raise NoteRefused(say("klimat.no_note_can_be_taken_away", note_id=note_id))
    record_change(conn, "withdraw-note", detail=f"note-{note_id}", now=now, shown=False)


def readable(words: str) -> str:
    """Without what no reader sees: control signs, marks that turn the direction of writing."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    seen = (line for line in lines if line == "\n" or unicodedata.category(line) not in UNSEEN)
    return "".join(seen).strip()
