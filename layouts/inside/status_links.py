"""Links to report on one promise without an account: made and revoked inside, used outside."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from dash.development.base_component import Component

from layouts import html
from layouts.frame.page import Page
from layouts.html.forms import hidden_field, labelled
from layouts.html.markup import Input, aria
from layouts.inside.answers import Fault, StatusAnswers
from layouts.inside.faults import fault_parts
from layouts.inside.frame import STYLESHEET, form, options_of
from layouts.inside.status_form import promise_heading, status_fields
from layouts.links.addresses import Address, href
from layouts.links.sharing import copy_button
from layouts.phrases.text import Text, text
from progress.people import Role
from progress.phrases.formats import day
from progress.promises.reporting import Promise
from progress.promises.status_links import DAYS, LinkState, StatusLink

ACTION = "/auth/status-link"
PAGE = "status-link"


@dataclass(frozen=True, slots=True)
class LinkAnswers:
    """What a link without an account shows: the promise of whom, the words that a status can be,
    the values of the form and what is wrong with them; `sent` where it was received."""

    token: str
    expires: datetime
    promise: Promise
    owner: str
    today: date
    words: tuple[str, ...]
    values: Mapping[str, str]
    faults: tuple[Fault, ...] = ()
    sent: bool = False


def link_href(token: str, lang: str) -> str:
    """Where the bearer of a token reports."""
    return f"{href(Address(PAGE, lang))}?{urlencode({'token': token})}"


def links_section(
    address: Address, answers: StatusAnswers, owner: str, promise: Promise, t: Text
) -> Component | None:
    """The links to report on a promise, and the form that makes another; for editors."""
    if owner not in answers.signed.person.owners(Role.EDITOR):
        return None
    links = [
        html.Li(_link(address, answers, link, token, t))
        for link, token in answers.links
        if link.owner == owner
    ]
    days = {str(number): t("status_link.days", n=number) for number in DAYS}
    select = html.Select(options_of(days, str(DAYS[1])), name="days")
    return html.Details(
        [
            html.Summary(t("status_link.heading")),
            html.P(t("status_link.lead")),
            html.Ul(links) if links else None,
            form(
                ACTION,
                address.lang,
                answers.signed,
                hidden_field("owner", owner),
                hidden_field("id", promise.pledge_id),
                labelled(t("status_link.valid"), select),
                html.Button(t("status_link.make"), type="submit", name="do", value="make"),
                className="entry",
            ),
        ],
        open=bool(links),
        id="links",
    )


def _link(
    address: Address, answers: StatusAnswers, link: StatusLink, token: str, t: Text
) -> list[Component | str]:
    state = link.state(answers.now)
    until = t(f"status_link.state.{state}", day=day(link.expires.date(), t.lang))
    made = t("status_link.made", day=day(link.made.date(), t.lang))
    parts: list[Component | str] = [f"{made}: {until}"]
    if state is not LinkState.OPEN:
        return parts
    there = link_href(token, t.lang)
    whole = Input(type="text", value=answers.base + there, readOnly=True, name="status-link")
    return [
        *parts,
        html.Div(labelled(t("status_link.link"), whole), className="entry"),
        copy_button(there, t),
        form(
            ACTION,
            address.lang,
            answers.signed,
            hidden_field("id", link.pledge_id),
            hidden_field("link", str(link.link_id)),
            html.Button(
                t("status_link.revoke"),
                type="submit",
                name="do",
                value="revoke",
                className="plain",
                **aria(label=f"{t('status_link.revoke')}: {made}"),
            ),
        ),
    ]


def link_page(lang: str, answers: LinkAnswers) -> Page:
    """The form of one promise's status, for who has the link; or the word that it was received."""
    t = text(lang)
    if answers.sent:
        return _page(lang, [html.P(t("status_link.sent", owner=answers.owner), className="lead")])
    until = day(answers.expires.date(), lang)
    parts: list[Component | None] = [
        html.P(t("status_link.page.lead", owner=answers.owner, day=until), className="lead"),
        html.Div(fault_parts(answers.faults, t), role="alert") if answers.faults else None,
        *promise_heading(answers.promise, answers.today, t),
        html.Form(
            [
                hidden_field("token", answers.token),
                *status_fields(answers.values, answers.words, answers.today, t),
                html.Button(t("status_link.send"), type="submit"),
            ],
            action=href(Address(PAGE, lang)),
            method="post",
            className="entry",
        ),
    ]
    return _page(lang, parts, 422 if answers.faults else 200)


def link_gone_page(lang: str) -> Page:
    """What somebody reads whose link is not good, whatever the reason."""
    return _page(lang, [html.P(text(lang)("status_link.none"), className="lead")], 410)


def _page(lang: str, parts: list[Component | None], status: int = 200) -> Page:
    t = text(lang)
    title = t("status_link.page.title")
    body = html.Article([html.H1(title), *parts], className="inside")
    address = Address(PAGE, lang)
    description = t("inside.description")
    return Page(title, description, lang, address, body, status=status, stylesheet=STYLESHEET)
