"""The overview page: one sentence, the table of the contract cities, the country."""

from layouts import html
from layouts.frame.page import Page
from layouts.links.addresses import Address, href
from layouts.overview.answers import OverviewAnswers
from layouts.overview.cities import cities_section
from layouts.overview.lead import lead
from layouts.overview.national import national_chart, national_section
from layouts.phrases.known_cities import cities_known
from layouts.phrases.text import text

STYLESHEET = "dense.css overview.css"


def _explored(lang: str) -> str:
    """The board of all municipalities, with the contract cities against each other."""
    return href(Address("explore", lang).with_query(among="contract", colour="verdict"))


def page(address: Address, answers: OverviewAnswers) -> Page:
    """How the contract cities are doing, and the way to every municipality's page."""
    t = text(address.lang)
    lang = address.lang
    chart = national_chart(address, answers)
    body = html.Div(
        [
            html.H1(t("overview.title")),
            html.P(
                [
                    *(f"{sentence} " for sentence in lead(lang, answers)),
                ],
                className="lead",
            ),
            cities_section(address, answers),
            html.P(
                [
                    cities_known((city.municipality for city in answers.cities), t),
                    " ",
                    t("overview.cities.intro"),
                    " ",
                    html.A(t("overview.explore"), href=_explored(lang)),
                ],
                className="note",
            ),
            national_section(address, answers, chart),
        ],
        className="page page-overview",
    )
    return Page(
        title=t("overview.title"),
        description=t("overview.description", n=len(answers.cities)),
        lang=lang,
        address=address,
        body=body,
        problems=answers.problems,
        stylesheet=STYLESHEET,
    )
