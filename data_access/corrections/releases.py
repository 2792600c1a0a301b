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
from data_access.inside.publishing import set_shown
from data_access.questions import sources
from data_access.tables import change_log, own_series, release
from progress.corrections import Action, FieldChange
from progress.i18n import say

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
        raise CorrectionRefused(say("klimat.says_that_already_nothing_would_change", label=label))
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
        raise CorrectionRefused(
            say(f"klimat.{'in_use' if in_use else 'out_of_use'}_already", label=label)
        )
    if in_use and _last_action(conn, row["release_id"]) != Action.WITHDRAW:
        raise CorrectionRefused(say("klimat.has_not_been_withdrawn_klimat_publish", label=label))
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
        raise CorrectionRefused(say("klimat.no_release_klimat_releases_lists_them", label=label))
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
        raise CorrectionRefused(
            say("klimat.release_has_no_field_it_has", name=name, fields=", ".join(FIELDS))
        )
    if name == "released":
        return _day(value, today)
    if name == "edition":
        if not value:
            return None
        if not (value.isdecimal() and len(value) == 4 and FIRST_YEAR <= int(value) <= LAST_YEAR):
            raise CorrectionRefused(say("klimat.is_no_edition_give_year_such", value=value))
        return int(value)
    if name == "source_id":
        if value not in sources(conn):
            raise CorrectionRefused(say("klimat.no_source_in_store", value=value))
        return value
    title = " ".join(value.split())
    if not 0 < len(title) <= LONGEST_TITLE:
        raise CorrectionRefused(
            say("klimat.title_has_1_to_characters", longest_title=LONGEST_TITLE)
        )
    return title


def _day(value: str, today: date) -> date | None:
    if not value:
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise CorrectionRefused(say("klimat.is_no_day_write_it_as", value=value)) from None
    if day > today:
        raise CorrectionRefused(say("klimat.has_not_been_yet_release_is", day=day))
    return day


def _words(value: object) -> str:
    return "" if value is None else str(value)
