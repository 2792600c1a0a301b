"""A city's meetings, and its decisions as they stand now."""

from sqlalchemy import BindParameter, Connection, bindparam

from data_access.questions.newest import newest
from data_access.tables import decision, meeting
from progress.promises.decisions import Decision, Meeting

_CODE: BindParameter[str] = bindparam("code")
_MEETINGS = newest(
    meeting,
    meeting.c.municipality_code,
    meeting.c.day,
    meeting.c.body,
    where=meeting.c.municipality_code == _CODE,
)
_DECISIONS = newest(decision, decision.c.decision_id, where=decision.c.municipality_code == _CODE)


def meetings(conn: Connection, code: str) -> tuple[Meeting, ...]:
    """The meetings of a city that are known, by day."""
    names = Meeting.__dataclass_fields__
    rows = conn.execute(_MEETINGS, {"code": code}).mappings()
    result = (Meeting(**{name: row[name] for name in names}) for row in rows)
    return tuple(sorted(result, key=lambda each: (each.day, each.body)))


def decisions(conn: Connection, code: str) -> tuple[Decision, ...]:
    """The proposals and decisions of a city, by id."""
    names = Decision.__dataclass_fields__
    rows = conn.execute(_DECISIONS, {"code": code}).mappings()
    result = (Decision(**{name: row[name] for name in names}) for row in rows)
    return tuple(sorted(result, key=lambda each: each.decision_id))
