"""Each figure of the map, in both languages, worked out again from the files in seed_data/."""

import re
from collections.abc import Mapping
from html import unescape
from statistics import median

import pytest
from flask.testing import FlaskClient

from tests.layouts.reading import as_swedish, number, plain, table
from tests.seed_figures import municipalities, per_person, reported

NEWEST, FIRST, LATEST, TARGET = "smhi-co2e-2026", 1990, 2024, 2045
PATHS = {
    "sv": ("/sv/karta", "nyckeltal", ("sedan-forsta-aret", "de-senaste-aren", "takt"), "ar"),
    "en": ("/en/map", "indicator", ("since-first-year", "recent-years", "pace"), "year"),
}
NUMBER = r"[+−]?\d+(?:[.,]\d+)?"
INDICATORS = ("per_person", "since_first", "recent", "pace")


def expected(indicator: str, year: int = LATEST) -> Mapping[str, float]:
    """Municipality's name → its value as the map counts it, unrounded.

    International transport is reported only from 2023: what compares years leaves it out.
    """
    names = municipalities()
    if indicator == "per_person":
        return {names[code]: value for code, value in per_person(NEWEST, year).items()}
    tonnes = reported(NEWEST, without="international_transport")

    def change(code: str, since: int) -> float:
        return 100 * (tonnes[code, LATEST] / tonnes[code, since] - 1)

    def pace(code: str) -> float:
        """Points a year between what 85 % less in 2045 than in 1990 needs and what was done."""
        now, target = tonnes[code, LATEST], 0.15 * tonnes[code, FIRST]
        left: float = (target / now) ** (1 / (TARGET - LATEST))
        kept: float = (now / tonnes[code, 2015]) ** (1 / (LATEST - 2015))
        return 100 * (kept - left)

    reckon = {
        "since_first": lambda code: change(code, FIRST),
        "recent": lambda code: change(code, 2020),  # of the years there are nearest five back
        "pace": pace,
    }[indicator]
    return {name: reckon(code) for code, name in names.items()}


def shown(reader: FlaskClient, lang: str, indicator: str) -> str:
    path, query, words, _ = PATHS[lang]
    chosen = dict(zip(INDICATORS[1:], words, strict=True)).get(indicator)
    response = reader.get(f"{path}?{query}={chosen}" if chosen else path)
    assert response.status_code == 200
    return str(response.text)


def swedish(words: str, lang: str) -> str:
    return (words if lang == "sv" else as_swedish(words)).replace("+", "")


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("indicator", INDICATORS)
def test_every_row_class_and_span_of_the_map(
    reader: FlaskClient, lang: str, indicator: str
) -> None:
    html, values = shown(reader, lang, indicator), expected(indicator)
    decimals = 1 if indicator in ("per_person", "pace") else 0
    heading = re.search(r"<caption[^>]*>(.*?)</caption>", html, re.S)
    assert heading is not None
    rows = table(html, plain(heading[1]))
    assert len(rows) == len(values) == 290
    place, told, in_class, _ = rows[0]
    read = {row[place]: number(swedish(row[told], lang)) for row in rows}
    half = 0.5 * 10**-decimals + 1e-9
    assert read == {name: pytest.approx(value, abs=half) for name, value in values.items()}

    legend = html.partition('class="map-legend"')[2].partition("</ul>")[0]
    spans = [unescape(each) for each in re.findall(r"<span>([^<]+)</span>", legend)]
    assert len(spans) == 5
    ends = []
    for rank, words in enumerate(spans, 1):
        members = [values[row[place]] for row in rows if row[in_class] == str(rank)]
        _, _, told_of = plain(words).partition(": ")
        low, high, count = (number(swedish(one, lang)) for one in re.findall(NUMBER, told_of))
        assert count == len(members)
        assert low == pytest.approx(min(members), abs=half)
        assert high == pytest.approx(max(members), abs=half)
        assert count == pytest.approx(290 / 5, abs=15), "about a fifth"
        ends.append((low, high))
    assert ends == sorted(ends)


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("indicator", INDICATORS)
def test_the_lead_of_the_map_tells_the_middle_and_both_ends(
    reader: FlaskClient, lang: str, indicator: str
) -> None:
    html, values = shown(reader, lang, indicator), expected(indicator)
    lead = plain(html.partition('class="lead">')[2].partition("</p>")[0])
    told = swedish(lead, lang)
    lowest, highest = min(values, key=values.__getitem__), max(values, key=values.__getitem__)
    assert lead.index(lowest) < lead.index(highest)
    half = 0.5 if indicator in ("since_first", "recent") else 0.05
    for name in (lowest, highest):
        after = told.partition(name)[2]
        assert number(after) == pytest.approx(values[name], abs=half + 1e-9), name
    middle = median(values.values())
    known = [number(one) for one in re.findall(NUMBER, told.partition(lowest)[0])]
    years = (FIRST, 2020, LATEST, TARGET)
    assert [one for one in known if one not in years] == [pytest.approx(middle, abs=half + 1e-9)]


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("year", [1990, 2015, 2023])
def test_an_earlier_year_has_its_own_people_and_tonnes(
    reader: FlaskClient, lang: str, year: int
) -> None:
    path, _, _, name = PATHS[lang]
    html = reader.get(f"{path}?{name}={year}").text
    caption = f"Ton per person {year}" if lang == "sv" else f"Tonnes per person {year}"
    rows = table(html, caption)
    place, told, *_ = rows[0]
    read = {row[place]: number(swedish(row[told], lang)) for row in rows if row[told][0].isdigit()}
    values = expected("per_person", year)
    assert read == {name: pytest.approx(value, abs=0.05001) for name, value in values.items()}
