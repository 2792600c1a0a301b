"""Releases: what is said of them corrected, taken out of use and put back."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import Connection, select, update

from data_access.clock import day_of
from data_access.columns import FIRST_YEAR, LAST_YEAR
from data_access.corrections.recording import (
    RELEASES,
    CorrectionRefused,
    checked_reason,
    record_correction,
)
from data_access.corrections.stored import Row
from data_access.imports.running import refresh_after
from data_access.publishing import set_shown
from data_access.questions import sources
from data_access.tables import change_log, own_series, release
from progress.corrections import Action, FieldChange

FIELDS = ("title", "released", "source_id", "edition")
LONGEST_TITLE = 300


def correct_release(
    conn: Connection, label: str, values: Mapping[str, str], reason: str, now: datetime
) -> tuple[FieldChange, ...]:
    """Corrects title, day of publication, source or edition of a release; what changed.

    Its figures stay as they are: those come in a release of their own. Raises CorrectionRefused.
    """
    reason = checked_reason(reason)
    row = _release(conn, label)
    right = {name: _value(conn, name, value, day_of(now)) for name, value in values.items()}
    changes = tuple(
        FieldChange(name, _words(row[name]), _words(value))
        for name, value in right.items()
        if row[name] != value
    )
    if not changes:
        raise CorrectionRefused(f"{label} says that already: nothing would change")
    conn.execute(update(release).where(release.c.release_id == row["release_id"]).values(right))
    refresh_after(conn, row["kind"], day_of(now).year)
    if row["published"]:
        record_correction(
            conn,
            Action.CORRECT,
            RELEASES,
            label,
            reason,
            now,
            code=_code_of(conn, row["release_id"]),
            title=str(right.get("title", row["title"])),
            release=label,
            changes=changes,
        )
    return changes


def set_release_in_use(
    conn: Connection, label: str, in_use: bool, reason: str, now: datetime
) -> None:
    """Withdraws a release with its reason, or puts it back; what rests on it is worked out anew.

    Nothing is deleted. Raises ImportRefused for what renewed other rows (`klimat undo`), for what
    is as asked for already and for a draft, which is published.
    """
    reason = checked_reason(reason)
    row = _release(conn, label)
    if row["published"] == in_use:
        raise CorrectionRefused(f"{label} is {'in use' if in_use else 'out of use'} already")
    if in_use and _last_action(conn, row["release_id"]) != Action.WITHDRAW:
        raise CorrectionRefused(f"{label} has not been withdrawn: `klimat publish {label}`")
    action = Action.RESTORE if in_use else Action.WITHDRAW
    set_shown(conn, label, in_use, now, action=action)
    record_correction(
        conn,
        action,
        RELEASES,
        label,
        reason,
        now,
        code=_code_of(conn, row["release_id"]),
        title=row["title"],
        release=label,
        log=False,
    )


def _release(conn: Connection, label: str) -> Row:
    row = conn.execute(select(release).where(release.c.label == label)).mappings().one_or_none()
    if row is None:
        raise CorrectionRefused(f"no release {label!r}: `klimat releases` lists them")
    return row


def _last_action(conn: Connection, release_id: int) -> str | None:
    """What was last done with a release."""
    log = change_log.c
    return conn.scalar(
        select(log.action)
        .where(log.release_id == release_id)
        .order_by(log.change_id.desc())
        .limit(1)
    )


def _code_of(conn: Connection, release_id: int) -> str | None:
    return conn.scalar(
        select(own_series.c.municipality_code).where(own_series.c.release_id == release_id)
    )


def _value(conn: Connection, name: str, value: str, today: date) -> object:
    if name not in FIELDS:
        raise CorrectionRefused(f"a release has no field {name!r}; it has {', '.join(FIELDS)}")
    if name == "released":
        return _day(value, today)
    if name == "edition":
        if not value:
            return None
        if not (value.isdecimal() and len(value) == 4 and FIRST_YEAR <= int(value) <= LAST_YEAR):
            raise CorrectionRefused(f"{value!r} is no edition: give the year, such as 2026")
        return int(value)
    if name == "source_id":
        if value not in sources(conn):
            raise CorrectionRefused(f"no source {value!r} in the store")
        return value
    title = " ".join(value.split())
    if not 0 < len(title) <= LONGEST_TITLE:
        raise CorrectionRefused(f"a title has 1 to {LONGEST_TITLE} characters")
    return title


def _day(value: str, today: date) -> date | None:
    if not value:
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise CorrectionRefused(f"{value!r} is no day: write it as 2026-11-30") from None
    if day > today:
        raise CorrectionRefused(f"{day} has not been yet: a release is published before it is used")
    return day


def _words(value: object) -> str:
    return "" if value is None else str(value)
