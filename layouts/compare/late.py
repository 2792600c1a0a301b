"""Sectors that are counted only from some year on: no change is told with them (RULES §1.6)."""

from typing import Any

from layouts import html
from layouts.compare.answers import LateSector, View
from layouts.compare.figures import Figures, value_at
from layouts.html.cards import notice
from layouts.phrases.enumeration import enumerated
from layouts.phrases.text import Text, text
from progress.phrases.formats import percent
from progress.phrases.words import sector_word

LEAST_SHARE = 0.005
"""A smaller share of a municipality's emissions changes no percentage that the page shows."""


def late_notices(lang: str, view: View, figures: Figures) -> list[Any]:
    """One notice a sector that begins between the base year and the newest, by municipality."""
    t = text(lang)
    year = figures.year
    if year is None:
        return []
    return [
        notice(html.P(words))
        for late in figures.answers.late
        if view.base_year < late.first_year <= year
        and (words := _words(late, year, view, figures, t))
    ]


def _words(late: LateSector, year: int, view: View, figures: Figures, t: Text) -> str:
    items = []
    for city in figures.answers.chosen:
        new = late.tonnes.get(city.code, {}).get(year, 0.0)
        total = value_at(figures.cities[city.code], "tonnes", year)
        if total and new / total >= LEAST_SHARE:
            share = percent(new / total, t.lang, 1)
            items.append(t("compare.lead.item", name=city.name, value=share))
    if not items:
        return ""
    return t(
        "compare.late",
        sector=sector_word(late.sector, t.lang),
        first=late.first_year,
        base=view.base_year,
        year=year,
        list=enumerated(items, t),
    )
