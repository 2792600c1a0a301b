"""How the follow-up says a verdict, a movement, a gap and a count of goals."""

from collections import Counter
from collections.abc import Iterable, Sequence

from layouts.follow_up.answers import FollowUpAnswers
from layouts.phrases.text import Text
from progress.goals.goal import Goal
from progress.goals.goal_years import BEST_FIRST, GoalYear, Stand, Step
from progress.goals.verdict_model import Attainment
from progress.phrases.formats import tonnes, tonnes_per_person
from progress.phrases.words import plain_word
from progress.promises.local_contracts import LocalContract

ORDER = (*BEST_FIRST, Attainment.NOT_ASSESSABLE)


def stand_words(stand: Stand, t: Text, *, direction: bool = False) -> str:
    """The verdict inside a sentence: never without that it is uncertain or an indication."""
    label = stand.reading.label(t.lang)
    words = label[:1].lower() + label[1:]
    if direction and stand.reading.direction is not None:
        words = f"{words}, {t(f'word.direction.{stand.reading.direction}')}"
    return words


def verdict_counts(goals: Iterable[GoalYear], t: Text) -> str:
    """ "2 nås inte, 1 vägledande: nära, 3 kan inte bedömas", the best first."""
    return ", ".join(counted(goals, t))


def counted(goals: Iterable[GoalYear], t: Text) -> list[str]:
    """Each verdict with how many goals have it."""
    every = sorted(goals, key=lambda goal: (ORDER.index(goal.now.effective), goal.now.indicative))
    counts = Counter(stand_words(goal.now, t) for goal in every)
    return [t("follow_up.goals.count", n=n, word=word) for word, n in counts.items()]


def summed(goals: Iterable[GoalYear], t: Text) -> list[str]:
    """Each attainment with how many goals have it and how many of these are uncertain."""
    readings = [goal.now.reading for goal in goals]
    result = []
    for attainment in ORDER:
        here = [reading for reading in readings if reading.effective is attainment]
        unsure = sum(reading.uncertain for reading in here)
        key = "follow_up.goals.count.uncertain" if unsure else "follow_up.goals.count"
        word = plain_word(attainment, t.lang)
        if here:
            result.append(t(key, n=len(here), word=word, unsure=unsure))
    return result


def move_words(goals: Sequence[GoalYear], year: int, t: Text) -> str:
    """How many goals' verdicts moved which way."""
    if not goals:
        return t("follow_up.moves.nothing")
    parts = []
    for step in Step:
        n = sum(goal.step is step for goal in goals)
        if n and step is not Step.SAME:
            parts.append(t("follow_up.goals.count", n=n, word=t(f"follow_up.step.{step}")))
    if parts:
        return ", ".join(parts)
    known = [goal for goal in goals if goal.now.year is not None]
    if known and all(goal.now.year is not None and goal.now.year < year for goal in known):
        return t("follow_up.moves.no_new")
    return t("follow_up.moves.none")


def gap_words(goal_year: GoalYear, goal: Goal | None, t: Text) -> str:
    """How far the latest value is from what the goal's path asks for."""
    gap = goal_year.now.gap
    if gap is None:
        return t("word.none")
    per_person = goal is not None and goal.per_person
    size = tonnes_per_person(abs(gap), t.lang) if per_person else tonnes(abs(gap), t.lang)
    return t("follow_up.gap.over" if gap > 0 else "follow_up.gap.under", gap=size)


def signatories(local_contract: LocalContract, t: Text) -> str:
    """The number as it was told: "cirka 40", or 43."""
    return t(
        "signatories.approximate" if local_contract.approximate else "signatories.exact",
        n=local_contract.signatories,
    )


def city_names(codes: Iterable[str], answers: FollowUpAnswers) -> list[str]:
    """The cities' names in the order of the cities."""
    wanted = set(codes)
    return [city.name for city in answers.cities if city.code in wanted]


def contract_source(local_contract: LocalContract, t: Text) -> str:
    """Where a local contract's number stands: title and section."""
    section = [t("word.section", section=local_contract.section)] if local_contract.section else []
    return ", ".join([local_contract.source_title, *section])
