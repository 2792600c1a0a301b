"""Emissions over time, with goals and estimate, and the municipality's money on the same axis."""

from layouts.addresses import Address, href
from layouts.cards import disclosure, section
from layouts.changes import SAME_SHARE, change, more_or_less, value_in
from layouts.charts.block import chart_block
from layouts.charts.description import Line, LinePanel, Mark, Measure, TimeChart, marks
from layouts.city.answers import CityAnswers
from layouts.city.funding import funding_panel, funding_words
from layouts.city.own import forecast_words, own_choices
from layouts.city.paths import goal_paths
from layouts.forms import form, select
from layouts.light import html
from layouts.releases import release_choices, release_title, source_line
from layouts.text import Text, text
from progress.estimates import estimates
from progress.sentences import amount
from progress.series import Status, Unit
from progress.trend import Trend, trend

THOUSAND = 1000.0
SMALL_TONNES = 10_000.0
"""A series that never reaches this is drawn in tonnes, not in thousands."""


def emissions_chart(address: Address, answers: CityAnswers) -> TimeChart | None:
    """Observed values, the estimate with its band and the goals' paths; money right under them."""
    if not answers.years:
        return None
    t = text(address.lang)
    line = trend(answers.series)
    lines = [Line(t("city.emissions.line"), marks(answers.series.observed), 1)]
    for key, status in (("forecast", Status.FORECAST), ("estimate", Status.ESTIMATE)):
        coming = _coming(answers, status)
        if coming:
            lines.append(Line(t(f"city.emissions.{key}"), coming, 1))
    emissions = LinePanel(
        t("city.emissions.panel", gas=t(f"word.gas.title.{answers.gas}")),
        emission_measure(answers, t),
        tuple(lines),
        goal_paths(address.lang, answers),
    )
    money = funding_panel(address.lang, answers)
    title = "city.emissions.title" if money is not None else "city.emissions.title.alone"
    if answers.shows_own:
        title = "city.emissions.title.own"
    return TimeChart(
        chart_id="emissions-chart",
        title=t(title, name=answers.municipality.name, scope=t(f"word.scope.{answers.scope}")),
        lang=address.lang,
        message=_message(address.lang, answers, line, t),
        panels=(emissions, money) if money is not None else (emissions,),
        source=source_line(
            [answers.release],
            address.lang,
            t,
            *([] if money is None else [t("sharing.source.money")]),
        ),
        releases=(answers.release.label,),
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
                [*release_choices(answers.releases, address.lang, t), *own_choices(answers, t)],
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
                        Address(
                            "city_restatements", address.lang, answers.municipality.slug
                        ).with_query(to_release=address.get("release"))
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


def emission_measure(answers: CityAnswers, t: Text) -> Measure:
    """The axis that the page's emissions are drawn on: per person, tonnes or thousands of them."""
    unit = t(f"word.unit.{answers.unit}")
    if answers.unit is Unit.TONNES_PER_PERSON:
        return Measure(unit, t("city.emissions.axis.per_person"), 1.0, 1)
    if max((abs(point.value) for point in answers.points), default=0.0) < SMALL_TONNES:
        return Measure(unit, t("city.emissions.axis.small"), 1.0, 0)
    return Measure(unit, t("city.emissions.axis"), THOUSAND, 0)


def _coming(answers: CityAnswers, status: Status) -> tuple[Mark, ...]:
    """The years after the latest observed one up to the current one: somebody's forecast, and our
    estimate where there is none (RULES §3)."""
    return tuple(
        Mark(one.year, one.value, one.status, one.low, one.high)
        for one in estimates(answers.series, answers.current_year)
        if one.status is status
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
            value=amount(value_in(answers.points, latest), answers.unit, lang),
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
    sentences += forecast_words(lang, answers, t)
    return " ".join(sentences)


def _series_words(lang: str, answers: CityAnswers, t: Text) -> str:
    if answers.shows_own:
        return t(
            "city.emissions.series.own",
            scope=t(f"word.scope.{answers.scope}"),
            gas=t(f"word.gas.{answers.gas}"),
            publisher=answers.release.source.publisher,
            title=answers.release.title,
            label=answers.release.label,
        )
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
    if _coming(answers, Status.ESTIMATE):
        notes.append(t("city.emissions.estimate_note", year=years[-1]))
    counts = "not_national" if answers.shows_own else "not_included"
    notes.append(t(f"city.emissions.{counts}"))
    return notes
