"""The page on which the API is tried: a document in each language, the same for all readers."""

from flask import Response

from callbacks.documents import ASSETS, asset_address
from callbacks.open_data.exchange import Exchange, answer_to_method, text_response
from callbacks.open_data.problems import Problem
from layouts.links.query import LANGUAGES
from layouts.open_data.try_it import try_document

SCRIPT = ASSETS / "open-data" / "try.js"


def try_page(exchange: Exchange, lang: str) -> Response:
    """The document. Raises Problem."""
    if (early := answer_to_method()) is not None:
        return early
    if lang not in LANGUAGES:
        raise Problem(404, f"the page is in {' and '.join(LANGUAGES)}")
    css = exchange.app.surroundings.css_with("try.css")
    words = try_document(lang, css, asset_address(SCRIPT))
    return text_response(words, "text/html; charset=utf-8")
