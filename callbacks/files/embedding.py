"""Charts in frames on other sites: the only documents of ours that others may frame."""

import hashlib
from base64 import b64encode
from dataclasses import replace

from flask import request
from werkzeug.wrappers import Response

from callbacks.documents import ASSETS
from callbacks.files.flow import File, FileRequest, answer
from callbacks.first_response import REVALIDATE, KlimatDash
from callbacks.plain_answers import NoSuchFile, why
from layouts.frame.embed import embed_document
from layouts.html.placeholders import FRAME_SCRIPT
from layouts.links.page_files import WORDS, parse_embed
from layouts.links.query import LANGUAGES, word_of
from layouts.phrases.text import text


def source_hash(script: str) -> str:
    """A script as a policy names it (CSP 3)."""
    return f"sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}"


HEIGHT_SCRIPT = (ASSETS / "embedding" / "height.js").read_text("utf-8")
HOST_SCRIPT = (ASSETS / "embedding" / "host.js").read_text("utf-8")

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        f"script-src '{source_hash(HEIGHT_SCRIPT)}'",
        "style-src 'unsafe-inline'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors *",
    ]
)
"""Styles and the one script in the document: no file, no form; framed by anyone."""


A_DAY = "public, max-age=86400"


def register(app: KlimatDash) -> None:
    """Add the address of embedded charts in every language."""
    for lang in LANGUAGES:
        rule = f"/{lang}/{word_of(WORDS['embed'], lang)}/<slug>/<name>"
        app.server.add_url_rule(rule, rule, lambda **_: framed(_embedded(app)), methods=["GET"])
    app.server.add_url_rule(FRAME_SCRIPT, FRAME_SCRIPT, _host_script, methods=["GET"])


def _host_script() -> Response:
    """What pages that frame a chart may load, so that the frame is as high as the chart."""
    response = Response(HOST_SCRIPT, content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = A_DAY
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def framed(response: Response) -> Response:
    """The answer, such that another site can frame it."""
    response.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
    return response


def _embedded(app: KlimatDash) -> Response:
    """The document of the first page of the municipality that has the chart."""
    named = [
        (part, parsed)
        for part, parsed in parse_embed(
            request.path, request.query_string.decode("ascii", "replace")
        )
        if app.pages.exists(parsed)
    ]

    def make(_request: FileRequest) -> File:
        for part, parsed in named:
            shown = app.pages.answer(parsed)
            chart = shown.charts.get(part.name)
            if chart is None:
                continue
            if shown.problems:
                raise NoSuchFile(why(shown.problems, part.address.lang))
            css = app.surroundings.css_with("embed.css")
            own = request.full_path.rstrip("?")
            base = app.pages.site.public_url
            whole = embed_document(chart, part.address, css, HEIGHT_SCRIPT, base, own)
            return File(whole.encode(), "text/html")
        raise NoSuchFile(text(request.path[1:3])("embed.missing.lead"), 404)

    addressed = next((replace(parsed, problems=()) for _, parsed in named), None)
    response = answer(app, addressed, request.full_path, make, cache=REVALIDATE)
    response.headers["Content-Language"] = request.path[1:3]
    return response
