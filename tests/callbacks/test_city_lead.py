"""A city's chart opens on the figures that its lead, badge and pair speak of."""

import re

import pytest
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


def test_what_earlier_statistics_pointed_to_and_what_came_is_told(reader: FlaskClient) -> None:
    page = reader.get("/sv/kommun/orebro").text.replace("\u00a0", " ")
    assert (
        "SMHI:s statistik från 2025: takten dittills pekade mot 335 tusen ton 2024, "
        "det blev 416 tusen ton (+24 %)." in page
    )


def test_a_sector_carried_over_from_the_year_before_is_told(reader: FlaskClient) -> None:
    page = reader.get("/sv/kommun/orebro").text.replace("\u00a0", " ")
    sectors = page[page.index('id="sectors"') :]
    assert "har 2024 samma siffror som året före i 289 av 290 kommuner" in sectors


def test_the_sources_name_what_the_page_used(reader: FlaskClient) -> None:
    page = reader.get("/sv/kommun/orebro").text
    sources = page[page.index('id="sources"') :]
    for label in ("smhi-co2e-2026", "events-2026", "city-goals-2024", "grants-collected"):
        assert label in sources, label


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/sv/kommun/borlange", "2 bidrag utan känd summa, varav 1 är beviljat."),
        ("/sv/kommun/borlange/pengar", "Till kommunen är dessutom 1 bidrag beviljat, okänd summa."),
        ("/sv/kommun/borlange/mote?vy=7", "dessutom 1 bidrag beviljat, okänd summa."),
        ("/en/municipality/borlange/meeting?view=7", "1 grant to the municipality is granted, sum"),
    ],
)
def test_what_is_granted_with_an_unknown_sum_is_said_to_be_granted(
    reader: FlaskClient, path: str, words: str
) -> None:
    """Call 8 of 2021: "projekten beviljades" (RULES §7.8)."""
    assert words in reader.get(path).text.replace("\u00a0", " ")


def test_a_path_is_named_by_its_goal_also_where_that_is_reached(reader: FlaskClient) -> None:
    """Nothing is needed any more in Nacka, and its path is that of a goal all the same."""
    page = reader.get("/sv/kommun/nacka").text.replace("\u00a0", " ")
    assert "Målbana: 63 % lägre utsläpp per person 2030 än 1990" in page
    assert "Målbana: (" not in page


@pytest.mark.parametrize("path", ["/sv/metod", "/en/method"])
def test_the_method_tells_the_miss_that_the_citys_page_tells(
    reader: FlaskClient, path: str
) -> None:
    told = re.search(
        r"pekade mot (\d+) tusen ton 2024, det blev (\d+) tusen ton",
        reader.get("/sv/kommun/orebro").text.replace("\u00a0", " "),
    )
    assert told is not None
    page = reader.get(path).text.replace("\u00a0", " ")
    assert re.search(rf"(mot|to) {told[1]} (tusen ton|thousand tonnes)", page)
    assert re.search(rf"(blev|was) {told[2]} (tusen ton|thousand tonnes)", page)
