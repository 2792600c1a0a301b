"""The page: the answer in sentences, the reader's choice, chart and table, and the plan's reach."""

from typing import Any

from layouts import html
from layouts.addresses import Address, href
from layouts.cards import notice, section
from layouts.charts.block import chart_block
from layouts.enumeration import enumerated
from layouts.forms import Choice as Option
from layouts.forms import form, number_field, select
from layouts.goal_words import goal_quote, title
from layouts.page import Page
from layouts.text import Text, text
from layouts.what_if.answers import WhatIfAnswers
from layouts.what_if.chart import scenario_chart
from layouts.what_if.choice import HIGHEST_RATE, Choice, choose
from layouts.what_if.lead import lead, other_budgets
from layouts.what_if.plan import plan_chart, plan_section, plan_view
from layouts.what_if.ways import ways
from layouts.what_if.words import bare_rate, goal_name, rate, series_name
from progress.formats import NBSP, number
from progress.series import Unit
from progress.verdict_model import Verdict

NOTE_ID = "form-note"


def page(address: Address, answers: WhatIfAnswers) -> Page:
    """What it would take, for any of the 290: those without goals of their own by the yardstick."""
    t = text(address.lang)
    name = answers.municipality.name
    choice = choose(address, answers)
    parts: list[Any] = [_back(address, name, t), html.H1(t("what_if.heading", name=name))]
    if choice is None:
        parts.append(html.P(t("what_if.nothing", name=name), className="lead"))
    else:
        words = lead(choice, t)
        view = plan_view(answers, choice.held, choice.all_held)
        chart = scenario_chart(choice, words.chart, name, t)
        plan = plan_chart(view, t)
        parts += [
            html.P(words.first, className="lead"),
            html.P(words.then) if words.then else None,
            _form(address, choice, t),
            _note(choice, t),
            section(
                "ways",
                t("what_if.ways.heading"),
                chart_block(chart, address),
                ways(choice, t),
                html.P(t("what_if.ways.note"), className="note"),
            ),
            _goal(address, choice, t),
            _budgets(address, choice, t),
            plan_section(view, plan, address, t),
        ]
    return Page(
        title=t("what_if.title", name=name),
        description=t("what_if.description", name=name),
        lang=address.lang,
        address=address,
        body=html.Div(parts, className="page page-what-if"),
        problems=choice.problems if choice is not None else (),
    )


def _back(address: Address, name: str, t: Text) -> html.P:
    link = href(Address("city", address.lang, slug=address.slug))
    return html.P(html.A(t("what_if.back", name=name), href=link), className="kicker")


def _form(address: Address, choice: Choice, t: Text) -> html.Form:
    """Empty fields stand for the rate that is needed and for the coming year."""
    lang = address.lang
    shown = address.with_query(goal=choice.held.goal_id)
    own = t("what_if.form.goal.own")
    options = [
        Option(held.goal_id, goal_name(held, t), "" if held.yardstick else own)
        for held in choice.all_held
    ]
    first, last = choice.starts
    suggested = bare_rate(choice.suggested_rate, lang)
    return form(
        address,
        [
            select(shown, "goal", t("what_if.form.goal"), options),
            number_field(
                address,
                "rate",
                t("what_if.form.rate"),
                least=0,
                most=HIGHEST_RATE * 100,
                step="any",
                suggested=suggested,
                described_by=NOTE_ID,
            ),
            number_field(
                address,
                "start",
                t("what_if.form.start"),
                least=first,
                most=last,
                step="1",
                suggested=str(choice.suggested_start),
                described_by=NOTE_ID,
            ),
        ],
        t("what_if.form.button"),
        label=t("what_if.form.label"),
    )


def _note(choice: Choice, t: Text) -> html.P:
    """What empty fields stand for, and what the answer is not."""
    empty = t(
        "what_if.form.empty",
        rate=rate(choice.suggested_rate, t.lang),
        start=choice.suggested_start,
    )
    return html.P(f"{empty} {t('what_if.caution')}", id=NOTE_ID, className="note")


def _begun(verdict: Verdict, t: Text) -> html.P | None:
    """Sectors that the statistics have for the newest years only, and the level with them."""
    if not verdict.begun or verdict.level is None or verdict.actual is None:
        return None
    sectors = enumerated([t(f"word.sector.{sector}") for sector in verdict.begun], t)
    decimals = 0 if verdict.unit is Unit.TONNES else 2
    without, whole = (number(one, t.lang, decimals) for one in (verdict.actual, verdict.level))
    unit = t(f"word.unit.{verdict.unit}")
    words = t(
        "what_if.begun",
        sectors=sectors,
        year=verdict.latest_year,
        without=f"{without}{NBSP}{unit}",
        whole=f"{whole}{NBSP}{unit}",
    )
    return html.P(words, className="note")


def _goal(address: Address, choice: Choice, t: Text) -> html.Section:
    """Which goal, in its own words; which series; what is assumed where the source is silent."""
    lang, held = address.lang, choice.held
    verdict = held.verdict
    city = href(Address("city", lang, slug=address.slug))
    assumptions = [
        assumption.text_sv if lang == "sv" else assumption.text_en
        for assumption in verdict.assumptions
    ]
    return section(
        "goal",
        t("what_if.goal.heading"),
        html.P(html.Strong(goal_name(held, t))),
        None if held.yardstick else goal_quote(verdict.goal, t),
        notice(html.P(t("what_if.goal.near"))) if held.indicative else None,
        html.P(t("what_if.goal.series", series=series_name(verdict, t)), className="note"),
        _begun(verdict, t),
        html.Div(
            [
                html.P(t("city.goals.assumptions"), className="label"),
                html.Ul([html.Li(assumption) for assumption in assumptions]),
            ],
            className="assumptions",
        )
        if assumptions
        else None,
        html.P(html.A(t("what_if.goal.city"), href=f"{city}#goals"), className="links"),
    )


def _budgets(address: Address, choice: Choice, t: Text) -> html.Section | None:
    lang = address.lang
    result = other_budgets(choice, t)
    if not result:
        return None
    items = []
    for other, words in result:
        series = t("what_if.budgets.series", series=series_name(other.verdict, t))
        near = f" {t('what_if.budgets.near')}" if other.indicative else ""
        name = html.Strong(title(other.verdict.goal, lang))
        items.append(html.Li([name, ". ", f"{words} {series}{near}"]))
    return section(
        "budgets", t("what_if.budgets.heading"), html.P(t("what_if.budgets.intro")), html.Ul(items)
    )
