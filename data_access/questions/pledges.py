"""What the parties have promised: goals, commitments and activities with their newest status."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Connection,
    Row,
    Select,
    Subquery,
    Table,
    bindparam,
    func,
    select,
)

from data_access.questions.newest import newest
from data_access.records.statuses import OF_PROMISE
from data_access.tables import (
    activity,
    activity_status,
    commitment,
    commitment_status,
    contract,
    goal,
    release,
)
from progress.goals.goal import Goal, GoalKind, GoalScope, State
from progress.promises.contract_versions import ContractText
from progress.records import Activity, Commitment

_TYPED = {"kind", "scope", "state", "near_sectors_left_out"}
_PLAIN_GOAL_FIELDS = tuple(field.name for field in fields(Goal) if field.name not in _TYPED)

_COMMITMENT_FIELDS = tuple(field.name for field in fields(Commitment))
_ACTIVITY_FIELDS = tuple(field.name for field in fields(Activity))

_CODE: BindParameter[str] = bindparam("code")
_ALL_GOALS = newest(goal, goal.c.goal_id)
_GOALS_OF = newest(goal, goal.c.goal_id, where=goal.c.municipality_code == _CODE)


def goals(conn: Connection, code: str | None = None) -> tuple[Goal, ...]:
    """The goals that hold now, of one municipality or of all, whatever their status."""
    rows = conn.execute(_ALL_GOALS) if code is None else conn.execute(_GOALS_OF, {"code": code})
    result = (_goal(dict(row._mapping)) for row in rows)
    return tuple(sorted(result, key=lambda goal: goal.goal_id))


def commitments(conn: Connection, code: str | None = None) -> tuple[Commitment, ...]:
    """All commitments; with a code, the city's own: see also `shared_commitments`."""
    if code is None:
        rows = conn.execute(_commitments())
    else:
        rows = conn.execute(_commitments_of(), {"code": code})
    return tuple(_commitment(row) for row in rows)


def commitment_rows(conn: Connection) -> Iterable[Mapping[Any, Any]]:
    """Every field of all commitments, in the order of their ids."""
    return conn.execute(_commitments()).mappings()


@cache
def _commitments() -> Select[tuple[Any, ...]]:
    status = newest_status(commitment_status, "commitment_id")
    own = (column for column in columns_of(commitment) if column.name != "contract_id")
    return (
        select(
            *own,
            func.coalesce(commitment.c.contract_id, "").label("contract_id"),
            func.coalesce(contract.c.title, "").label("contract"),
            *status_columns(status),
        )
        .outerjoin(contract, contract.c.contract_id == commitment.c.contract_id)
        .outerjoin(status, status.c.commitment_id == commitment.c.commitment_id)
        .order_by(commitment.c.commitment_id)
    )


def shared_commitments(conn: Connection) -> tuple[Commitment, ...]:
    """Those that no single city has made: they are on the page of every contract city."""
    return tuple(_commitment(row) for row in conn.execute(_shared_commitments()))


@cache
def _commitments_of() -> Select[tuple[Any, ...]]:
    return _commitments().where(commitment.c.municipality_code == _CODE)


@cache
def _shared_commitments() -> Select[tuple[Any, ...]]:
    return _commitments().where(commitment.c.municipality_code.is_(None))


def activities(conn: Connection, code: str | None = None) -> tuple[Activity, ...]:
    """The activities of one city, or of all."""
    if code is None:
        rows = conn.execute(_activities())
    else:
        rows = conn.execute(_activities_of(), {"code": code})
    return tuple(_activity(row) for row in rows)


def activity_rows(conn: Connection) -> Iterable[Mapping[Any, Any]]:
    """Every field of all activities, in the order of their ids."""
    return conn.execute(_activities()).mappings()


@cache
def _activities() -> Select[tuple[Any, ...]]:
    status = newest_status(activity_status, "activity_id")
    return (
        select(*columns_of(activity), *status_columns(status))
        .outerjoin(status, status.c.activity_id == activity.c.activity_id)
        .order_by(activity.c.activity_id)
    )


@cache
def _activities_of() -> Select[tuple[Any, ...]]:
    return _activities().where(activity.c.municipality_code == _CODE)


def columns_of(table: Table) -> list[Column[Any]]:
    """A table's columns without the release."""
    return [column for column in table.columns if column.name != "release_id"]


def status_columns(status: Subquery) -> list[ColumnElement[Any]]:
    """What is known of a promise's newest status; `unknown` where nobody has told."""
    return [
        func.coalesce(status.c.status, "unknown").label("status"),
        status.c.status_date,
        *(
            func.coalesce(status.c[name], field.unknown).label(field.name)
            for name, field in OF_PROMISE.items()
            if name not in ("status", "status_date")
        ),
    ]


def newest_status(table: Table, key: str) -> Subquery:
    """Of each commitment's or activity's published statuses, the last."""
    rank = func.row_number().over(partition_by=table.c[key], order_by=table.c.status_date.desc())
    shown = select(table, rank.label("last_first")).where(table.c.published)
    ranked = shown.subquery()
    return select(ranked).where(ranked.c.last_first == 1).subquery()


def _commitment(row: Row[Any]) -> Commitment:
    return Commitment(**{name: row._mapping[name] for name in _COMMITMENT_FIELDS})


def _activity(row: Row[Any]) -> Activity:
    return Activity(**{name: row._mapping[name] for name in _ACTIVITY_FIELDS})


def _goal(row: dict[Any, Any]) -> Goal:
    state = row["state"]
    return Goal(
        **{name: row[name] for name in _PLAIN_GOAL_FIELDS},
        kind=GoalKind(row["kind"]),
        scope=GoalScope(row["scope"]),
        state=None if state is None else State(state),
        near_sectors_left_out=tuple(row["near_sectors_left_out"]),
    )


def goal_history(conn: Connection) -> tuple[Goal, ...]:
    """Every goal as each published release gave it, the newest of a goal last."""
    rows = conn.execute(
        select(goal)
        .join(release, release.c.release_id == goal.c.release_id)
        .where(release.c.published)
        .order_by(goal.c.release_id, goal.c.goal_id)
    )
    return tuple(_goal(dict(row._mapping)) for row in rows)


def contract_texts(conn: Connection) -> tuple[ContractText, ...]:
    """The versions of contracts whose text has been read whole, oldest first."""
    rows = conn.execute(
        select(
            contract.c.contract_id,
            contract.c.municipality_code,
            contract.c.title,
            contract.c.version_year,
            contract.c.valid_year,
            contract.c.note,
        ).order_by(contract.c.version_year, contract.c.contract_id)
    )
    return tuple(ContractText(**row._mapping) for row in rows)
