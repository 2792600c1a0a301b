"""Where each of the chosen stands, beside the chart: per person, its place, how it has moved."""

from layouts import html
from layouts.compare.answers import View
from layouts.compare.figures import Figures, value_at
from layouts.html.pieces import Tile, tiles
from layouts.links.addresses import Address, href
from layouts.phrases.text import Text, text
from progress.emissions.comparison import change_since
from progress.phrases.formats import number, signed_percent
from progress.records import Municipality


def glance(address: Address, view: View, figures: Figures) -> html.Div | None:
    """A tile for each; nothing where no year is shared."""
    t = text(address.lang)
    year = figures.year
    if year is None:
        return None
    shown = [_tile(city, year, view, figures, t) for city in figures.answers.chosen]
    heading = html.H2(t("compare.standing.heading", year=year), className="small-head")
    return html.Div([heading, tiles(shown)], className="compare-glance")


def _tile(municipality: Municipality, year: int, view: View, figures: Figures, t: Text) -> Tile:
    series = figures.cities[municipality.code]
    notes = []
    place = figures.place(municipality.code, "all", "per_person")
    if place is not None:
        notes.append(t("compare.glance.place", place=place[0].place, of=place[0].of))
    change = change_since(series.since["tonnes"], view.base_year, year)
    if change is not None and view.base_year != year:
        share = signed_percent(change, t.lang)
        notes.append(t("compare.glance.since", change=share, base=view.base_year))
    link = html.A(municipality.name, href=href(Address("city", t.lang, municipality.slug)))
    value = t("word.tonnes", value=number(value_at(series, "per_person", year), t.lang, 1))
    return Tile(link, value, " · ".join(notes))
