"""The inside page and what its buttons do. Every answer here is for one person and kept nowhere."""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask, Response, g, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from callbacks.first_response import KlimatDash
from callbacks.inside import uploads
from callbacks.inside.identity import Identity
from callbacks.inside.private_pages import PrivatePages
from callbacks.inside.settings import OpenId
from callbacks.pages import Pages
from callbacks.plain_answers import RETRY_SECONDS
from data_access import clock
from data_access.inside import Drafts, NoteRefused, PublishingRefused, SnapshotRefused
from data_access.questions import municipalities, parties
from data_access.reading import Connection, StoreError, StoreReader
from layouts import inside
from layouts.addresses import Address, href
from layouts.query import LANGUAGES
from layouts.routes import ROUTES
from progress.parties import owner_names
from progress.people import Person, Role

logger = logging.getLogger(__name__)

PUBLISH, SNAPSHOT, SIGN_OUT = "/auth/publish", "/auth/snapshot", "/auth/sign-out"
NOTE, WITHDRAW_NOTE = "/auth/note", "/auth/withdraw-note"
NOTE_NUMBER = re.compile(r"[0-9]{1,9}")
MOST_NAME = 120
PRIVATE = "private, no-store"

Done = Callable[[Person, str], AnyResponse]


@dataclass(frozen=True, slots=True)
class Inside:
    """The parts that the inside page works with."""

    app: KlimatDash
    identity: Identity
    drafts: Drafts
    store: StoreReader
    private: PrivatePages


