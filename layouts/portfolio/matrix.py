"""Funder by city, ranked as the address asks; unknown cells stay empty."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from dash import html
from dash.development.base_component import Component

from layouts import kronor
from layouts.addresses import Address, href
from layouts.cards import section
from layouts.markup import aria
from layouts.money import words
from layouts.portfolio.view import View
from layouts.tables import Column, table
from progress.formats import number
from progress.money.flows import largest_names
from progress.records import Municipality

MOST_FUNDERS = 6
ORDERS = ("amount", "per_person", "name")


@dataclass(frozen=True, slots=True)
class CityLine:
    """A contract city's known kronor by funder; no entry is no known sum. `shared` counts the
    grants that it shares with others, `unknown` its own and those within it without a sum.
    """

    city: Municipality
    by_funder: dict[str, Decimal]
    shared: int
    population: int | None
    unknown: int = 0

    @property
    def sek(self) -> Decimal | None:
        return sum(self.by_funder.values(), Decimal(0)) if self.by_funder else None

    @property
    def per_person(self) -> Decimal | None:
        if self.sek is None or not self.population:
            return None
        return self.sek / self.population


def lines(view: View) -> tuple[CityLine, ...]:
    """One line for each contract city, in the order of the answers."""
    sums: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    shared: dict[str, int] = defaultdict(int)
    unknown: dict[str, int] = defaultdict(int)
    codes = {city.code for city in view.answers.cities}
    for cell in view.chosen:
        for code in cell.key.places & codes:
            shared[code] += cell.cell.rows
        if cell.key.city not in codes:
            continue
        unknown[cell.key.city] += cell.cell.rows - cell.cell.known
        if cell.sek is not None:
            sums[cell.key.city][cell.key.funder] += cell.sek
    return tuple(
        CityLine(
            city,
            dict(sums[city.code]) if city.code in sums else {},
            shared[city.code],
            view.answers.populations.get(city.code),
            unknown[city.code],
        )
        for city in view.answers.cities
    )


def matrix_section(view: View, lines: tuple[CityLine, ...]) -> Component:
    """The matrix with its order, sums and kronor per inhabitant."""
    t, lang = view.t, view.lang
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for line in lines:
        for funder, sek in line.by_funder.items():
            totals[funder] += sek
    named = largest_names(totals, MOST_FUNDERS)
    funders = sorted(named, key=lambda name: (-totals[name], name))
    rest = [name for name in totals if name not in named]
    sort, falling = _order(view.address)
    heads = [words.funder_name(name, lang) for name in funders]
    if rest:
        heads.append(t("portfolio.matrix.others"))
    state = "descending" if falling else "ascending"
    columns = [
        Column(t("portfolio.matrix.city"), sort=state if sort == "name" else ""),
        Column(t("portfolio.matrix.sum"), numeric=True, sort=state if sort == "amount" else ""),
        Column(
            t("portfolio.matrix.person"), numeric=True, sort=state if sort == "per_person" else ""
        ),
        *(Column(head, numeric=True) for head in heads),
        Column(t("portfolio.matrix.multi"), numeric=True),
    ]
    rows = [
        [
            html.A(line.city.name, href=href(Address("money", lang, slug=line.city.slug))),
            _whole(view, line),
            t("portfolio.matrix.unknown")
            if line.per_person is None
            else number(line.per_person, lang),
            *(_amount(view, line.by_funder.get(name)) for name in funders),
            *([_amount(view, _sum(line, rest))] if rest else []),
            str(line.shared) if line.shared else t("portfolio.matrix.unknown"),
        ]
        for line in _ranked(lines, sort, falling)
    ]
    kind = view.kind_words().capitalize()
    return section(
        "matris",
        t("portfolio.matrix.heading"),
        _sort_links(view, sort, falling),
        table(t("portfolio.matrix.caption", kind=kind, prices=view.prices), columns, rows),
        html.P(
            t("portfolio.matrix.note", year=view.answers.population_year or "–"), className="note"
        ),
    )


def _order(address: Address) -> tuple[str, bool]:
    chosen = address.get("sort")
    sort = chosen if chosen in ORDERS else "amount"
    order = address.get("order")
    return sort, (sort != "name") if order is None else order == "falling"


def _ranked(lines: tuple[CityLine, ...], sort: str, falling: bool) -> list[CityLine]:
    if sort == "name":
        return sorted(lines, key=lambda line: line.city.name, reverse=falling)

    def figure(line: CityLine) -> Decimal | None:
        return line.sek if sort == "amount" else line.per_person

    known = [(value, line) for line in lines if (value := figure(line)) is not None]
    known.sort(key=lambda pair: pair[0], reverse=falling)
    return [line for _, line in known] + [line for line in lines if figure(line) is None]


def _sort_links(view: View, sort: str, falling: bool) -> Component:
    items = []
    for name in ORDERS:
        here = name == sort
        turn = (not falling) if here else name != "name"
        address = view.address.with_query(sort=name, order="falling" if turn else "rising")
        items.append(
            html.Li(
                html.A(
                    view.t(f"portfolio.sort.{name}"),
                    href=f"{href(address)}#matris",
                    **(aria(current="true") if here else {}),
                )
            )
        )
    label = view.t("portfolio.sort")
    return html.Nav(
        [html.P(label, className="note"), html.Ul(items, className="choices")], **aria(label=label)
    )


def _sum(line: CityLine, names: list[str]) -> Decimal | None:
    known = [line.by_funder[name] for name in names if name in line.by_funder]
    return sum(known, Decimal(0)) if known else None


def _whole(view: View, line: CityLine) -> str:
    """The city's sum, or that it has grants without one."""
    if line.sek is None and line.unknown:
        return view.t("portfolio.matrix.sum_unknown", kind=view.kind_words())
    return _amount(view, line.sek)


def _amount(view: View, sek: Decimal | None) -> str:
    return view.t("portfolio.matrix.unknown") if sek is None else kronor.brief(sek, view.lang)
