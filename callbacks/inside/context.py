"""What the inside pages and the answers to their forms work with."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Response, request
from werkzeug.wrappers import Response as AnyResponse

from callbacks.first_response import KlimatDash
from callbacks.inside.identity import Identity
from callbacks.inside.private_pages import PrivatePages
from callbacks.inside.settings import OpenId
from data_access.inside.people import Drafts
from data_access.questions import municipalities, parties
from data_access.reading import Connection, StoreReader
from layouts.frame.page import Page
from layouts.inside import Signed
from layouts.links.query import LANGUAGES
from progress.people import Person, Role
from progress.promises.parties import owner_names

NUMBER = re.compile(r"[0-9]{1,9}")


class FormRefused(Exception):  # noqa: N818
    """A form that changes nothing: the status of its answer, and the key of why."""

    def __init__(self, status: int = 409, key: str = "inside.refused") -> None:
        self.status = status
        self.key = key
        super().__init__(key)


@dataclass(frozen=True, slots=True)
class Inside:
    """The parts that the inside pages work with."""

    app: KlimatDash
    identity: Identity
    drafts: Drafts
    store: StoreReader
    private: PrivatePages

    @property
    def by_session(self) -> bool:
        """Whether people sign in here, and not at a server in front."""
        return isinstance(self.identity.settings.by, OpenId)

    def signed(self, conn: Connection, person: Person) -> Signed:
        """Who is signed in, as every inside page knows them."""
        cities = municipalities(conn)
        names = owner_names(parties(conn), cities)
        return Signed(
            person=person,
            names={owner: names.get(owner, owner) for owner in person.roles},
            slugs={city.code: city.slug for city in cities if city.code in person.roles},
            token=self.identity.token(person),
            by_session=self.by_session,
        )

    def write_unlisted(self, page: Page) -> Response:
        """A page for who is not signed in that nobody keeps, and no search engine lists."""
        response = self.app.write(page)
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        return response


PageOf = Callable[[Inside, Person, str], Page]
"""Makes an inside page for who is signed in, in a language. Raises StoreError."""

Handler = Callable[[Inside, Person, str], AnyResponse]
"""Answers a form that is one of ours. Raises FormRefused, ImportRefused, StoreError."""


def owner_of_form(person: Person, owner: str, role: Role) -> str:
    """The owner that a form names, where the person has the role. Raises FormRefused."""
    if owner not in person.owners(role):
        raise FormRefused
    return owner


def language_of(word: Any) -> str:
    """The language that a form or a link names; the first for what is none."""
    return word if word in LANGUAGES else LANGUAGES[0]


def number_of_form(name: str) -> int | None:
    """The number of the row that a field of the form names; None where it is no number."""
    number = request.form.get(name, "")
    return int(number) if NUMBER.fullmatch(number) else None
