"""Sectors of emissions with no known grant in the choice, against emissions and plans' gaps."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dash.development.base_component import Component

from layouts import html
from layouts.boards.portfolio.answers import View
from layouts.html.tables import Column, table
from layouts.phrases import kronor
from progress.money.gap_sums import GapSums, gap_sums
from progress.money.sector_places import Group, place_of_theme
from progress.phrases.formats import number, percent


@dataclass(frozen=True, slots=True)
class Support:
    """The grants of the choice whose theme is in a sector; `cities` are contract cities."""

    sek: Decimal
    grants: int
    cities: int


def sector_spots(view: View) -> list[Component]:
    """Every sector with its emissions, the plans' gap and the known support; nothing where no
    emissions by sector are loaded."""
    t, lang, answers = view.t, view.lang, view.answers.background
    emitted = answers.sector_emissions
    whole = sum(emitted.values())
    if not whole:
        return []
    given, elsewhere = support_by_sector(view)
    gaps = gap_sums(answers.gaps.values())
    empty = [group for group in Group if group in emitted and group not in given]
    share = percent(sum(emitted[group] for group in empty) / whole, lang)
    columns = [
        Column(t("money.sectors.sector")),
        Column(t("portfolio.spots.emissions", year=answers.emissions_year or "–"), numeric=True),
        Column(t("portfolio.spots.share"), numeric=True),
        Column(t("portfolio.sectors.gap"), numeric=True),
        Column(t("portfolio.sectors.known"), numeric=True),
    ]
    rows = [
        [
            t(f"money.sectors.{group}"),
            number(emitted[group], lang),
            percent(emitted[group] / whole, lang, 1),
            _gap(view, gaps, group),
            _known(view, given.get(group)),
        ]
        for group in sorted(emitted, key=lambda group: -emitted[group])
    ]
    return [
        html.P(t("portfolio.sectors.lead", n=len(empty), of=len(emitted), share=share))
        if empty
        else html.P(t("portfolio.sectors.none", of=len(emitted))),
        table(t("portfolio.sectors.caption"), columns, rows, stack=True),
        *_left_out(view, gaps),
        html.P(t("portfolio.sectors.note", grants=view.grants(elsewhere)), className="note"),
    ]


def support_by_sector(view: View) -> tuple[Mapping[Group, Support], int]:
    """By the sector that a theme names; and how many grants have a theme that names none."""
    codes = {city.code for city in view.answers.cities}
    sectors = {theme: place_of_theme(theme) for theme, _ in view.answers.places}
    sums: dict[Group, Decimal] = defaultdict(Decimal)
    counts: dict[Group, int] = defaultdict(int)
    cities: dict[Group, set[str]] = defaultdict(set)
    elsewhere = 0
    for (theme, city), of in view.answers.places.items():
        sector = sectors[theme]
        if not isinstance(sector, Group):
            elsewhere += of.of
            continue
        sums[sector] += Decimal(round(of.sek))
        counts[sector] += of.of
        if city in codes:
            cities[sector].add(city)
    result = {count: Support(sums[count], counts[count], len(cities[count])) for count in counts}
    return result, elsewhere


def _known(view: View, support: Support | None) -> str:
    if support is None:
        return view.t("portfolio.sectors.nothing")
    return view.t(
        "portfolio.sectors.support",
        sum=kronor.brief(support.sek, view.lang),
        grants=view.grants(support.grants),
        known=support.cities,
        of=len(view.answers.cities),
    )


def _gap(view: View, gaps: GapSums, group: Group) -> str:
    """What the plans leave to cut before their own actions, and how many plans say so."""
    if group not in gaps.plans:
        return view.t("portfolio.sectors.no_gap")
    tonnes = number(float(gaps.tonnes[group]), view.lang)
    return view.t("portfolio.sectors.plans", tonnes=tonnes, n=gaps.plans[group])


def _left_out(view: View, gaps: GapSums) -> list[Component]:
    """How many rows of the plans' tables are in no sum, and why."""
    counts = (("doubtful", gaps.doubtful), ("other_scope", gaps.other_scope))
    words = [view.t(f"portfolio.sectors.left.{name}", n=n) for name, n in counts if n]
    return [html.P(" ".join(words), className="note")] if words else []
