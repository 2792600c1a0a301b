"""The forms by which drafts are published, taken back and thrown away, and notes are written."""

from collections.abc import Mapping
from urllib.parse import urlencode

from flask import redirect, request
from werkzeug.wrappers import Response

from callbacks.inside.context import FormRefused, Inside, number_of_form, owner_of_form
from data_access import clock
from layouts.links.addresses import Address, href
from progress.people import Person, Role

MOST_NAME = 120


def publish(inside: Inside, person: Person, lang: str) -> Response:
    """Publish what one of the person's owners has, or take it back."""
    wish = request.form.get("to", "")
    if wish not in ("published", "draft"):
        raise FormRefused(400)
    inside.drafts.set_shown(
        request.form.get("name", ""),
        wish == "published",
        owners=person.owners(Role.PUBLISHER),
        by=person.subject,
        now=clock.now(),
    )
    return to_inside(lang, done="published" if wish == "published" else "unpublished")


def discard(inside: Inside, person: Person, lang: str) -> Response:
    """Take a draft that nobody wants out of the store."""
    inside.drafts.discard(
        request.form.get("name", ""),
        owners=person.owners(Role.EDITOR),
        by=person.subject,
        now=clock.now(),
    )
    return to_inside(lang, done="discarded")


def snapshot(inside: Inside, person: Person, lang: str) -> Response:
    """Freeze a city's facts as an internal snapshot."""
    code = owner_of_form(person, request.form.get("owner", ""), Role.EDITOR)
    name = request.form.get("name", "")[:MOST_NAME]
    inside.drafts.take_snapshot(code, name, by=person.subject, now=clock.now())
    return to_inside(lang, done="frozen")


def note(inside: Inside, person: Person, lang: str) -> Response:
    """Write an internal note."""
    inside.drafts.add_note(
        request.form.get("about", ""),
        owner_of_form(person, request.form.get("owner", ""), Role.EDITOR),
        request.form.get("text", ""),
        author=person.name,
        by=person.subject,
        now=clock.now(),
    )
    return to_inside(lang, done="noted")


def withdraw_note(inside: Inside, person: Person, lang: str) -> Response:
    """Take an internal note away."""
    number = number_of_form("note")
    if number is None:
        raise FormRefused
    inside.drafts.withdraw_note(
        number,
        owners=person.owners(Role.EDITOR),
        by=person.subject,
        now=clock.now(),
    )
    return to_inside(lang, done="note_withdrawn")


def to_inside(
    lang: str,
    part: str = "",
    page: str = "inside",
    query: Mapping[str, str] | None = None,
    done: str = "",
) -> Response:
    """On to an inside page, and to a part of it; it says what has been `done`, one of `DONE`."""
    there = href(Address(page, lang))
    parameters = {**(query or {}), **({"done": done} if done else {})}
    if parameters:
        there += f"?{urlencode(parameters)}"
    return redirect(f"{there}#{part}" if part else there, code=303)
