"""The grants behind a choice in a grid: every one of them, a page at a time as it is scrolled.

Its scripts are fetched when it is opened (`assets/board.js`); the document has the table of `rows`.
"""

import re
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from dash.development.base_component import Component
from dash_ag_grid import AgGrid

from layouts import html
from layouts.boards.portfolio.answers import RowOfGrants, View
from layouts.boards.portfolio.controls import NAME
from layouts.boards.portfolio.rows import amount_words, sum_amount
from layouts.html.markup import aria
from layouts.links.addresses import Address, href
from layouts.money import files, words
from layouts.money.ways import grant_address
from layouts.phrases.text import Text, text
from progress.money.registry import Registry
from progress.records import Grant

COLUMNS: Mapping[str, str] = {
    "title": "board.portfolio.row.title",
    "beneficiary": "board.portfolio.row.recipient",
    "funder": "portfolio.filter.funder",
    "programme": "portfolio.filter.programme",
    "year": "board.portfolio.row.year",
    "sek": "board.portfolio.row.amount",
}
"""The grid's columns, which are those it can be sorted by → the key of their heads."""
WIDTHS = {"title": 3, "beneficiary": 2, "funder": 2, "programme": 2, "year": 0, "sek": 0}
NARROW = {"year": 76, "sek": 168}
NUMERIC = frozenset({"year", "sek"})

PAGE, MOST_ROWS = 100, 500
"""Rows that are asked for at a time, and the most that are given."""
MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&])")


def grid(view: View) -> Component:
    """The grid with the sum of the choice as its first row, and the same rows as files."""
    address = view.address
    return html.Div(
        [
            html.Div(files.links(address), className="rows-head"),
            AgGrid(
                id={"board": NAME, "grid": grid_name(address)},
                rowModelType="infinite",
                columnDefs=[_column(name, view.t) for name in COLUMNS],
                defaultColDef={"sortable": True, "resizable": True, "suppressMovable": True},
                dashGridOptions={
                    "ensureDomOrder": True,
                    "cacheBlockSize": PAGE,
                    "maxBlocksInCache": 20,
                    "infiniteInitialRowCount": min(view.answers.row_count, PAGE),
                    "pinnedTopRowData": [_sum(view)],
                    "rowHeight": 32,
                    "headerHeight": 36,
                    "suppressCellFocus": False,
                    "localeText": _locale(view.t),
                    "enableCellTextSelection": True,
                },
                className="portfolio-grid",
            ),
        ],
        className="portfolio-grid-view",
        role="region",
        **aria(label=view.t("board.portfolio.rows.caption", kind=view.kind, prices=view.prices)),
    )


def grid_name(address: Address) -> str:
    """A name for the rows of a choice: another choice is another grid, scrolled to its top."""
    return f"{zlib.crc32(href(address.with_query(page=None, shown=None)).encode()):08x}"


def grid_rows(rows: Iterable[RowOfGrants], lang: str, registry: Registry) -> list[dict[str, str]]:
    """Rows as the grid takes them."""
    t = text(lang)
    return [_row(row, t, registry) for row in rows]


def _column(name: str, t: Text) -> dict[str, Any]:
    column: dict[str, Any] = {"field": name, "headerName": t(COLUMNS[name]), "tooltipField": name}
    if WIDTHS[name]:
        column |= {"flex": WIDTHS[name], "minWidth": 120}
    else:
        column |= {"width": NARROW[name]}
    if name in NUMERIC:
        column["type"] = "rightAligned"
    if name == "title":
        column["cellRenderer"] = "markdown"
    return column


def _row(row: RowOfGrants, t: Text, registry: Registry) -> dict[str, str]:
    grant = row.grant
    return {
        "title": _titled(grant, t.lang),
        "beneficiary": grant.beneficiary or t("board.portfolio.no_recipient"),
        "funder": words.funder(grant, t.lang, registry),
        "programme": words.programme(grant, t, registry),
        "year": str(grant.year or "–"),
        "sek": amount_words(row, t),
    }


def _titled(grant: Grant, lang: str) -> str:
    """The title as a link to the grant's page."""
    title, address = _escaped(grant.title or grant.grant_id), grant_address(grant.grant_id, lang)
    return title if address is None else f"[{title}]({href(address)})"


def _escaped(words: str) -> str:
    """Words as they are, where markdown is read."""
    return MARKDOWN.sub(r"\\\1", words)


def _sum(view: View) -> dict[str, Any]:
    name = view.t("board.portfolio.row.sum", grants=view.grants(view.summary.total.of))
    return {"title": f"**{_escaped(name)}**", "sek": sum_amount(view)}


def _locale(t: Text) -> dict[str, str]:
    """The grid's own words that a reader, or a screen reader, meets."""
    return {
        name: t(f"board.portfolio.grid.{key}")
        for name, key in (
            ("loadingOoo", "loading"),
            ("noRowsToShow", "none"),
            ("ariaSortableColumn", "sort"),
        )
    }
