"""A page's charts are those that its body offers, and no list beside it."""

from layouts import html
from layouts.charts.block import chart_block
from layouts.charts.gathered import charts_of
from layouts.frame.page import Page
from layouts.html.to_html import to_html
from layouts.links.addresses import Address
from layouts.links.sharing import chart_sharing
from tests.layouts.charts.made_up_charts import stack, time_chart

ADDRESS = Address("portfolio", "sv")


def test_a_chart_that_is_shown_with_its_files_is_the_pages() -> None:
    chart, other = time_chart(), stack()
    body = html.Div(
        [html.Section(chart_block(chart, ADDRESS)), html.Div([chart_sharing(other, ADDRESS)])]
    )
    page = Page("Prov", "Prov", "sv", ADDRESS, body)
    assert dict(page.charts) == {chart.chart_id: chart, other.chart_id: other}


def test_a_chart_without_files_is_not() -> None:
    assert charts_of(chart_block(time_chart())) == {}


def test_the_element_that_offers_a_chart_is_written_like_any_other() -> None:
    assert to_html(chart_sharing(time_chart(), ADDRESS)).startswith('<details class="share">')
