"""Örebro's model of follow-up: the group, the area and indicators side by side, the biggest sources
first, rough by design; biogenic beside fossil where a series has it."""

from typing import Any

from layouts import html
from layouts.charts.block import chart_block
from layouts.charts.description import (
    Line,
    LinePanel,
    Measure,
    RangeBars,
    RangeRow,
    TimeChart,
    marks,
)
from layouts.city.indicators import value_words
from layouts.html.cards import section
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.phrases.releases import release_title, source_line
from layouts.phrases.text import Text, text
from layouts.phrases.wording import in_language
from layouts.systems.answers import SystemsAnswers
from layouts.systems.system import State, Summary, waits
from progress.emissions.series import Gas, Point, Scope, Unit
from progress.goals.goal import GoalScope
from progress.phrases.formats import number, percent
from progress.phrases.words import sector_word
from progress.promises.contract_systems import NationalSeries
from progress.records import OwnSeries

ROUGH = 1000.0
"""Tonnes that the model rounds to: "the size of the emissions in rough terms"."""
MILLION = 1_000_000.0


def summary(answers: SystemsAnswers, t: Text) -> Summary:
    """Which of the three parts are filled."""
    group = own_series_of(answers, Scope.GROUP)
    parts = {
        "area": bool(biggest_sectors(answers)),
        "indicators": any(each.values for each in answers.city.indicators),
        "group": group is not None,
    }
    filled = [t(f"systems.model.part.{name}") for name, there in parts.items() if there]
    if not filled:
        return Summary(State.WAITS, t("systems.model.none"))
    words = t("systems.model.filled", parts=", ".join(filled))
    if group is None:
        words += " " + t("systems.model.group.waits")
    return Summary(State.SHOWN if all(parts.values()) else State.PART, words)


def view(address: Address, answers: SystemsAnswers) -> list[Any]:
    """The area, the group, the indicators, and biogenic beside fossil."""
    t = text(address.lang)
    return [
        section("area", t("systems.model.area.heading"), *_area(address, answers, t)),
        section("group", t("systems.model.group.heading"), *_group(address, answers, t)),
        section("indicators", t("systems.model.indicators.heading"), _indicators(answers, t)),
        section("biogenic", t("systems.model.biogenic.heading"), *_biogenic(address, answers, t)),
    ]


def biggest_sectors(answers: SystemsAnswers) -> list[tuple[str, float]]:
    """The sectors of the latest year of the page's release, tonnes, the biggest first."""
    years = [row.year for row in answers.city.sectors]
    rows = [row for row in answers.city.sectors if row.year == max(years)]
    known = [(row.sector, row.tonnes) for row in rows if row.sector != "total"]
    return sorted(known, key=lambda row: -row[1])


def own_series_of(answers: SystemsAnswers, scope: Scope) -> OwnSeries | None:
    """The newest own series of a scope that stands on its own, biogenic emissions apart."""
    return next(
        (
            each
            for each in answers.city.own
            if each.release.scope == scope
            and each.continues is None
            and each.release.gas != Gas.CO2_BIOGENIC
        ),
        None,
    )


def series_table(series: OwnSeries, t: Text, *, rough: bool = False) -> html.Div:
    """An own series year by year, in its own unit; `rough` tonnes are told in tens."""
    unit = unit_of(series)
    decimals = 2 if unit is Unit.TONNES_PER_PERSON else 0
    columns = [Column(t("word.year")), Column(t(f"word.unit.{unit}"), numeric=True)]
    rows = []
    for point in series.points:
        value = round(point.value, -1) if rough and not decimals else point.value
        rows.append([str(point.year), number(value, t.lang, decimals)])
    return table(release_title(series.release, t), columns, rows, small=True)


def unit_of(series: OwnSeries) -> Unit:
    """What the figures of an own series count in."""
    return Unit(series.release.unit or Unit.TONNES)


def indicator_rows(answers: SystemsAnswers, t: Text, until: int | None = None) -> list[list[Any]]:
    """Name, latest value and its year of each indicator that has one, of a year or earlier."""
    rows = []
    for each in answers.city.indicators:
        values = [value for value in each.values if until is None or value.year <= until]
        if values:
            definition, last = each.definition, values[-1]
            name = in_language(definition.name_sv, definition.name_en, t.lang)
            rows.append([name, value_words(definition, last.value, t.lang), str(last.year)])
    return rows


