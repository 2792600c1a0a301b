"""Kronor per tonne, for the plan and action by action, in an order that the address chooses."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from dash.development.base_component import Component

from layouts import html
from layouts.html.cards import disclosure, section
from layouts.html.folded import MOST_ROWS, folded
from layouts.html.markup import aria
from layouts.html.tables import Column, table
from layouts.links.addresses import href
from layouts.money import words
from layouts.money.view import View
from layouts.phrases import kronor
from layouts.phrases.enumeration import enumerated
from layouts.phrases.wording import capital
from progress.money.cost_per_tonne import (
    NoQuotient,
    PlanQuotient,
    Quotient,
    Unit,
    effects_of,
    of_other_scope,
    plan_quotients,
    units,
)

ORDERS = ("name", "cost", "potential", "cost_per_tonne", "time")
"""The columns that can be sorted on, in the order in which they stand."""

RATINGS = ("co_benefits", "feasibility")
"""Columns that stand only where the city has rated some action."""

FALLING_FIRST = ("potential", *RATINGS)
"""What is most wanted when it is large."""


def tonne_section(view: View) -> Component | None:
    """The plan's kronor per tonne, one row for each kind of effect; None without a plan."""
    t = view.t
    if not view.answers.actions:
        return None
    result = plan_quotients(view.answers.actions)
    parts: list[Component] = [html.P(t("money.tonne.lead"))]
    if outside := of_other_scope(view.answers.actions):
        parts.append(html.P(t("money.tonne.other_scope", n=outside), className="note"))
    if not result:
        parts.append(html.P(t("money.tonne.none")))
        return section("kronor-per-ton", t("money.tonne.heading"), *parts)
    columns = [
        Column(t("money.tonne.effect")),
        Column(t("money.tonne.quotient"), numeric=True),
        Column(t("money.tonne.cost"), numeric=True),
        Column(t("money.tonne.tonnes"), numeric=True),
        Column(t("money.tonne.coverage"), numeric=True),
    ]
    rows = [_plan_row(view, each) for each in result]
    caption = t("money.tonne.caption")
    parts.append(
        folded(caption, columns, rows)
        if len(rows) > MOST_ROWS
        else table(caption, columns, rows, stack=True)
    )
    if any(each.period == "annual" for each in result):
        parts.append(html.P(t("money.tonne.annual"), className="note"))
    return section("kronor-per-ton", t("money.tonne.heading"), *parts)


def ranking_section(view: View) -> Component | None:
    """Every action with a cost or an effect, those that share an effect as one row."""
    t = view.t
    result = units(view.answers.actions)
    known = [unit for unit in result if _has_figures(unit)]
    if not known:
        return None
    orders = _orders(result)
    chosen = view.address.get("sort")
    sort = chosen if chosen in orders else "cost_per_tonne"
    order = view.address.get("order")
    falling = sort in FALLING_FIRST if order is None else order == "falling"
    figured, unknown = _sorted(known, sort, falling)
    rest = [row for unit in result if not _has_figures(unit) for row in unit.actions]
    words_of = t(f"money.rank.sort.{sort}")
    caption = t("money.rank.caption", sort=words_of)
    parts: list[Component] = [
        html.P(t("money.rank.lead.all" if set(RATINGS) <= set(orders) else "money.rank.lead")),
        _sort_links(view, orders, sort, falling),
        disclosure(
            f"{caption} ({len(figured)})",
            _table(view, caption, figured, orders, sort, falling),
            opened=len(figured) <= MOST_ROWS or chosen is not None,
        ),
    ]
    if unknown:
        heading = t("money.rank.without", n=len(unknown), figure=words_of)
        parts.append(disclosure(heading, _table(view, heading, unknown, orders, "", falling)))
    if rest:
        items = html.Ul([html.Li(words.of_plan(row.title, row)) for row in rest])
        parts.append(disclosure(t("money.rank.rest", n=len(rest)), items))
    return section("atgarder", t("money.rank.heading"), *parts)


def _orders(ranked: Iterable[Unit]) -> tuple[str, ...]:
    """The columns of a plan: those of ratings only where an action has one."""
    rated = [name for name in RATINGS if any(_ratings(unit, name) for unit in ranked)]
    return (*ORDERS, *rated)


def _table(
    view: View,
    caption: str,
    ranked: list[Unit],
    orders: tuple[str, ...],
    sort: str,
    falling: bool,
) -> Component:
    state = "descending" if falling else "ascending"
    columns = [
        Column(
            view.t(f"money.rank.{'action' if name == 'name' else name}"),
            numeric=name in ("cost", *RATINGS)
            or (sort != "" and name in ("potential", "cost_per_tonne")),
            sort=state if name == sort else "",
        )
        for name in orders
    ]
    return table(caption, columns, [_unit_row(view, unit, orders) for unit in ranked], stack=True)


def quotient_words(view: View, each: Quotient, currency: str) -> str:
    """Kronor per tonne as a range, or that the effect is not above zero."""
    t, lang = view.t, view.lang
    if each.low is None:
        return t("money.problem.zero")
    unit = "kr" if currency == "SEK" and lang == "sv" else currency
    amount = kronor.per_tonne(each.low, each.low if each.high is None else each.high, lang)
    written = t("money.tonne.quotient_in", number=amount, unit=unit).replace(" ", "\u00a0")
    return t("money.rank.at_least", amount=written) if each.high is None else written


