"""A choice of the portfolio as slides: its sums and years, then its rows with their sum first."""

from layouts.boards.portfolio.answers import PortfolioAnswers, View
from layouts.boards.portfolio.money_map import map_chart
from layouts.boards.portfolio.rows import amount_words, sum_amount
from layouts.boards.portfolio.tiles import exact
from layouts.boards.portfolio.words import answer_words, chosen_words
from layouts.boards.portfolio.years import years_chart
from layouts.charts.rows import rows as chart_rows
from layouts.html.blocks import Drawing, Grid, Pairs, Side, Words
from layouts.html.tables import Column
from layouts.links.addresses import Address, href
from layouts.money import words
from layouts.slides import Cover, Deck, Leaf
from progress.money.kinds import Allocation
from progress.money.portfolio import NOTHING


def deck(address: Address, answers: PortfolioAnswers, site: str) -> Deck:
    """The deck. `site` is where the product is served, such as https://example.org."""
    view = View(address, answers)
    t, there = view.t, site + href(Address("portfolio", address.lang, query=address.query))
    chosen = chosen_words(view)
    lines = (f"{view.kind.capitalize()}, {view.prices}", *chosen, there)
    source = t("sharing.source", source=t("sharing.source.grants"))
    foot = f"{source} {there}"
    years = years_chart(view)
    leaves = (
        Leaf(
            years.title,
            (
                Words(answer_words(view), "lead"),
                Side(((Pairs(_sums(view)),), (Drawing(years),)), "split"),
            ),
            footer=foot,
        ),
        Leaf(t("board.portfolio.map"), (_places(view),), footer=foot),
        Leaf(t("board.portfolio.rows"), (_rows(view), *_more(view)), footer=foot),
    )
    return Deck(view.lang, Cover(t("portfolio.title"), lines), leaves, t("portfolio.description"))


def _sums(view: View) -> tuple[tuple[str, str], ...]:
    classes = view.summary.classes
    return (
        *(
            (
                view.t(f"board.portfolio.tile.{allocation}"),
                exact(classes.get(allocation.value, NOTHING), view),
            )
            for allocation in Allocation
        ),
        (view.t("board.portfolio.pair.sum"), exact(view.summary.total, view)),
    )


def _places(view: View) -> Grid | Words:
    """The sum of each city on the map, or that there is none."""
    chart = map_chart(view)
    if not chart.symbols:
        return Words(chart.message)
    places = chart_rows(chart)
    return Grid(
        places.caption,
        tuple(Column(each.head, numeric=each.numeric) for each in places.columns),
        tuple(zip(*(each.cells for each in places.columns), strict=True)),
    )


def _rows(view: View) -> Grid:
    t = view.t
    name = t("board.portfolio.row.sum", grants=view.grants(view.summary.total.of))
    first = (name, "", "", "", sum_amount(view))
    return Grid(
        t("board.portfolio.rows.caption", kind=view.kind, prices=view.prices),
        (
            Column(t("board.portfolio.row.title")),
            Column(t("board.portfolio.row.recipient")),
            Column(t("portfolio.filter.funder")),
            Column(t("board.portfolio.row.year"), numeric=True),
            Column(t("board.portfolio.row.amount"), numeric=True),
        ),
        (
            first,
            *(
                (
                    row.grant.title or row.grant.grant_id,
                    row.grant.beneficiary or t("board.portfolio.no_recipient"),
                    words.funder(row.grant, view.lang, view.registry),
                    str(row.grant.year or "–"),
                    amount_words(row, t),
                )
                for row in view.answers.rows
            ),
        ),
    )


def _more(view: View) -> tuple[Words, ...]:
    """How many rows there are besides, where there are."""
    shown, of = len(view.answers.rows), view.answers.row_count
    if shown >= of:
        return ()
    return (Words(view.t("board.portfolio.slides.more", shown=shown, of=of), "note"),)