def _area(address: Address, answers: SystemsAnswers, t: Text) -> list[Any]:
    sectors = biggest_sectors(answers)
    if not sectors:
        return [html.P(t("systems.model.none"))]
    total = sum(tonnes for _, tonnes in sectors)
    year = answers.city.years[-1]
    names = [sector_word(code, t.lang) for code, _ in sectors]
    chart = RangeBars(
        "biggest-sources",
        t("systems.model.area.title", name=answers.name, year=year),
        t.lang,
        t(
            "systems.model.area.message",
            first=names[0],
            share=percent(sectors[0][1] / total, t.lang) if total else "",
            year=year,
            total=number(round(total, -3), t.lang),
        ),
        Measure(t("word.unit.tonnes"), t("city.emissions.axis"), ROUGH, 0),
        t("systems.accounts.column.sector"),
        tuple(
            RangeRow(name, round(tonnes, -3), round(tonnes, -3))
            for name, (_, tonnes) in zip(names, sectors, strict=True)
        ),
        source=source_line([answers.city.release], t),
        releases=(answers.city.release,),
    )
    there = href(Address("city", address.lang, slug=address.slug))
    return [
        chart_block(chart, address),
        html.P(html.A(t("systems.model.area.exact"), href=f"{there}#sectors")),
    ]


def _group(address: Address, answers: SystemsAnswers, t: Text) -> list[Any]:
    series = own_series_of(answers, Scope.GROUP)
    goals = [each for each in answers.city.goals if each.scope is GoalScope.GROUP and each.assessed]
    parts: list[Any] = []
    if series is None:
        parts.append(waits(address, t("systems.model.group.words"), "own-series"))
    else:
        parts.append(series_table(series, t, rough=True))
    if goals:
        titles = [html.Li(in_language(each.title_sv, each.title_en, t.lang)) for each in goals]
        parts += [html.P(t("systems.model.group.goals")), html.Ul(titles)]
    return parts


def _indicators(answers: SystemsAnswers, t: Text) -> Any:
    rows = indicator_rows(answers, t)
    if not rows:
        return html.P(t("systems.model.indicators.none"))
    columns = [
        Column(t("city.indicators.column.name")),
        Column(t("city.indicators.column.latest"), numeric=True),
        Column(t("word.year"), numeric=True),
    ]
    return table(t("systems.model.indicators.caption"), columns, rows, stack=True)


def _biogenic(address: Address, answers: SystemsAnswers, t: Text) -> list[Any]:
    """The city's own biogenic series, else that it waits; the country's beside its fossil."""
    own = next((each for each in answers.city.own if each.release.gas == Gas.CO2_BIOGENIC), None)
    parts: list[Any] = []
    if own is None:
        parts.append(waits(address, t("systems.model.biogenic.waits"), "own-series"))
    else:
        parts.append(series_table(own, t))
    chart = _national(answers, t)
    return parts if chart is None else [*parts, chart_block(chart, address)]


def _national(answers: SystemsAnswers, t: Text) -> TimeChart | None:
    series = {
        name: answers.national_series(name)
        for name in (NationalSeries.TERRITORIAL, NationalSeries.BIOGENIC)
    }
    if not all(series.values()):
        return None
    last = max(series[NationalSeries.BIOGENIC])
    lines = tuple(
        Line(
            t(f"systems.national.{name}"),
            marks(tuple(Point(year, tonnes) for year, tonnes in sorted(values.items()))),
            tone,
        )
        for tone, (name, values) in enumerate(series.items(), start=1)
    )
    releases = answers.national_release
    return TimeChart(
        "national-biogenic",
        t("systems.model.national.title"),
        t.lang,
        t(
            "systems.model.national.message",
            year=last,
            fossil=number(series[NationalSeries.TERRITORIAL][last] / MILLION, t.lang, 1),
            biogenic=number(series[NationalSeries.BIOGENIC][last] / MILLION, t.lang, 1),
        ),
        (
            LinePanel(
                t("systems.national.axis"),
                Measure(t("word.unit.tonnes"), t("systems.national.axis"), MILLION, 0),
                lines,
            ),
        ),
        source=source_line(releases, t),
        releases=releases,
    )
