"""Links without an account: made and revoked by editors, and the form behind one."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from flask import Flask, request
from werkzeug.wrappers import Response as AnyResponse

from callbacks.inside.context import FormRefused, Inside, number_of_form, owner_of_form
from callbacks.inside.faults import faults_of
from callbacks.inside.link_tokens import number_of, token_of
from callbacks.inside.publishing import to_inside
from callbacks.inside.statuses import FIELDS, PAGE, WORDS, status_file
from data_access import clock, questions
from data_access.imports import ImportProblems, ImportRefused
from data_access.inside import status_links
from data_access.inside.status_links import LinkRefused
from data_access.reading import StoreError
from data_access.records import STATUS_REPORT
from layouts import inside as layout
from layouts.frame.page import Page
from layouts.links.query import LANGUAGES
from layouts.links.routes import ROUTES
from progress.i18n import speaking
from progress.people import Person, Role
from progress.promises.parties import owner_names
from progress.promises.status_links import DAYS, LinkState, StatusLink

PATH = "/auth/status-link"
View = Callable[[Inside, StatusLink, str, str], Page]
"""Makes the page of a link that is good, with its token, in a language."""


def manage(inside: Inside, person: Person, lang: str) -> AnyResponse:
    """Make a link to report on a promise, or revoke one."""
    form, now = request.form, clock.now()
    pledge_id = form.get("id", "")
    if form.get("do") == "make":
        owner = owner_of_form(person, form.get("owner", ""), Role.EDITOR)
        days = form.get("days", "")
        if days not in map(str, DAYS):
            raise FormRefused(400)
        inside.drafts.write(
            lambda conn: status_links.make(conn, owner, pledge_id, int(days), now), person.subject
        )
    elif (number := number_of_form("link")) is not None:
        owners = person.owners(Role.EDITOR)
        inside.drafts.write(
            lambda conn: status_links.revoke(conn, number, owners, now), person.subject
        )
    else:
        raise FormRefused(400)
    return to_inside(lang, "links", PAGE, {"id": pledge_id})


def register(inside: Inside) -> None:
    """Add the form by which the bearer of a link reports, without signing in."""
    server: Flask = inside.app.server
    for lang in LANGUAGES:
        path = ROUTES[layout.LINK_PAGE].path(lang)
        for method, view in (("GET", _form), ("POST", _report)):
            server.add_url_rule(
                path, f"{method} {path}", partial(_answer, inside, lang, view), methods=[method]
            )


def _answer(inside: Inside, lang: str, view: View) -> AnyResponse:
    """The page of a link that is good; else the word that it is not, whatever the reason."""
    token = request.values.get("token", "")
    try:
        with speaking(lang):
            page = view(inside, _open_link(inside, token), token, lang)
    except LinkRefused:
        page = layout.link_gone_page(lang)
    except FormRefused as error:
        page = layout.refusal(lang, error.status, error.key)
    except StoreError as error:
        return inside.app.unreachable(error)
    return inside.write_unlisted(page)


def _open_link(inside: Inside, token: str) -> StatusLink:
    """The link that a token is for, while it is good. Raises LinkRefused, StoreError."""
    key = inside.identity.settings.secret_key
    link = inside.drafts.read(partial(status_links.link, number=number_of(token, key)))
    is_this = token_of(link, key) == token
    if not is_this or link.state(clock.now()) is not LinkState.OPEN:
        raise LinkRefused("not good")
    return link


def _form(inside: Inside, link: StatusLink, token: str, lang: str) -> Page:
    values = {"id": link.pledge_id, "date": f"{clock.today():%Y-%m-%d}"}
    return layout.link_page(lang, _answers(inside, link, token, values))


def _report(inside: Inside, link: StatusLink, token: str, lang: str) -> Page:
    """Enter the status as a draft of the link's owner; the link is then used."""
    sent = {name: request.form.get(name, "").strip() for name in FIELDS}
    values = {**sent, "id": link.pledge_id}
    answers = _answers(inside, link, token, values)
    with status_file(values) as file:
        try:
            inside.drafts.report_by_link(file, link.link_id, clock.now())
        except (ImportProblems, ImportRefused) as error:
            return layout.link_page(lang, replace(answers, faults=faults_of(error, STATUS_REPORT)))
    return layout.link_page(lang, replace(answers, sent=True))


def _answers(
    inside: Inside, link: StatusLink, token: str, values: dict[str, str]
) -> layout.LinkAnswers:
    """The promise as everyone sees it. Raises LinkRefused for one that is there no more."""
    with inside.store.connection() as conn:
        promises = questions.promises_by_owner(conn, {link.owner})[link.owner]
        names = owner_names(questions.parties(conn), questions.municipalities(conn))
    promise = next((each for each in promises if each.pledge_id == link.pledge_id), None)
    if promise is None:
        raise LinkRefused("no such promise")
    return layout.LinkAnswers(
        token=token,
        expires=link.expires,
        promise=promise,
        owner=names.get(link.owner, link.owner),
        today=clock.today(),
        words=WORDS,
        values=values,
    )
