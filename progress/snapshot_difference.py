"""What differs between two snapshots, old → new, and why."""

from collections.abc import Iterable, Mapping

from progress.emissions.series import Unit
from progress.releases.restatement import TOLERANCE_TONNES
from progress.snapshots import (
    Cause,
    Difference,
    FigureChange,
    FrozenFigure,
    FrozenGoal,
    FrozenStatus,
    GoalChange,
    MoneyChange,
    PlanChange,
    Snapshot,
    StatusChange,
)

PER_PERSON = 0.005
RATE = 0.0005
"""A difference that is told with two decimals of a tonne, and one of a per cent, is seen."""


def difference(old: Snapshot, new: Snapshot) -> Difference:
    """Everything that is new, gone or another. Raises ValueError for two municipalities."""
    if old.municipality_code != new.municipality_code:
        raise ValueError("snapshots of two municipalities cannot be compared")
    before = {goal.goal_id: goal for goal in old.goals}
    after = {goal.goal_id: goal for goal in new.goals}
    statuses, tells = _statuses(old, new), _statuses(new, old)
    had, has = {row.kind: row for row in old.money}, {row.kind: row for row in new.money}
    known = {release.label for release in old.releases}
    rules = old.rules != new.rules
    goals = [_goal_change(before.get(key), after.get(key), rules) for key in _keys(before, after)]
    return Difference(
        figure_changes(old.figures, new.figures),
        tuple(goal for goal in goals if goal is not None),
        tuple(
            StatusChange(statuses.get(key), tells.get(key))
            for key in _keys(statuses, tells)
            if statuses.get(key) != tells.get(key)
        ),
        tuple(
            MoneyChange(had.get(key), has.get(key))
            for key in _keys(had, has)
            if had.get(key) != has.get(key)
        ),
        tuple(release for release in new.releases if release.label not in known),
        _plan_change(old, new),
    )


def _statuses(snapshot: Snapshot, other: Snapshot) -> dict[str, FrozenStatus]:
    """The promises of one, with the further ones where the other has frozen them too."""
    further = () if other.further is None else snapshot.further or ()
    return {each.pledge_id: each for each in (*snapshot.statuses, *further)}


def _plan_change(old: Snapshot, new: Snapshot) -> PlanChange | None:
    if old.plan is None or new.plan is None or old.plan == new.plan:
        return None
    return PlanChange(old.plan, new.plan)


def figure_changes(
    old: Iterable[FrozenFigure], new: Iterable[FrozenFigure]
) -> tuple[FigureChange, ...]:
    """Years that are new, gone, or restated by more than rounds to nothing (§1.3)."""
    before = {figure.year: figure.value for figure in old}
    after = {figure.year: figure.value for figure in new}
    result = []
    for year in sorted(before.keys() | after.keys()):
        was, now = before.get(year), after.get(year)
        if was is None or now is None:
            result.append(
                FigureChange(year, was, now, Cause.NEW_DATA if was is None else Cause.RESTATED)
            )
        elif abs(now - was) > TOLERANCE_TONNES:
            result.append(FigureChange(year, was, now, Cause.RESTATED))
    return tuple(result)


def _goal_change(
    old: FrozenGoal | None, new: FrozenGoal | None, rules_changed: bool
) -> GoalChange | None:
    if old is None or new is None:
        return GoalChange(old, new, (Cause.CHANGED_GOAL,))
    terms = old.terms != new.terms
    if old.reading == new.reading and not figures_moved(old, new):
        return GoalChange(old, new, (Cause.CHANGED_GOAL,)) if terms else None
    causes = [Cause.CHANGED_GOAL] if terms else []
    moved = {figure_change.cause for figure_change in figure_changes(old.points, new.points)}
    causes += [cause for cause in (Cause.NEW_DATA, Cause.RESTATED) if cause in moved]
    causes += [Cause.CHANGED_RULE] if rules_changed else []
    return GoalChange(old, new, tuple(causes) or (Cause.OTHER,))


def figures_moved(old: FrozenGoal, new: FrozenGoal) -> bool:
    """Whether what the verdict says in figures is another, where both have frozen them."""
    tonnes = TOLERANCE_TONNES if old.unit == Unit.TONNES else PER_PERSON
    pairs = (
        (old.gap, new.gap, tonnes),
        (old.left, new.left, TOLERANCE_TONNES),
        (old.needed, new.needed, RATE),
    )
    return any(
        was is not None and now is not None and abs(now - was) > least for was, now, least in pairs
    )


def _keys(old: Mapping[str, object], new: Mapping[str, object]) -> list[str]:
    return sorted(old.keys() | new.keys())
