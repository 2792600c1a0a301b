"""Small multiples: one little chart a municipality, all on the same scale; and all in one."""

from collections.abc import Iterable
from typing import Any

from layouts import html
from layouts.charts.description import Line, LinePanel, TimeChart, marks
from layouts.charts.svg import NARROW, chart_svg
from layouts.compare.answers import CompareAnswers, View
from layouts.compare.figures import Figures
from layouts.compare.words import group_name, measure, value_words
from layouts.html.cards import disclosure, section
from layouts.html.markup import Raw, aria
from layouts.links.addresses import Address, href
from layouts.phrases.changes import more_or_less
from layouts.phrases.releases import source_line
from layouts.phrases.text import Text, text
from progress.emissions.comparison import change_since
from progress.emissions.series import Point
from progress.records import Municipality

CHART_ID = "compare-chart"
REFERENCE_TONE = 2
TONES = 9
"""So many lines can be told apart."""


def compared_chart(address: Address, view: View, figures: Figures) -> TimeChart | None:
    """All municipalities in one chart; None where no one has a value."""
    t = text(address.lang)
    answers = figures.answers
    lines = [
        Line(city.name, marks(figures.cities[city.code].of(view.measure)), tone)
        for tone, city in enumerate(answers.chosen, start=1)
    ]
    lines += _references(view, figures, len(lines), t)
    if not any(line.marks for line in lines):
        return None
    return TimeChart(
        CHART_ID,
        t("compare.charts.all", measure=t(f"compare.measure.{view.measure}").lower()),
        address.lang,
        t("compare.charts.all.message"),
        (_panel(view, answers, tuple(lines), (), t),),
        source=source_line([answers.release], t),
        releases=(answers.release,),
    )


def _references(view: View, figures: Figures, drawn: int, t: Text) -> list[Line]:
    """What all are held against, once: a group's median, or each county; as many as have a tone."""
    if view.against is None:
        return []
    lines = {
        group_name(view.against, city, t): reference_points(city, view, figures)
        for city in figures.answers.chosen
    }
    known = [(name, points) for name, points in lines.items() if points]
    return [
        Line(name, marks(points), tone)
        for tone, (name, points) in enumerate(known[: TONES - drawn], start=drawn + 1)
    ]


def charts_section(address: Address, view: View, figures: Figures) -> html.Section:
    """The little charts with the sentence that belongs to each."""
    t = text(address.lang)
    answers = figures.answers
    charts = small_charts(address, view, figures)
    scale = "compare.charts.scale" if view.measure == "index" else "compare.charts.scale.zero"
    notes = [t(scale)]
    if view.against is not None:
        note = "tonnes" if view.measure == "tonnes" else view.against
        notes.append(t(f"compare.against.note.{note}"))
    figures_shown = [
        _figure(city, chart, t) for city, chart in zip(answers.chosen, charts, strict=True)
    ]
    return section(
        "emissions",
        t("compare.charts.heading", measure=t(f"compare.measure.{view.measure}").lower()),
        disclosure(
            t("compare.charts.apart"),
            html.P(" ".join(notes), className="note"),
            html.Div(figures_shown, className="multiples"),
        ),
    )


def small_charts(address: Address, view: View, figures: Figures) -> tuple[TimeChart | None, ...]:
    """One chart for each chosen municipality, None where it has no value; axes are all alike."""
    t = text(address.lang)
    answers = figures.answers
    lines = [_lines(city, view, figures, t) for city in answers.chosen]
    holds = tuple(
        _ends(
            mark.value for lines_of_city in lines for line in lines_of_city for mark in line.marks
        )
    )
    first, last = answers.years[0], answers.years[-1]
    return tuple(
        TimeChart(
            f"compare-{city.code}",
            city.name,
            address.lang,
            _message(city, view, figures, t),
            (_panel(view, answers, lines_of_city, holds, t),),
            first_year=first,
            last_year=last,
            source=source_line([answers.release], t),
            releases=(answers.release,),
        )
        if lines_of_city[0].marks
        else None
        for city, lines_of_city in zip(answers.chosen, lines, strict=True)
    )


def _lines(municipality: Municipality, view: View, figures: Figures, t: Text) -> tuple[Line, ...]:
    own = Line(municipality.name, marks(figures.cities[municipality.code].of(view.measure)), 1)
    reference = reference_points(municipality, view, figures)
    if not reference:
        return (own,)
    label = group_name(view.against or "", municipality, t)
    return own, Line(label, marks(reference), REFERENCE_TONE)


def reference_points(municipality: Municipality, view: View, figures: Figures) -> tuple[Point, ...]:
    """The county's mean, or a group's median; nothing for tonnes, which only size decides."""
    if view.against is None or view.measure == "tonnes":
        return ()
    if view.against == "county":
        return figures.counties[municipality.county_code].of(view.measure)
    return tuple(
        Point(each.year, each.quartiles.median, each.status)
        for each in figures.group_years(view.against, view.measure)
    )


def _panel(
    view: View,
    answers: CompareAnswers,
    lines: tuple[Line, ...],
    holds: tuple[float, ...],
    t: Text,
) -> LinePanel:
    title = t(f"compare.measure.{view.measure}")
    return LinePanel(title, measure(view, answers.gas, t), lines, holds=holds, bridged=True)


def _ends(values: Iterable[float]) -> list[float]:
    result = list(values)
    return [min(result), max(result)] if result else []


def _message(municipality: Municipality, view: View, figures: Figures, t: Text) -> str:
    series = figures.cities[municipality.code]
    points = series.of(view.measure)
    if not points:
        return t("compare.message.none", name=municipality.name)
    latest = points[-1]
    values = {
        "name": municipality.name,
        "year": latest.year,
        "value": value_words(latest.value, view, t),
    }
    share = change_since(series.since.get(view.measure, ()), view.base_year, latest.year)
    if view.measure == "index" or share is None or latest.year == view.base_year:
        return t("compare.message.value", **values)
    since = more_or_less(share, t)
    return t("compare.message", since=since, base=view.base_year, **values)


def _figure(municipality: Municipality, chart: TimeChart | None, t: Text) -> html.Figure:
    link = html.A(municipality.name, href=href(Address("city", t.lang, municipality.slug)))
    heading_id = f"compare-{municipality.code}-heading"
    if chart is None:
        content: list[Any] = [html.Figcaption(t("compare.message.none", name=municipality.name))]
    else:
        content = [
            html.Figcaption(chart.message),
            html.Div(Raw(chart_svg(chart, NARROW)), className="chart-drawing"),
        ]
    return html.Figure(
        [html.H3(link, id=heading_id), *content],
        className="chart",
        **aria(labelledby=heading_id),
    )
