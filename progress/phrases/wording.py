"""Needed and done as the same pair of words wherever they are told (RULES §3–§5)."""

import math

from progress.emissions.series import Gas, Unit
from progress.goals.goal import Goal, GoalKind, State
from progress.goals.verdict_model import Direction, Verdict
from progress.goals.yardstick import is_yardstick
from progress.phrases.clauses import clauses_of
from progress.phrases.formats import number, percent, tonnes, tonnes_per_person

SAME_SHARE = 0.01
"""§3: within this share in all, emissions are told to be as large as in the first year."""

_HUNDRED = 100


def goal_name(goal: Goal, lang: str) -> str:
    """A goal named by what it asks for, with a small letter: “80 % lägre utsläpp 2030 än 1990”."""
    clauses = clauses_of(lang)
    person = clauses["goal.per_person"] if goal.per_person else ""
    match goal.kind:
        case GoalKind.REDUCTION if goal.reduction is not None and goal.reduction >= 1:
            key = "goal.zero.co2" if goal.gas == Gas.CO2 else "goal.zero"
            return clauses[key].format(year=goal.target_year)
        case GoalKind.REDUCTION if goal.reduction is not None:
            key = "goal.lower" if goal.base_year is not None else "goal.lower.no_base"
            share = percent(goal.reduction, lang)
            return clauses[key].format(
                share=share, person=person, year=goal.target_year, base=goal.base_year
            )
        case GoalKind.STATE:
            state = (goal.state or State.NEUTRAL).value
            return clauses[f"goal.{state}"].format(year=goal.target_year)
        case GoalKind.ANNUAL_RATE:
            key = "goal.rate" if goal.target_year is not None else "goal.rate.no_end"
            rate = percent(goal.rate, lang, rate_decimals(goal.rate))
            return clauses[key].format(rate=rate, year=goal.target_year)
        case GoalKind.BUDGET if goal.budget_first_year is not None:
            return clauses["goal.budget"].format(
                first=goal.budget_first_year, last=goal.budget_last_year
            )
        case GoalKind.LEVEL if goal.value is not None and goal.target_year is not None:
            key = "goal.under" if goal.strict else "goal.at_most"
            unit = Unit.TONNES_PER_PERSON if goal.per_person else Unit.TONNES
            return clauses[key].format(amount=amount(goal.value, unit, lang), year=goal.target_year)
        case _:
            return goal.title_sv if lang == "sv" or not goal.title_en else goal.title_en


def rate_decimals(rate: float | None) -> int:
    """How many decimals a stated rate has in per cent: none where it is a whole number."""
    return 0 if rate is None or abs(rate * 100 - round(rate * 100)) < 1e-6 else 1


def yardstick_name(goal: Goal, lang: str) -> str:
    """The yardstick under its own name, with what it asks for (§2)."""
    return clauses_of(lang)["goal.yardstick"].format(
        share=percent(goal.reduction, lang), year=goal.target_year, base=goal.base_year
    )


def named(goal: Goal, lang: str) -> str:
    """A city's own goal or the yardstick, by name."""
    return yardstick_name(goal, lang) if is_yardstick(goal) else goal_name(goal, lang)


def promised_and_needed(verdict: Verdict, needed: str, lang: str) -> str:
    """A promised yearly rate, and what is `needed` where that is another: “10,3 % mindre om året
    till 2030 är målet; från 2024 krävs 17,1 %, eftersom …”, without a full stop."""
    promised = verdict.goal.rate or 0.0
    more = (verdict.needed_rate or 0.0) > promised + 0.0005
    other = verdict.needed_rate is not None and abs(verdict.needed_rate - promised) > 0.0005
    key = "lead.rate.why" if more else "lead.rate" if other else "lead.rate.short"
    goal = goal_name(verdict.goal, lang)
    return clauses_of(lang)[key].format(goal=goal, needed=needed, year=verdict.latest_year)


def amount(value: float | None, unit: Unit, lang: str) -> str:
    """A figure in its unit: tonnes to hundreds, tonnes per person to hundredths."""
    if unit is Unit.TONNES_PER_PERSON:
        return tonnes_per_person(value, lang)
    clauses = clauses_of(lang)
    if value is None:
        return clauses["amount.unknown"]
    return clauses["amount"].format(tonnes=number(to_hundreds(value), lang))


def in_unit(value: float | None, unit: Unit, lang: str) -> str:
    """A figure in its unit with about three digits: “416 tusen ton”."""
    if unit is Unit.TONNES_PER_PERSON:
        return tonnes_per_person(value, lang)
    return tonnes(value, lang)


