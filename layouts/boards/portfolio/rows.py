"""The grants behind a choice as a table, its sum first, and the same rows as files."""

from decimal import Decimal

from dash.development.base_component import Component

from layouts import html
from layouts.boards.portfolio.answers import RowOfGrants, View
from layouts.boards.portfolio.choice import chooses
from layouts.boards.portfolio.tiles import exact
from layouts.html.markup import data
from layouts.money import files, ways
from layouts.phrases import kronor
from layouts.phrases.text import Text
from progress.money.kinds import granted_unknown
from progress.records import Grant


def rows(view: View) -> list[Component]:
    """A page of rows, the largest amounts first; on a phone the reader unfolds them."""
    t, answers = view.t, view.answers
    total = view.summary.total
    headings = [
        t("board.portfolio.row.title"),
        t("board.portfolio.row.recipient"),
        t("portfolio.filter.funder"),
        t("portfolio.filter.programme"),
        t("board.portfolio.row.year"),
        t("board.portfolio.row.amount"),
    ]
    first: list[Component | str] = [
        html.Strong(t("board.portfolio.row.sum", grants=view.grants(total.of))),
        *("", "", "", ""),
        html.Strong(sum_amount(view), title=exact(total, view)),
    ]
    body = [first, *(_row(view, row) for row in answers.rows)]
    caption = t("board.portfolio.rows.caption", kind=view.kind, prices=view.prices)
    return [
        html.Div(
            [html.H2(t("board.portfolio.rows"), id="rader"), files.links(view.address)],
            className="rows-head",
        ),
        html.Details(
            [
                html.Summary(t("board.portfolio.rows.unfold", n=answers.row_count)),
                html.Div(_table(caption, headings, body), className="stack"),
                *_pages(view),
            ],
            className="rows-fold",
        ),
    ]


def _table(caption: str, headings: list[str], body: list[list[Component | str]]) -> Component:
    """As `layouts.html.tables.table`, of elements that Dash renders."""
    looks = [None, None, None, None, "num", "num"]

    def cells(row: list[Component | str]) -> list[Component]:
        first, *others = row
        return [
            html.Th(first, scope="row"),
            *(
                html.Td(cell, className=look, **data(label=heading))
                for cell, look, heading in zip(others, looks[1:], headings[1:], strict=True)
            ),
        ]

    return html.Table(
        [
            html.Caption(caption, className="visually-hidden"),
            html.Thead(
                html.Tr(
                    [
                        html.Th(heading, scope="col", className=look)
                        for heading, look in zip(headings, looks, strict=True)
                    ]
                )
            ),
            html.Tbody([html.Tr(cells(row)) for row in body]),
        ],
        className="data stacked",
    )


def sum_amount(view: View) -> str:
    """The sum of all rows of the choice in full, or that none is known."""
    total = view.summary.total
    if not total.known:
        return view.t("board.portfolio.no_sum")
    return kronor.exact(Decimal(round(total.sek)), view.lang, "SEK")


def amount_words(row: RowOfGrants, t: Text) -> str:
    """A row's sum in full, or that it is unknown; that it is counted elsewhere where it is."""
    grant, lang = row.grant, t.lang
    if row.sek is not None:
        amount = kronor.exact(Decimal(row.sek).quantize(Decimal("0.01")), lang, "SEK")
    elif granted_unknown(grant):
        amount = t("board.portfolio.row.granted_unknown")
    elif grant.amount is not None:
        amount = kronor.exact(grant.amount, lang, grant.currency)
    else:
        amount = t("board.portfolio.no_sum")
    if row.repeats:
        amount = t("board.portfolio.row.repeats", amount=amount)
    return amount


def _row(view: View, row: RowOfGrants) -> list[Component | str]:
    t, grant = view.t, row.grant
    return [
        ways.grant_way(grant, view.lang),
        _recipient(view, grant),
        ways.funder_way(grant.funder, view.lang, view.registry),
        ways.programme_way(grant.programme, t, view.registry),
        str(grant.year or "–"),
        amount_words(row, t),
    ]


def _recipient(view: View, grant: Grant) -> Component | str:
    if not grant.beneficiary:
        return view.t("board.portfolio.no_recipient")
    return ways.recipient_way_of(grant, view.lang, view.registry)


def _pages(view: View) -> list[Component]:
    t, answers = view.t, view.answers
    if answers.pages < 2:
        return []
    here = answers.page
    steps = [
        chooses(
            t(f"board.portfolio.rows.{name}"),
            view.address.with_query(page=None if page == 1 else page),
            class_name="button plain",
        )
        for name, page in (("before", here - 1), ("after", here + 1))
        if 1 <= page <= answers.pages
    ]
    where = t("board.portfolio.rows.page", page=here, pages=answers.pages, n=answers.row_count)
    return [html.P([html.Span(where, className="note"), *steps], className="rows-pages")]
