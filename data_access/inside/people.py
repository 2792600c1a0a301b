"""What people inside do: see their owners' drafts, publish them, take a snapshot, write notes.

Every question and every change here is given the owners it may touch.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from data_access.actors import acting_as
from data_access.corrections import CorrectionRefused, discard
from data_access.corrections.erasing import empty_journal
from data_access.engine import StoreUnreachable, open_store
from data_access.imports import ImportResult
from data_access.inside.notes import NoteRefused, add_note, withdraw_note
from data_access.inside.own_erasure import OwnErasure, erase_own
from data_access.inside.publishing import PublishingRefused, held, set_shown
from data_access.inside.sessions import end_session, has_ended
from data_access.inside.status_links import report
from data_access.inside.uploads import load
from data_access.questions import notes
from data_access.readers import OPERATOR
from data_access.reading import StoreReader
from data_access.snapshots import SnapshotRefused, take_snapshot
from progress.drafts import Held
from progress.i18n import say
from progress.notes import Note

__all__ = ["CorrectionRefused", "Drafts", "NoteRefused", "PublishingRefused", "SnapshotRefused"]

Done = TypeVar("Done")


class Drafts:
    """The drafts of one store. `write_url` is the store as somebody who may write to it."""

    def __init__(self, store: StoreReader, write_url: str = "") -> None:
        self._write_url = write_url or store.url
        self._store = store.seen_by(OPERATOR)

    def of(self, owners: Collection[str]) -> tuple[Held, ...]:
        """What these owners have, drafts and published, newest first. Raises StoreError."""
        with self._store.connection() as conn:
            return held(conn, owners)

    def notes(self, owners: Collection[str]) -> tuple[Note, ...]:
        """The internal notes of these owners, newest first. Raises StoreError."""
        with self._store.connection() as conn:
            return tuple(note for note in notes(conn) if note.owner in owners)

    def set_shown(
        self, name: str, published: bool, *, owners: Collection[str], by: str, now: datetime
    ) -> Held:
        """Publish or take back what one of the owners has; `by` stands in the log.

        Raises PublishingRefused, StoreError.
        """

        def change(conn: Connection) -> Held:
            return set_shown(conn, name, published, now, owners=owners)

        return self.write(change, by)

    def take_snapshot(self, code: str, name: str, *, by: str, now: datetime) -> int:
        """An internal snapshot of a municipality, seen by its people. Raises SnapshotRefused."""

        def change(conn: Connection) -> int:
            return take_snapshot(conn, code, name, now, draft_of=code)

        return self.write(change, by)

    def add_note(
        self, code: str, owner: str, words: str, *, author: str, by: str, now: datetime
    ) -> int:
        """A note about a municipality for the owner's people; `author` is shown to them, and `by`
        stands in the log. Raises NoteRefused, PublishingRefused, StoreError.
        """

        def change(conn: Connection) -> int:
            return add_note(conn, code, owner, words, now, author=author)

        return self.write(change, by)

    def withdraw_note(
        self, note_id: int, *, owners: Collection[str], by: str, now: datetime
    ) -> None:
        """Take away a note that one of the owners has. Raises NoteRefused, StoreError."""

        def change(conn: Connection) -> None:
            withdraw_note(conn, note_id, now, owners=owners)

        self.write(change, by)

    def load(
        self,
        file: Path,
        owner: str,
        kind: str,
        *,
        by: str,
        now: datetime,
        dry_run: bool,
        confirmed: bool,
    ) -> ImportResult:
        """Check an owner's file and, but for a dry run, load it, as `data_access.inside.uploads`
        does.

        Raises ImportProblems, AlreadyImported, ImportRefused, StoreError.
        """
        with self._writing(by) as engine:
            return load(file, owner, kind, engine, now=now, dry_run=dry_run, confirmed=confirmed)

    def report_by_link(self, file: Path, number: int, now: datetime) -> ImportResult:
        """Add a status by a link without an account, as `data_access.inside.status_links` does.

        Raises LinkRefused, ImportProblems, ImportRefused, StoreError.
        """
        with self._writing(f"link-{number}") as engine:
            return report(file, number, engine, now)

    def discard(self, name: str, *, owners: Collection[str], by: str, now: datetime) -> Held:
        """Take a draft of one of the owners out of the store. Raises CorrectionRefused."""

        def change(conn: Connection) -> Held:
            return discard(conn, name, now, owners=owners)

        return self.write(change, by)

    def erase(
        self, owner: str, words: str, *, by: str, now: datetime, request: bool, dry_run: bool
    ) -> OwnErasure:
        """Erase words from what is the owner's, for good but for a dry run, as
        `data_access.inside.own_erasure` does. Raises CorrectionRefused, StoreError."""

        def change(conn: Connection) -> OwnErasure:
            return erase_own(conn, owner, words, now, request=request)

        result = self.write(change, by, dry_run=dry_run)
        if not dry_run:
            with self._writing(by) as engine:
                empty_journal(engine)
        return result

    def read(self, question: Callable[[Connection], Done]) -> Done:
        """Ask the store as the operator. Raises what the question raises, and StoreError."""
        with self._store.connection() as conn:
            return question(conn)

    def has_ended(self, session_id: str, subject: str, begun: datetime) -> bool:
        """Whether a session has ended before its time. Raises StoreError."""
        with self._store.connection() as conn:
            return has_ended(conn, session_id, subject, begun)

    def end_session(self, session_id: str, now: datetime) -> None:
        """From now on the session is nobody's. Raises StoreError."""

        def change(conn: Connection) -> None:
            end_session(conn, session_id, now)

        self.write(change, "")

    def write(
        self, change: Callable[[Connection], Done], by: str, *, dry_run: bool = False
    ) -> Done:
        """Make a change in one transaction, under this name; take it back after a dry run.

        Raises what the change raises, and StoreError.
        """
        with self._writing(by) as engine, engine.connect() as conn, conn.begin() as transaction:
            result = change(conn)
            if dry_run:
                transaction.rollback()
        return result

    @contextmanager
    def _writing(self, by: str) -> Iterator[Engine]:
        """The store for one change of this person's. Raises StoreError."""
        engine = open_store(self._write_url, read_only=False)
        try:
            with acting_as(by):
                yield engine
        except DBAPIError as error:
            raise StoreUnreachable(say("klimat.store_takes_no_changes", error=error.orig)) from None
        finally:
            engine.dispose()
