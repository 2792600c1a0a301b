"""What a chart says of one year is what its table and its description say."""

from dataclasses import replace

import pytest

from layouts.charts import labels
from layouts.charts.block import chart_block
from layouts.charts.description import BarPanel, Line, LinePanel, TimeChart
from layouts.charts.rows import rows
from layouts.charts.svg import WIDE, chart_svg
from layouts.charts.words import word
from layouts.charts.year import year_values, year_words
from layouts.html.to_html import to_html
from layouts.links.addresses import Address
from progress.emissions.series import Status
from tests.layouts.charts.made_up_charts import KRONOR, MARKS, TONNES, stack, time_chart, what_if

TWO_LINES = replace(
    time_chart(),
    panels=(LinePanel("Utsläpp", TONNES, (Line("Provköping", MARKS), Line("Åprov", MARKS))),),
)
CHARTS = (time_chart(), time_chart("en"), stack(), what_if(), TWO_LINES)


def every_value(chart: TimeChart, year: int) -> set[str]:
    """The values of a year with their units, worked out from the description alone."""
    result = set()
    for panel in chart.panels:
        if isinstance(panel, BarPanel):
            for bar in panel.bars:
                if bar.year == year:
                    known = [value for value in bar.values if value is not None]
                    sums = [sum(known)] if panel.stacked else []
                    result |= {labels.full(v, panel.measure, chart.lang) for v in known + sums}
        elif isinstance(panel, LinePanel):
            marks = [mark for line in panel.lines for mark in line.marks if mark.year == year]
            result |= {labels.full(mark.value, panel.measure, chart.lang) for mark in marks}
    return result


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: f"{chart.chart_id}-{chart.lang}")
def test_each_value_of_a_year_is_told_with_its_unit(chart: TimeChart) -> None:
    first, last = chart.years
    for year in range(first, last + 1):
        told = {
            each.value.partition(" (")[0] for each in year_values(rows(chart), year, chart.lang)
        }
        assert every_value(chart, year) <= told


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: f"{chart.chart_id}-{chart.lang}")
def test_the_status_of_a_mark_is_told_beside_it(chart: TimeChart) -> None:
    for panel in chart.panels:
        for line in panel.lines if isinstance(panel, LinePanel) else ():
            for mark in line.marks:
                told = {
                    (each.series.lower(), each.status)
                    for each in year_values(rows(chart), mark.year, chart.lang)
                }
                assert (line.label.lower(), word(str(mark.status), chart.lang)) in told


def test_the_status_of_a_bar_is_told_beside_each_of_its_parts() -> None:
    """One column of statuses follows those of all parts and of their sum."""
    chart = stack()
    (panel,) = chart.panels
    assert isinstance(panel, BarPanel)
    for year, status in ((2020, Status.FINAL), (2022, Status.PRELIMINARY)):
        told = year_values(rows(chart), year, chart.lang)
        assert len(told) == len(panel.parts) + 1
        assert {each.status for each in told} == {word(str(status), chart.lang)}


@pytest.mark.parametrize(("lang", "written"), [("sv", "2,5 mn kr"), ("en", "2.5 mn kr")])
def test_a_short_number_is_in_the_steps_of_its_unit(lang: str, written: str) -> None:
    assert labels.short(2_500_000.0, KRONOR, lang).replace("\u00a0", " ") == written


def test_a_year_without_values_says_so() -> None:
    chart = time_chart()
    assert year_words(rows(chart), 1899, "sv") == "1899: inget värde"


def test_the_year_of_the_address_is_marked_and_told_without_script() -> None:
    chart = time_chart()
    year = chart.years[0]
    address = Address("city", "sv", "provkoping").with_query(year=year)
    page = to_html(chart_block(chart, address))
    assert page.count('class="marked-year"') == 2
    assert year_words(rows(chart), year, "sv") in page.replace("&#x27;", "'")
    assert f'data-kept="{year}"' in page
    assert 'data-year="ar"' in page
    assert "marked-year" not in to_html(chart_block(chart, address.without_query()))


def test_a_year_outside_the_axis_is_not_drawn() -> None:
    chart = replace(time_chart(), marked_years=(1800,))
    assert "marked-year" not in chart_svg(chart, WIDE)


def test_a_chart_is_heard_once() -> None:
    """Heading and sentence say what it shows: the drawing is not read out beside them."""
    page = to_html(chart_block(time_chart(), Address("city", "sv", "provkoping")))
    assert page.count('aria-hidden="true"') == 2
    assert 'role="img"' not in page
