"""A city's lead: two or three sentences that anyone understands."""

from progress.facts import Municipality
from progress.formats import percent, tonnes
from progress.goals import GoalKind, GoalScope
from progress.sentence_texts import CLAUSES
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
    own = most_important(tuple(v for v in verdicts if not is_yardstick(v.goal)))
    shown = own or yardstick
    parts = []
    if yardstick is not None and yardstick.actual is not None:
        parts.append(_lead_level(yardstick, municipality.name, lang))
    if shown is not None and shown.actual is not None:
        parts.append(_lead_goal(shown, municipality.name, lang))
    if not parts:
        return CLAUSES[lang]["lead.nothing"].format(place=municipality.name)
    return " ".join(parts)


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
    text = clauses["lead.level"].format(
        year=yardstick.latest_year, actual=tonnes(actual, lang), place=place
    )
    points = yardstick.trend.points if yardstick.trend is not None else ()
    changes = []
    if len(points) > 1:
        changes.append(_change(points[-1].value, points[-2].value, points[-2].year, lang))
    if yardstick.base is not None and yardstick.base_year is not None and actual is not None:
        changes.append(_change(actual, yardstick.base, yardstick.base_year, lang))
    told = clauses["lead.and"].join(change for change in changes if change)
    return f"{text}, {told}." if told else f"{text}."


def _change(now: float, before: float, year: int, lang: str) -> str:
    if before <= 0:
        return ""
    share = now / before - 1
    if abs(share) < 0.005:
        return CLAUSES[lang]["lead.same"].format(year=year)
    key = "lead.more" if share > 0 else "lead.less"
    return CLAUSES[lang][key].format(share=percent(abs(share), lang), year=year)


def _lead_goal(verdict: Verdict, place: str, lang: str) -> str:
    clauses = CLAUSES[lang]
    goal = verdict.goal
    title = goal.title_sv if lang == "sv" or not goal.title_en else goal.title_en
    key = "lead.yardstick" if is_yardstick(goal) else "lead.rate"
    rate = verdict.required_rate.rate if verdict.required_rate is not None else None
    if rate is None:
        key = "lead.yardstick.no_rate" if is_yardstick(goal) else "lead.no_rate"
    text = clauses[key].format(title=title, rate=percent(rate, lang, 1))
    text += clauses[f"lead.{verdict.attainment.value}"].format(place=place)
    if verdict.direction is Direction.AWAY:
        text += clauses["lead.away"]
    if is_indicative(verdict):
        text += clauses["lead.indicative"]
    if verdict.own is not None:
        text += clauses["lead.own"].format(publisher=verdict.own.publisher)
    return text
