"""The frame round every page: skip link, header with menu and language, notices, footer."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from layouts import html
from layouts.frame.error_reports import answers_section, mark_answered
from layouts.frame.page import Page
from layouts.frame.site import Site
from layouts.html.markup import aria, data
from layouts.links.addresses import Address, QueryProblem, href
from layouts.links.languages import language_links
from layouts.links.routes import ROUTES
from layouts.links.sharing import page_sharing
from layouts.phrases.text import Text, text
from layouts.search import header_search, place_search

MENU = tuple(name for name, route in ROUTES.items() if route.menu)
FOOTER = tuple(name for name, route in ROUTES.items() if route.footer)
REFUSALS_IN_WORDS = (404, 405, 413)
"""Refusals that have words of their own; the others are a request that is not understood."""


def frame(page: Page, site: Site) -> list[Component]:
    """All of a page that is inside `<div id="site">`: what changes when a reader goes on."""
    t = text(page.lang)
    return [
        html.A(t("shell.skip"), href="#page", className="skip-link"),
        _header(page, site, t),
        html.Main(
            [
                _drafts_notice(page, site, t),
                _notice(page.problems, t),
                mark_answered(page.body, page.error_answers, page.lang),
                answers_section(page.error_answers, page.lang),
                _sharing(page),
            ],
            id="page",
            tabIndex=-1,
        ),
        _footer(page, site, t),
        html.P(
            id="page-status",
            role="status",
            className="visually-hidden",
            **data(changed=t("shell.changed")),
        ),
    ]


def _sharing(page: Page) -> Component | None:
    """What can be taken away from a page; a meeting has its own ways out."""
    if page.status != 200 or page.address.page.startswith(
        ("meeting", "inside", "error-report", "status-link")
    ):
        return None
    return page_sharing(page.title, page.address)


def _header(page: Page, site: Site, t: Text) -> Component:
    return html.Header(
        html.Div(
            [
                html.A(
                    t("shell.product"),
                    href=href(Address("overview", page.lang)),
                    className="site-name",
                ),
                header_search(page.lang) if "search" in site.pages else None,
                html.Nav(
                    html.Ul([_menu_item(name, page, t) for name in MENU if name in site.pages]),
                    className="site-menu",
                    **aria(label=t("shell.nav")),
                ),
                *language_links(page.address, "site-language"),
            ],
            className="site-bar",
        ),
        className="site-header",
    )


def _menu_item(name: str, page: Page, t: Text) -> Component:
    shown = ROUTES[page.address.page].menu_as or page.address.page
    here = page.status == 200 and shown == name
    return html.Li(
        html.A(
            t(f"shell.nav.{name}"),
            href=href(Address(name, page.lang)),
            **aria(current="page" if here else None),
        )
    )


def _notice(problems: tuple[QueryProblem, ...], t: Text) -> Component | None:
    if not problems:
        return None
    return html.Section(
        [
            html.H2(t("shell.problem.heading"), id="address-problems"),
            html.Ul([html.Li(_problem(problem, t)) for problem in problems]),
        ],
        className="notice",
        **aria(labelledby="address-problems"),
    )


def _drafts_notice(page: Page, site: Site, t: Text) -> Component | None:
    """Says to who is signed in that the page is not what everyone sees."""
    if not site.drafts_of:
        return None
    return html.P(
        [
            t("inside.notice", owners=", ".join(site.drafts_of)),
            " ",
            html.A(t("inside.notice.link"), href=href(Address("inside", page.lang))),
        ],
        className="notice",
        id="drafts-shown",
    )


def _problem(problem: QueryProblem, t: Text) -> str:
    return t(f"shell.problem.{problem.why or 'item'}", name=problem.name, value=problem.value)


def _footer(page: Page, site: Site, t: Text) -> Component:
    operator: list[str | Component] = []
    if site.operator:
        operator.append(t("shell.footer.operator", operator=site.operator))
    if site.contact:
        operator += [
            f" {t('shell.footer.contact')} ",
            html.A(site.contact, href=f"mailto:{site.contact}"),
        ]
    return html.Footer(
        [
            html.Ul(
                [
                    html.Li(html.A(t(f"shell.nav.{name}"), href=href(Address(name, page.lang))))
                    for name in FOOTER
                    if name in site.pages
                ]
                + (
                    [html.Li(html.A(t("inside.link"), href=href(Address("inside", page.lang))))]
                    if site.sign_in
                    else []
                )
            ),
            html.P([t("shell.tagline"), ". ", t("shell.footer.figures")]),
            html.P(operator) if operator else None,
        ],
        className="site-footer",
        **aria(label=t("shell.footer")),
    )


@dataclass(frozen=True, slots=True)
class Guess:
    """A page that an address may have meant, and what to call it."""

    name: str
    address: Address


def not_found(lang: str, site: Site, guesses: Sequence[Guess] = ()) -> Page:
    """The page for an address that leads nowhere: the search, guesses and the ways on."""
    t = text(lang)
    links = [name for name in dict.fromkeys((*MENU, *FOOTER)) if name in site.pages]
    return _plain(
        lang,
        404,
        "shell.404",
        html.P(t("shell.404.why")),
        *_guesses(guesses, t),
        place_search(lang) if "search" in site.pages else None,
        html.P(t("shell.404.links")),
        html.Ul(
            [
                html.Li(html.A(t(f"shell.nav.{name}"), href=href(Address(name, lang))))
                for name in links
            ]
        ),
    )


def _guesses(guesses: Sequence[Guess], t: Text) -> list[Component]:
    if not guesses:
        return []
    links = [html.Li(html.A(guess.name, href=href(guess.address))) for guess in guesses]
    return [html.P(t("shell.404.alike")), html.Ul(links)]


def store_unreachable(lang: str, again: str) -> Page:
    """The page while the store does not answer; `again` is the address to try again."""
    return _plain(lang, 503, "shell.503", html.P(html.A(text(lang)("shell.503.again"), href=again)))


def last_known_notice(lang: str, seconds: float) -> Component:
    """Above a page that is shown while the store does not answer: how old it is."""
    t = text(lang)
    minutes = round(seconds / 60)
    if minutes < 1:
        age = t("shell.last_known.moment")
    elif minutes < 60:
        age = t("shell.last_known.minutes", n=minutes)
    else:
        age = t("shell.last_known.hours", n=round(minutes / 60))
    return html.Section(
        [
            html.H2(t("shell.last_known.heading"), id="last-known"),
            html.P(t("shell.last_known.lead", age=age)),
        ],
        className="notice",
        **aria(labelledby="last-known"),
    )


def failed(lang: str) -> Page:
    """The page for an error of ours."""
    return _plain(lang, 500, "shell.500")


def refused(lang: str, status: int) -> Page:
    """The page for a request that is refused (a status from 400 to 499)."""
    return _plain(lang, status, f"shell.{worded(status)}")


def worded(status: int) -> int:
    """The status whose words a refusal has: its own, or those of what is not understood."""
    return status if status in REFUSALS_IN_WORDS else 400


def _plain(lang: str, status: int, key: str, *more: Component | None) -> Page:
    t = text(lang)
    title, lead = t(f"{key}.title"), t(f"{key}.lead")
    return Page(
        title=title,
        description=lead,
        lang=lang,
        address=Address("overview", lang),
        body=html.Article([html.H1(title), html.P(lead, className="lead"), *more]),
        status=status,
    )
