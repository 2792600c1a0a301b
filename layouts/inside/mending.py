"""The rows of a refused file in a grid of cells, to be mended where they stand."""

from dash.development.base_component import Component

from layouts import html
from layouts.html.forms import hidden_field
from layouts.inside.answers import MendableRows, UploadAnswers
from layouts.inside.cells import cell_field, cells_table
from layouts.inside.frame import ACTION_UPLOAD, form
from layouts.phrases.text import Text


def mending_form(answers: UploadAnswers, mendable: MendableRows, t: Text) -> list[Component | None]:
    """The faulty rows, with the cells that are wrong marked; checked again as a whole file."""
    sent = answers.sent
    assert sent is not None
    return [
        html.H2(t("inside.mend"), id="mend"),
        html.P(t("inside.mend.lead"), className="note"),
        html.P(t("inside.mend.more", n=mendable.more), className="notice")
        if mendable.more
        else None,
        form(
            ACTION_UPLOAD,
            t.lang,
            answers.signed,
            hidden_field("owner", sent.owner),
            hidden_field("kind", mendable.kind),
            hidden_field("name", sent.name),
            hidden_field("content", sent.content),
            hidden_field("confirmed", "yes" if sent.confirmed else ""),
            cells_table(
                t("inside.mend"),
                mendable.headings,
                {
                    number: [
                        cell_field(
                            number,
                            place,
                            text,
                            mendable.headings[place],
                            t,
                            fault=mendable.faulty.get((number, place)),
                        )
                        for place, text in enumerate(cells)
                    ]
                    for number, cells in mendable.rows.items()
                },
                t,
            ),
            html.Button(t("inside.mend.check"), type="submit", name="do", value="check"),
            encType="multipart/form-data",
        ),
    ]
