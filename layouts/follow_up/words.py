"""How the follow-up says a verdict, a movement, a gap and a count of goals."""

from collections.abc import Iterable, Sequence

from layouts.follow_up.answers import FollowUpAnswers
from layouts.text import Text
from progress.formats import tonnes, tonnes_per_person
from progress.goal_years import BEST_FIRST, GoalYear, Stand, Step
from progress.goals import Goal
from progress.joined import LocalContract
from progress.verdict_model import Attainment

ORDER = (*BEST_FIRST, Attainment.NOT_ASSESSABLE)


def stand_words(stand: Stand, t: Text, *, direction: bool = False) -> str:
    """The verdict in a word or two; in brackets where it is only indicative."""
    words = t(f"follow_up.word.{stand.told}")
    if direction and stand.reading.direction is not None:
        words = f"{words}, {t(f'word.direction.{stand.reading.direction}')}"
    return t("follow_up.indicative", words=words) if stand.indicative else words


def verdict_counts(goals: Iterable[GoalYear], t: Text) -> str:
    """ "2 nås inte, (1 nära), 3 kan inte bedömas": indicative ones in brackets."""
    every = list(goals)
    parts = []
    for attainment in ORDER:
        here = [one for one in every if one.now.told is attainment]
        for indicative in (False, True):
            n = sum(one.now.indicative is indicative for one in here)
            if n:
                words = t("follow_up.goals.count", n=n, word=t(f"follow_up.word.{attainment}"))
                parts.append(t("follow_up.indicative", words=words) if indicative else words)
    return ", ".join(parts)


def move_words(goals: Sequence[GoalYear], year: int, t: Text) -> str:
    """How many goals' verdicts moved which way."""
    if not goals:
        return t("follow_up.moves.nothing")
    parts = []
    for step in Step:
        n = sum(one.step is step for one in goals)
        if n and step is not Step.SAME:
            parts.append(t("follow_up.goals.count", n=n, word=t(f"follow_up.step.{step}")))
    if parts:
        return ", ".join(parts)
    known = [one for one in goals if one.now.year is not None]
    if known and all(one.now.year is not None and one.now.year < year for one in known):
        return t("follow_up.moves.no_new")
    return t("follow_up.moves.none")


def gap_words(one: GoalYear, goal: Goal | None, lang: str, t: Text) -> str:
    """How far the latest value is from what the goal's path asks for."""
    gap = one.now.gap
    if gap is None:
        return t("word.none")
    per_person = goal is not None and goal.per_person
    size = tonnes_per_person(abs(gap), lang) if per_person else tonnes(abs(gap), lang)
    return t("follow_up.gap.over" if gap > 0 else "follow_up.gap.under", gap=size)


def signatories(one: LocalContract, t: Text) -> str:
    """The number as it was told: "cirka 40", or 43."""
    return t(
        "signatories.approximate" if one.approximate else "signatories.exact", n=one.signatories
    )


def city_names(codes: Iterable[str], answers: FollowUpAnswers) -> list[str]:
    """The cities' names in the order of the cities."""
    wanted = set(codes)
    return [one.name for one in answers.cities if one.code in wanted]


def contract_source(one: LocalContract, t: Text) -> str:
    """Where a local contract's number stands: title and section."""
    section = [t("word.section", section=one.section)] if one.section else []
    return ", ".join([one.source_title, *section])
