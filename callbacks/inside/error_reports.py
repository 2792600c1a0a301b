"""Reports of errors: anyone sends one from a page, the people of its owner answer it there."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from urllib.parse import urlsplit

from flask import Flask, Response, request
from werkzeug.wrappers import Response as AnyResponse

from callbacks.inside.context import FormRefused, Inside, number_of_form
from callbacks.inside.publishing import to_inside
from callbacks.plain_answers import RETRY_SECONDS
from data_access import clock, questions
from data_access.inside.error_reports import (
    ErrorReportRefused,
    NewReport,
    TooManyReports,
    answer,
    close,
    receive,
    reopen,
)
from data_access.reading import Connection, StoreError
from layouts import inside as layout
from layouts.frame import error_reports as public_layout
from layouts.frame.page import Page
from layouts.links.addresses import Address, href, parse_href
from layouts.links.query import LANGUAGES
from layouts.links.routes import ROUTES, Kind
from progress.error_reports import MOST_ABOUT, MOST_ADDRESS
from progress.people import Person, Role

PATH = "/auth/error-report"
PAGE = "inside-reports"
FRAGMENT = re.compile(r"[\w.-]{1,80}")
CHANGES: Mapping[str, Callable[..., None]] = {"close": close, "reopen": reopen}
SENDER = "reader"
"""Who sends a report is nobody that we know: so the log says."""


def page(inside: Inside, person: Person, lang: str) -> Page:
    """What readers have reported to the person's owners."""
    with inside.private.of(person.owners()).connection() as conn:
        answers = layout.ErrorReportAnswers(
            signed=inside.signed(conn, person),
            reports=questions.error_reports(conn, closed=True),
            answered=questions.error_answers(conn),
        )
    return layout.error_reports_page(Address(PAGE, lang), answers)


def respond(inside: Inside, person: Person, lang: str) -> AnyResponse:
    """Answer a report on the page that it is about, close it, or take it up again."""
    report_id, action = number_of_form("report"), request.form.get("do", "")
    if report_id is None or (action != "answer" and action not in CHANGES):
        raise FormRefused(400)
    owners, now = person.owners(Role.PUBLISHER), clock.now()

    def change(conn: Connection) -> None:
        if action == "answer":
            about, words = request.form.get("about", ""), request.form.get("text", "")
            answer(conn, report_id, about, words, lang, now, owners=owners)
        else:
            CHANGES[action](conn, report_id, now, owners=owners)

    inside.drafts.write(change, person.subject)
    return to_inside(lang, page=PAGE, done="answered" if action == "answer" else "")


def register(inside: Inside) -> None:
    """Add the form by which anyone reports an error in a page of ours."""

    server: Flask = inside.app.server
    for lang in LANGUAGES:
        path = ROUTES[public_layout.PAGE].path(lang)
        for method, view in (("GET", _form), ("POST", _received)):
            server.add_url_rule(
                path, f"{method} {path}", partial(view, inside, lang), methods=[method]
            )


def _form(inside: Inside, lang: str) -> Response:
    """The form, about the figure from which the reader comes."""
    address = _address(request.args.get("address", ""), lang)
    about = request.args.get("about", "")[:MOST_ABOUT]
    return _written(inside, lang, public_layout.ReportForm(address, about))


def _received(inside: Inside, lang: str) -> Response:
    """Take a report in, and say so; or say in the form why not."""
    if not inside.identity.is_from_our_page():
        return inside.app.write(layout.refusal(lang, 403, "inside.other_form"))
    about, message = request.form.get("about", ""), request.form.get("message", "")
    address = _address(request.form.get("address", ""), lang)
    form = public_layout.ReportForm(address, about, message)
    parsed = parse_href(address)
    assert parsed is not None
    try:
        with inside.store.connection() as conn:
            owner = owner_of(conn, parsed.address)
        report = NewReport(owner, public_layout.page_path(parsed.address), address, about, message)
        inside.drafts.write(lambda conn: receive(conn, report, clock.now()), SENDER)
    except TooManyReports:
        response = _written(inside, lang, _refused(form, "error_report.too_many"), 429)
        response.headers["Retry-After"] = "3600"
        return response
    except ErrorReportRefused:
        return _written(inside, lang, _refused(form, "error_report.needs_words"), 422)
    except StoreError:
        response = _written(inside, lang, _refused(form, "shell.503.lead"), 503)
        response.headers["Retry-After"] = RETRY_SECONDS
        return response
    return _written(inside, lang, public_layout.ReportForm(address, sent=True))


def _refused(form: public_layout.ReportForm, key: str) -> public_layout.ReportForm:
    return replace(form, refused=key)


def _written(
    inside: Inside, lang: str, form: public_layout.ReportForm, status: int = 200
) -> Response:
    return inside.write_unlisted(public_layout.page(lang, form, status))


def _address(given: str, lang: str) -> str:
    """An address of ours as we write it, with its fragment; the first page for any other."""
    parsed = parse_href(given)
    route = None if parsed is None else ROUTES[parsed.address.page]
    if parsed is None or route is None or not route.binding or route.kind is Kind.FILE:
        return href(Address("overview", lang))
    address, fragment = href(parsed.address), urlsplit(given).fragment
    if len(address) > MOST_ADDRESS - 100:
        address = href(parsed.address.without_query())
    return f"{address}#{fragment}" if FRAGMENT.fullmatch(fragment) else address


def owner_of(conn: Connection, address: Address) -> str:
    """Whose people answer for a page: a municipality's, a party's; the operator, where it is about
    more than one."""
    slug = address.slug
    if address.page == "party":
        party = next((each for each in questions.parties(conn) if each.slug == slug), None)
        return "" if party is None else party.municipality_code or party.slug
    if ROUTES[address.page].varies_by != "slug":
        return ""
    city = questions.municipality_by_slug(conn, slug or "")
    return "" if city is None else city.code
