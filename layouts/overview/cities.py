"""The table of contract cities: one dense row each, in the order and choice of the address."""

from collections import Counter
from typing import Any

from layouts import html
from layouts.charts.scale import Values
from layouts.charts.svg_row import (
    Pace,
    index_axis,
    index_line,
    pace_axis,
)
from layouts.html.cards import verdict_badge
from layouts.html.dense import SHOWN_FIRST, dense_table, pace_cell, pace_head, row_key
from layouts.html.markup import Element, Raw, aria
from layouts.links.addresses import Address, href
from layouts.overview.answers import CityRow, OverviewAnswers
from layouts.overview.order import FALLING, FIRST, attainment, chosen_sort, order_of, shown
from layouts.phrases.changes import observed_years
from layouts.phrases.releases import release_title
from layouts.phrases.text import Text, text
from progress.goals.verdict_model import Attainment
from progress.phrases.formats import number, percent, signed_percent, year_span
from progress.phrases.wording import amount, goal_name, needed_words
from progress.phrases.words import attainment_word, counted_word

SAME_RATE = 0.0005
"""A yearly change that rounds to 0.0 per cent."""


def cities_section(address: Address, answers: OverviewAnswers) -> html.Section:
    """The contract cities: counts that filter, the key to the marks, one row each."""
    t = text(address.lang)
    return html.Section(
        [
            html.H2(t("overview.cities.heading"), id="cities", className="visually-hidden"),
            html.Div([_counts(address, answers.cities, t), _key(t)], className="overview-bar"),
            _table(address, answers, t),
        ],
        id="overview-table",
        **aria(labelledby="cities"),
    )


def _counts(address: Address, cities: tuple[CityRow, ...], t: Text) -> html.Ul:
    """How many cities stand how, each count a way to see those alone."""
    chosen = address.get("attainment")
    counted = Counter(attainment(city) for city in cities)
    doubtful = Counter(attainment(city) for city in cities if city.leading and city.leading.fragile)
    ways: list[tuple[str | None, str]] = [(None, t("overview.filter.all", n=len(cities)))]
    ways += [
        (str(word), counted_word(word, n, doubtful[word], t.lang))
        for word in SHOWN_FIRST
        if (n := counted[word])
    ]
    return html.Ul(
        [
            html.Li(
                html.A(
                    words,
                    href=href(address.with_query(attainment=value)),
                    **aria(current="true" if value == chosen else None),
                )
            )
            for value, words in ways
        ],
        className="choices",
        **aria(label=t("overview.controls.attainment")),
    )


def _key(t: Text) -> html.Ul:
    """What the marks of the pace column mean."""
    return row_key(
        (
            ("done", t("overview.key.done")),
            ("needed", t("overview.key.needed")),
            ("of-latest", t("overview.key.of_latest")),
            ("yardstick", t("overview.key.yardstick")),
        )
    )


def _table(address: Address, answers: OverviewAnswers, t: Text) -> html.Div:
    lang = address.lang
    cities = shown(address, answers.cities)
    years = sorted({year for city in answers.cities for year in observed_years(city.recent)})
    first, latest = (years[0], years[-1]) if years else (0, 0)
    lines = index_axis([city.recent for city in answers.cities])
    paces = {city.municipality.code: pace_of(city) for city in answers.cities}
    axis = pace_axis(list(paces.values()))
    head = [
        _head(address, "name", t("overview.column.city"), t),
        Element("th", html.Span(year_span(first, latest)), scope="col", className="index"),
        _head(address, "emissions", t("overview.column.latest", year=latest), t, "num latest"),
        _head(address, "change", year_span(latest - 1, latest), t, "num since"),
        _head(address, "done", t("overview.column.done"), t, "num done"),
        pace_head(axis, t("overview.column.pace"), lang),
        _head(address, "needed", t("overview.column.needed", year=latest), t, "needs"),
        _head(address, "distance", t("overview.column.verdict"), t, "says"),
    ]
    rows = [
        _row(city, (first, latest), lines, paces[city.municipality.code], axis, t)
        for city in cities
    ]
    caption = t("overview.cities.caption", release=release_title(answers.release, t))
    return dense_table(caption, head, rows)


def _head(address: Address, sort: str, words: str, t: Text, css: str | None = None) -> Element:
    """A heading that sorts: a link to the same table in that order, or in the other."""
    now = chosen_sort(address) == sort
    order = order_of(address, sort)
    usual = "falling" if sort in FALLING else "rising"
    other = "rising" if order == "falling" else "falling"
    there = address.with_query(
        sort=None if sort == FIRST else sort, order=other if now and other != usual else None
    )
    state = {"aria-sort": "descending" if order == "falling" else "ascending"} if now else {}
    link = html.A(words, href=href(there), title=t("overview.sort", words=words))
    return Element("th", link, scope="col", className=css, **state)


def pace_of(city: CityRow) -> Pace:
    """What a city's row draws: its leading goal's done and needed, and the yardstick's."""
    yardstick, away = city.yardstick, city.distance
    done = yardstick.done_rate if yardstick is not None else None
    return Pace(
        done=away.done if away is not None else done,
        needed=away.needed if away is not None else None,
        yardstick=yardstick.needed_rate if yardstick is not None else None,
        of_latest=away is not None and away.of_latest,
    )


def _row(
    city: CityRow,
    years: tuple[int, int],
    lines: Values,
    pace: Pace,
    axis: Values,
    t: Text,
) -> Element:
    lang = t.lang
    missing = t("word.missing")
    link = html.A(city.municipality.name, href=href(Address("city", lang, city.municipality.slug)))
    cells: list[Any] = [
        Element("th", link, scope="row"),
        Element("td", Raw(index_line(city.recent, years, lines)), className="index"),
        Element(
            "td",
            missing if city.latest is None else number(city.latest / 1000, lang, 0),
            className="num",
        ),
        Element("td", signed_percent(city.since_before, lang), className="num since"),
        Element("td", _done(city, pace.done, t), className="num"),
        pace_cell(pace, axis, lang, t("overview.key.yardstick")),
        Element("td", _needed(city, t), className="needs"),
        Element("td", _verdict(city, t), className="says"),
    ]
    return Element("tr", cells)


def _done(city: CityRow, done: float | None, t: Text) -> str:
    """The yearly change in words that carry its sign, so that no column mixes signs; in tonnes
    where the goal leaves nothing, as what is needed is."""
    if done is None:
        return t("word.missing")
    if abs(done) < SAME_RATE:
        return t("overview.done.same")
    words = "overview.done.fell" if done > 0 else "overview.done.rose"
    verdict = city.leading
    if city.distance is None or not city.distance.of_latest or verdict is None:
        return t(words, rate=percent(abs(done), t.lang, 1))
    return t(words, rate=amount(abs(verdict.done_tonnes_per_year or 0), verdict.unit, t.lang))


def _needed(city: CityRow, t: Text) -> Any:
    """What the leading goal needs each year, with the goal's name; else why there is nothing."""
    verdict = city.leading
    if verdict is None:
        key = "overview.needed.not_assessable" if city.own else "overview.needed.no_goal"
        return html.Span(t(key), className="quiet")
    name = goal_name(verdict.goal, t.lang)
    needed = needed_words(verdict, t.lang)
    return name if needed is None else t("overview.needed", needed=needed, goal=name)


def _verdict(city: CityRow, t: Text) -> Any:
    if city.leading is None:
        return html.Span(attainment_word(Attainment.NOT_ASSESSABLE, t.lang), className="quiet")
    return verdict_badge(city.leading, t)
