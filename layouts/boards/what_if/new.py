"""Forms for a measure of the reader's own, and for keeping what is shown as a scenario.

They ask for the page again, which folds what they say into its address (`levers.folded`).
"""

from collections.abc import Sequence
from typing import Any

from dash.development.base_component import Component

from layouts import html
from layouts.boards.what_if.choice import Choice
from layouts.html.markup import Element, Input, aria
from layouts.links.addresses import Address, href
from layouts.links.query import PARAMETERS
from layouts.phrases.text import Text

YEARS = 40
"""How far ahead a measure of one's own may be ready."""


def new_forms(address: Address, choice: Choice, t: Text) -> Component:
    """Folded: who has come to look needs neither."""
    return html.Div(
        [
            html.Details(
                [html.Summary(t("what_if.own.heading")), _own(address, choice, t)], id="own"
            ),
            html.Details(
                [html.Summary(t("what_if.scenarios.new")), _scenario(address, t)], id="keep"
            ),
        ],
        className="board-new",
    )


def _own(address: Address, choice: Choice, t: Text) -> Component:
    first = choice.scenario.year + 1
    years: dict[str, Any] = {"type": "number", "min": str(first), "max": str(first + YEARS)}
    whole = {"type": "text", "inputMode": "numeric", "pattern": "[0-9 \u00a0]{1,15}"}
    groups = [
        Element("option", t(f"money.sectors.{group}"), value=word[0 if t.lang == "sv" else 1])
        for group, word in PARAMETERS["new_group"].words.items()
    ]
    sector_name = PARAMETERS["new_group"].name(t.lang)
    fields = [
        _field("new_action", t, {"type": "text", "required": True, "maxLength": 60}),
        _field("new_low", t, whole),
        _field("new_high", t, whole | {"required": True}),
        _field("new_cost", t, whole),
        _field("new_from", t, years),
        _field("new_to", t, years | {"required": True}),
        html.Div(
            [
                html.Label(t("what_if.new_group"), htmlFor="f-new-group"),
                html.Select(
                    [Element("option", t("what_if.group.none"), value=""), *groups],
                    id="f-new-group",
                    name=sector_name,
                ),
            ],
            className="field",
        ),
    ]
    return _form(address, fields, t("what_if.own.add"), t("what_if.own.heading"))


def _scenario(address: Address, t: Text) -> Component:
    fields = [_field("new_scenario", t, {"type": "text", "required": True, "maxLength": 60})]
    return _form(address, fields, t("what_if.scenarios.keep"), t("what_if.scenarios.new"))


def _field(name: str, t: Text, attributes: dict[str, Any]) -> html.Div:
    field_id = f"f-{name.replace('_', '-')}"
    field = Input(id=field_id, name=PARAMETERS[name].name(t.lang), **attributes)
    return html.Div([html.Label(t(f"what_if.{name}"), htmlFor=field_id), field], className="field")


def _form(address: Address, fields: Sequence[Component], button: str, label: str) -> html.Form:
    """All that the address chooses goes along; with a script, as it is by then."""
    carried = [
        Input(
            type="hidden",
            name=parameter.name(address.lang),
            value=parameter.write(value, address.lang),
        )
        for name, value in address.query
        if (parameter := PARAMETERS[name])
    ]
    return html.Form(
        [*carried, *fields, html.Button(button, type="submit")],
        action=href(address.without_query()),
        method="get",
        className="filters",
        **aria(label=label),
    )
