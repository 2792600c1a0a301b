"""What is loaded at all, and the form that chooses from it."""

from collections import defaultdict

from dash import html
from dash.development.base_component import Component

from layouts import forms
from layouts.addresses import href
from layouts.cards import section
from layouts.markup import Element
from layouts.money import words
from layouts.money.sources import missing
from layouts.portfolio.view import View
from layouts.releases import provenance, way_to_all
from layouts.tables import Column, table
from progress.money.cube import Cell
from progress.money.filters import NAMED
from progress.money.kinds import Allocation, Kind

LONGEST_VALUE = 80
"""What an address can carry; a longer name cannot be chosen."""


def coverage_section(view: View) -> Component:
    """Funder by funder: how many grants, with how many amounts, of which years and kinds."""
    t = view.t
    result: dict[str, list[Cell]] = defaultdict(list)
    for cell in view.answers.cells:
        result[cell.key.funder].append(cell)
    columns = [
        Column(t("portfolio.filter.funder")),
        Column(t("portfolio.coverage.rows"), numeric=True),
        Column(t("portfolio.coverage.known"), numeric=True),
        Column(t("portfolio.coverage.years")),
        Column(t("portfolio.coverage.kinds")),
    ]
    ordered = sorted(result, key=lambda name: (-sum(c.rows for c in result[name]), name))
    rows = [
        [
            words.funder_name(name, view.lang),
            str(sum(cell.rows for cell in result[name])),
            str(sum(cell.known for cell in result[name])),
            _years(result[name]),
            ", ".join(t(f"money.kind.{kind}") for kind in Kind if _has(result[name], kind)),
        ]
        for name in ordered
    ]
    sources = view.answers.sources
    names: list[Component] = []
    for each in view.answers.loaded:
        source = sources.get(each.source_id)
        named = source.title if source is not None else each.source_id
        names += [provenance(named, t), Element("span", ", ")]
    before, after = t("portfolio.coverage.sources", names="\0").split("\0")
    return section(
        "laddat",
        t("portfolio.coverage.heading"),
        html.P(t("portfolio.coverage.lead")),
        table(t("portfolio.coverage.caption"), columns, rows, stack=True),
        html.P([before, *names[:-1], after, " ", way_to_all(view.lang)], className="note"),
        html.P(missing(tuple(each.source_id for each in view.answers.loaded), t), className="note"),
    )


def choices_form(view: View) -> Component:
    """Every filter as a native select; what is chosen stands in the address."""
    t, address = view.t, view.address
    cells = view.answers.cells
    everything = forms.Choice("", t("portfolio.filter.all"))
    years = sorted({cell.key.year for cell in cells if cell.key.year is not None})
    year_choices = [
        forms.Choice("", t("portfolio.filter.any")),
        *(forms.Choice(str(year), str(year)) for year in years),
    ]
    kinds = [kind for kind in Kind if _has(cells, kind) or kind == view.choice.kind]
    fields = [
        forms.select(
            address.with_query(money_kind=view.choice.kind),
            "money_kind",
            t("portfolio.filter.kind"),
            [forms.Choice(kind, t(f"money.kind.{kind}")) for kind in kinds],
        ),
        *(
            forms.select(
                address,
                name,
                t(f"portfolio.filter.{name}"),
                [everything, *_named(cells, name, view)],
            )
            for name in NAMED
        ),
        forms.select(
            address,
            "allocation",
            t("portfolio.filter.allocation"),
            [
                everything,
                *(
                    forms.Choice(allocation, t(f"portfolio.allocation.{allocation}"))
                    for allocation in Allocation
                ),
            ],
        ),
        forms.select(
            address,
            "climate",
            t("portfolio.filter.climate"),
            [
                everything,
                *(
                    forms.Choice(answer, t(f"portfolio.climate.{answer}"))
                    for answer in ("yes", "no")
                ),
            ],
        ),
        forms.select(address, "from_year", t("portfolio.filter.from"), year_choices),
        forms.select(address, "to_year", t("portfolio.filter.to"), year_choices),
    ]
    if view.answers.index:
        level = t("money.prices.constant", year=max(view.answers.index))
        fields.append(
            forms.select(
                address,
                "prices",
                t("money.prices.label"),
                [
                    forms.Choice("", t("money.prices.current")),
                    forms.Choice("constant", level),
                ],
            )
        )
    made = forms.form(
        address,
        fields,
        t("portfolio.filter.show"),
        label=t("portfolio.filter"),
        keep=("sort", "order"),
    )
    clear = html.P(html.A(t("portfolio.filter.clear"), href=href(address.without_query())))
    return html.Div([made, clear if address.query else None])


def _named(cells: tuple[Cell, ...], name: str, view: View) -> list[forms.Choice]:
    values = {cell.key.word(name) for cell in cells}
    return [
        forms.Choice(value, words.funder_name(value, view.lang))
        for value in sorted(values)
        if value and len(value) <= LONGEST_VALUE
    ]


def _has(cells: list[Cell] | tuple[Cell, ...], kind: Kind) -> bool:
    return any(cell.key.kind == kind for cell in cells)


def _years(cells: list[Cell]) -> str:
    years = [cell.key.year for cell in cells if cell.key.year is not None]
    if not years:
        return "–"
    return words.span(min(years), max(years))