def _plan_row(view: View, each: PlanQuotient) -> list[str]:
    t, lang = view.t, view.lang
    name = t(
        "money.tonne.name",
        measure=t(f"money.measure.{each.measure}"),
        period=t(f"money.period.{each.period}"),
        kind=t(f"money.plan.kind.{each.cost_kind}"),
    )
    return [
        capital(name),
        quotient_words(view, each.quotient, each.currency),
        kronor.brief_range(each.cost_low, each.cost_high, lang, each.currency),
        words.tonnes(each.effect_low, each.effect_high, lang),
        t("money.tonne.coverage_of", known=each.coverage.known, n=each.coverage.of),
    ]


def _unit_row(view: View, unit: Unit, orders: tuple[str, ...]) -> list[Component | str]:
    t, lang = view.t, view.lang
    first = unit.actions[0]
    titles = enumerated([row.title for row in unit.actions], t)
    if unit.cost_low is not None and unit.cost_high is not None:
        if len(unit.actions) == 1:
            cost = words.action_cost(first, t)
        else:
            cost = kronor.brief_range(unit.cost_low, unit.cost_high, lang, unit.currency)
            if unit.problem is NoQuotient.MEMBER_WITHOUT_COST:
                cost = t("money.rank.at_least", amount=cost)
    else:
        cost = t("money.rank.unknown")
    effect = (
        words.effect(unit.effect, t)
        if unit.effect is not None
        else words.action_effect(next((r for r in unit.actions if effects_of(r)), first), t)
    )
    quotient = (
        quotient_words(view, unit.quotient, unit.currency)
        if unit.quotient is not None
        else t(f"money.problem.{unit.problem}")
    )
    name = words.of_plan(titles, first)
    if len(unit.actions) > 1:
        before, after = t("money.rank.shared", titles="\0").split("\0")
        name = html.Span([before, words.of_plan(titles, first), after])
    ratings = [_rating(view, unit, each) for each in orders if each in RATINGS]
    return [name, cost, effect, quotient, _time(view, unit), *ratings]


def _sort_links(view: View, orders: tuple[str, ...], sort: str, falling: bool) -> Component:
    """Links to the other orders; the order that stands is marked, and its reverse one step away."""
    t = view.t
    items: list[Component] = []
    for name in orders:
        words_of = t(f"money.rank.sort.{name}")
        here = name == sort
        turn = (not falling) if here else name in FALLING_FIRST
        address = view.address.with_query(sort=name, order="falling" if turn else "rising")
        items.append(
            html.Li(
                html.A(
                    words_of,
                    href=f"{href(address)}#atgarder",
                    title=t(f"money.rank.{'falling' if turn else 'rising'}", name=words_of),
                    **(aria(current="true") if here else {}),
                )
            )
        )
    return html.Nav(
        [html.P(t("money.rank.sort"), className="note"), html.Ul(items, className="choices")],
        **aria(label=t("money.rank.sort")),
    )


def _has_figures(unit: Unit) -> bool:
    return any(row.cost_low is not None or effects_of(row) for row in unit.actions)


def _sorted(ranked: list[Unit], sort: str, falling: bool) -> tuple[list[Unit], list[Unit]]:
    """By the chosen figure, and apart those of which it is unknown."""
    if sort == "name":
        by_name = sorted(ranked, key=lambda u: u.actions[0].title.casefold(), reverse=falling)
        return by_name, []
    figure: dict[str, Callable[[Unit], Decimal | int | None]] = {
        "cost": lambda u: u.cost_high if u.currency == "SEK" else None,
        "potential": lambda u: u.effect.high if u.effect is not None else None,
        "cost_per_tonne": lambda u: u.quotient.low if u.quotient is not None else None,
        "time": lambda u: min(_years(u), default=None),
        "co_benefits": lambda u: max(_ratings(u, "co_benefits"), default=None),
        "feasibility": lambda u: min(_ratings(u, "feasibility"), default=None),
    }
    read = figure[sort]
    known = [(value, unit) for unit in ranked if (value := read(unit)) is not None]
    known.sort(key=lambda pair: pair[0], reverse=falling)
    unknown = [unit for unit in ranked if read(unit) is None]
    unknown.sort(key=lambda unit: unit.problem or "")
    return [unit for _, unit in known], unknown


def _ratings(unit: Unit, name: str) -> list[int]:
    result = (getattr(row, name) for row in unit.actions)
    return sorted({value for value in result if value is not None})


def _rating(view: View, unit: Unit, name: str) -> str:
    result = _ratings(unit, name)
    return words.span(result[0], result[-1]) if result else view.t("money.rank.unknown")


def _years(unit: Unit) -> list[int]:
    return [
        year for row in unit.actions for year in (row.end_year, row.start_year) if year is not None
    ]


def _time(view: View, unit: Unit) -> str:
    t = view.t
    starts = [row.start_year for row in unit.actions if row.start_year is not None]
    ends = [row.end_year for row in unit.actions if row.end_year is not None]
    if starts and ends:
        return words.span(min(starts), max(ends))
    if starts:
        return t("money.rank.from", year=min(starts))
    if ends:
        return t("money.rank.to", year=max(ends))
    return t("money.rank.unknown")
