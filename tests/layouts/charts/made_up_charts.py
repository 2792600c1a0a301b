"""Charts of a made-up municipality, obviously not real."""

from datetime import date

from layouts.charts.description import (
    Bar,
    BarPanel,
    FlowChart,
    GoalPath,
    Line,
    LinePanel,
    Link,
    Mark,
    Measure,
    Node,
    Part,
    PathPoint,
    RangeBars,
    RangeRow,
    TimeChart,
    sector_parts,
)
from layouts.charts.overlays import Assumed, Level, Moment, Wedge, WedgeYear
from layouts.charts.points import Area, AreaMap, Axis, Dot, ScatterChart, Symbol, SymbolMap
from progress.emissions.series import Status

TONNES = Measure("ton", "tusen ton per år", 1000)
KRONOR = Measure("kr", "miljoner kronor", 1e6, short="mn kr")

MARKS = (
    Mark(1990, 5111.0),
    Mark(2000, 4222.0),
    Mark(2015, 3333.0),
    Mark(2016, 3111.0),
    Mark(2017, 0.0, Status.PRELIMINARY),
    Mark(2018, 2777.0, Status.ESTIMATE, 2555.0, 2999.0),
    Mark(2019, 2666.0, Status.FORECAST),
)


def time_chart(lang: str = "sv") -> TimeChart:
    lines = LinePanel(
        "Utsläpp i Provköping",
        TONNES,
        (Line("Utsläpp", MARKS),),
        (GoalPath("Halverat 2030", (PathPoint(1990, 5111.0), PathPoint(2030, 2555.5))),),
        (Level("Tak", 4444.0, 2020, 2025),),
    )
    money = BarPanel(
        "Pengar",
        KRONOR,
        (Part("Beviljat", 1), Part("Sökt", 3, hollow=True)),
        (Bar(2016, (7_000_001.0, None)), Bar(2017, (0.0, 3_000_002.0))),
    )
    end = Moment("Budgeten slut", date(2027, 7, 2))
    return TimeChart("prov", "Prov & <test>", lang, "Så gick det.", (lines, money), (end,))


def stack(lang: str = "sv") -> TimeChart:
    values = tuple(float(number * 111) for number in range(1, 10))
    bars = (Bar(2020, values), Bar(2022, values, Status.PRELIMINARY))
    panel = BarPanel("Sektorer", TONNES, sector_parts(lang), bars, stacked=True)
    return TimeChart("sektorer", "Sektorer", lang, "Nio sektorer.", (panel,))


def flow(lang: str = "sv") -> FlowChart:
    nodes = (
        Node("a", "Fond A", 0, 1),
        Node("b", "Fond B", 0, 2),
        Node("p", "Program P", 1, 3),
        Node("k", "Provköping", 2, 5),
    )
    links = (Link("a", "p", 4_000_004.0), Link("b", "p", 1_000_001.0), Link("p", "k", 5_000_005.0))
    heads = ("Finansiär", "Program", "Kommun")
    return FlowChart("floden", "Floden", lang, "Pengar rinner.", KRONOR, heads, nodes, links)


def ranges(lang: str = "sv") -> RangeBars:
    rows = (
        RangeRow("Spårväg", 8_000_008.0, 9_000_009.0, 2_000_002.0),
        RangeRow("Gratis", 0.0, 0.0),
        RangeRow("Okänd", None, None),
    )
    return RangeBars("plan", "Planen", lang, "Två av tre.", KRONOR, "Åtgärd", rows, "Säkrat")


def what_if(lang: str = "sv") -> TimeChart:
    """A reader's assumption, and effects that hang from a trend: one of them a range."""
    panel = LinePanel(
        "Utsläpp i Provköping",
        TONNES,
        (Line("Utsläpp", (Mark(2024, 5111.0), Mark(2025, 4999.0))),),
        assumed=(Assumed("Ditt antagande", ((2025, 4999.0), (2026, 4444.0), (2027, 3888.0))),),
        wedges=(
            Wedge("Transporter", 1, (WedgeYear(2027, 4777.0, 1111.0, 1222.0),)),
            Wedge(
                "Energi", 2, (WedgeYear(2026, 4888.0, 0.0, 0.0), WedgeYear(2027, 3555, 9e3, 9e3))
            ),
        ),
    )
    return TimeChart("antag", "Vad krävs", lang, "Det går.", (panel,))


def scatter(lang: str = "sv") -> ScatterChart:
    """A known dot, one in the corner, and two of which one value is not known."""
    dots = (
        Dot("Provköping", 111.0, 22.0, "kommun:0001", named=True),
        Dot("Provstad", 7777.0, -3.0, "kommun:0002", named=True),
        Dot("Okänd", None, 5.0, "kommun:0003", faded=True),
        Dot("Ny", 55.0, None, "kommun:0004"),
    )
    across = Axis("Kronor", Measure("kr", "kr"), log=True)
    up = Axis("Takt", Measure("% per år", "% per år", decimals=1))
    return ScatterChart("moln", "Moln", lang, "Två av fyra.", "Stad", across, up, dots)


def area_map(lang: str = "sv") -> AreaMap:
    """Two squares in the shades of two classes, and one of which nothing is known."""
    squares = ("M0 0l100 0 0 100-100 0z", "M200 200l40 0 0 40-40 0z", "M10 200l40 0 0 40-40 0z")
    areas = (
        Area("Provköping", squares[0], 111.0, 1, "kommun:0001"),
        Area("Provstad", squares[1], 7777.0, 5, "kommun:0002", faded=True),
        Area("Okänd", squares[2], None, 0, "kommun:0003"),
    )
    steps = ("lägst", "låg", "mitt", "hög", "högst")
    value = Axis("Kronor", Measure("kr", "kr"))
    return AreaMap("ytor", "Ytor", lang, "Två.", "Stad", value, areas, steps, "okänt", 300.0, 300.0)


def symbol_map(lang: str = "sv") -> SymbolMap:
    """Two squares of land, of which the smaller has four times the money, and one unknown sum."""
    land = ("M0 0l100 0 0 100-100 0z", "M200 200l40 0 0 40-40 0z")
    symbols = (
        Symbol("Provköping", 50, 50, 1_000_001.0, "en", "kommun:0001"),
        Symbol("Provstad", 220, 220, 4_000_004.0, "fyra", "kommun:0002", faded=True),
        Symbol("Okänd", 90, 90, None, "okänd", "kommun:0003"),
    )
    return SymbolMap(
        "karta", "Karta", lang, "Mest.", "Stad", KRONOR, symbols, land, land[1:], 300.0, 300.0
    )
