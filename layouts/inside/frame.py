"""What all inside pages share: their menu, their forms, the way in and the word of refusal."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from dash.development.base_component import Component

from layouts import html
from layouts.frame.page import Page
from layouts.html.forms import hidden_field
from layouts.html.markup import Element, Input, aria
from layouts.inside.answers import Signed
from layouts.links.addresses import Address, href
from layouts.phrases.text import Text, text

PAGES = (
    "inside",
    "inside-statuses",
    "inside-upload",
    "inside-corrections",
    "inside-reports",
)
"""The inside pages, in the order of their menu; each but the first has a heading `<name>.title`."""

DONE = (
    *("published", "unpublished", "discarded", "frozen", "noted", "note_withdrawn"),
    *("status_published", "status_draft", "answered"),
)
"""What a form has done, as the address of the page after it tells."""

STYLESHEET = "inside.css"
PREVIEW = "preview"
"""The id of what a preview says, which a script shows beside the form too."""

ACTION_UPLOAD = "/auth/upload"
TEMPLATE = "/auth/template.xlsx"


def inside_page(
    address: Address, title: str, parts: Sequence[Any], *, status: int = 200, heading: str = ""
) -> Page:
    """A page for who is signed in, under the menu of all of them."""
    t = text(address.lang)
    body = html.Article([_menu(address, t), html.H1(heading or title), *parts], className="inside")
    return Page(
        heading or title,
        t("inside.description"),
        address.lang,
        address,
        body,
        status=status,
        stylesheet=STYLESHEET,
    )


def told_done(page: Page, done: str) -> Page:
    """The page with a line over it that says what its reader has just done, one of `DONE`."""
    words = text(page.lang)(f"inside.done.{done}")
    return replace(
        page, body=html.Div([html.P(words, className="notice", role="status"), page.body])
    )


def title_of(name: str, t: Text) -> str:
    """What an inside page is called in the menu and over itself."""
    return t("inside.waits.heading" if name == "inside" else f"{name.replace('-', '.')}.title")


def _menu(address: Address, t: Text) -> Component:
    links = [
        html.Li(
            html.A(
                title_of(name, t),
                href=href(Address(name, address.lang)),
                **aria(current="page" if name == address.page else None),
            )
        )
        for name in PAGES
    ]
    return html.Nav(html.Ul(links, className="choices"), **aria(label=t("inside.menu")))


def sign_in_page(address: Address, *, by_session: bool) -> Page:
    """The way in, for who is not known."""
    t = text(address.lang)
    parts: list[Component] = [html.P(t("inside.lead"), className="lead")]
    if by_session:
        there = f"/auth/sign-in?lang={address.lang}"
        button = html.A(t("inside.sign_in"), href=there, className="button", id="sign-in")
        parts.append(html.P(button))
    else:
        parts.append(html.P(t("inside.by_proxy")))
    body = html.Article([html.H1(t("inside.title")), *parts])
    return Page(t("inside.title"), t("inside.description"), address.lang, address, body)


def refusal(lang: str, status: int, key: str) -> Page:
    """The page that says why somebody was not let in or a form did nothing, with the way on."""
    t = text(lang)
    address = Address("inside", lang)
    there = html.A(t("inside.link"), href=href(address))
    body = html.Article(
        [html.H1(t("inside.refusal")), html.P(t(key), className="lead"), html.P(there)]
    )
    return Page(t("inside.refusal"), t(key), lang, address, body, status=status)


def form(
    action: str, lang: str, signed: Signed, *parts: Component | str | None, **attributes: Any
) -> html.Form:
    """A form that is one of ours, answered in the language of the page that it stands on."""
    hidden = [hidden_field("token", signed.token), hidden_field("lang", lang)]
    return html.Form([*hidden, *parts], action=action, method="post", **attributes)


def template_link(words: str, owner: str, kind: str, lang: str) -> Component:
    """A link to the workbook of a kind that an owner's people fill in."""
    query = urlencode({"owner": owner, "kind": kind, "lang": lang})
    return html.A(words, href=f"{TEMPLATE}?{query}")


def options_of(labels: Mapping[str, str], chosen: str | None) -> list[Element]:
    """What can be chosen, by the value that is sent, with what is chosen already."""
    return [
        Element("option", label, value=value, selected=value == chosen)
        for value, label in labels.items()
    ]


def confirmation(checked: bool, t: Text) -> Component:
    """The box that says that unlikely figures are meant."""
    box = Input(type="checkbox", name="confirmed", value="yes", checked=checked)
    return html.P(html.Label([box, " ", t("inside.upload.confirmed")]))
