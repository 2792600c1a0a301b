"""Erasing words about a person from what is the owner's own: previewed, then typed once more."""

from dataclasses import replace

from flask import request
from werkzeug.wrappers import Response

from callbacks.inside.context import FormRefused, Inside, owner_of_form
from data_access import clock
from data_access.corrections import CorrectionRefused
from layouts import inside as layout
from layouts.links.addresses import Address
from progress.people import Person, Role

PATH = layout.ERASE
PAGE = "inside-corrections"
MOST_CHARACTERS = 200


def erase(inside: Inside, person: Person, lang: str) -> Response:
    """What would be erased; or, where the words have been typed again, what was."""
    form = request.form
    owner = owner_of_form(person, form.get("owner", ""), Role.PUBLISHER)
    words, again = (" ".join(form.get(name, "").split()) for name in ("words", "again"))
    if max(len(words), len(again)) > MOST_CHARACTERS:
        raise FormRefused(413)
    makes = form.get("do") == "make"
    with inside.store.connection() as conn:
        answers = layout.ErasureAnswers(
            inside.signed(conn, person), owner, words, asks=form.get("request") == "yes"
        )
    is_made = makes and again == words
    try:
        result = inside.drafts.erase(
            owner,
            words,
            by=person.subject,
            now=clock.now(),
            request=answers.asks,
            dry_run=not is_made,
        )
        answers = replace(
            answers,
            texts=tuple((item.kind, item.key, item.field, item.text) for item in result.texts),
            requested=result.requested,
            made=is_made,
            mistyped=makes and not is_made,
        )
    except CorrectionRefused as error:
        answers = replace(answers, fault=str(error))
    return inside.app.write(layout.erasure_page(Address(PAGE, lang), answers))