def to_hundreds(value: float) -> float:
    """Tonnes as they are told: to hundreds; under a hundred to whole tonnes."""
    return round(value, -2) if abs(value) >= _HUNDRED else round(value)


def needed_words(verdict: Verdict, lang: str) -> str | None:
    """“7,6 %”, “minst 24 %” or “10 700 ton”: what is needed a year from the latest year on.

    None where nothing is, or where it is not known.
    """
    if verdict.needed_rate is not None:
        return rate_words(verdict.needed_rate, verdict.needed_is_least, lang)
    if verdict.needed_tonnes_per_year is not None:
        words = amount(verdict.needed_tonnes_per_year, verdict.unit, lang)
        return clauses_of(lang)["least"].format(rate=words) if verdict.needed_is_least else words
    return None


def rate_words(rate: float, is_least: bool, lang: str) -> str:
    """“7,6 %”, or “minst 24 %”, which is never more than what is needed."""
    if not is_least:
        return percent(rate, lang, 1)
    least = math.floor(rate * 100 + 1e-9) / 100
    return clauses_of(lang)["least"].format(rate=percent(least, lang))


def needed_label(verdict: Verdict, lang: str) -> str:
    """“Krävs från 2024”: the head of the pair's one half."""
    return clauses_of(lang)["pair.needed"].format(year=verdict.latest_year)


def done_label(verdict: Verdict, lang: str) -> str:
    """“Gjort 2015–2024”: the head of the pair's other half."""
    return clauses_of(lang)["pair.done"].format(first=verdict.first_year, last=verdict.latest_year)


def pair(verdict: Verdict, lang: str) -> tuple[str, str] | None:
    """The pair in the same unit, the sign in words: (“minskning 7,6 % om året”, “minskat 1,1 %”).

    None where either is not known. Where only tonnes are told of what is needed (nothing may be
    left), done is in tonnes too.
    """
    needed, done = needed_words(verdict, lang), done_words(verdict, lang)
    if needed is None or done is None:
        return None
    return clauses_of(lang)["pair.cut"].format(needed=needed), done


def in_tonnes(verdict: Verdict) -> bool:
    """Whether the pair is told in tonnes, as a rate never reaches nothing."""
    return verdict.needed_rate is None and verdict.needed_tonnes_per_year is not None


def done_words(verdict: Verdict, lang: str) -> str | None:
    """“minskat 1,1 % om året”, “ökat 0,2 % om året”; in tonnes where the pair is."""
    clauses = clauses_of(lang)
    if in_tonnes(verdict):
        cut = verdict.done_tonnes_per_year
        if cut is None:
            return None
        key = "pair.fallen" if cut >= 0 else "pair.risen"
        return clauses[key].format(rate=amount(abs(cut), verdict.unit, lang))
    if verdict.done_rate is None:
        return None
    key = "pair.fallen" if verdict.done_rate >= 0 else "pair.risen"
    return clauses[key].format(rate=percent(abs(verdict.done_rate), lang, 1))


def change_since_first(verdict: Verdict) -> float | None:
    """The whole change from the first year to the latest, as a share; a rise positive."""
    if verdict.first is None or verdict.actual is None or verdict.first <= 0:
        return None
    return verdict.actual / verdict.first - 1


def done_clause(verdict: Verdict, lang: str, who: str | None = None) -> str | None:
    """“2015–2024 minskade de 1,1 % om året”; about the same, or higher, is told as it is (§3)."""
    change, clauses = change_since_first(verdict), clauses_of(lang)
    if change is None or verdict.done_rate is None:
        return None
    moved = "done.higher" if change > 0 else "done.fell"
    key = "done.same" if abs(change) <= SAME_SHARE else moved
    return clauses[key].format(
        who=who or clauses["they"],
        first=verdict.first_year,
        last=verdict.latest_year,
        rate=percent(abs(verdict.done_rate), lang, 1),
        share=percent(abs(change), lang),
    )


def has_fallen(verdict: Verdict) -> bool:
    """Whether emissions are lower than in the first year by more than counts as the same."""
    change = change_since_first(verdict)
    return change is not None and change < -SAME_SHARE


def rises(verdict: Verdict) -> bool:
    """Whether the done rate goes the wrong way."""
    return verdict.direction is Direction.AWAY


def compared(now: float, before: float, year: int, lang: str) -> str:
    """“7 % mer än 2023”; empty where nothing can be compared with."""
    if before <= 0:
        return ""
    share = now / before - 1
    if abs(share) < 0.005:
        return clauses_of(lang)["compared.same"].format(year=year)
    key = "compared.more" if share > 0 else "compared.less"
    return clauses_of(lang)[key].format(share=percent(abs(share), lang), year=year)
