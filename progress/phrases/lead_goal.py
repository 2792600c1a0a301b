"""The lead's sentence on the goal that leads: needed and done, the two rates marked (RULES §5)."""

import math

from progress.emissions.series import Gas, Scope, Unit
from progress.goals.goal import GoalKind
from progress.goals.verdict_model import Attainment, Direction, Verdict
from progress.goals.yardstick import is_yardstick
from progress.phrases.clauses import clauses_of
from progress.phrases.formats import number, percent
from progress.phrases.wording import (
    amount,
    change_since_first,
    done_clause,
    goal_name,
    has_fallen,
    in_tonnes,
    named,
    needed_words,
    promised_and_needed,
    to_hundreds,
)

STRONG = "\x02"
"""Stands before and after what is strong."""

NEARLY_ALL = 0.9
"""§5: "nearly all before a year" where at least this share of the fall came by then."""

_NUMBERS = {
    "sv": ("", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"),
    "en": ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
}


def strong(text: str) -> str:
    """The text marked as strong."""
    return f"{STRONG}{text}{STRONG}"


def goal_sentence(verdict: Verdict, lang: str, *, early: int | None = None) -> str:
    """What the goal needs from the latest year on, and what has been done; or how it has ended.

    `early` is the year by which nearly all of the fall had come, where that is to be told.
    """
    match verdict.attainment:
        case Attainment.REACHED | Attainment.MISSED:
            return _ended(verdict, lang)
        case Attainment.AWAITING:
            return awaiting_sentence(verdict, lang)
        case _ if needed_words(verdict, lang) is None:
            return _enough(verdict, lang)
        case _ if verdict.goal.kind is GoalKind.ANNUAL_RATE:
            return _rate(verdict, lang)
        case _ if in_tonnes(verdict):
            return _tonnes(verdict, lang)
        case _:
            return _rates(verdict, lang, early)


def _rates(verdict: Verdict, lang: str, early: int | None) -> str:
    clauses, goal = clauses_of(lang), named(verdict.goal, lang)
    needed = strong(needed_words(verdict, lang) or "")
    year = verdict.latest_year
    about_emissions = clauses["emissions.any"] in goal
    done = marked_done(verdict, lang, None if about_emissions else subject(verdict, lang))
    if is_yardstick(verdict.goal):
        text = clauses["lead.yardstick"].format(goal=goal, needed=needed, year=year)
        if not has_fallen(verdict):
            return text + clauses["lead.but"].format(done=done) + "."
        rate = strong(_done_rate(verdict, lang))
        fell = clauses["lead.yardstick.fell"].format(first=verdict.first_year, last=year, rate=rate)
        return f"{text}; {fell}."
    if not has_fallen(verdict):
        text = clauses["lead.needs"].format(goal=goal, needed=needed, year=year)
        return text + (clauses["lead.but"].format(done=done) if done else "") + "."
    done = marked_done(verdict, lang)
    who = clauses["them"] if about_emissions else subject(verdict, lang)
    text = clauses["lead.needs.they_fall"].format(goal=goal, who=who, needed=needed, year=year)
    if early is None:
        return f"{text}; {done}."
    return f"{text}. {done[:1].upper()}{done[1:]}{clauses['lead.before'].format(year=early)}."


def marked_done(verdict: Verdict, lang: str, who: str | None = None) -> str:
    """The clause on what has been done, its figure marked; empty where nothing is known."""
    clause, change = done_clause(verdict, lang, who), change_since_first(verdict)
    if clause is None or change is None:
        return ""
    figure = percent(abs(change), lang) if change > 0 else _done_rate(verdict, lang)
    return clause.replace(figure, strong(figure), 1)


def _done_rate(verdict: Verdict, lang: str) -> str:
    return percent(abs(verdict.done_rate or 0.0), lang, 1)


def _tonnes(verdict: Verdict, lang: str) -> str:
    """Where nothing may be left only tonnes are told, of both."""
    clauses = clauses_of(lang)
    text = clauses["lead.needs.tonnes"].format(
        goal=named(verdict.goal, lang),
        needed=strong(needed_words(verdict, lang) or ""),
        year=verdict.latest_year,
    )
    done = verdict.done_tonnes_per_year
    if done is None:
        return f"{text}."
    key = "pace.tonnes" if done >= 0 else "pace.tonnes.rise"
    pace = clauses[key].format(
        first=verdict.first_year,
        last=verdict.latest_year,
        tonnes=strong(number(to_hundreds(abs(done)), lang)),
    )
    return f"{text}; {pace}."


def _rate(verdict: Verdict, lang: str) -> str:
    text = promised_and_needed(verdict, strong(needed_words(verdict, lang) or ""), lang)
    done = marked_done(verdict, lang, subject(verdict, lang))
    return f"{text}. {done[:1].upper()}{done[1:]}." if done else f"{text}."


def _enough(verdict: Verdict, lang: str) -> str:
    text = clauses_of(lang)["lead.enough"].format(goal=named(verdict.goal, lang))
    done = marked_done(verdict, lang)
    return f"{text}; {done}." if done else f"{text}."


def subject(verdict: Verdict, lang: str) -> str:
    """Whose or what emissions the sentence is about, where the goal's name does not say it."""
    clauses = clauses_of(lang)
    if verdict.scope is Scope.TERRITORIAL and verdict.gas is Gas.CO2:
        return clauses["lead.gas.co2"]
    return clauses["emissions"]


def _ended(verdict: Verdict, lang: str) -> str:
    clauses = clauses_of(lang)
    if verdict.budget is not None:
        return (
            clauses["lead.budget.spent"].format(
                goal=goal_name(verdict.goal, lang),
                used=amount(verdict.budget.used_tonnes, verdict.unit, lang),
                budget=amount(verdict.budget.budget_tonnes, verdict.unit, lang),
            )
            + "."
        )
    latest = verdict.latest_year or 0
    point = next((p for p in verdict.points if p.year >= (verdict.target_year or 0)), None)
    year, value = (latest, verdict.actual) if point is None else (point.year, point.value)
    early = (verdict.target_year or 0) - latest
    key = "lead.missed"
    if verdict.attainment is Attainment.REACHED:
        key = "lead.reached" if early > 0 else "lead.reached.in_time"
        key = "lead.reached.rises" if verdict.fragile and early > 0 else key
    return (
        clauses[key].format(
            goal=_without_year(verdict, lang),
            years=years_in_words(early, lang),
            actual=strong(_short(value, verdict, lang)),
            year=year,
            target=_bare(verdict.target, verdict, lang),
        )
        + "."
    )


def _without_year(verdict: Verdict, lang: str) -> str:
    """The goal's name; without its target year where how early it is reached tells it."""
    name = goal_name(verdict.goal, lang)
    year = verdict.target_year
    for part in (f" {year} än ", f" in {year} than "):
        if part in name:
            return name.replace(f" {year}", "").replace(" in than", " than")
    return name


def _short(value: float | None, verdict: Verdict, lang: str) -> str:
    """The figure in tonnes; that it is per person is in the goal's name."""
    return clauses_of(lang)["amount"].format(tonnes=_bare(value, verdict, lang))


def _bare(value: float | None, verdict: Verdict, lang: str) -> str:
    """The figure without its unit, which stands beside it already."""
    if verdict.unit is not Unit.TONNES_PER_PERSON:
        return number(to_hundreds(value or 0.0), lang)
    return number(value, lang, 2 if abs(value or 0.0) < 2 else 1)


def years_in_words(years: int, lang: str) -> str:
    """“sex år”, “six years”."""
    words = _NUMBERS.get(lang, _NUMBERS["en"])
    figure = words[years] if 0 < years < len(words) else str(years)
    unit = "år" if lang == "sv" else ("year" if years == 1 else "years")
    return f"{figure} {unit}"


def awaiting_sentence(verdict: Verdict, lang: str, *, beside: Verdict | None = None) -> str:
    """A target year that has passed without statistics, with what was left where that is known;
    `beside` another goal, whose it is in the place of what was left, and its gas where the other
    counts another."""
    left = None if beside else verdict.left
    key = "lead.awaiting" if left is None else "lead.awaiting.left"
    if beside is not None:
        other_gas = verdict.gas is Gas.CO2 and beside.gas is not Gas.CO2
        key = "lead.awaiting.beside.co2" if other_gas else "lead.awaiting.beside"
    text = clauses_of(lang)[key].format(
        target_year=verdict.target_year,
        year=verdict.latest_year,
        left=amount(left, verdict.unit, lang),
        goal=goal_name(verdict.goal, lang),
    )
    return f"{text}."


def nearly_all_before(verdict: Verdict) -> int | None:
    """The year by which nearly all of the fall had come, in the first half of the years.

    None where the fall is among the small changes of RULES §3: when most of so little came is no
    news.
    """
    if verdict.first is None or verdict.actual is None or not verdict.points:
        return None
    if verdict.direction is not Direction.TOWARDS:
        return None
    fall = verdict.first - verdict.actual
    first, last = verdict.points[0].year, verdict.points[-1].year
    middle = first + math.ceil((last - first) / 2)
    for point in verdict.points[1:-1]:
        if point.year <= middle and (verdict.first - point.value) / fall >= NEARLY_ALL:
            return point.year
    return None
