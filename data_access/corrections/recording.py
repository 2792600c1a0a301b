"""What every correction leaves behind: a row that everyone can read, and a line in the log."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert

from data_access.imports.draft import ImportRefused
from data_access.releases import record_change
from data_access.tables import correction
from progress.corrections import LONGEST_REASON, Action, FieldChange
from progress.i18n import say

RELEASES = "releases"
"""What is corrected besides rows of a record and statuses."""


class CorrectionRefused(ImportRefused):
    """Nothing was corrected; the message says why and what to do."""


def checked_reason(reason: str) -> str:
    """The reason on one line. Raises CorrectionRefused for none, and for one that is too long."""
    words = " ".join(reason.split())
    if not words:
        raise CorrectionRefused(say("klimat.correction_needs_its_reason_reason"))
    if len(words) > LONGEST_REASON:
        raise CorrectionRefused(
            say("klimat.reason_has_at_most_characters", longest_reason=LONGEST_REASON)
        )
    return words


def record_correction(
    conn: Connection,
    action: Action,
    kind: str,
    key: str,
    reason: str,
    now: datetime,
    *,
    code: str | None = None,
    title: str = "",
    release: str = "",
    changes: Iterable[FieldChange] = (),
    taken_out: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    moved: Sequence[Sequence[Any]] = (),
    log: bool = True,
) -> None:
    """Enters a correction that everyone can read. `log`: also in the log of changes, unless what
    makes the correction has written there itself."""
    conn.execute(
        insert(correction).values(
            at=now,
            action=action,
            kind=kind,
            key=key,
            municipality_code=code,
            title=title,
            reason=reason,
            release=release,
            changes=[[change.field, change.old, change.new] for change in changes],
            taken_out={name: list(rows) for name, rows in (taken_out or {}).items()},
            moved=list(moved) or None,
        )
    )
    if log:
        record_change(conn, action, detail=f"{kind} {key}: {reason}", now=now)
