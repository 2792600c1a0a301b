"""The rows of a refused file in a grid of cells, to be mended where they stand."""

from dash.development.base_component import Component

from layouts import html
from layouts.html.markup import Input, aria, data
from layouts.inside.answers import MendableRows, UploadAnswers
from layouts.inside.frame import ACTION_UPLOAD, form, hidden_field
from layouts.phrases.text import Text

CELL = "cell-"
"""Begins the names of cells that are sent: then the row and the column, from 0."""


def mending_form(answers: UploadAnswers, mendable: MendableRows, t: Text) -> list[Component]:
    """The faulty rows, with the cells that are wrong marked; checked again as a whole file."""
    sent = answers.sent
    assert sent is not None
    return [
        html.H2(t("inside.mend"), id="mend"),
        html.P(t("inside.mend.lead"), className="note"),
        form(
            ACTION_UPLOAD,
            t.lang,
            answers.signed,
            hidden_field("owner", sent.owner),
            hidden_field("kind", mendable.kind),
            hidden_field("name", sent.name),
            hidden_field("content", sent.content),
            hidden_field("confirmed", "yes" if sent.confirmed else ""),
            html.Div(
                _grid(mendable, t),
                className="scroll",
                tabIndex=0,
                role="region",
                **aria(labelledby="mend"),
            ),
            html.Button(t("inside.mend.check"), type="submit", name="do", value="check"),
            encType="multipart/form-data",
        ),
    ]


def _grid(mendable: MendableRows, t: Text) -> Component:
    head = [html.Th(t("inside.upload.row"), scope="col")]
    head += [html.Th(heading, scope="col") for heading in mendable.headings]
    body = [
        html.Tr(
            [
                html.Th(str(number), scope="row"),
                *(
                    html.Td(_cell(mendable, number, place, text, t))
                    for place, text in enumerate(cells)
                ),
            ]
        )
        for number, cells in mendable.rows.items()
    ]
    table = [html.Thead(html.Tr(head)), html.Tbody(body)]
    return html.Table(table, className="cells", **data(cells=""))


def _cell(mendable: MendableRows, number: int, place: int, text: str, t: Text) -> Component:
    faulty = (number, place) in mendable.faulty
    label = t("inside.mend.cell", row=number, column=mendable.headings[place])
    return Input(
        type="text",
        name=f"{CELL}{number}-{place}",
        value=text,
        **aria(label=label, invalid="true" if faulty else None),
    )
