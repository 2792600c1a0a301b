"""A city's money page: sources matched to uses, and what is not known said as plainly."""

from collections.abc import Mapping
from typing import Any

from dash.development.base_component import Component

from layouts import html
from layouts.charts.block import chart_block
from layouts.frame.page import Page
from layouts.html.cards import section
from layouts.links.addresses import Address, href
from layouts.money import by_sector, flow, gap, known, lead, plan, ranking, rows, sources, years
from layouts.money.answers import MoneyAnswers
from layouts.money.view import View, view


def page(address: Address, answers: MoneyAnswers) -> Page:
    """The page of one municipality's money, for any of the 290."""
    shown = view(address, answers)
    flow_chart = flow.flow_chart(shown)
    years_chart = years.years_chart(shown)
    plan_chart = plan.plan_chart(shown)
    gap_chart = gap.gap_chart(shown)
    charts: Mapping[str, Any] = {
        chart.chart_id: chart
        for chart in (flow_chart, years_chart, plan_chart, gap_chart)
        if chart is not None
    }
    sentences = lead.sentences(shown)
    t = shown.t
    body = html.Div(
        [
            html.P(
                html.A(
                    t("money.back", name=shown.name),
                    href=href(Address("city", shown.lang, slug=address.slug)),
                ),
                className="kicker",
            ),
            html.H1(t("money.title", name=shown.name)),
            html.P(" ".join(sentences[:2]), className="lead"),
            lead.ruling(shown),
            known.known_section(shown),
            html.P(" ".join(sentences[2:])) if sentences[2:] else None,
            html.Div(_parts(shown, charts), className="two-up"),
        ],
        className="page page-money",
    )
    return Page(
        t("money.title", name=shown.name),
        t("money.description", name=shown.name),
        shown.lang,
        address,
        body,
        stylesheet="two-up.css money.css",
    )


def _parts(shown: View, charts: Mapping[str, Any]) -> list[Component]:
    t, address = shown.t, shown.address
    parts: list[Component | None] = []
    if shown.own or shown.single or shown.multi:
        parts.append(lead.kinds_section(shown))
        parts.append(
            section(
                "floder",
                t("money.flow.heading"),
                flow.choices_form(shown),
                *([chart_block(charts["floden"], address)] if "floden" in charts else []),
                *flow.without(shown),
            )
        )
    if "ar-for-ar" in charts:
        parts.append(
            section(
                "ar",
                t("money.years.heading"),
                chart_block(charts["ar-for-ar"], address),
                *years.notes(shown),
            )
        )
    parts += [
        by_sector.sectors_section(shown),
        plan.plan_section(shown, charts.get("planen"), charts.get("gapet")),
        ranking.tonne_section(shown),
        ranking.ranking_section(shown),
        sources.stocks_section(shown),
        rows.rows_section(shown),
        sources.sources_section(shown),
    ]
    return [part for part in parts if part is not None]
