"""A chart on a page: heading, sentence, drawing, table and a way to explore."""

from layouts.addresses import Address
from layouts.charts.block import chart_block
from layouts.to_html import to_html
from tests.layouts.charts.made_up_charts import time_chart


def test_a_chart_has_its_sentence_and_its_table_on_the_page() -> None:
    page = to_html(chart_block(time_chart()))
    assert "<figcaption>Så gick det.</figcaption>" in page
    assert '<th scope="col">År</th>' in page
    assert '<th scope="row">1990</th>' in page
    assert 'role="region"' in page
    assert "<caption>Prov &amp; &lt;test&gt;</caption>" in page


def test_exploring_is_a_link_to_the_same_page() -> None:
    page = to_html(chart_block(time_chart(), Address("city", "sv", slug="provkoping")))
    assert 'href="/sv/kommun/provkoping?utforska=prov"' in page
    assert "utforska" not in to_html(chart_block(time_chart()))
