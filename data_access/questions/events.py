"""What happened in a year that emissions show."""

from dataclasses import fields
from typing import Any

from sqlalchemy import Connection

from data_access.questions.newest import newest
from data_access.tables import event
from progress.emissions.events import Event, Way, events_at

_EVENTS = newest(event, event.c.event_id)
_FIELDS = tuple(field.name for field in fields(Event))


def events(conn: Connection, code: str | None = None) -> tuple[Event, ...]:
    """The events that concern a municipality, those everywhere too, in order of year; or all."""
    result = [_event(dict(row)) for row in conn.execute(_EVENTS).mappings()]
    if code is not None:
        return events_at(result, code)
    return tuple(sorted(result, key=lambda event: (event.year, event.event_id)))


def _event(row: dict[Any, Any]) -> Event:
    way = row["way"]
    known = {name: row[name] for name in _FIELDS}
    return Event(
        **{**known, "sectors": tuple(row["sectors"]), "way": None if way is None else Way(way)}
    )
