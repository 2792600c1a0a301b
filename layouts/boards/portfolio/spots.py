"""Where no grant is known, against emissions and plans; and where several funders meet."""

from collections import defaultdict
from decimal import Decimal

from dash.development.base_component import Component

from layouts import html
from layouts.boards.portfolio.answers import View
from layouts.boards.portfolio.sector_spots import sector_spots
from layouts.html.cards import section
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.phrases import kronor
from layouts.phrases.enumeration import enumerated
from progress.money.days import month_stated
from progress.money.sector_shares import NoShares
from progress.phrases.formats import number, part_of_date, percent
from progress.records import Municipality

MOST_OVERLAPS = 40
"""The largest are shown; the rest are counted."""


def spots_section(view: View) -> Component:
    """Cities, sectors and themes with no known funding in the choice."""
    t, lines = view.t, view.answers.cities
    funded = {city for _, city in view.answers.places}
    empty = [city for city in lines if city.code not in funded]
    parts: list[Component] = []
    if empty:
        parts.append(html.P(t("portfolio.spots.lead", n=len(empty), of=len(lines))))
        parts.append(_cities(view, empty))
    else:
        parts.append(html.P(t("portfolio.spots.none", of=len(lines))))
    parts += sector_spots(view)
    parts += _themes(view)
    return section("vita-flackar", t("portfolio.spots.heading"), *parts)


def overlaps_section(view: View) -> Component:
    """Contract cities that several funders support at once, whatever they call it."""
    t, lang, result = view.t, view.lang, view.answers.overlaps
    names = view.answers.names
    heading = t("portfolio.overlaps.heading")
    if not result.rows:
        return section("overlapp", heading, html.P(t("portfolio.overlaps.none")))
    rows = [
        [
            names[overlap.city],
            "–".join(
                part_of_date(month_stated(month), lang)
                for month in (overlap.first_month, overlap.last_month)
            ),
            enumerated(
                sorted(
                    f"{view.registry.funder_name(funder, lang)} ({_sum(view, sek)})"
                    for funder, sek in overlap.funders.items()
                ),
                t,
            ),
        ]
        for overlap in result.rows[:MOST_OVERLAPS]
    ]
    columns = [
        Column(t("portfolio.matrix.city")),
        Column(t("portfolio.overlaps.time")),
        Column(t("portfolio.overlaps.funders")),
    ]
    notes = {
        "by_year": result.by_year,
        "undated": result.undated,
        "more": len(result.rows) - len(rows),
    }
    return section(
        "overlapp",
        heading,
        html.P(t("portfolio.overlaps.lead")),
        table(t("portfolio.overlaps.caption"), columns, rows, stack=True),
        *(
            html.P(t(f"portfolio.overlaps.{name}", n=number), className="note")
            for name, number in notes.items()
            if number
        ),
    )


def _sum(view: View, sek: float | None) -> str:
    if sek is None:
        return view.t("board.portfolio.no_sum")
    return kronor.brief(Decimal(round(sek)), view.lang)


def _cities(view: View, empty: list[Municipality]) -> Component:
    t, lang, answers = view.t, view.lang, view.answers.background
    all_tonnes = sum(answers.emissions.values())
    columns = [
        Column(t("portfolio.matrix.city")),
        Column(t("portfolio.spots.emissions", year=answers.emissions_year or "–"), numeric=True),
        Column(t("portfolio.spots.share"), numeric=True),
        Column(t("portfolio.spots.gap"), numeric=True),
        Column(t("portfolio.spots.plan"), numeric=True),
        Column(t("portfolio.spots.shared"), numeric=True),
    ]

    def emitted(city: Municipality) -> float:
        return answers.emissions.get(city.code, -1.0)

    rows: list[list[Component | str]] = []
    for city in sorted(empty, key=lambda city: -emitted(city)):
        tonnes = answers.emissions.get(city.code)
        plan = answers.plans.get(city.code)
        share = None if tonnes is None or not all_tonnes else tonnes / all_tonnes
        rows.append(
            [
                html.A(city.name, href=href(Address("money", lang, slug=city.slug))),
                number(tonnes, lang),
                percent(share, lang, 1),
                _gap(view, city.code),
                t("portfolio.spots.no_plan")
                if plan is None
                else t("money.plan.n_of", known=plan.coverage.known, of=plan.coverage.of),
                str(view.summary.shared.get(city.code, 0))
                if view.summary.shared.get(city.code, 0)
                else t("portfolio.matrix.unknown"),
            ]
        )
    return table(t("portfolio.spots.caption"), columns, rows, stack=True)


def _gap(view: View, code: str) -> str:
    """The plan's gap in tonnes, with what it is; in words where there is none."""
    result = view.answers.background.gaps.get(code)
    if result is None:
        return view.t("portfolio.spots.no_gap")
    if result.shares is NoShares.SUM_IS_ZERO:
        return number(0, view.lang)
    if result.shares is NoShares.SOURCE_ERROR:
        return view.t("portfolio.spots.gap_doubtful")
    if isinstance(result.shares, NoShares):
        return view.t("portfolio.spots.gap_not_divided")
    tonnes = number(result.shares.low, view.lang)
    return view.t("portfolio.spots.gap_after", tonnes=tonnes) if result.after_actions else tonnes


def _themes(view: View) -> list[Component]:
    t, lang = view.t, view.lang
    codes = {city.code for city in view.answers.cities}
    sums: dict[str, Decimal] = defaultdict(Decimal)
    rows_of: dict[str, int] = defaultdict(int)
    cities: dict[str, set[str]] = defaultdict(set)
    for (theme, city), of in view.answers.places.items():
        rows_of[theme] += of.of
        sums[theme] += Decimal(round(of.sek))
        if city in codes:
            cities[theme].add(city)
    named = [theme for theme in rows_of if theme]
    if not named:
        return []
    columns = [
        Column(t("portfolio.themes.theme")),
        Column(t("portfolio.matrix.sum"), numeric=True),
        Column(t("portfolio.coverage.rows"), numeric=True),
        Column(t("portfolio.themes.cities"), numeric=True),
    ]
    rows = [
        [
            theme,
            kronor.brief(sums[theme], lang),
            str(rows_of[theme]),
            t("money.plan.n_of", known=len(cities[theme]), of=len(codes)),
        ]
        for theme in sorted(named, key=lambda theme: (-sums[theme], theme))
    ]
    known = sum(rows_of[theme] for theme in named)
    return [
        table(t("portfolio.themes.caption"), columns, rows, stack=True),
        html.P(t("portfolio.themes.note", known=known, of=sum(rows_of.values())), className="note"),
    ]
