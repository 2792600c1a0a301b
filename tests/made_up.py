"""Pages made up for tests of the frame round them: nothing here is a real figure or place."""

from pathlib import Path

from app import Settings, create_app
from callbacks.first_response import KlimatDash
from data_access.reading import Connection
from layouts import html
from layouts.charts.block import chart_block
from layouts.charts.description import Line, LinePanel, Measure, TimeChart, marks
from layouts.frame.page import Page
from layouts.html.markup import Input
from layouts.links.addresses import Address, href
from progress.emissions.series import Point
from tests.stores import new_store

HOSTILE = '"><script>alert(1)</script>'


CHART = TimeChart(
    chart_id="made-up",
    title="Påhittat diagram",
    lang="sv",
    message="Påhittade värden, inga uppgifter.",
    panels=(
        LinePanel(
            title="Påhittat",
            measure=Measure("st", "antal"),
            lines=(
                Line("Påhittad serie", marks((Point(2020, 3), Point(2021, 0), Point(2022, 2)))),
            ),
        ),
    ),
)


def overview(_conn: Connection, address: Address) -> Page | None:
    t = {"sv": "Påhittad översikt", "en": "Made-up overview"}[address.lang]
    city = Address("city", address.lang, slug="provkoping")
    return Page(
        title=t,
        description="Påhittat",
        lang=address.lang,
        address=address,
        body=html.Article(
            [
                html.H1(t),
                html.A("Provköping", href=href(city), id="to-city"),
                html.A("längre ned", href=href(city) + "#below", id="to-below"),
                html.A("finns inte", href=href(Address("city", address.lang, slug="x")), id="lost"),
                html.Form(
                    [
                        Input(type="search", name="sok", id="sok", value=address.get("search")),
                        html.Button("Sök"),
                    ],
                    action=href(address.without_query()),
                    method="get",
                ),
                html.P(address.get("search"), id="searched"),
                html.P(HOSTILE),
                html.Div(style={"height": "3000px"}),
                html.A("nederst", href=href(city), id="bottom"),
            ]
        ),
    )


def city(_conn: Connection, address: Address) -> Page | None:
    if address.slug != "provkoping":
        return None
    return Page(
        title="Provköping",
        description=f"Påhittad stad {HOSTILE}",
        lang=address.lang,
        address=address,
        body=html.Article(
            [
                html.H1("Provköping"),
                chart_block(CHART, address),
                html.A("tillbaka", href=href(Address("overview", address.lang)), id="to-overview"),
                html.Div(style={"height": "3000px"}),
                html.H2("Nedanför", id="below"),
                html.Div(style={"height": "3000px"}),
            ]
        ),
    )


def about(_conn: Connection, _address: Address) -> Page | None:
    raise RuntimeError("made-up secret in an error")


def made_up_app(store: str) -> KlimatDash:
    """The product with made-up pages on a store."""
    return create_app(
        Settings(database_url=store, operator="Provbolaget"),
        {"overview": overview, "city": city, "about": about},
    )


def empty_store(folder: Path) -> str:
    """A new store without a single figure."""
    return new_store(f"sqlite:///{folder / 'empty.db'}")
