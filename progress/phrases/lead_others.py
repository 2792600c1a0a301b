"""The lead's sentences on the goals that do not lead (RULES §4, §5)."""

from collections.abc import Iterable

from progress.goals.goal import GoalKind, GoalScope
from progress.goals.leading import own_goals
from progress.goals.verdict_model import Attainment, Reason, Verdict
from progress.phrases.clauses import clauses_of
from progress.phrases.formats import percent
from progress.phrases.lead_goal import awaiting_sentence
from progress.phrases.wording import goal_name, needed_words, promised_and_needed

WHOLE = (GoalScope.TERRITORIAL, GoalScope.BUDGET)
"""Scopes that speak of the whole place."""


def beside_sentence(verdict: Verdict, lead: Verdict, lang: str) -> str:
    """A nearer goal that does not lead: its year has passed, or it cannot be assessed."""
    if verdict.awaiting:
        return awaiting_sentence(verdict, lang, beside=lead)
    clauses = clauses_of(lang)
    if verdict.attainment is Attainment.MISSED:
        text = clauses["lead.missed.short"]
    else:
        text = clauses["lead.passed.why"]
    return text.format(goal=goal_name(verdict.goal, lang)) + "."


def following_sentence(verdict: Verdict, lang: str) -> str:
    """The goal that follows a reached one: what it needs, and what its part has done."""
    clauses, goal = clauses_of(lang), verdict.goal
    needed = needed_words(verdict, lang) or ""
    if goal.kind is GoalKind.ANNUAL_RATE:
        return promised_and_needed(verdict, needed, lang) + "."
    if goal.scope is not GoalScope.TRANSPORT or verdict.done_rate is None:
        return clauses["lead.next"].format(goal=goal_name(goal, lang), needed=needed) + "."
    key = "lead.next.fallen" if verdict.done_rate >= 0 else "lead.next.risen"
    return (
        clauses["lead.next.part"].format(
            whose=_whose(verdict, lang),
            target_year=verdict.target_year,
            needed=needed,
            part=clauses["lead.part.transport"],
            done=clauses[key].format(rate=percent(abs(verdict.done_rate), lang, 1)),
        )
        + "."
    )


def _whose(verdict: Verdict, lang: str) -> str:
    """Whose emissions a goal for a part counts, by the goal's own title: “Vägtrafikens”."""
    goal = verdict.goal
    first, separator, _ = goal.title_sv.partition(" utsläpp")
    if lang == "sv" and separator and " " not in first:
        return first
    if lang == "en" and goal.title_en.lower().startswith("road traffic"):
        return "Road traffic’s"
    return clauses_of(lang)["lead.whose.transport"]


def unassessed_sentence(verdicts: Iterable[Verdict], name: str, lang: str) -> str:
    """Why none of the city's own goals can be assessed."""
    clauses = clauses_of(lang)
    goals = [goal for goal in own_goals(verdicts) if goal.goal.kind is not GoalKind.NARRATIVE]
    if not goals:
        result = tuple(own_goals(verdicts))
        if not result:
            return clauses["lead.no_goals"].format(name=name) + "."
        goals = list(result)
    whole = [goal for goal in goals if goal.goal.scope in WHOLE]
    reasons = {verdict.reason for verdict in whole or goals if verdict.reason is not None}
    reason = reasons.pop() if len(reasons) == 1 else None
    key = "several" if reason is None else reason.value
    if reason is Reason.SCOPE_MISMATCH:
        key = "consumption"
    return clauses[f"lead.why.{key}"].format(possessive=possessive(name, lang)) + "."


def possessive(name: str, lang: str) -> str:
    """“Örebros”, “Borås”; in English with an apostrophe."""
    if lang == "en":
        return f"{name}’s"
    return name if name[-1:] in "sxz" else f"{name}s"
