"""Charts in frames on other sites: the only documents of ours that others may frame."""

from flask import Response, request

from callbacks.first_response import KlimatDash, kept
from callbacks.plain_answers import said, unreachable, why
from data_access.reading import StoreError
from layouts.embed import embed_document
from layouts.parts import WORDS, parse_embed
from layouts.query import LANGUAGES, word_of
from layouts.text import text

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors *",
    ]
)
"""Styles in the document and nothing else: no script, no file, no form; framed by anyone."""


def register(app: KlimatDash) -> None:
    """Add the address of embedded charts in every language."""
    for lang in LANGUAGES:
        rule = f"/{lang}/{word_of(WORDS['embed'], lang)}/<slug>/<name>"
        app.server.add_url_rule(rule, rule, lambda **_: framed(_embedded(app)), methods=["GET"])


def framed(response: Response) -> Response:
    """The answer, such that another site can frame it."""
    response.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
    return response


def _embedded(app: KlimatDash) -> Response:
    """The document, or in plain text why there is none: 400, 404 or 503."""
    query = request.query_string.decode("ascii", "replace")
    lang = request.path[1:3]
    pages = app.pages
    try:
        for part, parsed in parse_embed(request.path, query):
            if not pages.exists(parsed):
                continue
            found = pages.answer(parsed)
            chart = found.charts.get(part.name)
            if chart is None:
                continue
            if found.problems:
                return said(why(found.problems, lang), 400)
            css = app.surroundings.css_with("embed.css")
            whole = embed_document(chart, part.address, css, pages.site.public_url)
            return _kept(app, Response(whole, mimetype="text/html"))
    except StoreError:
        return unreachable(lang)
    return said(text(lang)("embed.missing.lead"), 404)


def _kept(app: KlimatDash, response: Response) -> Response:
    kept(response, app.tag(app.pages.version(), request.full_path))
    response.headers["Content-Language"] = request.path[1:3]
    response.make_conditional(request)
    return response
