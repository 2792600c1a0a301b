"""Emissions from consumption: the city's goals and own series, and the country's as context."""

from typing import Any

from layouts import html
from layouts.charts.block import chart_block
from layouts.charts.description import Line, LinePanel, Measure, TimeChart, marks
from layouts.html.cards import section
from layouts.links.addresses import Address
from layouts.phrases.goal_words import goal_quote, title_span
from layouts.phrases.releases import source_line
from layouts.phrases.text import Text, text
from layouts.systems.answers import SystemsAnswers
from layouts.systems.model import own_series_of, series_table, unit_of
from layouts.systems.system import State, Summary, waits
from progress.emissions.series import Point, Scope
from progress.goals.goal import Goal, GoalScope
from progress.phrases.formats import tonnes_per_person
from progress.phrases.wording import in_unit
from progress.promises.contract_systems import NationalSeries, tells_a_trend


def summary(answers: SystemsAnswers, t: Text) -> Summary:
    """The city's own newest figure, else how much arises abroad for each inhabitant's sake."""
    series = own_series_of(answers, Scope.CONSUMPTION)
    if series is not None and series.points:
        last = series.points[-1]
        unit = unit_of(series)
        words = t(
            "systems.consumption.own", year=last.year, value=in_unit(last.value, unit, t.lang)
        )
        return Summary(State.SHOWN, words)
    values = per_person(answers)
    if not values:
        return Summary(State.WAITS, t("systems.consumption.waits"))
    year = max(values)
    words = t(
        "systems.consumption.national", year=year, value=tonnes_per_person(values[year], t.lang)
    )
    return Summary(State.PART, f"{words} {t('systems.consumption.waits')}")


def view(address: Address, answers: SystemsAnswers) -> list[Any]:
    """The city's goals and series, then the country's, never added to anything."""
    t = text(address.lang)
    goals = [each for each in answers.city.goals if each.scope is GoalScope.CONSUMPTION]
    parts: list[Any] = [
        section("own", t("systems.consumption.own.heading"), *_own(address, answers, t))
    ]
    if goals:
        items = [item for goal in goals for item in _goal(goal, t)]
        parts.insert(0, section("goals", t("systems.consumption.goals.heading"), *items))
    chart = _chart(answers, t)
    if chart is not None:
        parts.append(
            section(
                "nation",
                t("systems.consumption.nation.heading"),
                chart_block(chart, address),
                html.P(t("systems.consumption.nation.note"), className="note"),
            )
        )
    return parts


def per_person(answers: SystemsAnswers) -> dict[int, float]:
    """Tonnes abroad from Swedish consumption for each inhabitant, by year."""
    series = answers.national_series(NationalSeries.CONSUMPTION_ABROAD)
    people = answers.people
    return {year: tonnes / people[year] for year, tonnes in series.items() if people.get(year)}


def _goal(goal: Goal, t: Text) -> list[Any]:
    return [html.H3(title_span(goal, t.lang)), goal_quote(goal, t)]


def _own(address: Address, answers: SystemsAnswers, t: Text) -> list[Any]:
    series = own_series_of(answers, Scope.CONSUMPTION)
    if series is None:
        return [waits(address, t("systems.consumption.load"), "own-series")]
    trend = tells_a_trend(point.year for point in series.points)
    return [
        series_table(series, t),
        None if trend else html.P(t("systems.consumption.no_trend"), className="note"),
    ]


def _chart(answers: SystemsAnswers, t: Text) -> TimeChart | None:
    values = per_person(answers)
    if not values:
        return None
    points = tuple(Point(year, value) for year, value in sorted(values.items()))
    first, last = points[0], points[-1]
    releases = answers.national_release
    return TimeChart(
        "consumption-abroad",
        t("systems.consumption.chart.title"),
        t.lang,
        t(
            "systems.consumption.chart.message",
            first=first.year,
            before=tonnes_per_person(first.value, t.lang),
            year=last.year,
            value=tonnes_per_person(last.value, t.lang),
        ),
        (
            LinePanel(
                t("word.unit.tonnes_per_person"),
                Measure(t("word.unit.tonnes_per_person"), t("word.unit.tonnes_per_person"), 1.0, 1),
                (Line(t("systems.national.consumption_abroad"), marks(points), 1),),
            ),
        ),
        source=source_line(releases, t),
        releases=releases,
    )