def register(parts: Inside) -> None:
    """Let people be known on every page, and add the inside page and its forms."""
    server: Flask = parts.app.server
    identity = parts.identity

    def person() -> Person | None:
        if "person" not in g:
            g.person = identity.person()
        result: Person | None = g.person
        return result

    def pages_of_reader() -> Pages | None:
        known = person()
        return None if known is None else parts.private.of(known.owners())

    parts.app.pages_of_reader = pages_of_reader

    @server.after_request
    def keep_private(response: Response) -> Response:
        """What is made for one person is kept by nobody: no cache, no tag, no part of a file."""
        known = identity.may_be_known(request.environ) and person() is not None
        if known or request.path.startswith("/auth/"):
            response.headers["Cache-Control"] = PRIVATE
            for name in ("ETag", "Last-Modified", "Accept-Ranges"):
                response.headers.pop(name, None)
        return response

    def page(lang: str) -> AnyResponse:
        known = person()
        try:
            answers = _answers(parts, known)
        except StoreError as error:
            return parts.app.unreachable(error)
        written = parts.app.write(inside.page(Address("inside", lang), answers))
        written.headers["Cache-Control"] = PRIVATE
        written.headers["X-Robots-Tag"] = "noindex"
        return written

    for lang in LANGUAGES:
        path = ROUTES["inside"].path(lang)
        server.add_url_rule(path, path, lambda lang=lang: page(lang), methods=["GET"])

    def refused(lang: str, status: int, key: str) -> Response:
        return parts.app.write(inside.refusal(lang, status, key))

    def guarded(done: Done) -> Callable[[], AnyResponse]:
        """A form's answer: for who is signed in and sends a form of ours."""

        def answered() -> AnyResponse:
            lang = request.form.get("lang", "")
            lang = lang if lang in LANGUAGES else LANGUAGES[0]
            known = person()
            if known is None:
                if done is sign_out:  # while the store is away nobody is known, but may go
                    identity.sign_out()
                return refused(lang, 401, "inside.signed_out")
            if not identity.is_own_form(known):
                return refused(lang, 403, "inside.other_form")
            try:
                return done(known, lang)
            except (NoteRefused, PublishingRefused, SnapshotRefused) as error:
                logger.info("refused: %s", error)
                return refused(lang, 409, "inside.refused")
            except StoreError as error:
                logger.warning("no change: %s", error)
                answer = refused(lang, 503, "shell.503.lead")
                answer.headers["Retry-After"] = RETRY_SECONDS
                return answer

        return answered

    def publish(known: Person, lang: str) -> AnyResponse:
        name, wish = request.form.get("name", ""), request.form.get("to", "")
        if wish not in ("published", "draft"):
            return refused(lang, 400, "inside.refused")
        parts.drafts.set_shown(
            name,
            wish == "published",
            owners=known.owners(Role.PUBLISHER),
            by=known.subject,
            now=clock.now(),
        )
        return redirect(href(Address("inside", lang)), code=303)

    def snapshot(known: Person, lang: str) -> AnyResponse:
        code, name = request.form.get("owner", ""), request.form.get("name", "")[:MOST_NAME]
        if code not in known.owners(Role.EDITOR):
            return refused(lang, 409, "inside.refused")
        parts.drafts.take_snapshot(code, name, by=known.subject, now=clock.now())
        return redirect(href(Address("inside", lang)), code=303)

    def note(known: Person, lang: str) -> AnyResponse:
        owner = request.form.get("owner", "")
        if owner not in known.owners(Role.EDITOR):
            return refused(lang, 409, "inside.refused")
        parts.drafts.add_note(
            request.form.get("about", ""),
            owner,
            request.form.get("text", ""),
            author=known.name,
            by=known.subject,
            now=clock.now(),
        )
        return redirect(f"{href(Address('inside', lang))}#notes", code=303)

    def withdraw_note(known: Person, lang: str) -> AnyResponse:
        number = request.form.get("note", "")
        if not NOTE_NUMBER.fullmatch(number):
            return refused(lang, 409, "inside.refused")
        parts.drafts.withdraw_note(
            int(number),
            owners=known.owners(Role.EDITOR),
            by=known.subject,
            now=clock.now(),
        )
        return redirect(f"{href(Address('inside', lang))}#notes", code=303)

    def sign_out(_known: Person, lang: str) -> AnyResponse:
        identity.sign_out()
        return redirect(href(Address("inside", lang)), code=303)

    def grants(known: Person, lang: str) -> AnyResponse:
        with parts.store.connection() as conn:
            agencies = _agencies(conn)
        answer = uploads.upload(parts.app, parts.drafts, agencies, known, lang)
        return refused(lang, 409, "inside.refused") if answer is None else answer

    server.before_request(uploads.allow_files)
    forms = {
        uploads.PATH: grants,
        PUBLISH: publish,
        SNAPSHOT: snapshot,
        NOTE: note,
        WITHDRAW_NOTE: withdraw_note,
        SIGN_OUT: sign_out,
    }
    for path, done in forms.items():
        server.add_url_rule(path, path, guarded(done), methods=["POST"])


def _answers(parts: Inside, known: Person | None) -> inside.InsideAnswers:
    by_session = isinstance(parts.identity.settings.by, OpenId)
    if known is None:
        return inside.InsideAnswers(None, by_session=by_session)
    with parts.store.connection() as conn:
        cities = {municipality.code: municipality for municipality in municipalities(conn)}
        names = owner_names(parties(conn), cities.values())
        agencies = _agencies(conn)
    return inside.InsideAnswers(
        person=known,
        held=parts.drafts.of(known.owners()),
        names={owner: names.get(owner, owner) for owner in known.roles},
        slugs={code: city.slug for code, city in cities.items() if code in known.roles},
        token=parts.identity.token(known),
        notes=parts.drafts.notes(known.owners()),
        cities={
            city.code: city.name for city in sorted(cities.values(), key=lambda city: city.name)
        },
        by_session=by_session,
        uploads_for=uploads.may_upload(known, agencies),
    )


def _agencies(conn: Connection) -> frozenset[str]:
    """The owners that are no municipality, by their names in addresses."""
    return frozenset(party.slug for party in parties(conn) if party.municipality_code is None)
