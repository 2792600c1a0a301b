"""The callbacks of the portfolio's board: every choice is made in all of its views."""

from typing import TYPE_CHECKING, Any

from dash import ALL, Input, Output, ctx, no_update, set_props

from callbacks.bindings.portfolio import answers_of, checked
from callbacks.boards.controls import controls_of, follow_controls, graphs_of, requested
from data_access.reading import Connection
from layouts.addresses import Address
from layouts.boards import portfolio
from layouts.boards.board import Board, Look
from layouts.boards.legend import legend_items
from layouts.charts.figure_board import board_figure
from layouts.query import PARAMETERS

if TYPE_CHECKING:
    from callbacks.first_response import KlimatDash

NAME = portfolio.NAME


def tree(conn: Connection, address: Address, look: Look) -> Board | None:
    """The board at an address."""
    usable, _ = checked(conn, address)
    return portfolio.board(usable, answers_of(conn, usable), look)


def register(app: "KlimatDash") -> None:
    """Add the callbacks."""
    follow_controls(app, NAME)

    @app.callback(
        Output({"board": NAME, "region": ALL}, "children"),
        Output(graphs_of(NAME), "figure"),
        Output({"board": NAME, "legend": ALL}, "children"),
        Input(controls_of(NAME), "value"),
        prevent_initial_call=True,
    )
    def draw(_values: list[Any]) -> tuple[list[Any], list[Any], list[Any]]:
        at, address = requested()
        if _other_than(PARAMETERS["page"].name(address.lang)):
            address = address.with_query(page=None)
        with app.pages.connection() as conn:
            usable, _ = checked(conn, address)
            answers = answers_of(conn, usable)
        view = portfolio.View(usable, answers)
        inside = portfolio.regions(view)
        chart = portfolio.years_chart(view)
        regions, graphs, legends = ctx.outputs_list
        choices = portfolio.choices(view)
        for control in ctx.inputs_list[0]:  # not every control has choices
            if (name := control["id"]["control"]) in choices:
                set_props(control["id"], {"options": choices[name]})
        return (
            [inside.get(region["id"]["region"], no_update) for region in regions],
            [board_figure(chart, dark=at.look.dark, narrow=at.look.narrow) for _ in graphs],
            [legend_items(chart, usable) for _ in legends],
        )


def _other_than(control: str) -> bool:
    """Whether a control besides this one has changed."""
    changed = ctx.triggered_prop_ids.values()
    return any(isinstance(each, dict) and each.get("control") != control for each in changed)
