"""A city's lead: two or three sentences that anyone understands."""

from progress.facts import Municipality
from progress.formats import percent, tonnes
from progress.goals import GoalKind, GoalScope
from progress.places import in_place
from progress.sentence_texts import CLAUSES
from progress.series import Gas, Status
from progress.verdict_model import Attainment, Direction, Verdict
from progress.words import is_indicative
from progress.yardstick import is_yardstick

_ORDER_OF_KINDS = (
    GoalKind.STATE,
    GoalKind.REDUCTION,
    GoalKind.LEVEL,
    GoalKind.BUDGET,
    GoalKind.ANNUAL_RATE,
)


_PARTS = (GoalScope.TRANSPORT, GoalScope.CONSUMPTION, GoalScope.GROUP)
"""Scopes that speak of a part of the place, or of something else than the place."""


def lead(verdicts: tuple[Verdict, ...], municipality: Municipality, lang: str) -> str:
    """A city in two or three sentences: level and change, what its main goal asks, the outlook."""
    yardstick = next((v for v in verdicts if is_yardstick(v.goal)), None)
    goals = tuple(v for v in verdicts if not is_yardstick(v.goal))
    own = most_important(goals)
    shown = own or yardstick
    parts = []
    if yardstick is not None and yardstick.actual is not None:
        parts.append(_lead_level(yardstick, municipality.name, lang))
    if shown is not None and shown.actual is not None:
        parts.append(_lead_goal(shown, municipality.name, lang))
        parts.append(_reservation(shown, goals, lang))
    if not parts:
        here = in_place(municipality.name, lang)
        return CLAUSES[lang]["lead.nothing"].format(in_place=here)
    return " ".join(part for part in parts if part)


def most_important(verdicts: tuple[Verdict, ...]) -> Verdict | None:
    """The verdict to tell first, or None where nothing could be assessed.

    One with an attainment of its own before an indicative one; a year still ahead; the whole place
    before a part of it; the goal itself before its steps; then the nearest year.
    """

    def rank(found: tuple[bool, Verdict]) -> tuple[bool, bool, bool, bool, int, int, str]:
        indicative, verdict = found
        year = verdict.target_year or 0
        past = verdict.latest_year is None or year <= verdict.latest_year
        kind = _ORDER_OF_KINDS.index(verdict.goal.kind)
        part = verdict.goal.scope in _PARTS
        step = verdict.goal.status == "interim"
        return indicative, past, part, step, year, kind, verdict.goal.goal_id

    assessed = [(False, v) for v in verdicts] + [
        (True, v.indicative) for v in verdicts if v.indicative is not None
    ]
    candidates = [
        (indicative, verdict)
        for indicative, verdict in assessed
        if verdict.attainment is not Attainment.NOT_ASSESSABLE
    ]
    return min(candidates, key=rank)[1] if candidates else None


def _lead_level(yardstick: Verdict, place: str, lang: str) -> str:
    clauses = CLAUSES[lang]
    actual = yardstick.actual
    preliminary = yardstick.latest_status == Status.PRELIMINARY
    text = clauses["lead.level.preliminary" if preliminary else "lead.level"].format(
        year=yardstick.latest_year, actual=tonnes(actual, lang), in_place=in_place(place, lang)
    )
    points = yardstick.trend.points if yardstick.trend is not None else ()
    changes = []
    if len(points) > 1:
        changes.append(compared(points[-1].value, points[-2].value, points[-2].year, lang))
    if yardstick.base is not None and yardstick.base_year is not None and actual is not None:
        changes.append(compared(actual, yardstick.base, yardstick.base_year, lang))
    told = clauses["lead.and"].join(change for change in changes if change)
    return f"{text}, {told}." if told else f"{text}."


def compared(now: float, before: float, year: int, lang: str) -> str:
    """ "7 % mer än 2023"; empty where nothing can be compared with."""
    if before <= 0:
        return ""
    share = now / before - 1
    if abs(share) < 0.005:
        return CLAUSES[lang]["lead.same"].format(year=year)
    key = "lead.more" if share > 0 else "lead.less"
    return CLAUSES[lang][key].format(share=percent(abs(share), lang), year=year)


def _lead_goal(verdict: Verdict, place: str, lang: str) -> str:
    """What the goal asks of each year to come, and whether the place is on its way to it."""
    clauses = CLAUSES[lang]
    goal = verdict.goal
    title = goal.title_sv if lang == "sv" or not goal.title_en else goal.title_en
    rate = verdict.required_rate.rate if verdict.required_rate is not None else None
    first = (verdict.latest_year or 0) + 1
    key = "lead.yardstick" if is_yardstick(goal) else "lead.rate"
    if rate is None:
        key = "lead.yardstick.no_rate" if is_yardstick(goal) else "lead.no_rate"
        key += ".past" if verdict.attainment is Attainment.MISSED else ""
    elif key == "lead.rate" and verdict.target_year == first:
        key = "lead.rate.once"
    of_what = "lead.emissions.co2" if verdict.gas is Gas.CO2 else "lead.emissions"
    text = clauses[key].format(
        title=title, rate=percent(rate, lang, 1), first=first, emissions=clauses[of_what]
    )
    away, no = verdict.direction is Direction.AWAY, verdict.attainment is Attainment.NO
    outcome = "lead.no.away" if away and no else f"lead.{verdict.attainment.value}"
    text += clauses[outcome].format(place=place, in_place=in_place(place, lang))
    text += clauses["lead.away"] if away and not no else ""
    return f"{text}."


def _reservation(shown: Verdict, goals: tuple[Verdict, ...], lang: str) -> str:
    """What the verdict shown does not say; empty where it says all."""
    clauses = CLAUSES[lang]
    if not goals:
        return clauses["lead.no_goals"]
    if is_yardstick(shown.goal):
        reasons = {verdict.reason.value for verdict in goals if verdict.reason is not None}
        why = reasons.pop() if len(reasons) == 1 else "several"
        return clauses["lead.unassessed"].format(why=clauses[f"lead.why.{why}"])
    if shown.own is not None:
        key = "lead.own.indicative" if is_indicative(shown) else "lead.own"
        return clauses[key].format(publisher=shown.own.publisher)
    return clauses["lead.indicative"] if is_indicative(shown) else ""
