"""The controls of a board: Bootstrap's form fields, each standing for a parameter of the address.

A control's id holds the parameter's name as the address writes it in its language, and its values
are the address's words: the browser makes the address of them, and the server reads both alike.
"""

from collections.abc import Sequence

import dash_bootstrap_components as dbc
from dash import html

from layouts.addresses import Address
from layouts.boards.twins import NOTHING, dom_id
from layouts.forms import Choice
from layouts.markup import aria
from layouts.query import PARAMETERS


def control_id(board: str, address: Address, name: str) -> dict[str, str]:
    """The id of the control of a parameter."""
    return {"board": board, "control": PARAMETERS[name].name(address.lang)}


def word(address: Address, name: str) -> str:
    """What the address has chosen for a parameter, in its own words; empty where nothing is."""
    value = address.get(name)
    return "" if value is None else PARAMETERS[name].write(value, address.lang)


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
    board: str, address: Address, name: str, label: str, years: range, last: str
) -> html.Div:
    """A year on a slider, the last (`last` in words) where nothing is chosen."""
    own_id = control_id(board, address, name)
    return html.Div(
        [
            html.Label(label, htmlFor=dom_id(own_id)),
            dbc.Input(
                id=own_id,
                type="range",
                min=years[0],
                max=years[-1],
                step=1,
                value=word(address, name) or str(years[-1]),
                class_name="form-range",
            ),
            html.Div(
                [html.Span(str(year)) for year in years[:-1]] + [html.Span(last)],
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
