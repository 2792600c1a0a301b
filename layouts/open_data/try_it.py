"""The page on which the API is tried, as a document of its own: its form is made from OpenAPI."""

from html import escape

from layouts import html
from layouts.html.markup import Element, data
from layouts.html.to_html import to_html
from layouts.links.addresses import Address, href
from layouts.phrases.text import text

FOLDER = "/data/try"
OPENAPI = "/api/v1/openapi.json"


def try_href(lang: str) -> str:
    """Where the page is in a language."""
    return f"{FOLDER}/{lang}"


def try_document(lang: str, css: str, script: str) -> str:
    """The document; `script` is the address of what makes the form, without which none is shown."""
    t = text(lang)
    back = href(Address("open_data", lang))
    form = Element(
        "form",
        [
            html.Div(
                [
                    html.Label(t("open_data.try.dataset"), htmlFor="dataset"),
                    Element("select", [], id="dataset", name="dataset"),
                ],
                className="field",
            ),
            html.P(lang="en", **data(about="")),
            html.Div(className="try-fields", **data(fields="")),
            html.P(Element("button", t("open_data.try.ask"), type="submit")),
            html.H2(t("open_data.try.address")),
            html.P(html.A("", href=OPENAPI, **data(address=""))),
            Element("pre", html.Code("", **data(command="")), tabindex="0"),
            html.H2(t("open_data.try.answer")),
            Element("p", "", role="status"),
            Element("pre", html.Code("", **data(answer="")), tabindex="0"),
        ],
        hidden=True,
        **data(
            openapi=OPENAPI,
            waiting=t("open_data.try.waiting"),
            failed=t("open_data.try.failed"),
        ),
    )
    body = html.Main(
        [
            html.P(html.A(t("open_data.title"), href=back)),
            html.H1(t("open_data.try.title")),
            html.P(t("open_data.try.lead"), className="lead"),
            Element("noscript", html.P(t("open_data.try.no_script"))),
            form,
        ],
        className="page page-data",
    )
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(t('open_data.try.title'))} – {escape(t('shell.product'))}</title>"
        f'<meta name="color-scheme" content="light dark"><style>{css}</style></head>'
        f'<body class="try">{to_html(body)}<script src="{escape(script)}"></script></body></html>'
    )
