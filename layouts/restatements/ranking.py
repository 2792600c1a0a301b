"""Where a newer release restated most: the municipalities in order."""

from collections.abc import Mapping, Sequence
from typing import Any

from layouts import html
from layouts.html.cards import section
from layouts.html.forms import Choice, form, select
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.phrases.text import Text
from layouts.restatements.words import share, signed
from progress.phrases.formats import number, percent
from progress.records import Municipality
from progress.releases.comparison import MunicipalityRestated, ReleaseComparison, largest_first

AT_FIRST = 20


def ranking_section(
    address: Address,
    comparison: ReleaseComparison,
    municipalities: Mapping[str, Municipality],
    t: Text,
) -> html.Section | None:
    """The municipalities with the largest restatements, all of them where the address
    asks for it; None without any.

    `address` names both releases, so that links and the form carry them along.
    """
    ranked = largest_first(comparison.municipalities, by_share=address.get("sort") == "share")
    if not ranked:
        return None
    choose = form(
        address,
        [
            select(
                address,
                "sort",
                t("restatements.sort"),
                [
                    Choice("", t("restatements.sort.tonnes")),
                    Choice("share", t("restatements.sort.share")),
                ],
            )
        ],
        t("word.show"),
        label=t("restatements.sort"),
        keep=("from_release", "to_release", "rows"),
    )
    everything = address.get("rows") == "all"
    shown = ranked if everything else ranked[:AT_FIRST]
    more = html.A(
        t("restatements.ranking.all", n=len(ranked)),
        href=href(address.with_query(rows="all")) + "#ranking",
    )
    return section(
        "ranking",
        t("restatements.ranking.heading"),
        html.P(t("restatements.ranking.intro")),
        choose,
        _table(address, shown, municipalities, t, t("restatements.ranking.caption", n=len(shown))),
        html.P(more, className="links") if len(shown) < len(ranked) else None,
    )


def _table(
    address: Address,
    ranked: Sequence[MunicipalityRestated],
    municipalities: Mapping[str, Municipality],
    t: Text,
    caption: str,
) -> html.Div:
    columns = [
        Column(t("restatements.column.municipality")),
        Column(t("restatements.column.largest_year"), numeric=True),
        Column(t("restatements.column.old"), numeric=True),
        Column(t("restatements.column.new"), numeric=True),
        Column(t("restatements.column.difference"), numeric=True),
        Column(t("restatements.column.share"), numeric=True),
        Column(t("restatements.column.median"), numeric=True),
    ]
    rows = [_row(address, place, municipalities[place.code], t) for place in ranked]
    return table(caption, columns, rows, stack=True, caption_hidden=True)


def _row(
    address: Address, municipality_restated: MunicipalityRestated, place: Municipality, t: Text
) -> list[Any]:
    lang, largest = address.lang, municipality_restated.largest
    there = Address("city_restatements", lang, place.slug).with_query(
        from_release=address.get("from_release"), to_release=address.get("to_release")
    )
    figures = (
        [t("word.none")] * 5
        if largest is None
        else [
            str(largest.year),
            number(largest.old, lang),
            number(largest.new, lang),
            signed(largest.difference, lang),
            share(largest, t),
        ]
    )
    median = (
        t("word.none")
        if municipality_restated.median_share is None
        else percent(municipality_restated.median_share, lang, 1)
    )
    return [html.A(place.name, href=href(there)), *figures, median]
