"""The inside pages and their forms. Every answer here is for one person and kept nowhere."""

import logging
from collections.abc import Callable, Mapping
from functools import partial

from flask import Flask, Response, g, request
from werkzeug.wrappers import Response as AnyResponse

from callbacks.inside import (
    corrections,
    erasing,
    error_reports,
    publishing,
    start,
    status_links,
    statuses,
    templates,
    uploads,
)
from callbacks.inside.context import FormRefused, Handler, Inside, PageOf, language_of
from callbacks.pages import Pages
from callbacks.plain_answers import RETRY_SECONDS
from data_access.imports import ImportRefused
from data_access.inside.error_reports import ErrorReportRefused
from data_access.inside.people import NoteRefused, SnapshotRefused
from data_access.inside.status_links import LinkRefused
from data_access.reading import StoreError
from layouts import inside as layout
from layouts.links.addresses import Address
from layouts.links.query import LANGUAGES
from layouts.links.routes import ROUTES
from progress.i18n import speaking
from progress.people import Person

logger = logging.getLogger(__name__)

SIGN_OUT = "/auth/sign-out"
PRIVATE = "private, no-store"

PAGES: Mapping[str, PageOf] = {
    "inside": start.page,
    "inside-statuses": statuses.page,
    "inside-upload": uploads.page,
    "inside-corrections": corrections.page,
    error_reports.PAGE: error_reports.page,
}
"""Name of a page → what makes it for who is signed in."""

REFUSALS = (ErrorReportRefused, ImportRefused, LinkRefused, NoteRefused, SnapshotRefused)
"""What a form cannot do as asked: nothing was changed."""

FORMS: Mapping[str, Handler] = {
    uploads.PATH: uploads.upload,
    statuses.PATH: statuses.report,
    corrections.PATH: corrections.correct,
    erasing.PATH: erasing.erase,
    error_reports.PATH: error_reports.respond,
    status_links.PATH: status_links.manage,
    "/auth/publish": publishing.publish,
    "/auth/discard": publishing.discard,
    "/auth/snapshot": publishing.snapshot,
    "/auth/note": publishing.note,
    "/auth/withdraw-note": publishing.withdraw_note,
}
"""Where a form is sent → what answers it."""


def register(inside: Inside) -> None:
    """Let people be known on every page, and add the inside pages and their forms."""
    server: Flask = inside.app.server
    identity = inside.identity

    def person() -> Person | None:
        if "person" not in g:
            g.person = identity.person()
        result: Person | None = g.person
        return result

    def pages_of_reader() -> Pages | None:
        known = person()
        return None if known is None else inside.private.of(known.owners())

    inside.app.pages_of_reader = pages_of_reader

    @server.after_request
    def keep_private(response: Response) -> Response:
        """What is made for one person is kept by nobody: no cache, no tag, no part of a file."""
        known = identity.may_be_known(request.environ) and person() is not None
        if known or request.path.startswith("/auth/"):
            response.headers["Cache-Control"] = PRIVATE
            for name in ("ETag", "Last-Modified", "Accept-Ranges"):
                response.headers.pop(name, None)
        return response

    def answer_page(name: str, lang: str) -> AnyResponse:
        known = person()
        try:
            page = (
                layout.sign_in_page(Address(name, lang), by_session=inside.by_session)
                if known is None
                else PAGES[name](inside, known, lang)
            )
        except StoreError as error:
            return inside.app.unreachable(error)
        done = request.args.get("done", "")
        if known is not None and done in layout.DONE:
            page = layout.told_done(page, done)
        written = inside.app.write(page)
        written.headers["Cache-Control"] = PRIVATE
        written.headers["X-Robots-Tag"] = "noindex"
        return written

    def refused(lang: str, status: int, key: str) -> Response:
        return inside.app.write(layout.refusal(lang, status, key))

    def answer_form(handler: Handler) -> AnyResponse:
        """A form's answer: for who is signed in and sends a form of ours."""
        lang = language_of(request.form.get("lang"))
        known = person()
        if known is None:
            if handler is sign_out:  # while the store is away nobody is known, but may go
                identity.sign_out()
            return refused(lang, 401, "inside.signed_out")
        if not identity.is_own_form(known):
            return refused(lang, 403, "inside.other_form")
        return handled(handler, known, lang)

    def answer_template() -> AnyResponse:
        """A workbook to fill in, for who is signed in."""
        lang = language_of(request.args.get("lang"))
        known = person()
        if known is None:
            return refused(lang, 401, "inside.signed_out")
        return handled(templates.workbook, known, lang)

    def handled(handler: Handler, known: Person, lang: str) -> AnyResponse:
        """What a handler answers, or the page that says why it cannot."""
        try:
            with speaking(lang):
                return handler(inside, known, lang)
        except FormRefused as error:
            return refused(lang, error.status, error.key)
        except REFUSALS as error:
            logger.info("refused: %s", error)
            return refused(lang, 409, "inside.refused")
        except StoreError as error:
            logger.warning("no change: %s", error)
            answer = refused(lang, 503, "shell.503.lead")
            answer.headers["Retry-After"] = RETRY_SECONDS
            return answer

    def sign_out(_inside: Inside, _person: Person, lang: str) -> AnyResponse:
        identity.sign_out()
        return publishing.to_inside(lang)

    def add(path: str, answer: Callable[[], AnyResponse], method: str) -> None:
        server.add_url_rule(path, path, answer, methods=[method])

    server.before_request(uploads.allow_files)
    for name in PAGES:
        for lang in LANGUAGES:
            path = ROUTES[name].path(lang)
            add(path, partial(answer_page, name, lang), "GET")
    for path, handler in {**FORMS, SIGN_OUT: sign_out}.items():
        add(path, partial(answer_form, handler), "POST")
    error_reports.register(inside)
    status_links.register(inside)
    add(templates.PATH, answer_template, "GET")
