"""The overview counts cities honestly, orders them as asked, and finds every municipality."""

import re
from dataclasses import replace
from html import unescape

import pytest

from layouts.addresses import Address
from layouts.overview import CityRow, OverviewAnswers, page
from layouts.overview.order import shown as ordered
from layouts.overview.order import swedish
from layouts.overview.search import matches
from layouts.to_html import to_html
from progress.facts import Municipality
from progress.series import Point
from tests.layouts.city_facts import BUDGET, GROUP, HALF, HERE, POINTS, RELEASE, answers

AWAY = Municipality("0002", "Åprov", "aprov", "00", "Provlän", 2019)
PLAIN = Municipality("0003", "Örprov", "orprov", "00", "Provlän")


def row(place: Municipality, factor: float = 1.0, people: int | None = 20_000) -> CityRow:
    points = tuple(Point(point.year, point.value * factor) for point in POINTS)
    return CityRow(place, points, people, answers(HALF, GROUP, BUDGET).verdicts)


def facts(*cities: CityRow) -> OverviewAnswers:
    return OverviewAnswers(
        release=RELEASE,
        releases=(RELEASE,),
        cities=cities,
        municipalities=(HERE, AWAY, PLAIN),
        totals={city.municipality.code: city.points for city in cities},
        national_sum=POINTS,
        published_national=tuple(Point(p.year, p.value + 1_000.0) for p in POINTS),
    )


def told(answer: OverviewAnswers, **query: str) -> str:
    address = Address("overview", "sv").with_query(**query)
    markup = unescape(to_html(page(address, answer).body)).replace("\u00a0", " ")
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup))


def names(cities: tuple[CityRow, ...]) -> list[str]:
    return [city.municipality.name for city in cities]


def test_the_lead_adds_the_cities_and_counts_cities_not_goals() -> None:
    words = told(facts(row(HERE), row(AWAY, 2.0)))
    assert "219 tusen ton" in words
    assert "Av de 2 städer vars egna mål går att bedöma når" in words


def test_a_year_that_one_city_lacks_is_in_no_sum() -> None:
    short = replace(row(AWAY), points=row(AWAY).points[1:])
    assert (
        "1990"
        not in told(facts(row(HERE), short)).split("Hitta en kommun")[0].split("jämförelsemålet")[0]
    )


def test_what_the_publisher_could_not_assign_is_said() -> None:
    assert "Skillnaden, 1 000 ton" in told(facts(row(HERE)))


def test_the_country_is_named_in_the_unit_of_its_axis() -> None:
    words = told(facts(row(HERE), row(AWAY, 1_000.0)))
    assert "miljoner ton per år" in words
    assert re.search(r"De 2 städerna 20[0-9]{2}: [0-9]+(,[0-9])? miljoner ton", words)


def test_a_city_without_people_counted_has_no_figure_per_person() -> None:
    assert row(HERE, people=None).per_person is None
    assert "uppgift saknas" in told(facts(row(HERE, people=None)))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["Provköping", "Åprov"]),
        ({"order": "falling"}, ["Åprov", "Provköping"]),
        ({"sort": "emissions"}, ["Åprov", "Provköping"]),
        ({"sort": "emissions", "order": "rising"}, ["Provköping", "Åprov"]),
    ],
)
def test_the_address_orders_the_cities(query: dict[str, str], expected: list[str]) -> None:
    address = Address("overview", "sv").with_query(**query)
    assert names(ordered(address, (row(AWAY, 2.0), row(HERE)))) == expected


def test_cities_without_the_figure_come_last_in_either_order() -> None:
    unknown = replace(row(AWAY), points=())
    for order in ("rising", "falling"):
        address = Address("overview", "sv").with_query(sort="emissions", order=order)
        assert names(ordered(address, (unknown, row(HERE))))[-1] == "Åprov"


def test_the_filter_keeps_cities_with_such_a_goal() -> None:
    address = Address("overview", "sv").with_query(attainment="reached")
    assert ordered(address, (row(HERE),)) == ()
    address = Address("overview", "sv").with_query(attainment="not_assessable")
    assert names(ordered(address, (row(HERE),))) == ["Provköping"]


def test_swedish_letters_come_after_z() -> None:
    assert sorted(["Öre", "Åby", "Zeta", "Ärla"], key=swedish) == ["Zeta", "Åby", "Ärla", "Öre"]


@pytest.mark.parametrize("sought", ["provk", "PROVKÖPING", "provkoping", "0001"])
def test_search_finds_without_case_and_accents(sought: str) -> None:
    assert matches((HERE, AWAY, PLAIN), sought) == [HERE]


def test_a_search_without_answer_says_so_and_keeps_the_page() -> None:
    words = told(facts(row(HERE)), search="<b>xyz")
    assert "Ingen kommun stämmer med ”<b>xyz”" in unescape(
        to_html(page(Address("overview", "sv").with_query(search="<b>xyz"), facts(row(HERE))).body)
    )
    assert "Städerna med klimatkontrakt" in words
