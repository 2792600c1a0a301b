"""The first response: a whole document with its page in it, made on the server; Dash follows."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from dash import Dash
from flask import Response, has_request_context, redirect, request
from werkzeug.datastructures import LanguageAccept, MIMEAccept
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound
from werkzeug.http import parse_accept_header
from werkzeug.routing import RequestRedirect
from werkzeug.wrappers import Response as AnyResponse

from callbacks.boards.place import prefix
from callbacks.documents import Surroundings
from callbacks.pages import Pages
from callbacks.plain_answers import RETRY_SECONDS, said
from callbacks.typed_addresses import guesses, meant
from data_access.program import code_version
from data_access.reading import StoreError
from layouts.frame.document import Written, document, with_notice, write
from layouts.frame.page import Page
from layouts.frame.shell import (
    failed,
    last_known_notice,
    refused,
    store_unreachable,
    worded,
)
from layouts.links.addresses import Address, Parsed, href, parse, redirect_for
from layouts.links.earlier_addresses import of_explored_chart, of_overview_search
from layouts.links.query import LANGUAGES
from layouts.phrases.text import text

logger = logging.getLogger(__name__)

Answered = TypeVar("Answered", bound=AnyResponse)

REVALIDATE = "public, max-age=0, must-revalidate"
LAST_KNOWN = "klimat; hit; detail=store-unreachable"
"""RFC 9211: this answer is a kept one, and why."""
EVERYTHING_ELSE = "/<path:path>"
"""Dash's route for what no other takes."""


