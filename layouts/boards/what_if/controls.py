"""What can be chosen on the board: the goal, the rate and its first year, and the levers."""

from collections.abc import Sequence

import dash_bootstrap_components as dbc
from dash.development.base_component import Component

from layouts import html
from layouts.boards.controls import control_id, select
from layouts.boards.twins import dom_id
from layouts.boards.what_if.choice import HIGHEST_RATE, Choice
from layouts.boards.what_if.lever_words import lever_name
from layouts.boards.what_if.levers import Levers, named_scenarios
from layouts.boards.what_if.words import bare_rate, goal_name
from layouts.html.forms import Choice as Option
from layouts.html.markup import data
from layouts.links.addresses import Address
from layouts.links.query import PARAMETERS
from layouts.money.words import of_plan
from layouts.phrases.text import Text, text
from progress.phrases.formats import tonnes_span
from progress.road.levers import Lever

NAME = "what_if"
STEP = 0.5
"""Of the slider, in per cent; the field beside it takes any."""


def slider_id(name: str) -> dict[str, str]:
    """The id of the slider that moves the field of a parameter."""
    return {"board": NAME, "slider": name}


def controls(address: Address, choice: Choice, chosen: Levers) -> list[Component | None]:
    """The controls in the order in which they are read."""
    t = text(address.lang)
    first, last = choice.starts
    return [
        _goals(address, choice, t),
        _slid(
            *(address, "rate", t("what_if.form.rate"), bare_rate(choice.suggested_rate, t.lang)),
            (0, HIGHEST_RATE * 100, STEP),
            choice.scenario.rate * 100,
        ),
        _slid(
            *(address, "start", t("what_if.form.start"), str(choice.suggested_start)),
            (first, last, 1),
            choice.scenario.start_year,
        ),
        _levers(address, chosen, t),
        _kept(
            *(address, "own", t("what_if.own.kept")),
            [(each.key, _label(each, t)) for each in chosen.every if each.own],
        ),
        _kept(
            *(address, "scenario", t("what_if.scenarios.kept")),
            [(each.value, each.name) for each in named_scenarios(address)],
        ),
    ]


def _goals(address: Address, choice: Choice, t: Text) -> Component:
    return select(
        *(NAME, address.with_query(goal=choice.held.goal_id), "goal", t("what_if.form.goal")),
        [Option(held.goal_id, goal_name(held, t)) for held in choice.all_held],
    )


def _slid(
    address: Address,
    name: str,
    label: str,
    suggested: str,
    scale: tuple[float, float, float],
    value: float,
) -> html.Div:
    """A number's field, and a slider that moves it: its value is followed while it is dragged.

    Left empty, what is suggested holds.
    """
    own_id = control_id(NAME, address, name)
    least, most, step = scale
    return html.Div(
        [
            html.Label(label, htmlFor=dom_id(own_id)),
            dbc.Input(
                id=own_id,
                type="number",
                min=least,
                max=most,
                step="any" if step < 1 else step,
                value=(address.get(name) or "").replace(",", "."),
                placeholder=suggested,
                debounce=True,
                class_name="form-number",
            ),
            html.Label(
                dbc.Input(
                    id=slider_id(name),
                    type="range",
                    min=least,
                    max=most,
                    step=step,
                    value=f"{value:g}",
                    class_name="form-range",
                ),
                title=label,
                className="slid",
            ),
        ],
        className="field",
    )


def _levers(address: Address, chosen: Levers, t: Text) -> Component | None:
    """The plan's levers, ticked where they count. All of them is what holds where an address
    chooses none: the browser leaves them out of it (`assets/board.js`)."""
    if not chosen.of_plan:
        return None
    keys = [lever.key for lever in chosen.of_plan]
    word = PARAMETERS["levers"].write("chosen", t.lang)
    options = [(lever.key, _label(lever, t)) for lever in chosen.of_plan]
    return html.Fieldset(
        [
            html.Legend(t("what_if.levers.heading")),
            dbc.Input(
                type="hidden",
                id=control_id(NAME, address, "levers"),
                value=word,
            ),
            _plain_list(
                address, "lever", options, [lever.key for lever in chosen.chosen if not lever.own]
            ),
        ],
        className="field levers",
        **data(list=PARAMETERS["lever"].name(t.lang), nothing=" ".join(keys)),
    )


Choices = Sequence[tuple[str, Component | str]]
"""What can be ticked: our value, and what the reader sees."""


def _plain_list(address: Address, name: str, options: Choices, chosen: list[str]) -> dbc.Checklist:
    parameter = PARAMETERS[name]
    return dbc.Checklist(
        id=control_id(NAME, address, name),
        options=[
            {"label": label, "value": parameter.write(value, address.lang)}
            for value, label in options
        ],
        value=[parameter.write(value, address.lang) for value in chosen],
        class_name="field choices-list",
    )


def _label(lever: Lever, t: Text) -> html.Span:
    """Its name, in the plan's own language, over its effect and the year that it is ready."""
    name = lever_name(lever)
    effect = t(
        "what_if.levers.label",
        effect=tonnes_span(lever.low, lever.high, t.lang),
        year=lever.ready,
    )
    return html.Span(
        [
            html.Span(
                name if lever.own else of_plan(name, lever.actions[0]), className="choice-name"
            ),
            html.Span(effect, className="choice-effect"),
        ],
        className="lever",
    )


def _kept(address: Address, name: str, legend: str, options: Choices) -> Component | None:
    """What the reader has added, all of it ticked: what is unticked goes."""
    if not options:
        return None
    return html.Fieldset(
        [
            html.Legend(legend),
            _plain_list(address, name, options, [value for value, _ in options]),
        ],
        className="field levers",
    )


def follow(address: Address, choice: Choice) -> list[tuple[dict[str, str], dict[str, str]]]:
    """What of the sliders and their fields another choice moves: (id, properties)."""
    scenario = choice.scenario
    return [
        (slider_id("rate"), {"value": f"{scenario.rate * 100:g}"}),
        (slider_id("start"), {"value": str(scenario.start_year)}),
        (
            control_id(NAME, address, "rate"),
            {"placeholder": bare_rate(choice.suggested_rate, address.lang)},
        ),
        (control_id(NAME, address, "start"), {"placeholder": str(choice.suggested_start)}),
    ]
