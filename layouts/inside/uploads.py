"""The page on which an agency's own list of grants is loaded: checked first, then a draft."""

from collections.abc import Sequence

from dash.development.base_component import Component

from layouts import html
from layouts.addresses import Address, href
from layouts.forms import owner_field
from layouts.inside.answers import InsideAnswers
from layouts.markup import Input
from layouts.page import Page
from layouts.text import Text, text


def upload_fields(owners: Sequence[str], answers: InsideAnswers, t: Text) -> list[Component | str]:
    """The fields of the form: whose list, the file, and to check it or to load it."""
    return [
        owner_field(t("inside.upload.owner"), owners, answers.names),
        " ",
        html.Label(
            [
                t("inside.upload.file"),
                " ",
                Input(type="file", name="file", required=True, accept=".csv,.xlsx"),
            ]
        ),
        " ",
        html.Label(
            [
                Input(type="checkbox", name="confirmed", value="yes"),
                " ",
                t("inside.upload.confirmed"),
            ]
        ),
        " ",
        html.Button(t("inside.upload.check"), type="submit", name="do", value="check"),
        " ",
        html.Button(t("inside.upload.load"), type="submit", name="do", value="load"),
    ]


def upload_result(lang: str, name: str, lines: Sequence[str], *, loaded: bool, status: int) -> Page:
    """What a list of grants would change, or has changed; or why it cannot be loaded."""
    t = text(lang)
    key = "loaded" if loaded else "checked" if status < 400 else "refused"
    heading = t(f"inside.upload.{key}", name=name)
    body = html.Article(
        [
            html.H1(heading),
            html.P(t(f"inside.upload.{key}.lead"), className="lead"),
            html.Ul([html.Li(line) for line in lines]),
            html.P(
                [
                    html.A(t("inside.link"), href=href(Address("inside", lang))),
                    " · ",
                    html.A(t("portfolio.title"), href=href(Address("portfolio", lang))),
                ]
            ),
        ]
    )
    return Page(heading, heading, lang, Address("inside", lang), body, status=status)
