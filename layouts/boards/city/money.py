"""The city's grants by year, funder and kind. Kinds are never added together (RULES §7.1)."""

from collections import defaultdict

from layouts.charts.description import Bar, BarPanel, Measure, Part
from layouts.links.addresses import Address
from layouts.links.query import PARAMETERS
from layouts.phrases.text import text
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
    address: Address,
    grants: tuple[PricedGrant, ...],
    first_year: int,
    marked: frozenset[str] | None,
) -> BarPanel | None:
    """Bars side by side, one for each funder and kind; None where no dated sum is known.

    Grants that are not among the `marked` (None: nothing is marked) stand back, in bars of their
    own.
    """
    lang, t = address.lang, text(address.lang)
    cells = {
        (year, funder, kind, back): value
        for back in (False, True)
        for (year, funder, kind), value in sums(
            tuple(row for row in grants if _stands_back(row, marked) is back)
        ).items()
        if year >= first_year
    }
    if not cells:
        return None
    known = funders(grants)
    streams = sorted({(funder, kind, back) for _, funder, kind, back in cells})
    split = {(funder, kind) for funder, kind, back in streams if not back}
    parameter = PARAMETERS["funder"]

    def label(funder: str, kind: Kind, back: bool) -> str:
        words = f"{funder}, {t(f'word.amount.{kind}')}"
        return t("board.city.rest", what=words) if back and (funder, kind) in split else words

    return BarPanel(
        title=t("board.city.money"),
        measure=Measure(t("city.money.unit"), t("city.money.axis"), MILLION, 0),
        parts=tuple(
            Part(
                label(funder, kind, back),
                known.index(funder) + 1,
                hollow=kind not in FIRM,
                key=f"{parameter.name(lang)}:{funder}",
                faded=back,
            )
            for funder, kind, back in streams
        ),
        bars=tuple(
            Bar(year, tuple(cells.get((year, *stream)) for stream in streams))
            for year in sorted({year for year, *_ in cells})
        ),
    )


def _stands_back(row: PricedGrant, marked: frozenset[str] | None) -> bool:
    return marked is not None and row.grant.grant_id not in marked
