"""Indicators: the latest value, its change and direction, and the place among others."""

from collections.abc import Mapping, Sequence
from typing import Any

from layouts import html
from layouts.city.answers import CityAnswers, IndicatorFigures
from layouts.html.cards import disclosure, section
from layouts.html.markup import data
from layouts.html.tables import Column, table
from layouts.links.addresses import Address
from layouts.phrases.text import Text, text
from progress.emissions.series import Point, Status
from progress.goals.verdict_model import Direction
from progress.indicators import indicator_direction, latest_change, rank
from progress.phrases.formats import number, percent, signed, signed_percent
from progress.records import IndicatorDefinition

SHARE = "share"
"""The English unit of an indicator that is a share of 1 and is shown as per cent."""


def indicators_section(address: Address, answers: CityAnswers) -> html.Section | None:
    """A table of the indicators that have a value for the municipality; None without any."""
    t = text(address.lang)
    known = [indicator for indicator in answers.indicators if indicator.values]
    if not known:
        return None
    return section(
        "indicators",
        t("city.indicators.heading"),
        html.P(t("city.indicators.intro")),
        indicators_table(known, answers, t),
        _notes(known, t),
    )


def indicators_table(known: Sequence[IndicatorFigures], answers: CityAnswers, t: Text) -> html.Div:
    """The latest value of each, its change and direction, and the place among others."""
    columns = [
        Column(t("city.indicators.column.name")),
        Column(t("city.indicators.column.latest"), numeric=True),
        Column(t("city.indicators.column.change"), numeric=True),
        Column(t("city.indicators.column.direction")),
        Column(t("city.indicators.column.contract"), numeric=True),
        Column(t("city.indicators.column.all"), numeric=True),
    ]
    rows = [_row(indicator, answers, t) for indicator in known]
    return table(t("city.indicators.caption"), columns, rows, stack=True)


def _row(figures: IndicatorFigures, answers: CityAnswers, t: Text) -> list[Any]:
    definition = figures.definition
    latest = figures.values[-1]
    codes = figures.same_year.keys() & answers.contract_codes
    contract = {code: figures.same_year[code] for code in codes}
    value = value_words(definition, latest.value, t.lang)
    return [
        definition.name_sv if t.lang == "sv" else definition.name_en,
        t("city.indicators.value", value=value, year=latest.year),
        _change(figures, t),
        _direction(figures, t),
        _rank(contract, answers.municipality.code, definition.desired, t),
        _rank(figures.same_year, answers.municipality.code, definition.desired, t),
    ]


def value_words(definition: IndicatorDefinition, value: float, lang: str) -> str:
    """A value with its unit; shares as per cent."""
    if definition.unit_en == SHARE:
        return percent(value, lang, max(0, definition.decimals - 2))
    unit = definition.unit_sv if lang == "sv" else definition.unit_en
    return f"{number(value, lang, definition.decimals)} {unit}"


def _points(figures: IndicatorFigures) -> tuple[Point, ...]:
    return tuple(Point(value.year, value.value, Status(value.status)) for value in figures.values)


def _change(figures: IndicatorFigures, t: Text) -> str:
    """Shares change in percentage points, other values in per cent."""
    result = latest_change(_points(figures))
    if result is None:
        return t("word.none")
    if figures.definition.unit_en == SHARE:
        return t(
            "city.indicators.points",
            points=signed(result.difference * 100, t.lang, 1),
            year=result.before_year,
        )
    return t(
        "city.indicators.change.since",
        change=signed_percent(result.share, t.lang),
        year=result.before_year,
    )


def _direction(figures: IndicatorFigures, t: Text) -> Any:
    result = indicator_direction(_points(figures), figures.definition.desired)
    if result is None:
        return html.Span(t("word.direction.none"), className="note")
    words = t(f"word.direction.{_as_emissions(result.direction, figures.definition.desired)}")
    if result.uncertain:
        words = t("word.direction.uncertain", direction=words)
    return html.Span(words, **data(status=str(result.direction)))


def _as_emissions(direction: Direction, desired: str) -> Direction:
    """The direction of emissions that move the same way: towards is falling only where that is
    what is desired."""
    if desired == "down" or direction is Direction.LEVEL:
        return direction
    return Direction.AWAY if direction is Direction.TOWARDS else Direction.TOWARDS


def _rank(values: Mapping[str, float], code: str, desired: str, t: Text) -> str:
    result = rank(values, code, desired) if desired in ("up", "down") else None
    if result is None:
        return t("city.indicators.no_rank")
    return t("city.indicators.rank", rank=result.place, of=result.of)


def _notes(known: list[IndicatorFigures], t: Text) -> html.Details:
    items = []
    for indicator in known:
        definition = indicator.definition
        name = definition.name_sv if t.lang == "sv" else definition.name_en
        note = definition.note_sv if t.lang == "sv" else definition.note_en
        source = f"{t('word.source')}: {definition.source.publisher}."
        items.append(html.Li([html.Strong(name), ". ", f"{note} ".lstrip(), source]))
    return disclosure(t("city.indicators.notes"), html.Ul(items))
