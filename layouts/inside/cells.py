"""A grid of cells that are fields of a form: by keyboard and paste where scripts run."""

from collections.abc import Mapping, Sequence

from dash.development.base_component import Component

from layouts import html
from layouts.html.markup import Element, Input, aria, data
from layouts.inside.answers import YearGrid
from layouts.inside.fields import invalid_by, label_of
from layouts.inside.frame import options_of
from layouts.phrases.text import Text

CELL = "cell-"
"""Begins the names of cells that are sent: then the row and the column, from 0."""


def cell_field(
    row: int, place: int, value: str, heading: str, t: Text, *, fault: int | None = None
) -> Element:
    """One cell, named by its row and its heading for who does not see where it stands, and
    described by what is wrong in it."""
    return Input(
        type="text",
        name=f"{CELL}{row}-{place}",
        value=value,
        autoComplete="off",
        **_named(row, heading, t, fault),
    )


def _named(row: int, heading: str, t: Text, fault: int | None) -> dict[str, str]:
    label = t("inside.mend.cell", row=row, column=heading)
    return {**aria(label=label), **invalid_by(fault)}


def cells_table(
    label: str,
    headings: Sequence[str],
    rows: Mapping[int, Sequence[Component]],
    t: Text,
    *,
    most_rows: int = 0,
) -> Component:
    """The rows by their numbers under the headings, in a region of its own that scrolls; by script
    it grows to `most_rows` where more is pasted. What was pasted is announced under it."""
    head = [html.Th(t("inside.upload.row"), scope="col")]
    head += [html.Th(heading, scope="col") for heading in headings]
    body = [
        html.Tr([html.Th(str(number), scope="row"), *(html.Td(cell) for cell in cells)])
        for number, cells in rows.items()
    ]
    table = html.Table(
        [html.Thead(html.Tr(head)), html.Tbody(body)],
        className="cells",
        **data(cells=str(most_rows)),
    )
    announced = html.P(
        "",
        role="status",
        className="note",
        **data(pasted=t("inside.cells.pasted"), left=t("inside.cells.left_out")),
    )
    region = html.Div(table, className="scroll", tabIndex=0, role="region", **aria(label=label))
    return html.Div([html.P(t("inside.cells.keys"), className="note"), region, announced])


def year_grid(grid: YearGrid, label: str, t: Text) -> Component:
    """The years of a series; a column of words is chosen from them."""
    rows = {
        number: [_year_cell(number, place, value, grid, t) for place, value in enumerate(cells)]
        for number, cells in grid.rows.items()
    }
    headings = [label_of(column, t) for column in grid.columns]
    return cells_table(label, headings, rows, t, most_rows=grid.most_rows)


def _year_cell(row: int, place: int, value: str, grid: YearGrid, t: Text) -> Component:
    column = grid.columns[place]
    heading = label_of(column, t)
    fault = grid.faulty.get((row, place))
    if not column.words:
        return cell_field(row, place, value, heading, t, fault=fault)
    words = {"": "", value: value, **column.words}
    names = words if t.lang == "sv" else {word: word for word in words}
    return Element(
        "select",
        options_of(names, value),
        name=f"{CELL}{row}-{place}",
        **_named(row, heading, t, fault),
    )
