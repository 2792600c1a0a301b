"""The overview page: lead, search, the table of cities, the country."""

from dash import html

from layouts.addresses import Address
from layouts.overview.answers import OverviewAnswers
from layouts.overview.cities import cities_section
from layouts.overview.lead import fragile_note, lead
from layouts.overview.national import national_chart, national_section
from layouts.overview.search import search_section
from layouts.page import Page
from layouts.text import text


def page(address: Address, answers: OverviewAnswers) -> Page:
    """How the contract cities are doing, and the way to every municipality's page."""
    t = text(address.lang)
    chart = national_chart(address, answers)
    opening = [html.P(" ".join(lead(address.lang, answers)), className="lead")]
    if note := fragile_note(address.lang, answers):
        opening.append(html.P(note, className="note"))
    body = html.Div(
        [
            html.H1(t("overview.title")),
            html.Div(
                [
                    html.Div(opening),
                    html.Div(search_section(address, answers)),
                ],
                className="split",
            ),
            cities_section(address, answers),
            national_section(address, answers, chart),
        ],
        className="page page-overview",
    )
    return Page(
        title=t("overview.title"),
        description=t("overview.description", n=len(answers.cities)),
        lang=address.lang,
        address=address,
        body=body,
        problems=answers.problems,
    )
