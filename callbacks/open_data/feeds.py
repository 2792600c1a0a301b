"""Feeds of what is new: for all, and for each municipality."""

from flask import Response, request

from callbacks.open_data.exchange import Exchange, accepted, answer_to_method
from callbacks.open_data.problems import Problem, bad_parameter
from data_access import questions as ask
from data_access.open_data import DATASETS, Shelf
from layouts.links.query import LANGUAGES
from layouts.metadata import atom

XML_MIMES = (atom.MIME, "application/xml", "text/xml")


class Feeds:
    """The feeds of one product."""

    def __init__(self, exchange: Exchange, shelf: Shelf) -> None:
        self._exchange = exchange
        self._shelf = shelf

    def answer(self, lang: str, slug: str | None = None) -> Response:
        """The newest changes of a municipality, or of all. Raises Problem, StoreError."""
        if (early := answer_to_method()) is not None:
            return early
        if lang not in LANGUAGES:
            raise Problem(404, f"feeds are in {' and '.join(LANGUAGES)}")
        for name in request.args:
            raise bad_parameter(name, request.args[name], "a feed takes no parameters")
        accepted(XML_MIMES)

        def make(version: str) -> str:
            with self._exchange.store.connection() as conn:
                places = ask.municipalities(conn)
                changes = self._shelf.rows(conn, version, DATASETS["changes"])
            place = next((place for place in places if place.slug == slug), None)
            if slug is not None and place is None:
                raise Problem(404, "no municipality has this name")
            chosen = [
                change
                for change in reversed(changes)
                if place is None or change["municipality_code"] in (place.code, None)
            ]
            slugs = {each.code: each.slug for each in places}
            newest = chosen[: atom.MOST_ENTRIES]
            return atom.feed(lang, place, newest, slugs, self._exchange.base)

        return self._exchange.of_store(f"{atom.MIME}; charset=utf-8", make)
