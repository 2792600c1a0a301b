"""The controls of a board: Bootstrap's form fields, each standing for a parameter of the address.

A control's id holds the parameter's name as the address writes it in its language, and its values
are the address's words: the browser makes the address of them, and the server reads both alike.
"""

from collections.abc import Sequence

import dash_bootstrap_components as dbc
from dash.development.base_component import Component

from layouts import html
from layouts.boards.parts import CountedChoice, CountedList
from layouts.boards.twins import NOTHING, dom_id
from layouts.html.folded import folded_choices
from layouts.html.forms import Choice
from layouts.html.markup import aria
from layouts.links.addresses import Address
from layouts.links.query import PARAMETERS


def control_id(board: str, address: Address, name: str) -> dict[str, str]:
    """The id of the control of a parameter."""
    return {"board": board, "control": PARAMETERS[name].name(address.lang)}


def word(address: Address, name: str) -> str:
    """What the address has chosen for a parameter, in its own words; empty where nothing is."""
    value = address.get(name)
    return "" if value is None else PARAMETERS[name].write(value, address.lang)


def click(name: str, value: str, lang: str) -> str:
    """What a click chooses: a control's name and value, in the words of the address."""
    parameter = PARAMETERS[name]
    return f"{parameter.name(lang)}:{parameter.write(value, lang)}"


def options(address: Address, name: str, choices: Sequence[Choice]) -> list[dict[str, str]]:
    """The choices as Dash's options; one without a value chooses nothing."""
    parameter = PARAMETERS[name]
    return [
        {
            "label": choice.label,
            "value": parameter.write(choice.value, address.lang) if choice.value else NOTHING,
        }
        for choice in choices
    ]


def choices(lang: str, controls: Sequence[Component | None]) -> html.Details:
    """The controls of a board: beside its graphs, and on a narrow screen folded above them."""
    return folded_choices(
        lang,
        dbc.Form(list(controls), class_name="board-controls", prevent_default_on_submit=True),
    )


def select(
    board: str, address: Address, name: str, label: str, choices: Sequence[Choice]
) -> html.Div:
    """A labelled select."""
    own_id = control_id(board, address, name)
    return html.Div(
        [
            html.Label(label, htmlFor=dom_id(own_id)),
            dbc.Select(
                id=own_id,
                options=options(address, name, choices),
                value=word(address, name) or NOTHING,
                class_name="form-select",
            ),
        ],
        className="field",
    )


def slider(
    board: str,
    address: Address,
    name: str,
    label: str,
    years: range,
    last: str = "",
    *,
    first: bool = False,
) -> html.Div:
    """A year on a slider: the last (`last` in words), or with `first` the first, where nothing is
    chosen."""
    own_id = control_id(board, address, name)
    none = years[0] if first else years[-1]
    return html.Div(
        [
            html.Label(label, htmlFor=dom_id(own_id)),
            dbc.Input(
                id=own_id,
                type="range",
                min=years[0],
                max=years[-1],
                step=1,
                value=word(address, name) or str(none),
                class_name="form-range from-first" if first else "form-range",
            ),
            html.Div(
                [html.Span(str(year)) for year in years[:-1]] + [html.Span(last)]
                if last
                else [html.Span(str(years[0])), html.Span(str(years[-1]))],
                className="board-marks",
                **aria(hidden="true"),
            ),
        ],
        className="field",
    )


def switch(board: str, address: Address, name: str, choice: Choice) -> dbc.Checklist:
    """One choice that is on or off."""
    on = word(address, name)
    return dbc.Checklist(
        id=control_id(board, address, name),
        options=options(address, name, [choice]),
        value=[on] if on else [],
        switch=True,
        class_name="field",
    )


def search(board: str, address: Address, name: str, label: str) -> html.Div:
    """A field for a text to search for, which takes effect when it is left or entered."""
    own_id = control_id(board, address, name)
    return html.Div(
        [
            html.Label(label, htmlFor=dom_id(own_id)),
            dbc.Input(
                id=own_id,
                type="search",
                debounce=True,
                value=word(address, name),
                class_name="form-search",
            ),
        ],
        className="field",
    )


def checklist(
    board: str,
    address: Address,
    name: str,
    choices: Sequence[Choice],
    chosen: Sequence[str],
) -> dbc.Checklist:
    """Choices of which several can be made."""
    parameter = PARAMETERS[name]
    return dbc.Checklist(
        id=control_id(board, address, name),
        options=options(address, name, choices),
        value=[parameter.write(value, address.lang) for value in chosen],
        class_name="field choices-list",
    )


def counted_list(
    board: str, address: Address, name: str, choices: Sequence[Choice], chosen: Sequence[str]
) -> CountedList:
    """The same, each with how many it would leave."""
    parameter = PARAMETERS[name]
    return CountedList(
        control_id(board, address, name),
        counted_choices(address, name, choices),
        [parameter.write(value, address.lang) for value in chosen],
    )


def counted_choices(address: Address, name: str, choices: Sequence[Choice]) -> list[CountedChoice]:
    """The choices of a list, with their counts."""
    parameter = PARAMETERS[name]
    return [
        {
            "value": parameter.write(choice.value, address.lang),
            "label": choice.label,
            "count": choice.count or 0,
        }
        for choice in choices
    ]
