"""One chart as slides: what it is and where it comes from, then the chart itself."""

from layouts.charts.description import Chart
from layouts.html.blocks import Drawing
from layouts.slides.deck import Cover, Deck, Leaf


def chart_deck(chart: Chart, address: str) -> Deck:
    """The deck. `address` is where the chart's page is."""
    lines = tuple(line for line in (chart.message, chart.source, address) if line)
    foot = " ".join(line for line in (chart.source, address) if line)
    leaf = Leaf(chart.title, (Drawing(chart),), footer=foot)
    return Deck(chart.lang, Cover(chart.title, lines), (leaf,), chart.message)
