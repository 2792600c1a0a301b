"""The investment plan by Örebro's five criteria, with weights that a reader moves."""

from typing import Any

from layouts import html
from layouts.html.cards import section
from layouts.html.forms import Choice, form, select
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.money import words as money_words
from layouts.phrases import kronor
from layouts.phrases.text import Text, text
from layouts.systems.answers import SystemsAnswers
from layouts.systems.system import State, Summary, waits
from progress.money.cost_per_tonne import units
from progress.money.plan import actions_of, plan_sums
from progress.money.weighing import Criterion, Weighed, weighed
from progress.phrases.figures import Figure
from progress.phrases.formats import number

WEIGHTS = ("0", "", "2", "3")
"""What a criterion can weigh; nothing chosen is 1."""


def summary(answers: SystemsAnswers, t: Text) -> Summary:
    """How many measures there are, and of how many the cost is known."""
    coverage = plan_sums(answers.actions).coverage
    if not actions_of(answers.actions):
        if answers.actions:
            return Summary(State.PART, t("systems.investment_plan.sums"))
        return Summary(State.WAITS, t("systems.investment_plan.none"))
    words = t("systems.investment_plan.n", n=coverage.of, known=coverage.known)
    return Summary(State.SHOWN if coverage.known else State.PART, words)


def view(address: Address, answers: SystemsAnswers) -> list[Any]:
    """The weights and the measures in their order; without a plan what a city fills in."""
    t = text(address.lang)
    there = href(Address("money", address.lang, slug=address.slug))
    money = html.P(html.A(t("systems.investment_plan.money"), href=f"{there}#plan"))
    if not actions_of(answers.actions):
        words = t("systems.investment_plan.waits")
        mission = html.P([t("systems.investment_plan.mission"), " ", _mission(answers, t)])
        sums = money if answers.actions else None
        return [waits(address, words, "investment-actions"), sums, mission]
    chosen = weights(address)
    rows = weighed(units(answers.actions), chosen)
    ranked = [row for row in rows if row.place is not None]
    left_out = len(rows) - len(ranked)
    columns = [
        Column(t("systems.investment_plan.column.place"), numeric=True),
        Column(t("money.rank.action"), wide=True),
        *(Column(t(f"systems.criterion.{each}"), numeric=True) for each in Criterion),
        Column(t("systems.investment_plan.column.mean"), numeric=True),
        Column(t("systems.investment_plan.column.rests"), numeric=True),
    ]
    of = sum(weight > 0 for weight in chosen.values())
    return [
        section(
            "weights",
            t("systems.investment_plan.weights"),
            html.P(t("systems.investment_plan.rule")),
            form(
                address,
                [_select(address, each, t) for each in Criterion],
                t("systems.investment_plan.apply"),
                label=t("systems.investment_plan.weights"),
            ),
        ),
        section(
            "measures",
            t("systems.investment_plan.heading"),
            table(
                t("systems.investment_plan.caption", n=len(ranked)),
                columns,
                [_row(row, of, t) for row in ranked],
                stack=True,
            )
            if ranked
            else html.P(t("systems.investment_plan.no_weight")),
            html.P(t("systems.investment_plan.left_out", n=left_out), className="note")
            if left_out
            else None,
            money,
        ),
    ]


def weights(address: Address) -> dict[Criterion, int]:
    """What each criterion weighs in the address; 1 where it does not say."""
    return {each: int(address.get(f"weight_{each}") or 1) for each in Criterion}


def _select(address: Address, criterion: Criterion, t: Text) -> html.Div:
    choices = [Choice(value, t(f"systems.weight.{value or '1'}")) for value in WEIGHTS]
    return select(address, f"weight_{criterion}", t(f"systems.criterion.{criterion}"), choices)


def _row(row: Weighed, of: int, t: Text) -> list[Any]:
    first = row.unit.actions[0]
    titles = "; ".join(action.title for action in row.unit.actions)
    assert row.mean is not None
    return [
        str(row.place),
        money_words.of_plan(titles, first),
        *(_figure(row, each, t) for each in Criterion),
        Figure(number(100 * row.mean, t.lang), round(row.mean, 4), "0–1"),
        t("systems.of", n=row.rests_on, of=of),
    ]


def _figure(row: Weighed, criterion: Criterion, t: Text) -> str:
    """The figure that the criterion rests on, and the score that it gives."""
    value, score = row.figures.get(criterion), row.scores.get(criterion)
    if value is None:
        return t("word.none")
    lang = t.lang
    written = {
        Criterion.COST_EFFECTIVENESS: lambda: f"{kronor.per_tonne(value, value, lang)} kr/t",
        Criterion.POTENTIAL: lambda: f"{number(float(value), lang)} t",
    }.get(criterion, lambda: str(value))()
    return written if score is None else f"{written} ({number(100 * score, lang)})"


def _mission(answers: SystemsAnswers, t: Text) -> str:
    """Whether the city is one of the EU's mission, and what the mission asks of it."""
    mission = answers.city.municipality.eu_mission
    return t(f"systems.investment_plan.mission.{'eu' if mission else 'sweden'}")
