"""A chart on a page: heading, sentence, drawing, table and the way to the board."""

from layouts.charts.block import chart_block
from layouts.html.to_html import to_html
from layouts.links.addresses import Address
from tests.layouts.charts.made_up_charts import time_chart


def test_a_chart_has_its_sentence_and_its_table_on_the_page() -> None:
    page = to_html(chart_block(time_chart()))
    assert "<figcaption>Så gick det.</figcaption>" in page
    assert '<th scope="col">År</th>' in page
    assert '<th scope="row">1990</th>' in page
    assert 'role="region"' in page
    assert "<caption>Prov &amp; &lt;test&gt;</caption>" in page


def test_a_chart_of_a_municipality_leads_to_its_board() -> None:
    city = Address("city", "sv", slug="provkoping").with_query(year="2021")
    assert 'href="/sv/kommun/provkoping/utforska?ar=2021"' in to_html(
        chart_block(time_chart(), city)
    )
    for other in (Address("portfolio", "sv"), None):
        assert "utforska" not in to_html(chart_block(time_chart(), other))
