"""The table of contract cities, with the controls that order and choose among them."""

from typing import Any

from dash import html

from layouts.addresses import Address, href
from layouts.cards import direction, section, verdict_badge
from layouts.changes import change, observed_years
from layouts.charts.block import spark
from layouts.charts.description import Spark, marks
from layouts.forms import Choice, form, select
from layouts.goal_words import title_span
from layouts.overview.answers import CityRow, OverviewAnswers
from layouts.overview.order import SORTS, shown
from layouts.releases import release_choices, release_title
from layouts.tables import Column, table
from layouts.text import Text, text
from progress.formats import number, percent, signed_percent, tonnes
from progress.verdict_model import Attainment, BudgetAccount, Verdict
from progress.words import plain_word

MOST_GOALS = 2
SPARK_FIRST_YEAR = 1990
"""Sparklines share one axis, so that cities can be compared by eye."""


def cities_section(address: Address, answers: OverviewAnswers) -> html.Section:
    """The contract cities: one row each."""
    t = text(address.lang)
    cities = shown(address, answers.cities)
    return section(
        "cities",
        t("overview.cities.heading"),
        html.P(t("overview.cities.intro")),
        html.Ul(
            [
                html.Li(html.A(t(key), href=href(Address(page, address.lang))))
                for key, page in (
                    ("compare.link.overview", "compare"),
                    ("map.link", "map"),
                    ("follow_up.link", "newest_follow_up"),
                )
            ],
            className="links",
        ),
        _controls(address, answers, t),
        _table(address, answers, cities, t) if cities else html.P(t("overview.cities.none")),
    )


def _controls(address: Address, answers: OverviewAnswers, t: Text) -> html.Form:
    sorts = [Choice("" if name == "name" else name, t(f"overview.sort.{name}")) for name in SORTS]
    orders = [Choice("", t("overview.order.default"))] + [
        Choice(order, t(f"overview.order.{order}")) for order in ("rising", "falling")
    ]
    filters = [Choice("", t("overview.filter.all"))] + [
        Choice(
            attainment,
            t("overview.filter.city", attainment=plain_word(attainment, address.lang)),
        )
        for attainment in Attainment
    ]
    return form(
        address,
        [
            select(address, "sort", t("overview.controls.sort"), sorts),
            select(address, "order", t("overview.controls.order"), orders),
            select(address, "attainment", t("overview.controls.attainment"), filters),
            select(
                address,
                "release",
                t("overview.controls.release"),
                release_choices(answers.releases, address.lang, t),
            ),
        ],
        t("overview.controls.button"),
        label=t("overview.controls"),
    )


def _table(
    address: Address, answers: OverviewAnswers, cities: tuple[CityRow, ...], t: Text
) -> html.Div:
    years = sorted({year for city in answers.cities for year in observed_years(city.points)})
    first, before, latest = years[0], years[-2], years[-1]
    columns = [
        Column(t("overview.column.city")),
        Column(t("overview.column.spark")),
        Column(t("overview.column.latest", year=latest), numeric=True),
        Column(t("overview.column.per_person"), numeric=True),
        Column(t("overview.column.before", year=before), numeric=True),
        Column(t("overview.column.first", year=first), numeric=True),
        Column(t("overview.column.goals"), wide=True),
        Column(t("overview.column.budget")),
        Column(t("overview.column.yardstick")),
    ]
    rows = [_row(address, city, (first, before, latest), t) for city in cities]
    caption = t("overview.cities.caption", release=release_title(answers.release, address.lang, t))
    return table(caption, columns, rows, stack=True)


def _row(address: Address, city: CityRow, years: tuple[int, int, int], t: Text) -> list[Any]:
    lang = address.lang
    first, before, latest = years
    missing = t("word.missing")
    return [
        html.A(city.municipality.name, href=href(Address("city", lang, city.municipality.slug))),
        _spark(lang, city, t),
        missing if city.latest is None else number(city.latest / 1000, lang, 0),
        missing if city.per_person is None else number(city.per_person, lang, 1),
        signed_percent(change(city.points, before, latest), lang),
        signed_percent(change(city.points, first, latest), lang),
        _goals(address, city, t),
        _budget(lang, city, t),
        verdict_badge(city.yardstick, t) if city.yardstick else missing,
    ]


def _spark(lang: str, city: CityRow, t: Text) -> Any:
    years = observed_years(city.points)
    if not years:
        return t("word.missing")
    observed = [point for point in city.points if point.status.observed]
    return spark(
        Spark(
            lang=lang,
            message=t(
                "overview.spark",
                name=city.municipality.name,
                first=years[0],
                first_value=tonnes(observed[0].value, lang),
                last=years[-1],
                last_value=tonnes(observed[-1].value, lang),
            ),
            marks=marks(tuple(observed)),
            first_year=SPARK_FIRST_YEAR,
        )
    )


def _goals(address: Address, city: CityRow, t: Text) -> Any:
    if not city.area:
        return html.Span(t("overview.goals.none"), className="note")
    items = [_goal(address.lang, verdict, t) for verdict in city.area[:MOST_GOALS]]
    more = len(city.area) - MOST_GOALS
    if more > 0:
        link = href(Address("city", address.lang, city.municipality.slug)) + "#goals"
        items.append(html.Li(html.A(t("overview.goals.more", n=more), href=link)))
    return html.Ul(items, className="goal-list")


def _goal(lang: str, verdict: Verdict, t: Text) -> html.Li:
    return html.Li(
        [
            verdict_badge(verdict, t),
            " ",
            title_span(verdict.goal, lang),
            " ",
            direction(verdict, t),
        ]
    )


def _budget(lang: str, city: CityRow, t: Text) -> Any:
    if city.budget is None:
        unknown = "unknown" if city.has_budget_goal else "none"
        return html.Span(t(f"overview.budget.{unknown}"), className="note")
    account, indicative = city.budget
    words = budget_words(account, lang, t)
    if indicative:
        return html.Span(t("overview.budget.indicative", words=words), className="note")
    return words


def budget_words(account: BudgetAccount, lang: str, t: Text) -> str:
    """What is left of a budget, as a share and in tonnes, or by how much it is overdrawn."""
    if account.remaining_tonnes < 0:
        return t("overview.budget.overdrawn", tonnes=tonnes(-account.remaining_tonnes, lang))
    return t(
        "overview.budget.left",
        share=percent(1 - account.share_used, lang),
        tonnes=tonnes(account.remaining_tonnes, lang),
    )
