"""Sessions that end before their time: by signing out, or because somebody may no longer in.

A session is a signed cookie that nobody remembers. What is remembered is that one has ended, or all
that a subject had begun until then, for as long as such a cookie could be good.
"""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from data_access.tables import ended_session

LONGEST = timedelta(hours=9)
"""Longer than any session: what ended before is forgotten."""


def end_session(conn: Connection, session_id: str, now: datetime) -> None:
    """From now on the session is nobody's."""
    _remember(conn, _mark("session", session_id), now)


def end_sessions_of(conn: Connection, subject: str, now: datetime) -> None:
    """From now on all sessions that the subject has begun are nobody's; new ones are theirs."""
    _remember(conn, _mark("subject", subject), now)


def has_ended(conn: Connection, session_id: str, subject: str, begun: datetime) -> bool:
    """Whether a session of a subject, begun then, has ended before its time."""
    session, person = _mark("session", session_id), _mark("subject", subject)
    query = select(ended_session).where(ended_session.c.who.in_((session, person)))
    ended = {row.who: row.ended for row in conn.execute(query)}
    return session in ended or (person in ended and begun <= ended[person])


def _remember(conn: Connection, who: str, now: datetime) -> None:
    forgotten = (ended_session.c.ended < now - LONGEST) | (ended_session.c.who == who)
    conn.execute(delete(ended_session).where(forgotten))
    conn.execute(insert(ended_session).values(who=who, ended=now))


def _mark(kind: str, word: str) -> str:
    """The store need not hold what a session could be made of, or whose it was."""
    return hashlib.sha256(f"{kind}\n{word}".encode("utf-8", "replace")).hexdigest()
