"""Which releases the rows come from that one municipality's pages tell of."""

from sqlalchemy import BindParameter, Connection, bindparam, or_, select, union

from data_access.questions.money import grants_of
from data_access.questions.newest import newest
from data_access.tables import (
    activity,
    commitment,
    decision,
    goal,
    investment_action,
    meeting,
    release,
    stock,
)

_CODE: BindParameter[str] = bindparam("code")

_GOALS = newest(goal, goal.c.goal_id, where=goal.c.municipality_code == _CODE)
_PLAN = newest(
    investment_action,
    investment_action.c.action_id,
    where=investment_action.c.municipality_code == _CODE,
)
_STOCKS = newest(stock, stock.c.kind, stock.c.at, where=stock.c.municipality_code == _CODE)
_PROMISES = select(commitment.c.release_id).where(
    or_(commitment.c.municipality_code == _CODE, commitment.c.municipality_code.is_(None))
)
_DEEDS = select(activity.c.release_id).where(activity.c.municipality_code == _CODE)
_DECISIONS = newest(decision, decision.c.decision_id, where=decision.c.municipality_code == _CODE)
_MEETINGS = select(meeting.c.release_id).where(meeting.c.municipality_code == _CODE)

_IDS = union(
    *(
        select(rows.subquery().c.release_id)
        for rows in (
            *(_GOALS, grants_of(_CODE), _PLAN, _STOCKS),
            *(_PROMISES, _DEEDS, _DECISIONS, _MEETINGS),
        )
    )
).subquery()
_LABELS = select(release.c.label).join(_IDS, _IDS.c.release_id == release.c.release_id)


def releases_behind(conn: Connection, code: str) -> frozenset[str]:
    """The labels of the releases that hold the goals, grants, plan, bonds, commitments, activities,
    decisions and meetings of a municipality as they are now. A city's own file replaces its rows
    and nobody else's, so the newest release of a kind need not be its."""
    return frozenset(conn.scalars(_LABELS, {"code": code}))
