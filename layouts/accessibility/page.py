"""The accessibility statement, with what the Swedish act (2018:1937) and Digg's model ask for."""

from datetime import date

from layouts import html
from layouts.frame.page import Page
from layouts.html.cards import section
from layouts.html.placeholders import contact_slot, operator_slot
from layouts.links.addresses import Address
from layouts.phrases.text import Text, text
from progress.phrases.formats import day

ASSESSED = date(2026, 11, 22)
"""When the site was last held against the requirements; set anew with each such assessment."""

LISTS = {"status": 2, "not": 6, "tested": 4, "done": 4}
REPORT_TO_DIGG = "https://www.digg.se/tdosanmalan"


def page(address: Address) -> Page:
    """Who answers for the site, how accessible it is, what is not, whom to tell, who oversees."""
    lang = address.lang
    t = text(lang)
    operator = html.P([operator_slot(lang), " ", t("accessibility.who.law")])
    digg = html.A(t("accessibility.oversight.link"), href=REPORT_TO_DIGG)
    parts = [
        section("who", t("accessibility.who.heading"), operator),
        _list("status", t),
        _list("not", t),
        _words("burden", t),
        section("contact", t("accessibility.contact.heading"), html.P(contact_slot(lang))),
        _words("report", t),
        section(
            "oversight",
            t("accessibility.oversight.heading"),
            html.P([t("accessibility.oversight"), " ", digg, "."]),
        ),
        _list("tested", t),
        _list("done", t),
        section(
            "updated",
            t("accessibility.updated.heading"),
            html.P(t("accessibility.updated", day=day(ASSESSED, lang))),
        ),
    ]
    return Page(
        title=t("accessibility.title"),
        description=t("accessibility.description"),
        lang=lang,
        address=address,
        body=html.Div(
            [
                html.H1(t("accessibility.heading")),
                html.P(t("accessibility.lead"), className="lead"),
                *parts,
            ],
            className="page page-accessibility",
        ),
    )


def _list(part: str, t: Text) -> html.Section:
    keys = [f"accessibility.{part}.{number}" for number in range(1, LISTS[part] + 1)]
    heading = t(f"accessibility.{part}.heading")
    return section(part, heading, html.Ul([html.Li(t(key)) for key in keys]))


def _words(part: str, t: Text) -> html.Section:
    return section(part, t(f"accessibility.{part}.heading"), html.P(t(f"accessibility.{part}")))
