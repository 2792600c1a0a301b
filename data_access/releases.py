"""Recording releases and changes: what came into the store, from where and when."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, CursorResult, insert, select

from data_access import clock, tables
from data_access.actors import actor
from progress.emissions.series import Gas, Scope, Unit


@dataclass(frozen=True, slots=True)
class NewRelease:
    """What an importer knows of the edition it is about to write. Emissions say gas and scope.

    `draft_of` is the owner of a draft, which only the people of that city or agency see; a `draft`
    without an owner is seen by nobody. What everyone sees at once has an `owner` where a city's own
    people loaded it. A `partial` one holds some municipalities alone and is the
    newest of these alone.
    """

    label: str
    kind: str
    title: str
    source_id: str
    file_name: str
    sha256: str
    rows: int
    gas: Gas | None = None
    scope: Scope | None = None
    unit: Unit | None = None
    edition: int | None = None
    year_first: int | None = None
    year_last: int | None = None
    released: date | None = None
    draft_of: str = ""
    draft: bool = False
    owner: str = ""
    partial: bool = False

    @property
    def published(self) -> bool:
        return not (self.draft or self.draft_of)


def file_hash(file: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def loaded_before(conn: Connection, kind: str, sha256: str) -> str | None:
    """The label under which this very file is already in the store, or None."""
    return conn.scalar(
        select(tables.release.c.label).where(
            tables.release.c.kind == kind, tables.release.c.sha256 == sha256
        )
    )


def label_taken(conn: Connection, label: str) -> bool:
    """Whether a release has this label already."""
    result = select(tables.release.c.release_id).where(tables.release.c.label == label)
    return conn.scalar(result) is not None


def record_release(conn: Connection, new: NewRelease, *, now: datetime | None = None) -> int:
    """Enter a release and the change it is; gives its id, for the rows that come with it."""
    moment = now or clock.now()
    result = conn.execute(
        insert(tables.release).values(
            label=new.label,
            kind=new.kind,
            title=new.title,
            gas=new.gas,
            scope=new.scope,
            unit=new.unit,
            edition=new.edition,
            year_first=new.year_first,
            year_last=new.year_last,
            released=new.released,
            source_id=new.source_id,
            imported=moment,
            file_name=new.file_name,
            sha256=new.sha256,
            rows=new.rows,
            published=new.published,
            owner=new.draft_of or new.owner,
            partial=new.partial,
        )
    )
    release_id = inserted_number(result)
    action = "import" if new.published else "draft"
    record_change(
        conn,
        action,
        release_id=release_id,
        detail=new.label,
        now=moment,
        shown=new.published,
    )
    return release_id


def inserted_number(result: CursorResult[Any]) -> int:
    """The number that the store gave the row that was inserted."""
    key = result.inserted_primary_key
    assert key is not None
    return int(key[0])


def record_change(
    conn: Connection,
    action: str,
    *,
    release_id: int | None = None,
    detail: str = "",
    now: datetime | None = None,
    shown: bool = True,
) -> None:
    """Add a line to the log of changes, by who is `acting`; the store's version is the newest.

    `shown` tells whether the change concerns what everyone sees.
    """
    conn.execute(
        insert(tables.change_log).values(
            at=now or clock.now(),
            action=action,
            release_id=release_id,
            detail=detail,
            actor=actor(),
            shown=shown,
        )
    )
