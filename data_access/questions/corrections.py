"""What has been corrected of what everyone sees."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from data_access.clock import day_of
from data_access.records import RECORDS, STATUS_REPORT
from data_access.tables import correction
from progress.corrections import STATUSES, Action, Correction, FieldChange

CORRECTION_COLUMNS = (
    "correction_id",
    "at",
    "action",
    "kind",
    "key",
    "municipality_code",
    "title",
    "reason",
    "release",
    "changes",
)


def corrections(conn: Connection, code: str | None = None) -> tuple[Correction, ...]:
    """All corrections, of one municipality's rows or of all, the newest first."""
    question = select(correction).order_by(correction.c.correction_id.desc())
    if code is not None:
        question = question.where(correction.c.municipality_code == code)
    return tuple(
        Correction(
            row.correction_id,
            row.at,
            Action(row.action),
            row.kind,
            row.key,
            row.municipality_code,
            row.title,
            row.reason,
            row.release,
            day_of(row.at),
            tuple(_change(row.kind, *change) for change in row.changes),
        )
        for row in conn.execute(question)
    )


def correction_rows(conn: Connection) -> Iterable[Mapping[Any, Any]]:
    """All corrections as rows of the export, in the order in which they were made."""
    for item in reversed(corrections(conn)):
        yield {
            "correction_id": item.correction_id,
            "at": item.at,
            "action": item.action,
            "kind": item.kind,
            "key": item.key,
            "municipality_code": item.municipality_code,
            "title": item.title,
            "reason": item.reason,
            "release": item.release,
            "changes": {change.field: [change.old, change.new] for change in item.changes},
        }


def _change(kind: str, field: str, old: str, new: str) -> FieldChange:
    record = STATUS_REPORT if kind == STATUSES else RECORDS.get(kind)
    known = {} if record is None else {item.name: item for item in record.fields}
    if field not in known:
        return FieldChange(field, old, new)
    headers = known[field].headers
    return FieldChange(field, old, new, headers[0] if headers else "", known[field].meaning)
