"""How a chart is framed, for editors that ask by its address (oEmbed 1.0)."""

import json

from flask import Response, request

from callbacks.first_response import REVALIDATE, KlimatDash
from callbacks.plain_answers import said, unreachable
from data_access.reading import StoreError
from layouts.charts.svg import sizing_svg
from layouts.frame.embed import OEMBED
from layouts.html.placeholders import frame_code
from layouts.links.page_files import parse_embed
from layouts.links.sharing import frame_height
from layouts.phrases.text import text

WIDTH = 720
"""Where no width is asked for; a chart is as wide as its frame."""


def register(app: KlimatDash) -> None:
    """Add the address."""
    app.server.add_url_rule(OEMBED, OEMBED, lambda: _answer(app), methods=["GET"])


def _answer(app: KlimatDash) -> Response:
    site = app.pages_of_everyone.site
    if request.args.get("format", "json") != "json":
        return said("only JSON", 501)
    address = request.args.get("url", "").partition("#")[0]
    if not site.public_url or not address.startswith(f"{site.public_url}/"):
        return said("no address of this site: url=…", 404)
    path, _, query = address.removeprefix(site.public_url).partition("?")
    for part, parsed in parse_embed(path, query):
        if not app.pages_of_everyone.exists(parsed):
            continue
        try:
            chart = app.pages_of_everyone.answer(parsed).charts.get(part.name)
        except StoreError:
            return unreachable("en")
        if chart is None:
            continue
        height = frame_height(sizing_svg(chart))
        content = {
            "version": "1.0",
            "type": "rich",
            "title": chart.title,
            "provider_name": text(part.address.lang)("shell.product"),
            "provider_url": f"{site.public_url}/{part.address.lang}/",
            "html": frame_code(address, chart.title, str(height)),
            "width": min(WIDTH, _most("maxwidth")),
            "height": min(height, _most("maxheight")),
        }
        words = json.dumps(content, ensure_ascii=False)
        response = Response(words, content_type="application/json; charset=utf-8")
        response.headers["Cache-Control"] = REVALIDATE
        response.headers["Access-Control-Allow-Origin"] = "*"
        return response
    return said("no chart that can be framed has this address", 404)


def _most(name: str) -> int:
    """A limit that the editor names; none where it does not."""
    text_ = request.args.get(name, "")
    return int(text_) if text_.isascii() and text_.isdecimal() and 0 < len(text_) < 6 else 100_000
