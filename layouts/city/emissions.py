"""Emissions over time, with goals and estimate, and the municipality's money on the same axis."""

from dash import html

from layouts.addresses import Address, href
from layouts.cards import disclosure, section
from layouts.changes import SAME_SHARE, change, more_or_less, value_in
from layouts.charts.block import chart_block
from layouts.charts.description import Line, LinePanel, Mark, Measure, TimeChart, marks
from layouts.city.answers import CityAnswers
from layouts.city.funding import funding_panel, funding_words
from layouts.city.paths import goal_paths
from layouts.forms import form, select
from layouts.releases import release_choices, release_title
from layouts.text import Text, text
from progress.formats import tonnes
from progress.series import Status
from progress.trend import Trend, trend

THOUSAND = 1000.0


def emissions_chart(address: Address, answers: CityAnswers) -> TimeChart | None:
    """Observed values, the estimate with its band and the goals' paths; money right under them."""
    if not answers.years:
        return None
    t = text(address.lang)
    line = trend(answers.series)
    lines = [Line(t("city.emissions.line"), marks(answers.points), 1)]
    estimates = _estimates(answers, line)
    if estimates:
        lines.append(Line(t("city.emissions.estimate"), estimates, 1))
    axis = t("city.emissions.axis")
    emissions = LinePanel(
        t("city.emissions.panel", gas=t(f"word.gas.title.{answers.gas}")),
        Measure(t("word.unit.tonnes"), axis, THOUSAND, 0),
        tuple(lines),
        goal_paths(address.lang, answers),
    )
    money = funding_panel(address.lang, answers)
    title = "city.emissions.title" if money is not None else "city.emissions.title.alone"
    return TimeChart(
        chart_id="emissions-chart",
        title=t(title, name=answers.municipality.name),
        lang=address.lang,
        message=_message(address.lang, answers, line, t),
        panels=(emissions, money) if money is not None else (emissions,),
    )


def emissions_section(address: Address, answers: CityAnswers) -> html.Section | None:
    """The choice of release, the chart, and what the money does and does not cover."""
    chart = emissions_chart(address, answers)
    if chart is None:
        return None
    t = text(address.lang)
    choose = form(
        address,
        [
            select(
                address,
                "release",
                t("city.emissions.release"),
                release_choices(answers.releases, address.lang, t),
            )
        ],
        t("word.show"),
        label=t("city.emissions.choose"),
    )
    return section(
        "emissions",
        t("city.emissions.heading"),
        choose,
        html.P(
            [
                _series_words(address.lang, answers, t),
                " ",
                html.A(
                    t("restatements.link.city"),
                    href=href(
                        Address("city_restatements", address.lang, answers.municipality.slug)
                    ),
                ),
            ],
            className="note",
        ),
        chart_block(chart, address),
        html.P(" ".join(funding_words(address.lang, answers))),
        html.P(
            html.A(
                t("city.money.link"),
                href=href(Address("money", address.lang, answers.municipality.slug)),
            )
        ),
        html.P(_compare_link(address.lang, answers, t)),
        disclosure(
            t("city.emissions.notes"), html.Ul([html.Li(words) for words in _notes(answers, t)])
        ),
    )


def _compare_link(lang: str, answers: CityAnswers, t: Text) -> html.A:
    place = answers.municipality
    there = Address("compare", lang).with_query(municipality=place.code)
    return html.A(t("compare.link.city", name=place.name), href=href(there))


def _estimates(answers: CityAnswers, line: Trend | None) -> tuple[Mark, ...]:
    """The trend's values for the years after the latest observed, up to the current (RULES §3)."""
    if line is None:
        return ()
    known = {point.year for point in answers.points}
    coming = range(answers.years[-1] + 1, answers.current_year + 1)
    return tuple(
        Mark(year, line.value(year), Status.ESTIMATE, *line.band(year))
        for year in coming
        if year not in known
    )


def _message(lang: str, answers: CityAnswers, line: Trend | None, t: Text) -> str:
    years = answers.years
    first, latest = years[0], years[-1]
    share = change(answers.points, first, latest)
    key = "city.emissions.message"
    if share is None:
        key += ".value"
    elif abs(share) < SAME_SHARE:
        key += ".same"
    sentences = [
        t(
            key,
            year=latest,
            value=tonnes(value_in(answers.points, latest), lang),
            since_first=more_or_less(share, lang, t),
            first=first,
        )
    ]
    if line is None:
        sentences.append(t("city.emissions.message.no_trend"))
    else:
        way = f"city.emissions.message.{line.direction()}"
        sentences.append(t(way, first=line.points[0].year))
        if line.direction_uncertain():
            sentences.append(t("city.emissions.message.uncertain"))
    return " ".join(sentences)


def _series_words(lang: str, answers: CityAnswers, t: Text) -> str:
    return t(
        "city.emissions.series",
        gas=t(f"word.gas.{answers.gas}"),
        release=release_title(answers.release, lang, t),
        publisher=answers.release.source.publisher,
    )


def _notes(answers: CityAnswers, t: Text) -> list[str]:
    years = answers.years
    gaps = [year for year in range(years[0], years[-1]) if year not in years]
    notes = [t("city.emissions.gaps")] if gaps else []
    if any(point.status is Status.PRELIMINARY for point in answers.points):
        notes.append(t("city.emissions.preliminary"))
    if trend(answers.series) is not None and answers.current_year > years[-1]:
        notes.append(t("city.emissions.estimate_note", year=years[-1]))
    notes.append(t("city.emissions.not_included"))
    return notes
