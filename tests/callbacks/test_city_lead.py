"""A city's chart opens on the figures that its lead, badge and pair speak of."""

import re

from flask.testing import FlaskClient

ADDRESS = "/sv/kommun/ostersund"
OF_CHART = re.compile(r'<figure aria-labelledby="emissions-chart-heading".*?</figure>', re.S)


def chart(reader: FlaskClient, query: str = "") -> str:
    found = OF_CHART.search(reader.get(ADDRESS + query).text)
    assert found is not None
    return found[0]


def test_a_goal_on_carbon_dioxide_opens_the_chart_on_it(reader: FlaskClient) -> None:
    drawn = chart(reader)
    assert "/utgava/smhi-co2-2025" in drawn
    assert 'class="needed"' in drawn
    assert "/utgava/smhi-co2-2025" not in chart(reader, "?utgava=smhi-co2e-2026")


def test_the_newest_change_is_told_all_the_same(reader: FlaskClient) -> None:
    page = reader.get(ADDRESS).text.replace("\u00a0", " ")
    lead = re.search(r'<p class="lead[^"]*">(.*?)</p>', page)
    assert lead is not None
    assert "2024 ökade växthusgaserna 18 %" in lead[1]
    assert "2024 ökade växthusgaserna 18 %; utan" in chart(reader).replace("\u00a0", " ")
