"""Who asks: by a signed session, or by the word of a server in front that is trusted."""

import hashlib
import hmac
import logging
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

from flask import Flask, request, session

from callbacks.inside.roles import roles_of
from callbacks.inside.settings import InsideSettings, TrustedProxy
from data_access import clock
from data_access.inside.people import Drafts
from data_access.reading import StoreError
from progress.people import Person

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

logger = logging.getLogger(__name__)

MOST_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Identity:
    """Tells who asks now, and keeps forms of others from being taken for theirs.

    `sessions` knows which have ended before their time.
    """

    settings: InsideSettings
    sessions: Drafts

    def prepare(self, server: Flask) -> None:
        """Sessions are signed, short, and go nowhere but back to us."""
        settings = self.settings
        server.config.update(
            SECRET_KEY=settings.secret_key,
            SESSION_COOKIE_NAME=settings.cookie,
            SESSION_COOKIE_SECURE=settings.secure,
            SESSION_COOKIE_HTTPONLY=True,
            SESSION_COOKIE_SAMESITE="Lax",
            SESSION_REFRESH_EACH_REQUEST=False,
            PERMANENT_SESSION_LIFETIME=timedelta(minutes=settings.session_minutes),
        )

    def may_be_known(self, environ: "WSGIEnvironment") -> bool:
        """Whether a request carries anything that a person is known by, true or not."""
        by = self.settings.by
        if isinstance(by, TrustedProxy):
            return "HTTP_" + by.header.upper().replace("-", "_") in environ
        return f"{self.settings.cookie}=" in environ.get("HTTP_COOKIE", "")

    def person(self) -> Person | None:
        """Who asks; None for everyone that we know nothing of."""
        if not self.may_be_known(request.environ):
            return None
        by = self.settings.by
        return _by_header(by) if isinstance(by, TrustedProxy) else self._by_session()

    def sign_in(self, person: Person) -> None:
        """Begin a new session; nothing of an earlier one is kept."""
        session.clear()
        session.permanent = True
        session["person"] = {
            "subject": person.subject,
            "name": person.name,
            "roles": [f"{owner}:{role.name.lower()}" for owner, role in person.roles.items()],
        }
        session["id"] = secrets.token_urlsafe(16)
        session["begun"] = clock.now().timestamp()

    def sign_out(self) -> None:
        """End the session here, and wherever else its cookie has come to lie."""
        identity = session.get("id")
        session.clear()
        if isinstance(identity, str):
            try:
                self.sessions.end_session(identity, clock.now())
            except StoreError as error:
                logger.warning("a session runs on until its time is out: %s", error)

    def _by_session(self) -> Person | None:
        """Who has signed in; nobody while it cannot be known whether they have signed out."""
        known: Any = session.get("person")
        identity, begun = session.get("id"), session.get("begun")
        if not (isinstance(known, dict) and isinstance(identity, str) and isinstance(begun, float)):
            return None
        person = Person(str(known["subject"]), str(known["name"]), roles_of(known["roles"]))
        try:
            since = datetime.fromtimestamp(begun, UTC)
            ended = self.sessions.has_ended(identity, person.subject, since)
        except StoreError as error:
            logger.warning("nobody is known: %s", error)
            return None
        return None if ended else person

    def token(self, person: Person) -> str:
        """What our own forms carry and others cannot know."""
        by_session = not isinstance(self.settings.by, TrustedProxy)
        whose = f"{session.get('id', '')}\n{person.subject}" if by_session else person.subject
        key = self.settings.secret_key.encode()
        return hmac.new(key, f"form\n{whose}".encode(), hashlib.sha256).hexdigest()

    def is_from_our_page(self) -> bool:
        """Whether a form came from a page of ours, as far as the browser tells."""
        return request.headers.get("Origin") in (None, self.settings.origin)

    def is_own_form(self, person: Person) -> bool:
        """Whether the form that was sent is one that this person got from us."""
        if not self.is_from_our_page():
            return False
        given = request.form.get("token", "").encode("utf-8", "replace")
        return hmac.compare_digest(given, self.token(person).encode())


def _by_header(by: TrustedProxy) -> Person | None:
    # A middleware may have put the reader's address in the place of the one that connected.
    before = request.environ.get("werkzeug.proxy_fix.orig", request.environ)
    try:
        address = ip_address(before.get("REMOTE_ADDR", ""))
    except ValueError:
        return None
    # A socket that takes both kinds of address shows one kind as the other.
    address = getattr(address, "ipv4_mapped", None) or address
    if not any(address in network for network in by.addresses):
        return None
    try:
        subject = _as_written(by.header)[:MOST_CHARACTERS]
        roles = roles_of(_as_written(by.roles_header))
    except UnicodeDecodeError:
        return None
    return Person(subject, subject, roles) if subject and roles else None


def _as_written(header: str) -> str:
    """A header's text, which servers in front write in UTF-8; WSGI hands on its bytes as Latin-1.

    Raises UnicodeDecodeError.
    """
    return request.headers.get(header, "").encode("latin-1").decode("utf-8").strip()
