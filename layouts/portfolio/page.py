"""The portfolio page: the agencies' money across the cities, read against what is loaded."""

from dash import html
from dash.development.base_component import Component

from layouts import kronor
from layouts.addresses import Address
from layouts.cards import section
from layouts.charts.block import chart_block
from layouts.money import files
from layouts.page import Page
from layouts.portfolio import charts, choices, matrix, spots
from layouts.portfolio.answers import PortfolioAnswers
from layouts.portfolio.view import View, view
from progress.money.cube import largest, total, without_sum
from progress.money.kinds import Allocation, Kind

DOMINANT = 4
"""A single grant of more than one part in so many is named: it would else pass for a pattern."""


def page(address: Address, answers: PortfolioAnswers) -> Page:
    """The page of all grants, filtered as the address says."""
    shown = view(address, answers)
    t = shown.t
    flow, years = charts.flow_chart(shown), charts.years_chart(shown)
    lines = matrix.lines(shown)
    parts: list[Component | None] = [
        html.H1(t("portfolio.title")),
        html.P(_lead(shown), className="lead"),
        *(html.P(sentence) for sentence in _notes(shown)),
        choices.coverage_section(shown),
        section(
            "urval", t("portfolio.filter"), choices.choices_form(shown), files.links(shown.address)
        ),
        matrix.matrix_section(shown, lines),
        section("floden", t("portfolio.flow.heading"), chart_block(flow, address))
        if flow
        else None,
        section("ar", t("portfolio.years.heading"), chart_block(years, address)) if years else None,
        spots.spots_section(shown, lines),
        spots.overlaps_section(shown),
    ]
    return Page(
        t("portfolio.title"),
        t("portfolio.description"),
        shown.lang,
        address,
        html.Div([part for part in parts if part is not None]),
        shown.problems,
    )


def _lead(view: View) -> str:
    t, lang = view.t, view.lang
    all_of_it = total(view.chosen)
    if not all_of_it.coverage.known:
        return t("portfolio.lead.none")
    own = total(cell for cell in view.chosen if cell.key.allocation is Allocation.OWN)
    funders = len({cell.key.funder for cell in view.chosen if cell.cell.known})
    return t(
        "portfolio.lead",
        sum=kronor.words(all_of_it.sek, lang),
        kind=view.kind_words(),
        grants=view.count(all_of_it.coverage.known),
        funders=t("portfolio.funder", n=funders),
        own=kronor.words(own.sek, lang),
        own_grants=view.count(own.coverage.known),
    )


def _notes(view: View) -> list[str]:
    t = view.t
    result = []
    all_of_it = total(view.chosen)
    shared = total(cell for cell in view.chosen if cell.key.allocation is Allocation.MULTI)
    if shared.coverage.known:
        result.append(
            t(
                "portfolio.lead.shared",
                grants=view.count(shared.coverage.known),
                sum=kronor.words(shared.sek, view.lang),
            )
        )
    unknown = all_of_it.coverage.of - all_of_it.coverage.known
    if view.choice.kind is Kind.GRANTED and (granted := without_sum(view.chosen)):
        result.append(t("portfolio.lead.granted_unknown", n=granted))
        unknown -= granted
    if unknown:
        result.append(t("portfolio.lead.unconverted", n=unknown))
    if all_of_it.kept_nominal:
        result.append(t("money.prices.kept", n=all_of_it.kept_nominal))
    top = largest(view.chosen, view.pricing)
    if top is not None and top.sek * DOMINANT > all_of_it.sek:
        result.insert(
            0,
            t(
                "portfolio.lead.largest",
                sum=kronor.words(top.sek, view.lang),
                programme=top.key.programme or top.key.funder,
            ),
        )
    return [*result, t("portfolio.lead.reading")]
