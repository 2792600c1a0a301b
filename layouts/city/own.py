"""What a municipality has loaded itself: its own series, its forecasts and how they turned out."""

from typing import Any

from layouts import html
from layouts.city.answers import CityAnswers
from layouts.html.cards import section
from layouts.html.forms import Choice
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.phrases.corrections import corrected_words
from layouts.phrases.text import Text, text
from progress.emissions.series import Status, Unit
from progress.goals.estimates import ForecastError
from progress.phrases.formats import day, percent, year_span
from progress.phrases.wording import in_unit
from progress.records import OwnSeries

SAME_SHARE = 0.005
"""A forecast that rounds to 0 per cent off is told as right."""


def own_section(address: Address, answers: CityAnswers) -> html.Section | None:
    """The municipality's own releases, each with a link to its figures; None where it has none."""
    if not answers.own:
        return None
    lang = address.lang
    t = text(lang)
    columns = [
        Column(t("city.own.column.title")),
        Column(t("city.own.column.counts")),
        Column(t("city.own.column.years")),
        Column(t("city.own.column.latest"), numeric=True),
        Column(t("city.own.column.imported")),
        Column(t("city.own.column.use")),
    ]
    rows = [_row(series, address, answers, t) for series in answers.own]
    return section(
        "own",
        t("city.own.heading"),
        html.P(t("city.own.intro", name=answers.municipality.name)),
        *(
            html.P(outcome_words(series, error, answers, t))
            for series, error in answers.forecast_outcomes
        ),
        table(t("city.own.caption"), columns, rows, stack=True),
    )


def own_choices(answers: CityAnswers, t: Text) -> list[Choice]:
    """The municipality's own series as choices beside the national releases."""
    return [
        Choice(
            series.release.label,
            f"{series.release.title} ({_counts(series, t)})",
            t("city.own.group"),
        )
        for series in answers.own
        if series.continues is None
    ]


def forecast_words(answers: CityAnswers, t: Text) -> list[str]:
    """The forecasts after the latest observed year, each with its value and who made it."""
    series, latest, by = answers.series, answers.series.latest, answers.forecasts_by
    if latest is None or by is None:
        return []
    return [
        t(
            "city.own.forecast",
            year=point.year,
            value=in_unit(point.value, answers.unit, t.lang),
            publisher=by.publisher,
        )
        for point in series
        if point.status is Status.FORECAST and point.year > latest.year
    ]


def outcome_words(
    own_series: OwnSeries, error: ForecastError, answers: CityAnswers, t: Text
) -> str:
    """An earlier forecast against what came: the forecast record."""
    if error.share is None:
        key = "city.own.record.unknown"
    elif abs(error.share) < SAME_SHARE:
        key = "city.own.record.right"
    else:
        key = "city.own.record.over" if error.share > 0 else "city.own.record.under"
    return t(
        key,
        year=error.year,
        share=percent(abs(error.share or 0.0), t.lang),
        forecast=in_unit(error.forecast, answers.unit, t.lang),
        outcome=in_unit(error.outcome, answers.unit, t.lang),
        publisher=own_series.release.source.publisher,
        release=answers.release.label,
    )


def _row(own_series: OwnSeries, address: Address, answers: CityAnswers, t: Text) -> list[Any]:
    lang, release = address.lang, own_series.release
    shown: Any = release.title
    if own_series.continues is None:
        place = Address("city", lang, answers.municipality.slug)
        shown = html.A(release.title, href=href(place.with_query(release=release.label)))
    last = own_series.points[-1].value if own_series.points else None
    publisher = release.source.publisher
    corrected = corrected_words(answers.corrections, release.label, t)
    return [
        html.Span(
            [
                *(shown, html.Br(), publisher, html.Br(), html.Code(release.label)),
                *([html.Br(), html.Small(corrected)] if corrected else []),
            ]
        ),
        _counts(own_series, t),
        year_span(release.year_first, release.year_last),
        in_unit(last, Unit(release.unit or Unit.TONNES), lang),
        day(release.imported.date(), lang),
        _use(own_series, answers, t),
    ]


def _counts(own_series: OwnSeries, t: Text) -> str:
    """What a release counts: scope, gas and unit."""
    release = own_series.release
    scope, gas = t(f"word.scope.{release.scope}"), t(f"word.gas.short.{release.gas}")
    return f"{scope}, {gas}, {t(f'word.unit.{release.unit}')}"


def _use(own_series: OwnSeries, answers: CityAnswers, t: Text) -> str:
    """In force, replaced by a later file, or forecasts and for which release."""
    if next(other for other in answers.own if _kind(other) == _kind(own_series)) is not own_series:
        return t("city.own.use.replaced")
    if own_series.continues is not None:
        return t("city.own.use.forecast", release=own_series.continues)
    return t("city.own.use.now")


def _kind(own_series: OwnSeries) -> tuple[str | None, ...]:
    return (
        own_series.release.scope,
        own_series.release.gas,
        own_series.release.unit,
        own_series.continues,
    )
