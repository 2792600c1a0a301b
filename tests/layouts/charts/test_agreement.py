"""Drawing, figure and table of a chart hold the same numbers, since one description makes them."""

import re
from html import unescape

import pytest

from layouts.charts import labels
from layouts.charts.columns import Column
from layouts.charts.description import BarPanel, Chart, LinePanel
from layouts.charts.figure import figure
from layouts.charts.rows import rows
from layouts.charts.svg import NARROW, WIDE, chart_svg, responsive_svg
from tests.layouts.charts.made_up_charts import (
    MARKS,
    TONNES,
    flow,
    ranges,
    stack,
    time_chart,
    what_if,
)

CHARTS = (time_chart(), stack(), flow(), ranges(), time_chart("en"), flow("en"), what_if())


def cells(chart: Chart) -> set[str]:
    return {cell for column in rows(chart).columns for cell in column.cells}


def numbers(text: str) -> set[str]:
    """Every number of four digits or more that is grouped, as written."""
    return set(re.findall(r"\d{1,3}(?:[\u00a0,]\d{3})+", unescape(text)))


@pytest.mark.parametrize("chart", CHARTS)
def test_every_whole_number_in_the_drawing_stands_in_the_table(chart: Chart) -> None:
    axis_and_labels = re.sub(r'<text[^>]*class="tick".*?</text>', "", chart_svg(chart, WIDE))
    table = numbers(" ".join(cells(chart)))
    assert numbers(axis_and_labels) <= table


@pytest.mark.parametrize("chart", CHARTS)
def test_every_whole_number_in_the_figure_stands_in_the_table(chart: Chart) -> None:
    shown = [
        text
        for trace in figure(chart)["data"]
        for place in (trace, trace.get("node", {}), trace.get("link", {}))
        for key in ("hovertext", "customdata")
        for text in place.get(key, [])
    ]
    table = numbers(" ".join(cells(chart)))
    assert numbers(" ".join(shown)) <= table


def test_every_mark_is_in_drawing_figure_and_table() -> None:
    chart = time_chart()
    drawing, shown = unescape(chart_svg(chart)), str(figure(chart)["data"]).replace("\\xa0", "\xa0")
    for mark in MARKS:
        text = labels.mark_text(mark, TONNES, "sv")
        assert text in drawing, text
        assert text in shown, text
        assert labels.plain(mark.value, TONNES, "sv") in cells(chart)


def column(chart: Chart, head: str) -> Column:
    return next(each for each in rows(chart).columns if each.head.startswith(head))


def test_zero_is_a_value_and_a_missing_year_is_not() -> None:
    chart = time_chart()
    years = column(chart, "År").cells
    emissions = dict(zip(years, column(chart, "Utsläpp (").cells, strict=True))
    assert emissions["2017"] == "0"
    assert emissions["2030"] == "–"
    assert "2001" not in emissions
    granted = dict(zip(years, column(chart, "Beviljat").cells, strict=True))
    asked = dict(zip(years, column(chart, "Sökt").cells, strict=True))
    assert (granted["2017"], asked["2016"]) == ("0", "–")


def test_the_total_of_a_stack_is_in_its_table_and_kinds_of_money_get_none() -> None:
    assert column(stack(), "Summa").cells == ("4\u00a0995", "4\u00a0995")
    assert not [each for each in rows(time_chart()).columns if each.head.startswith("Summa")]


def test_unknown_costs_are_said_in_words() -> None:
    assert column(ranges(), "Lägst").cells[1:] == ("0", "okänt")
    assert ">okänt<" in chart_svg(ranges(), NARROW)


def test_the_same_chart_is_always_drawn_the_same() -> None:
    assert responsive_svg(time_chart()) == responsive_svg(time_chart())


def test_panels_share_one_time_axis() -> None:
    chart = time_chart()
    assert isinstance(chart.panels[0], LinePanel)
    assert isinstance(chart.panels[1], BarPanel)
    layout = figure(chart)["layout"]
    assert [key for key in layout if key.startswith("xaxis")] == ["xaxis"]
    drawing = chart_svg(chart)
    ticks = re.findall(r'<text x="([\d.]+)"[^>]*text-anchor="middle">(2020)</text>', drawing)
    assert len(ticks) == 2
    assert len(set(ticks)) == 1


def test_a_readers_assumption_and_a_plans_effects_are_drawn_told_and_figured() -> None:
    chart = what_if()
    drawing = chart_svg(chart)
    assert 'class="assumed"' in drawing
    assert "ditt antagande" in drawing
    assert column(chart, "Ditt antagande").cells[-1] == "3\xa0888"
    assert column(chart, "Transporter").cells[-1] == "1\xa0111–1\xa0222"
    assert column(chart, "Energi").cells[-2:] == ("0", "9\xa0000")
    built = figure(chart)
    assert built["layout"]["barmode"] == "overlay"
    names = [trace["name"] for trace in built["data"]]
    assert names.count("Transporter") == 2, "a range has its sure part and the rest"
    assert {"Ditt antagande", "Energi"} <= set(names)


def test_effects_never_reach_below_zero_in_the_drawing() -> None:
    built = figure(what_if())["data"]
    energy = next(trace for trace in built if trace["name"] == "Energi")
    assert min(energy["base"]) == 0
    assert energy["y"][-1] * TONNES.divisor == pytest.approx(3555)
