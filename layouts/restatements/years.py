"""Years in two releases: a chart that never joins them, a table, and the years only one has."""

from collections.abc import Mapping
from typing import Any

from layouts import html
from layouts.charts.description import Bar, BarPanel, Measure, Part, TimeChart
from layouts.html.tables import Column, table
from layouts.phrases.releases import source_line
from layouts.phrases.text import Text
from layouts.phrases.wording import capital
from layouts.restatements.pair import Pair
from layouts.restatements.words import edition, share, signed, year_list
from progress.phrases.formats import number
from progress.phrases.words import sector_word
from progress.releases.restatement import TwoReleases

OLD_TONE, NEW_TONE, DIFFERENCE_TONE = 1, 1, 2


def years_chart(
    t: Text, years: TwoReleases, pair: Pair, title: str, message: str, divisor: float
) -> TimeChart | None:
    """The shared years of both releases side by side, and the difference under them; None without.

    Bars, not lines: nothing may seem to lead from one release to the other.
    """
    if not years.shared:
        return None
    unit = t("word.unit.tonnes")
    axis = "restatements.axis.millions" if divisor > 1000 else "restatements.axis.thousands"
    both = BarPanel(
        t("restatements.panel.both", gas=t(f"word.gas.title.{pair.new.gas}")),
        Measure(unit, t(axis), divisor, 0),
        (
            Part(capital(edition(pair.old, pair, t)), OLD_TONE, hollow=True),
            Part(capital(edition(pair.new, pair, t)), NEW_TONE),
        ),
        tuple(Bar(row.year, (row.old, row.new)) for row in years.shared),
    )
    difference = BarPanel(
        t("restatements.panel.difference"),
        Measure(unit, t("restatements.axis.thousands"), 1000.0, 0),
        (Part(t("restatements.difference"), DIFFERENCE_TONE),),
        tuple(Bar(row.year, (row.difference,)) for row in years.shared),
    )
    return TimeChart(
        "restated-years",
        title,
        t.lang,
        message,
        (both, difference),
        source=source_line([pair.old, pair.new], t),
        releases=(pair.old, pair.new),
    )


def years_table(
    t: Text,
    years: TwoReleases,
    pair: Pair,
    caption: str,
    by_sector: Mapping[int, tuple[str, float]] | None = None,
) -> html.Div:
    """One row a shared year. `by_sector`: the sector that changed most in a year, and how much."""
    columns = [
        Column(t("word.year")),
        Column(capital(edition(pair.old, pair, t)), numeric=True),
        Column(capital(edition(pair.new, pair, t)), numeric=True),
        Column(t("restatements.column.difference"), numeric=True),
        Column(t("restatements.column.share"), numeric=True),
    ]
    if by_sector:
        columns.append(Column(t("restatements.column.sector")))
    rows: list[list[Any]] = []
    for restated in years.shared:
        row = [
            str(restated.year),
            number(restated.old, t.lang),
            number(restated.new, t.lang),
            signed(restated.difference, t.lang),
            share(restated, t),
        ]
        if by_sector:
            row.append(_sector(by_sector.get(restated.year), t))
        rows.append(row)
    return table(caption, columns, rows, stack=True)


def years_apart(t: Text, years: TwoReleases, pair: Pair) -> html.Ul | None:
    """New years and years that the newer release lacks: neither is a restatement."""
    items = [
        t(
            f"restatements.only.{which}",
            years=year_list(row.year for row in rows),
            old=edition(pair.old, pair, t),
            new=edition(pair.new, pair, t),
        )
        for which, rows in (("new", years.only_new), ("old", years.only_old))
        if rows
    ]
    return html.Ul([html.Li(item) for item in items]) if items else None


def _sector(largest: tuple[str, float] | None, t: Text) -> str:
    if largest is None:
        return t("word.none")
    code, difference = largest
    return f"{sector_word(code, t.lang)} {signed(difference, t.lang)}"
