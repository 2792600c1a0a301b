"""The comparison page: what to compare, sentences, charts, where each stands, goals, all years."""

from typing import Any

from dash import html

from layouts.addresses import Address
from layouts.cards import notice
from layouts.charts.description import TimeChart
from layouts.compare.answers import FEWEST, MOST, CompareAnswers, View, view
from layouts.compare.charts import charts_section, compared_chart
from layouts.compare.controls import controls
from layouts.compare.figures import Figures
from layouts.compare.goals import goals_section
from layouts.compare.late import late_notices
from layouts.compare.lead import lead
from layouts.compare.standing import standing_section
from layouts.compare.suggestions import suggestions_section
from layouts.compare.years import years_section
from layouts.enumeration import enumerated
from layouts.page import Page
from layouts.text import Text, text


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
        content = _beginning(address, shown, answers, t)
    return Page(
        title=title,
        description=t("compare.description"),
        lang=address.lang,
        address=address,
        body=html.Div([html.H1(title), *content], className="page page-compare"),
        problems=(*answers.problems, *shown.problems),
    )


def _comparison(
    address: Address, shown: View, figures: Figures, chart: TimeChart | None
) -> list[Any]:
    answers = figures.answers
    return [
        *(
            html.P(words, className="lead" if place == 0 else None)
            for place, words in enumerate(lead(address.lang, shown, figures))
        ),
        *late_notices(address.lang, shown, figures),
        controls(address, shown, answers),
        charts_section(address, shown, figures, chart),
        standing_section(address, shown, figures),
        goals_section(address, answers),
        years_section(address, shown, figures),
    ]


def _beginning(address: Address, shown: View, answers: CompareAnswers, t: Text) -> list[Any]:
    too_few = None
    if answers.chosen:
        too_few = notice(html.P(t("compare.too_few", name=answers.chosen[0].name, fewest=FEWEST)))
    return [
        html.P(t("compare.lead.begin", fewest=FEWEST, most=MOST), className="lead"),
        too_few,
        controls(address, shown, answers),
        suggestions_section(address, answers),
    ]
