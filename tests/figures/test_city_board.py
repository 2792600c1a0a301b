"""What a city's board draws, read out of its tables in both languages and worked out again from
seed_data/."""

import re
from collections import Counter, defaultdict

import pytest
from flask.testing import FlaskClient

from tests.callbacks.test_money_files import seed_kronor
from tests.figures.pages import PLACE, cells, in_swedish, numbers, part, rounded, shown
from tests.figures.rates import FIRST, NEWEST, YARDSTICK, bands, goals, levels, rate, target
from tests.figures.test_city import by_sector
from tests.figures.test_money import grants
from tests.layouts.reading import table
from tests.seed_figures import lines, totals

CITIES = {"1880": "orebro", "2081": "borlange", "1280": "malmo", "0191": "sigtuna"}
LEADS = {"2081": goals()["2081-G01"], "1280": goals()["1280-G01"]}
BOARD = {"sv": "/utforska", "en": "/explore"}
CAPTIONS = {
    "sv": ("Utsläpp av växthusgaser", "Sektorer", "Pengar till kommunen", "Mål och löften"),
    "en": ("Emissions of greenhouse", "Sectors", "Money to the municipality", "Goals and promises"),
}
LATEST, FROM = 2024, 2005


@pytest.fixture(params=CITIES, ids=list(CITIES.values()))
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def tables(reader: FlaskClient, code: str, lang: str) -> str:
    return part(shown(reader, PLACE[lang].format(CITIES[code]) + BOARD[lang]), "tables")


def test_emissions_and_what_is_ahead(tables: str, code: str, lang: str) -> None:
    known, whole = levels(code), totals(NEWEST["co2e"])
    goal = LEADS.get(code, YARDSTICK)
    left, until = target(goal, known), int(goal["target_year"])
    kept = 1 - rate(known, FIRST, LATEST)
    seen = ahead = 0
    for row in cells(tables, CAPTIONS[lang][0], lang):
        year = int(row[0])
        if year <= LATEST:
            if numbers(row[1]):
                assert numbers(row[1]) == [rounded(whole[code, year])]
                seen += 1
            continue
        passed = year - LATEST
        middle = known[LATEST] * kept**passed
        assert numbers(row[2]) == [rounded(middle)]
        if passed <= len(bands("co2e")):
            half = bands("co2e")[passed - 1]
            low, high = (middle * (1 - half), middle * (1 + half))
            read = numbers(row[3].replace("–", " – "))
            assert [abs(one) for one in read] == [rounded(low), rounded(high)]
        needed = known[LATEST] * (left / known[LATEST]) ** (passed / (until - LATEST))
        assert numbers(row[4]) == [rounded(needed)]
        ahead += 1
    assert (seen, ahead) == (sum(of == code and year >= FROM for of, year in whole), until - LATEST)


def test_every_sector_of_every_year(tables: str, code: str, lang: str) -> None:
    known = by_sector(code)
    rows = cells(tables, CAPTIONS[lang][1], lang)
    assert [int(row[0]) for row in rows] == sorted(year for year in known if year >= FROM)
    order: list[str] | None = None
    for year, *values, total in rows:
        of = known[int(year)]
        assert sorted(numbers(one)[0] for one in values) == [
            rounded(one) for one in sorted(of.values())
        ]
        assert numbers(total) == [rounded(sum(of.values()))]
        if int(year) == LATEST:
            order = [min(of, key=lambda each: abs(of[each] - numbers(one)[0])) for one in values]
    assert order is not None
    assert len(set(order)) == len(order)
    for year, *values, _ in rows:
        of = known[int(year)]
        assert [numbers(one)[0] for one in values] == [rounded(of[each]) for each in order]


def test_money_by_funder_and_year(tables: str, code: str, lang: str) -> None:
    own, *_ = grants(code)
    expected: dict[int, Counter[str]] = defaultdict(Counter)
    for row in own:
        sek, year = seed_kronor(row), row["decision_year"] or row["start"][:4]
        if sek is not None and year and int(year) >= FROM:
            expected[int(year)][row["funder"]] += round(sek)
    if not expected:
        return
    read: dict[int, list[float]] = {}
    for drawn in table(tables, CAPTIONS[lang][2]):
        at, *values = (in_swedish(cell, lang) for cell in drawn.values())
        told = [
            numbers(cell)[0]
            for head, cell in zip(list(drawn)[1:], values, strict=True)
            if numbers(cell) and re.search(r"beviljat|granted", head)
        ]
        if told:
            read[int(at)] = sorted(told)
    assert read.keys() == expected.keys()
    for year_, told in read.items():
        assert told == [pytest.approx(one, abs=2) for one in sorted(expected[year_].values())]


def test_goals_and_promises_stand_in_their_years(tables: str, code: str, lang: str) -> None:
    if CAPTIONS[lang][3] not in tables:
        return
    rows = cells(tables, CAPTIONS[lang][3], lang)
    due: dict[int, Counter[str]] = defaultdict(Counter)
    for row in lines("commitments.csv"):
        if re.match(r"\d{4}", row["due"]) and row["municipality_code"] in (code, ""):
            due[int(row["due"][:4])][row["party_kind"]] += 1
    in_force = Counter(
        int(row["target_year"])
        for row in lines("goals.csv")
        if row["municipality_code"] == code
        and row["status"] in ("adopted", "interim", "long_term")
        and row["target_year"]
    )
    for at, *counts in rows:
        year, told = int(at), [numbers(cell)[0] for cell in counts if numbers(cell)]
        parts = [*due[year].values(), *([in_force[year]] if in_force[year] else [])]
        if code in ("1880", "2081"):
            assert told[-1] == sum(parts), year
        else:
            assert told[-1] in (in_force[year], sum(parts)), year
    assert rows