class KlimatDash(Dash):
    """Dash whose every address is answered with a whole page. Give it `pages` before it serves."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.surroundings = Surroundings(self)
        self.pages_of_reader: Callable[[], Pages | None] = lambda: None

    @property
    def pages(self) -> Pages:
        """The pages as whoever asks now may see them: everyone's, where nobody is signed in."""
        own = self.pages_of_reader() if has_request_context() else None
        return self.pages_of_everyone if own is None else own

    @pages.setter
    def pages(self, pages: Pages) -> None:
        self.pages_of_everyone = pages

    def write(self, page: Page) -> Response:
        """A document of a page that has no binding."""
        return self._respond(write(page, self.pages.site))

    def index(self, *_args: Any, **_kwargs: Any) -> AnyResponse:
        """The answer to a GET of any address that no other route takes."""
        path = request.path
        query = request.query_string.decode("ascii", "replace")
        if path == "/":
            there = redirect(href(Address("overview", preferred_language())), code=302)
            there.headers["Vary"] = "Accept-Language"
            there.headers["Cache-Control"] = "private, max-age=0"
            return there
        if (better := redirect_for(path)) is not None:
            return redirect(f"{better}?{query}" if query else better, code=301)
        parsed = parse(path, query)
        if parsed is not None and (now := of_explored_chart(parsed.address, query)) is not None:
            return redirect(now, code=301)
        if parsed is not None and "search" in self.pages.site.pages:
            matches = of_overview_search(parsed.address)
            if matches is not None:
                return redirect(matches, code=301)
        if parsed is None or not self.pages.exists(parsed):
            return self.elsewhere(path, query)
        try:
            tag = self.tag(self.pages.version(), href(parsed.address), repr(parsed.problems))
            if request.if_none_match.contains_weak(tag):
                return with_cache_headers(Response(status=304), tag)
            answer = self.pages.answer(parsed)
        except StoreError as error:
            return self._last_known(parsed) or self.unreachable(error)
        if answer.written.status == 404:
            return self.elsewhere(path, query)
        if answer.leads_to:
            return with_cache_headers(redirect(answer.leads_to, code=302), tag)
        return with_cache_headers(self._respond(answer.written), tag)

    def elsewhere(self, path: str, query: str) -> AnyResponse:
        """Where a path that names no page leads: to the one it means, else to ways on."""
        lang = language_of(path)
        if (there := self._plainly_written(path)) is None:
            try:
                with self.pages.connection() as conn:
                    there = meant(conn, path, self.pages.site.pages)
                    near = () if there else guesses(conn, path, lang)
            except StoreError:
                near = ()
        if there is not None:
            return redirect(f"{there}?{query}" if query else there, code=301)
        return self._respond(self.pages.missing(lang, near).written)

    def _plainly_written(self, path: str) -> str | None:
        """The path without its last slash, and in small letters, where another route takes that:
        a file's, say."""
        trimmed = path.rstrip("/")
        if not trimmed.startswith("/") or trimmed.startswith("//"):
            return None
        for written in (trimmed, trimmed.lower()) if path.isascii() else (trimmed,):
            try:
                rule, _ = self.server.url_map.bind("").match(written, "GET", return_rule=True)
            except (NotFound, MethodNotAllowed, RequestRedirect):
                continue
            if rule.rule != EVERYTHING_ELSE and written != path:
                return written
        return None

    def _last_known(self, parsed: Parsed) -> Response | None:
        """The page as it was while the store answered, saying so; None where there is none."""
        result = self.pages.last_known(parsed)
        if result is None:
            return None
        written = result.answer.written
        html = with_notice(written.html, last_known_notice(written.lang, result.seconds))
        response = self._respond(replace(written, html=html))
        response.headers["Cache-Control"] = "no-store"
        response.headers["Cache-Status"] = LAST_KNOWN
        return response

    def unreachable(self, error: StoreError) -> Response:
        """The page that says that the store does not answer, with when to try again."""
        logger.warning("no page: %s", error)
        lang = language_of(request.path)
        page = store_unreachable(lang, again=request.full_path.rstrip("?"))
        response = self._respond(write(page, self.pages.site))
        response.headers["Retry-After"] = RETRY_SECONDS
        return response

    def failure(self, error: Exception) -> Response:
        """The page for an error of ours; what went wrong is in the log only."""
        logger.error("no page for %r: %s", request.path, error)
        return self._respond(write(failed(language_of(request.path)), self.pages.site))

    def refusal(self, error: HTTPException) -> AnyResponse:
        """A request that is refused before any page has it: a page for who reads, else words."""
        headers = error.get_response().headers
        status = error.code or 400
        if not 400 <= status < 500:
            return error.get_response()
        lang = language_of(request.path)
        if not reads_pages():
            response = said(text(lang)(f"shell.{worded(status)}.lead"), status)
        elif status == 404:
            response = self._respond(self.pages.missing(lang).written)
        else:
            response = self._respond(write(refused(lang, status), self.pages.site))
        for name in ("Allow", "Retry-After"):
            if name in headers:
                response.headers[name] = headers[name]
        return response

    def _respond(self, written: Written) -> Response:
        """The document; with Dash where it is a board."""
        surroundings = self.surroundings
        loader, dash = surroundings.loader, ""
        if written.board:
            loader = surroundings.board_loader(written.board_name)
            dash = surroundings.settings_under(self.pages.site.path + prefix(written.board))
        loader += surroundings.own_scripts(written.stylesheet)
        html = document(
            written,
            base=self.pages.site.public_url,
            css=surroundings.css_with(written.stylesheet),
            loader=loader,
            dash=dash,
        )
        response = Response(html, status=written.status, mimetype="text/html")
        response.headers["Cache-Control"] = "no-store" if written.status >= 500 else "no-cache"
        response.headers["Content-Language"] = written.lang
        return response

    def tag(self, *parts: str) -> str:
        """A short word for an answer that hangs on these, on the program and on the site."""
        site = self.pages.site
        whole = "\n".join((code_version(), repr(site), *parts))
        return hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:20]


def with_cache_headers(response: Answered, tag: str, cache: str = REVALIDATE) -> Answered:
    """The answer with its tag, and with who may keep it for how long."""
    response.set_etag(tag, weak=True)  # a server in front may compress
    response.headers["Cache-Control"] = cache
    return response


def preferred_language() -> str:
    """The language of ours that the browser likes best; Swedish where it does not say."""
    accept: LanguageAccept = parse_accept_header(
        request.headers.get("Accept-Language", ""), LanguageAccept
    )
    return accept.best_match(LANGUAGES, "sv") or "sv"


def reads_pages() -> bool:
    """Whether who asks would rather have a page than words: a browser that goes to an address."""
    accepted = accepted_types()
    return accepted["text/html"] > accepted["text/plain"]


def accepted_types() -> MIMEAccept:
    """What the reader accepts, whatever parameters it adds (`text/csv; header=present`): of each
    type there is one form here."""
    return MIMEAccept(
        [(mime.partition(";")[0].strip(), quality) for mime, quality in request.accept_mimetypes]
    )


def language_of(path: str) -> str:
    """The language for a page that need not exist: that of its path, else the browser's."""
    first = path.split("/")[1] if "/" in path else ""
    return first if first in LANGUAGES else preferred_language()
