"""The page of the board: its head, the board, forms for what is new, and all of it in words."""

from dataclasses import replace
from typing import Any

from dash.development.base_component import Component

from layouts import html
from layouts.boards.board import stage
from layouts.boards.tables import tables_section
from layouts.boards.what_if.answers import WhatIfAnswers
from layouts.boards.what_if.choice import Choice
from layouts.boards.what_if.control import control_section
from layouts.boards.what_if.costs import costs_section
from layouts.boards.what_if.lead import other_budgets
from layouts.boards.what_if.levers import folded
from layouts.boards.what_if.new import new_forms
from layouts.boards.what_if.plan_words import plan_section
from layouts.boards.what_if.scenarios import scenarios_section
from layouts.boards.what_if.tree import View, board, view
from layouts.boards.what_if.ways import ways
from layouts.boards.what_if.words import goal_name, series_name
from layouts.frame.page import Page
from layouts.html.cards import notice
from layouts.links.addresses import Address, href
from layouts.phrases.enumeration import enumerated
from layouts.phrases.goal_words import goal_quote, title
from layouts.phrases.text import Text, text
from progress.emissions.series import Unit
from progress.goals.verdict_model import Verdict
from progress.phrases.formats import NBSP, number
from progress.phrases.words import sector_phrase
from progress.road.scenario import path_behind


def page(address: Address, answers: WhatIfAnswers) -> Page:
    """What it would take, for any of the 290: those without goals of their own by the yardstick."""
    t = text(address.lang)
    name = answers.municipality.name
    there = folded(address)
    shown = view(there, answers)
    city = href(Address("city", address.lang, slug=address.slug))
    head: list[Any] = [
        html.P(html.A(t("what_if.back", name=name), href=city), className="kicker"),
        html.H1(t("what_if.heading", name=name)),
    ]
    if shown is None:
        body = html.Div([*head, html.P(t("what_if.nothing", name=name), className="lead")])
        return _page(there, t, name, body)
    made = board(shown)
    parts = html.Div(
        [
            *head,
            stage(made, there),
            new_forms(there, shown.choice, t),
            tables_section(made, t, *_behind(shown), address=there),
        ],
        className="page page-board page-what-if",
    )
    made_page = _page(there, t, name, parts)
    return replace(
        made_page,
        problems=shown.choice.problems,
        stylesheet="board.css",
        board=made.name,
        leads_to=there if there != address else None,
    )


def _page(address: Address, t: Text, name: str, body: Component) -> Page:
    return Page(
        title=t("what_if.title", name=name),
        description=t("what_if.description", name=name),
        lang=t.lang,
        address=address,
        body=body,
    )


def _behind(view: View) -> list[Component]:
    """What the graphs are drawn from and held against."""
    t, choice, address = view.t, view.choice, view.address
    has_path = path_behind(choice.held.verdict) is not None
    note = " ".join([t("what_if.ways.note"), *([t("what_if.ways.note.path")] if has_path else [])])
    parts: list[Component | None] = [
        scenarios_section(address, view.answers, t),
        html.Div(
            [
                html.H3(t("what_if.ways.heading" + (".path" if has_path else "")), id="ways"),
                ways(choice, t),
                html.P(note, className="note"),
            ]
        ),
        _goal(address, choice, t),
        _budgets(choice, t),
        plan_section(view.levers, view.road, address, view.name, t),
        costs_section(view.levers, view.road, view.answers.current_year, address, t),
        control_section(view.levers, view.road, view.answers, t),
    ]
    return [part for part in parts if part is not None]


def _begun(verdict: Verdict, t: Text) -> html.P | None:
    """Sectors that the statistics have for the newest years only, and the level with them."""
    if not verdict.begun or verdict.level is None or verdict.actual is None:
        return None
    sectors = enumerated([sector_phrase(sector, t.lang) for sector in verdict.begun], t)
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


def _goal(address: Address, choice: Choice, t: Text) -> html.Div:
    """Which goal, in its own words; which series; what is assumed where the source is silent."""
    lang, held = address.lang, choice.held
    verdict = held.verdict
    city = href(Address("city", lang, slug=address.slug))
    assumptions = [
        assumption.text_sv if lang == "sv" else assumption.text_en
        for assumption in verdict.assumptions
    ]
    parts = [
        html.H3(t("what_if.goal.heading"), id="goal"),
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
    ]
    return html.Div(parts)


def _budgets(choice: Choice, t: Text) -> html.Div | None:
    lang = t.lang
    result = other_budgets(choice, t)
    if not result:
        return None
    items = []
    for other, words in result:
        series = t("what_if.budgets.series", series=series_name(other.verdict, t))
        near = f" {t('what_if.budgets.near')}" if other.indicative else ""
        name = html.Strong(title(other.verdict.goal, lang))
        items.append(html.Li([name, ". ", f"{words} {series}{near}"]))
    heading = html.H3(t("what_if.budgets.heading"), id="budgets")
    return html.Div([heading, html.P(t("what_if.budgets.intro")), html.Ul(items)])
