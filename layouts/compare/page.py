"""The comparison page: a sentence, the choices, one chart; then standing, goals and all years."""

from typing import Any

from layouts import html
from layouts.charts.block import chart_block
from layouts.charts.description import TimeChart
from layouts.compare.answers import FEWEST, MOST, CompareAnswers, View, view
from layouts.compare.beginning import beginning
from layouts.compare.charts import charts_section, compared_chart
from layouts.compare.controls import controls
from layouts.compare.figures import Figures
from layouts.compare.glance import glance
from layouts.compare.goals import goals_section
from layouts.compare.late import late_notices
from layouts.compare.lead import goal_terms, lead
from layouts.compare.standing import standing_section
from layouts.compare.suggestions import suggestions_line
from layouts.compare.years import years_section
from layouts.frame.page import Page
from layouts.html.cards import notice
from layouts.links.addresses import Address, href
from layouts.phrases.enumeration import enumerated
from layouts.phrases.text import Text, text


def page(address: Address, answers: CompareAnswers) -> Page:
    """Two to six municipalities side by side; with fewer, the form and suggestions."""
    t = text(address.lang)
    shown = view(address, answers)
    names = enumerated([city.name for city in answers.chosen], t)
    title = t("compare.title.chosen", names=names) if answers.enough else t("compare.title")
    if answers.enough:
        figures = Figures(answers, shown.base_year)
        chart = compared_chart(address, shown, figures)
        content = _comparison(address, shown, figures, chart)
    else:
        content = _beginning(address, answers, t)
    return Page(
        title=title,
        description=t("compare.description"),
        lang=address.lang,
        address=address,
        body=html.Div([html.H1(title), *content], className="page page-compare"),
        problems=(*answers.problems, *shown.problems),
        stylesheet="dense.css two-up.css compare.css",
    )


def _comparison(
    address: Address, shown: View, figures: Figures, chart: TimeChart | None
) -> list[Any]:
    """One sentence, the choices in a row, and everybody in one chart; the rest unfolds below."""
    answers, lang = figures.answers, address.lang
    return [
        html.P(lead(lang, figures), className="lead"),
        controls(address, shown, answers),
        html.Div(
            [
                None if chart is None else chart_block(chart, address, level=2),
                glance(address, shown, figures),
            ],
            className="compare-first",
        ),
        html.P(_ways_on(answers, lang), className="note"),
        *late_notices(lang, shown, figures),
        html.Div(
            [
                charts_section(address, shown, figures),
                standing_section(address, shown, figures),
                goals_section(address, answers, goal_terms(figures, text(lang))),
                years_section(address, shown, figures),
            ],
            className="two-up",
        ),
    ]


def _ways_on(answers: CompareAnswers, lang: str) -> html.A:
    """The board of all municipalities, on which those that are compared are marked."""
    codes = tuple(city.code for city in answers.chosen)
    there = href(Address("explore", lang).with_query(place=codes))
    return html.A(text(lang)("compare.explore"), href=there)


def _beginning(address: Address, answers: CompareAnswers, t: Text) -> list[Any]:
    too_few = None
    if answers.chosen:
        too_few = notice(html.P(t("compare.too_few", name=answers.chosen[0].name, fewest=FEWEST)))
    return [
        html.P(t("compare.lead.begin", fewest=FEWEST, most=MOST), className="lead"),
        too_few,
        suggestions_line(address, answers),
        beginning(address, answers),
    ]
