"""The carbon budget as Borlänge follows it: the account, when it runs out, the share of its time,
and how forecasts turned out; else what a city loads."""

from typing import Any

from layouts import html
from layouts.city.budget import account_words, budget_section
from layouts.city.own import forecast_words, outcome_words
from layouts.html.cards import section
from layouts.links.addresses import Address
from layouts.phrases.text import Text, text
from layouts.systems.answers import SystemsAnswers
from layouts.systems.system import State, Summary, waits
from progress.goals.goal import GoalKind
from progress.goals.verdict_model import Verdict


def summary(answers: SystemsAnswers, t: Text) -> Summary:
    """The first budget's account; that it is an indication, where no series fits the budget."""
    budgets = _budgets(answers)
    if not budgets:
        return Summary(State.WAITS, t("systems.budget.none"))
    verdict = budgets[0]
    near = verdict.indicative
    if verdict.budget is not None:
        return Summary(State.SHOWN, account_words(verdict, verdict.budget, t))
    if near is not None and near.budget is not None:
        words = t("systems.budget.indicative", words=account_words(near, near.budget, t))
        return Summary(State.PART, words)
    return Summary(State.WAITS, t("systems.budget.waits"))


def view(address: Address, answers: SystemsAnswers) -> list[Any]:
    """Each budget's account, what to load for it, forecasts and how they turned out."""
    t = text(address.lang)
    budgets = _budgets(answers)
    if not budgets:
        return [waits(address, t("systems.budget.none"), "own-series")]
    parts: list[Any] = [budget_section(address, answers.city)]
    if any(verdict.budget is None for verdict in budgets):
        parts.append(waits(address, t("systems.budget.load"), "own-series"))
        parts.append(html.Ul([html.Li(t(f"systems.budget.load.{n}")) for n in range(1, 4)]))
    coming = forecast_words(answers.city, t)
    outcomes = [outcome_words(*each, answers.city, t) for each in answers.city.forecast_outcomes]
    parts.append(
        section(
            "forecasts",
            t("systems.budget.forecasts.heading"),
            html.P(t("systems.budget.forecasts.intro")),
            *(html.P(words) for words in (*coming, *outcomes)),
            None if coming or outcomes else html.P(t("systems.budget.forecasts.none")),
        )
    )
    return parts


def _budgets(answers: SystemsAnswers) -> list[Verdict]:
    return [each for each in answers.city.own_verdicts if each.goal.kind is GoalKind.BUDGET]
