"""The national figures and the biggest sources on the pages of the contract's systems, in both
languages, worked out again from seed_data/."""

from collections.abc import Mapping

import pytest
from flask.testing import FlaskClient

from tests.figures.pages import cells, numbers, part, rounded, shown, words
from tests.figures.test_city import by_sector
from tests.figures.test_money import plain_caption
from tests.seed_figures import inhabitants, lines

CITIES = {"1880": "orebro", "2081": "borlange"}
PLACES = {"sv": "/sv/kommun/{}/kontraktet?system=", "en": "/en/municipality/{}/contract?system="}
MODEL = {"sv": "uppfoljningsmodell", "en": "follow-up-model"}
CONSUMPTION = {"sv": "konsumtion", "en": "consumption"}
LATEST = 2024


def national(series: str) -> Mapping[int, float]:
    return {
        int(row["year"]): float(row["tonnes"])
        for row in lines("national_figures.csv")
        if row["series"] == series
    }


def rows_of(html: str, heading: str, lang: str) -> tuple[list[list[str]], str]:
    """The rows of a chart's table, and what is said of it."""
    section = part(html, heading)
    lead = words(section.partition("<figcaption>")[2].partition("</figcaption>")[0], lang)
    return cells(section, plain_caption(section), lang), lead


@pytest.mark.parametrize("code", CITIES)
def test_biogenic_emissions_stand_beside_fossil_ones(
    reader: FlaskClient, code: str, lang: str
) -> None:
    html = shown(reader, PLACES[lang].format(CITIES[code]) + MODEL[lang])
    if 'id="national-biogenic-heading"' not in html:
        assert code != "1880"
        return
    rows, lead = rows_of(html, "national-biogenic-heading", lang)
    fossil, biogenic = national("territorial_fossil"), national("biogenic")
    assert [int(row[0]) for row in rows] == sorted(fossil)
    for year, *told in rows:
        expected = [[rounded(of[int(year)])] for of in (fossil, biogenic)]
        assert [numbers(one) for one in told] == expected
    millions = [rounded(of[LATEST] / 1e6, 1) for of in (fossil, biogenic)]
    assert numbers(lead) == [LATEST, *millions]


@pytest.mark.parametrize("code", CITIES)
def test_consumption_abroad_is_divided_by_everyone_in_the_country(
    reader: FlaskClient, code: str, lang: str
) -> None:
    html = shown(reader, PLACES[lang].format(CITIES[code]) + CONSUMPTION[lang])
    rows, lead = rows_of(html, "consumption-abroad-heading", lang)
    people: dict[int, int] = {}
    for (_, year), persons in inhabitants().items():
        people[year] = people.get(year, 0) + persons
    each = {year: t / people[year] for year, t in national("consumption_abroad").items()}
    assert {int(year): numbers(told)[0] for year, told in rows} == {
        year: rounded(value, 1) for year, value in each.items()
    }
    assert numbers(lead) == [1990, rounded(each[1990], 1), LATEST, rounded(each[LATEST], 1)]


def test_the_biggest_sources_are_told_to_whole_thousands(reader: FlaskClient, lang: str) -> None:
    html = shown(reader, PLACES[lang].format(CITIES["1880"]) + MODEL[lang])
    rows, lead = rows_of(html, "biggest-sources-heading", lang)
    known = sorted(by_sector("1880")[LATEST].values(), reverse=True)
    thousands = [[pytest.approx(value, abs=500.1)] * 2 for value in known]
    assert [[numbers(one)[0] for one in row[1:3]] for row in rows] == thousands
    share, total = 100 * known[0] / sum(known), sum(known)
    read = [one for one in numbers(lead) if one != LATEST]
    assert read == [rounded(share), pytest.approx(total, abs=500.1)]
