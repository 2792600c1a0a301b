"""The city's grants by year, funder and kind. Kinds are never added together (RULES §7.1)."""

from collections import defaultdict

from layouts.addresses import Address
from layouts.charts.description import Bar, BarPanel, Measure, Part
from layouts.query import PARAMETERS
from layouts.text import text
from progress.money.kinds import Kind
from progress.money.pricing import PricedGrant

MILLION = 1_000_000.0
FIRM = (Kind.GRANTED, Kind.PAID)
"""Kinds drawn filled; the others are outlines, money not yet sure."""


def funders(grants: tuple[PricedGrant, ...]) -> tuple[str, ...]:
    """Whose money it is, in alphabetical order."""
    return tuple(sorted({row.grant.funder for row in grants if row.grant.funder}))


def sums(grants: tuple[PricedGrant, ...]) -> dict[tuple[int, str, Kind], float]:
    """Kronor by year of decision, funder and kind; only what has a year and a sum."""
    result: dict[tuple[int, str, Kind], float] = defaultdict(float)
    for row in grants:
        year, kind = row.grant.year, row.kind
        if year is not None and row.sek is not None and kind in set(Kind):
            result[year, row.grant.funder, Kind(kind)] += float(row.sek)
    return dict(result)


def money_panel(
    address: Address, grants: tuple[PricedGrant, ...], first_year: int
) -> BarPanel | None:
    """Bars side by side, one for each funder and kind; None where no dated sum is known."""
    lang, t = address.lang, text(address.lang)
    cells = {key: value for key, value in sums(grants).items() if key[0] >= first_year}
    if not cells:
        return None
    known = funders(grants)
    streams = sorted({(funder, kind) for _, funder, kind in cells}, key=lambda pair: pair)
    chosen = address.get("funder")
    parameter = PARAMETERS["funder"]
    return BarPanel(
        title=t("board.city.money"),
        measure=Measure(t("city.money.unit"), t("city.money.axis"), MILLION, 0),
        parts=tuple(
            Part(
                f"{funder}, {t(f'word.amount.{kind}')}",
                known.index(funder) + 1,
                hollow=kind not in FIRM,
                key=f"{parameter.name(lang)}:{funder}",
                faded=chosen not in (None, funder),
            )
            for funder, kind in streams
        ),
        bars=tuple(
            Bar(year, tuple(cells.get((year, *stream)) for stream in streams))
            for year in sorted({year for year, _, _ in cells})
        ),
    )
