"""Each figure of a comparison, in both languages, worked out again from seed_data/: what compares
two years leaves out the sector that begins between them (RULES §1.6)."""

import re
from collections.abc import Mapping
from statistics import quantiles

import pytest
from flask.testing import FlaskClient

from tests.figures.pages import cells, in_swedish, numbers, part, rounded, shown, words
from tests.figures.rates import NEWEST, YARDSTICK, attained, goals, levels, rate, target
from tests.seed_figures import contract_cities, inhabitants, lines, municipalities, totals

BASE, LATEST = 2015, 2024
CHOSEN = {"co2e": ("2081", "1880", "2480", "0191"), "co2": ("1880", "2401")}
NEWEST_YEAR = {"co2e": 2024, "co2": 2023}
ATTAINED = {"no": ("nås inte", "will not be met"), "yes": ("nås", "will be met")}


@pytest.fixture(params=CHOSEN)
def gas(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(reader: FlaskClient, gas: str, lang: str) -> str:
    path, name = {"sv": ("/sv/jamfor", "kommun"), "en": ("/en/compare", "municipality")}[lang]
    chosen = "&".join(f"{name}={code}" for code in CHOSEN[gas])
    return shown(reader, f"{path}?{chosen}" + (f"&gas={gas}" if gas == "co2" else ""))


def tonnes(gas: str, code: str) -> Mapping[int, float]:
    return {year: each for (of, year), each in totals(NEWEST[gas]).items() if of == code}


def compared(gas: str, code: str) -> Mapping[int, float]:
    return levels(code, {**YARDSTICK, "gas": gas})


def person(known: Mapping[int, float], code: str, year: int) -> float:
    return known[year] / inhabitants()[code, year]


def since_base(gas: str, codes: tuple[str, ...]) -> float:
    now, before = (
        sum(compared(gas, code)[year] for code in codes) for year in (NEWEST_YEAR[gas], BASE)
    )
    return now / before - 1


@pytest.mark.parametrize("heading", ["compare-chart-heading", "years"])
def test_tonnes_per_person_of_each_year(page: str, gas: str, lang: str, heading: str) -> None:
    section = part(page, heading)
    caption = re.search(r"<caption[^>]*>([^<]*)", section)
    assert caption is not None
    rows = cells(section, caption[1].strip(), lang)
    assert [int(row[0]) for row in rows] == sorted(tonnes(gas, "1880"))
    for year, *told in rows:
        expected = [person(tonnes(gas, code), code, int(year)) for code in CHOSEN[gas]]
        read = [numbers(cell)[0] for cell in told[: len(CHOSEN[gas])]]
        assert read == [rounded(each, 2) for each in expected], year


def test_each_chart_tells_the_newest_value_and_its_change(page: str, gas: str, lang: str) -> None:
    year = NEWEST_YEAR[gas]
    for code in CHOSEN[gas]:
        markup = part(page, f"compare-{code}-heading")
        told = words(markup.partition("<figcaption>")[2].partition("</figcaption>")[0], lang)
        now, base = (person(compared(gas, code), code, at) for at in (year, BASE))
        change = 100 * (now / base - 1)
        value = rounded(person(tonnes(gas, code), code, year), 1)
        assert numbers(told) == [value, year, rounded(abs(change)), BASE], code
        assert (re.search(r"mindre|less", told) is not None) is (change < 0), code


def place(code: str, known: Mapping[str, float]) -> list[float]:
    return [1 + sum(each < known[code] for each in known.values()), len(known)]


def test_the_standing_of_each_and_of_those_to_compare_with(page: str, gas: str, lang: str) -> None:
    year, section = NEWEST_YEAR[gas], part(page, "standing")
    per_person = {code: person(tonnes(gas, code), code, year) for code in municipalities()}
    change = {code: 100 * since_base(gas, (code,)) for code in municipalities()}
    cities = {code: per_person[code] for code in contract_cities()}
    rows = cells(
        section, ("Kommunernas utsläpp", "The municipalities’ emissions")[lang == "en"], lang
    )
    for code, (_, people, whole, level, among_all, among_cities, changed, changed_among) in zip(
        CHOSEN[gas], rows, strict=True
    ):
        assert numbers(people) == [inhabitants()[code, year]]
        assert numbers(whole) == [rounded(tonnes(gas, code)[year])]
        assert numbers(level) == [rounded(per_person[code], 2)]
        assert numbers(among_all) == place(code, per_person)
        assert numbers(among_cities) == (place(code, cities) if code in cities else [])
        assert numbers(changed) == [rounded(change[code], 1)], code
        assert numbers(changed_among) == place(code, change), code
    lead = words(section.partition("<p>")[2].partition("</p>")[0], lang)
    read = [one for one in numbers(lead) if one not in (BASE, year)]
    assert read == [rounded(change[code]) for code in CHOSEN[gas]]

    counties = dict.fromkeys(
        row["county_code"]
        for code in CHOSEN[gas]
        for row in lines("municipalities.csv")
        if row["municipality_code"] == code
    )
    against = cells(section, ("Att jämföra med", "To compare with")[lang == "en"], lang)
    for county, (_, level, changed) in zip(counties, against, strict=False):
        members = tuple(code for code in municipalities() if code.startswith(county))
        residents = sum(inhabitants()[code, year] for code in members)
        whole_county = sum(tonnes(gas, code)[year] for code in members)
        assert numbers(level) == [rounded(whole_county / residents, 2)], county
        assert numbers(changed) == [rounded(100 * since_base(gas, members), 1)], county
    for (_, level, changed), group in zip(
        against[len(counties) :], (contract_cities(), municipalities()), strict=True
    ):
        for told, known, decimals in ((level, per_person, 2), (changed, change, 1)):
            low, middle, high = quantiles([known[code] for code in group], method="inclusive")
            assert numbers(told) == [rounded(each, decimals) for each in (middle, low, high)]


def test_the_yardstick_ranks_by_the_distance_to_the_same_path(
    page: str, gas: str, lang: str
) -> None:
    if gas == "co2":
        assert "<table" not in part(page, "yardstick")
        return
    known = {code: levels(code) for code in CHOSEN[gas]}
    paths = {
        code: of[1990] - (of[1990] - target(YARDSTICK, of)) * (LATEST - 1990) / (2045 - 1990)
        for code, of in known.items()
    }
    gaps = {code: known[code][LATEST] / paths[code] - 1 for code in known}
    caption = ("Jämförelsemålet", "The yardstick")[lang == "en"]
    rows = cells(part(page, "yardstick"), caption, lang)
    for code, (_, verdict, _, now, path, gap, _, rank) in zip(CHOSEN[gas], rows, strict=True):
        pace = rate(known[code], 2015, LATEST)
        answer = attained(known[code][LATEST], target(YARDSTICK, known[code]), pace, 21)
        assert verdict.lower() == ATTAINED[answer][lang == "en"]
        assert numbers(now) == [rounded(known[code][LATEST])]
        assert numbers(path) == [rounded(paths[code])]
        assert numbers(gap) == [rounded(100 * gaps[code])]
        assert numbers(rank) == place(code, gaps)


def test_the_card_of_main_goals_tells_years_as_the_goals_have_them(
    page: str, gas: str, lang: str
) -> None:
    """Umeå's main goal has a base year and what is left; Borlänge's has neither."""
    if gas == "co2":
        return
    caption = ("Villkoren för", "The terms of")[lang == "en"]
    rows = cells(part(page, "goals"), caption, lang)
    borlange, umea = goals()["2081-G01"], goals()["2480-G05"]
    by_name = [[numbers(in_swedish(cell, lang)) for cell in row[1:5]] for row in rows]
    assert [int(umea["base_year"])] in [row[2] for row in by_name]
    years = [[int(borlange["target_year"])], [], [int(umea["target_year"])], []]
    assert years in by_name
    left = 100 - int(umea["reduction_percent"])
    assert [left] in [row[2] for row in by_name]
    assert [[LATEST], [], [LATEST], []] in by_name
