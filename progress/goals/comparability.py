"""Whether verdicts may be ranked: only where they are about the same thing (RULES §8)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from progress.emissions.series import TOTAL, ReleaseName
from progress.goals.goal import Goal, GoalKind, GoalScope
from progress.goals.verdict_model import Attainment, Verdict
from progress.indicators import Rank, rank
from progress.phrases.words import is_indicative


class Term(StrEnum):
    """What must be alike for two verdicts to be ranked. The six of RULES §8, and the year read:
    a release can hold a newer year for one municipality than for another."""

    SCOPE = "scope"
    GAS = "gas"
    BASE_YEAR = "base_year"
    TARGET_YEAR = "target_year"
    RESIDUAL = "residual"
    RELEASE = "release"
    LATEST_YEAR = "latest_year"


class ResidualKind(StrEnum):
    """In what terms a goal says how much may be left."""

    SHARE = "share"
    TONNES = "tonnes"
    TONNES_PER_PERSON = "tonnes_per_person"
    BUDGET = "budget"
    RATE = "rate"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Residual:
    """What a goal leaves: a share of the base, a level, a budget (tonnes) or a yearly rate (share).

    `assumed` tells that the source is silent and the rules take 0 (RULES §2).
    """

    kind: ResidualKind
    value: float | None = None
    assumed: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whose emissions a verdict is about: the goal's scope, and which series stands for it."""

    scope: GoalScope
    sector: str = TOTAL
    sectors_left_out: tuple[str, ...] = ()
    indicative: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """One verdict's answers, in the order of `Term`."""

    scope: Coverage
    gas: str
    base_year: int | None
    target_year: int | None
    residual: Residual
    release: ReleaseName | None
    latest_year: int | None


def terms(verdict: Verdict) -> Terms:
    """On what terms a verdict was made; what it has no answer to is None."""
    goal = verdict.goal
    return Terms(
        Coverage(
            goal.scope,
            verdict.sector or TOTAL,
            verdict.sectors_left_out,
            is_indicative(verdict),
        ),
        goal.gas if verdict.gas is None else verdict.gas.value,
        goal.base_year if verdict.base_year is None else verdict.base_year,
        goal.target_year if verdict.target_year is None else verdict.target_year,
        residual(goal),
        verdict.release_name,
        verdict.latest_year,
    )


def residual(goal: Goal) -> Residual:
    """What the goal leaves when it is met."""
    if goal.kind is GoalKind.BUDGET:
        return Residual(ResidualKind.BUDGET, goal.budget_tonnes)
    if goal.reduction is not None:
        return Residual(ResidualKind.SHARE, round(1 - goal.reduction, 9))
    if goal.residual_share is not None:
        return Residual(ResidualKind.SHARE, goal.residual_share)
    if goal.residual_tonnes is not None:
        return Residual(ResidualKind.TONNES, goal.residual_tonnes)
    if goal.value is not None:
        per_person = goal.per_person
        kind = ResidualKind.TONNES_PER_PERSON if per_person else ResidualKind.TONNES
        return Residual(kind, goal.value)
    if goal.kind is GoalKind.STATE:
        return Residual(ResidualKind.TONNES, 0.0, assumed=True)
    if goal.rate is not None:
        return Residual(ResidualKind.RATE, goal.rate)
    return Residual(ResidualKind.UNSTATED)


def differing(compared: Sequence[Terms]) -> tuple[Term, ...]:
    """The terms that are not the same for all; none for one verdict or for alike ones."""
    return tuple(term for term in Term if len({getattr(each, term.value) for each in compared}) > 1)


def ranking(verdicts: Mapping[str, Verdict | None], release: str) -> dict[str, Rank]:
    """Municipality code → its place by how far it lies over or under its path this year.

    Place 1 lies lowest against its path (gap in per cent of the path, RULES §4). Empty, that is no
    rank at all, unless there are two or more, every one of them has a verdict and a gap, all are on
    the same terms, and their release is that of the comparison.
    """
    assessed = {
        code: verdict
        for code, verdict in verdicts.items()
        if verdict is not None and verdict.attainment is not Attainment.NOT_ASSESSABLE
    }
    gaps = {code: v.gap_share for code, v in assessed.items() if v.gap_share is not None}
    if len(gaps) < 2 or len(gaps) < len(verdicts):
        return {}
    if any(verdict.release != release for verdict in assessed.values()):
        return {}
    if differing([terms(verdict) for verdict in assessed.values()]):
        return {}
    result = {code: rank(gaps, code, "down") for code in gaps}
    return {code: place for code, place in result.items() if place is not None}
