"""A city's money year by year, kinds side by side and never stacked."""

from collections.abc import Sequence

from dash.development.base_component import Component

from layouts import html
from layouts.charts.description import Bar, BarPanel, Part, TimeChart
from layouts.money.flow import measure
from layouts.money.origin import origin
from layouts.money.view import View
from layouts.phrases.text import text
from progress.money.kinds import Kind
from progress.money.pricing import PricedGrant
from progress.money.sums import per_year

TONES: dict[Kind, int] = {
    Kind.ANNOUNCED: 8,
    Kind.APPLIED: 2,
    Kind.GRANTED: 1,
    Kind.PAID: 3,
    Kind.ESTIMATED: 4,
    Kind.COFUNDING: 6,
}
"""A kind keeps its tone on every page."""

FIRM = (Kind.GRANTED, Kind.PAID)
"""Kinds drawn filled; the others are outlines, money not yet sure."""


def years_chart(view: View) -> TimeChart | None:
    """The municipality's own money, and under it that of others within it."""
    t = view.t
    only = view.address.get("allocation")
    panels = [
        _panel(rows, t(f"money.years.{name}"), view.lang)
        for name, rows in (("own", view.own), ("single", view.single))
        if only in (None, name)
    ]
    drawn = tuple(panel for panel in panels if panel is not None)
    if not drawn:
        return None
    years = [bar.year for panel in drawn for bar in panel.bars]
    shown = [row for row in view.chosen if row.grant.year is not None and row.sek is not None]
    first, last = min(years), max(years)
    key = "money.years.message.one" if first == last else "money.years.message"
    return TimeChart(
        "ar-for-ar",
        t("money.years.title", prices=view.prices),
        view.lang,
        t(key, first=first, last=last),
        drawn,
        first_year=first,
        last_year=last,
        source=origin(view, (row.grant.source_id for row in shown)),
    )


def notes(view: View) -> list[Component]:
    """What the chart cannot show."""
    t = view.t
    undated = sum(row.grant.year is None and row.sek is not None for row in view.chosen)
    words = [t("money.years.gaps")]
    if undated:
        words.append(t("money.years.undated", grants=view.count("grant", undated)))
    return [html.P(" ".join(words), className="note")]


def _panel(rows: Sequence[PricedGrant], title: str, lang: str) -> BarPanel | None:
    t = text(lang)
    known = [s for s in per_year(rows) if s.year is not None and s.coverage.known]
    if not known:
        return None
    kinds = [kind for kind in Kind if any(s.kind == kind for s in known)]
    values = {(s.year, s.kind): float(s.sek) for s in known}
    years = sorted({s.year for s in known if s.year is not None})
    return BarPanel(
        title,
        measure(t),
        tuple(
            Part(t(f"money.kind.{kind}"), TONES[kind], hollow=kind not in FIRM) for kind in kinds
        ),
        tuple(Bar(year, tuple(values.get((year, kind)) for kind in kinds)) for year in years),
    )
