"""Kronor and tonnes side by side, sector by sector, and what belongs to no sector."""

from decimal import Decimal

from dash.development.base_component import Component

from layouts import html
from layouts.html.cards import disclosure, section
from layouts.html.folded import folded
from layouts.html.markup import Raw
from layouts.html.tables import Column
from layouts.money.sector_coverage import coverage_words
from layouts.money.sides import Side, Sides, sides_of
from layouts.money.view import View
from layouts.phrases.enumeration import enumerated
from layouts.phrases.wording import capital
from progress.money.sector_places import Group
from progress.money.sector_shares import (
    Share,
    Shares,
    UnplacedSum,
)
from progress.phrases.formats import percent

SECTION_ID = "sektorer"
"""The section's place on the page, in both languages."""


def sectors_section(view: View) -> Component | None:
    """Shares of emissions, gap, cost and money by sector.

    None where nothing, or of a municipality without a contract only emissions, is known.
    """
    t = view.t
    sides = sides_of(view)
    shared = sides.shared
    followed = view.answers.municipality.is_contract_city
    if not shared or not (followed or any(side.name != "emissions" for side, _ in shared)):
        return None
    heads = {side.name: head(view, sides, side.name) for side in sides.all}
    columns = [
        Column(t("money.sectors.sector")),
        *(Column(heads[side.name]) for side, _ in shared),
    ]
    places = [
        place
        for place in (*Group, None)
        if any(shares.of(place) is not None for _, shares in shared)
    ]
    rows = [
        [
            _name(place, view),
            *(_cell(view, side, shares.of(place), place) for side, shares in shared),
        ]
        for place in places
    ]
    rows.append(
        [
            t("money.sectors.sum"),
            *(
                html.Div([percent(1, view.lang), html.Div(html.Small(_total(side, shares)))])
                for side, shares in shared
            ),
        ]
    )
    return section(
        SECTION_ID,
        t("money.sectors.heading"),
        *(html.P(sentence) for sentence in sentences(view, sides)),
        disclosure(
            t("money.sectors.coverage.heading"),
            html.Ul(
                [html.Li(line) for line in coverage_words(view, sides, heads)],
                className="assumptions",
            ),
        ),
        folded(t("money.sectors.caption"), columns, rows),
        *_unplaced(view, shared, heads),
    )


def head(view: View, sides: Sides, name: str) -> str:
    """What a measure is called above its column."""
    if name == "emissions" and sides.emissions is not None:
        return view.t("money.sectors.head.emissions", year=sides.emissions.year)
    if name == "emissions":
        return view.t("money.sectors.head.emissions.none")
    if name == "gap" and sides.gap is not None and sides.gap.after_actions:
        return view.t("money.sectors.head.gap.after")
    kind = view.t(f"money.kind.{view.kind}")
    return view.t(f"money.sectors.head.{name}", kind=capital(kind))


def sentences(view: View, sides: Sides) -> list[str]:
    """The sector with the largest emissions in each measure, and how much belongs to none."""
    t, lang = view.t, view.lang
    said = []
    emissions = next((shares for side, shares in sides.shared if side.name == "emissions"), None)
    if emissions is not None:
        largest = max(
            (row for row in emissions.rows if row.place is not None), key=lambda row: row.high
        )
        parts = [
            t(f"money.sectors.of.{_of(view, sides, side.name)}", share=share_words(row, lang))
            for side, shares in sides.shared
            if (row := shares.of(largest.place)) is not None
        ]
        said.append(
            t(
                "money.sectors.largest",
                sector=_name(largest.place, view),
                parts=enumerated(parts, t),
            )
        )
    left = [
        t(f"money.sectors.of.{_of(view, sides, side.name)}", share=share_words(row, lang))
        for side, shares in sides.shared
        if (row := shares.of(None)) is not None and row.high
    ]
    if left:
        said.append(t("money.sectors.left", parts=enumerated(left, t)))
    return said


def share_words(row: Share, lang: str) -> str:
    """A share in per cent, a span where amounts are ranges; a small one is no zero."""
    ends = sorted((row.at_low, row.at_high))
    low, high = (percent(end, lang) for end in ends)
    if 0 < ends[1] < Decimal("0.005"):
        return f"< {percent(Decimal('0.01'), lang)}".replace(" ", "\u00a0")
    if low == high:
        return high
    return f"{low.rstrip('%').rstrip()}–{high}"


def bar(row: Share, place: Group | None) -> Raw:
    """The share as a bar, solid to the lower end and light to the higher. Words stand beside it."""
    low, high = sorted((float(row.at_low) * 100, float(row.at_high) * 100))
    tone = 8 if place is None else 1
    light = f'<rect class="ribbon" x="{low:.1f}" width="{high - low:.1f}" height="8"/>'
    return Raw(
        f'<svg class="proportion t{tone}" viewBox="0 0 100 8" preserveAspectRatio="none"'
        f' aria-hidden="true"><rect class="dot" width="{low:.1f}" height="8"/>'
        f"{light if high - low >= 0.05 else ''}</svg>"
    )


def _cell(view: View, side: Side, row: Share | None, place: Group | None) -> Component | str:
    if row is None:
        return view.t("money.sectors.no_row" if place is not None else "money.sectors.nothing")
    return html.Div(
        [
            share_words(row, view.lang),
            bar(row, place),
            html.Small(side.amount(row.low, row.high)),
        ]
    )


def _total(side: Side, shares: Shares) -> str:
    return side.amount(shares.low, shares.high)


def _of(view: View, sides: Sides, name: str) -> str:
    if name == "gap" and sides.gap is not None and sides.gap.after_actions:
        return "gap.after"
    return f"money.{view.kind}" if name == "money" else name


def _name(place: Group | None, view: View) -> str:
    return view.t(f"money.sectors.{place or 'unplaced'}")


def _unplaced(
    view: View, shared: tuple[tuple[Side, Shares], ...], heads: dict[str, str]
) -> list[Component]:
    t = view.t
    rows = [
        [
            side.words_of(rest.label),
            heads[side.name],
            side.amount(rest.low, rest.high),
            _why(view, side, rest),
        ]
        for side, shares in shared
        for rest in shares.unplaced
    ]
    if not rows:
        return []
    columns = [
        Column(t("money.sectors.unplaced.what")),
        Column(t("money.sectors.unplaced.measure")),
        Column(t("money.sectors.unplaced.amount"), numeric=True),
        Column(t("money.sectors.unplaced.why"), wide=True),
    ]
    return [folded(t("money.sectors.unplaced.caption"), columns, rows)]


def _why(view: View, side: Side, unplaced_sum: UnplacedSum) -> Component | str:
    noun = {"cost": "action", "money": "grant"}.get(side.name)
    why = view.t(f"money.sectors.why.{unplaced_sum.reason}")
    if noun is None:
        return why
    return html.Div([why, html.Div(html.Small(view.count(noun, unplaced_sum.items)))])
