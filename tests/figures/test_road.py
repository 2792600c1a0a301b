"""Each figure of what it would take (`vad-kravs`), in both languages, worked out again from the
files in seed_data/: the lead, the chart's table, the three ways, the goal and the fields."""

import re
from dataclasses import dataclass
from functools import cached_property
from math import ceil

import pytest
from flask.testing import FlaskClient

from tests.layouts.reading import as_swedish, number, plain, table
from tests.seed_figures import reported, sectors

NEWEST, LATEST, START = "smhi-co2e-2026", 2024, 2027
PATHS = {"sv": "/sv/kommun/{}/vad-kravs", "en": "/en/municipality/{}/what-would-it-take"}
CHART = {"sv": "Utsläpp i {}: uppmätt", "en": "Emissions in {}: measured"}
WAYS = {"sv": "Vägar från", "en": "Ways from"}
FIELDS = {"sv": "Utsläppen inom kommunens gränser", "en": "Emissions within the municipality"}
LEAD = {
    "sv": (
        r"minskar med ([\d,]+) % om året från (\d{4})\. Målet är (.+?) år (\d{4})\. "
        r"2015–2024 minskade utsläppen ([\d,]+) % om året\. I samma takt blir det (.+?) år \d{4}\. "
        r"Börjar det ett år senare, (\d{4}), krävs ([\d,]+) % om året i stället för ([\d,]+) %, "
        r"och till \d{4} släpps (.+?) mer ut"
    ),
    "en": (
        r"to fall by ([\d.]+)% a year from (\d{4})\. The goal is (.+?) in (\d{4})\. "
        r"In 2015–2024 emissions fell by ([\d.]+)% a year\. At the same pace it will be (.+?) in "
        r"\d{4}\. Beginning a year later, in (\d{4}), takes ([\d.]+)% a year instead of ([\d.]+)%, "
        r"and (.+?) more is emitted up to \d{4}"
    ),
}
PARTS = (
    ("transport", "machinery"),
    ("energy", "heating"),
    ("industry", "products"),
    ("waste",),
    ("agriculture",),
)
"""The sectors of each field, whatever the fields are called."""


@dataclass(frozen=True)
class Road:
    """A place's goal, a share of 1990's level in some year, and what follows from its tonnes.

    International transport is reported only from 2023: what compares years leaves it out.
    """

    slug: str
    name: str
    code: str
    share: float
    year: int

    def __str__(self) -> str:
        return self.slug

    @cached_property
    def known(self) -> dict[int, float]:
        tonnes = reported(NEWEST, without="international_transport")
        return {year: value for (code, year), value in tonnes.items() if code == self.code}

    @property
    def target(self) -> float:
        return self.share * self.known[1990]

    @property
    def kept(self) -> float:
        """What is left of a year's emissions at the pace of 2015–2024."""
        return float((self.known[LATEST] / self.known[2015]) ** (1 / (LATEST - 2015)))

    def pace(self, year: int) -> float:
        return self.known[LATEST] * self.kept ** (year - LATEST)

    def goal_path(self, year: int) -> float:
        base = self.known[1990]
        return base - (base - self.target) * (year - 1990) / (self.year - 1990)

    def rate(self, start: int) -> float:
        """Per cent a year from a year on that reach the goal, rounded up to tenths."""
        share: float = (self.target / self.pace(start - 1)) ** (1 / (self.year - start + 1))
        return ceil(1000 * (1 - share) - 1e-9) / 10

    def tried(self, year: int, start: int = START, rate: float | None = None) -> float:
        if year < start:
            return self.pace(year)
        left = 1 - (self.rate(start) if rate is None else rate) / 100
        return self.pace(start - 1) * left ** (year - start + 1)

    def exact_sum(self, start: int) -> float:
        """Tonnes from the latest year to the goal's, at the rate that just reaches the goal."""
        rate = 100 * (1 - (self.target / self.pace(start - 1)) ** (1 / (self.year - start + 1)))
        return sum(self.tried(year, start, rate) for year in range(LATEST + 1, self.year + 1))


ROADS = (
    Road("orebro", "Örebro", "1880", 0.15, 2045),
    Road("malmo", "Malmö", "1280", 0.3, 2030),
    Road("falun", "Falun", "2080", 0.15, 2045),
)
"""Held against the yardstick, a goal of its own, and the yardstick of one without a contract."""


def read(words: str, lang: str) -> float:
    """Tonnes as they are written: "127 tusen ton", "3.51 million tonnes"."""
    told = words if lang == "sv" else as_swedish(words).replace("million", "miljoner")
    return number(told) * (1e6 if "miljoner" in told else 1)


def close(value: float) -> object:
    """As written in three figures."""
    return pytest.approx(value, rel=0.0051)


@pytest.fixture(params=ROADS, ids=str)
def road(request: pytest.FixtureRequest) -> Road:
    result: Road = request.param
    return result


@pytest.fixture
def page(reader: FlaskClient, road: Road, lang: str) -> str:
    response = reader.get(PATHS[lang].format(road.slug))
    assert response.status_code == 200
    return str(response.text)


def test_the_lead_tells_the_rate_the_goal_the_pace_and_what_a_year_later_costs(
    page: str, road: Road, lang: str
) -> None:
    found = re.search(LEAD[lang], plain(page))
    assert found is not None
    rate, start, goal, year, done, then, later, later_rate, again, more = found.groups()
    assert (int(start), int(year), int(later)) == (START, road.year, START + 1)
    assert float(rate.replace(",", ".")) == float(again.replace(",", ".")) == road.rate(START)
    assert float(later_rate.replace(",", ".")) == road.rate(START + 1)
    assert read(goal, lang) == close(road.target)
    assert float(done.replace(",", ".")) == round(100 * (1 - road.kept), 1)
    assert read(then, lang) == close(road.pace(road.year))
    assert read(more, lang) == close(road.exact_sum(START + 1) - road.exact_sum(START))


def test_every_cell_of_the_charts_table(page: str, road: Road, lang: str) -> None:
    rows = table(page, CHART[lang].format(road.name))
    assert int(next(iter(rows[-1].values()))) == road.year
    assert [int(next(iter(row.values()))) for row in rows] == sorted(
        {year for year in road.known if year >= 2015} | set(range(LATEST + 1, road.year + 1))
    )
    for row in rows:
        year_, seen, pace, _, _, path, tried = row.values()
        year = int(year_)
        expected = (
            road.known.get(year),
            road.pace(year) if year > LATEST else None,
            road.goal_path(year),
            road.tried(year) if year >= LATEST else None,
        )
        for words, value in zip((seen, pace, path, tried), expected, strict=True):
            if value is None:
                assert words == "–", year
            else:
                assert read(words, lang) == round(value), year


def test_the_three_ways_have_their_level_sum_and_the_year_in_which_they_reach_the_goal(
    page: str, road: Road, lang: str
) -> None:
    rows = table(page, WAYS[lang])
    years = range(LATEST + 1, road.year + 1)
    ways = (
        (road.tried, road.rate(START)),
        (road.goal_path, None),
        (road.pace, round(100 * (1 - road.kept), 1)),
    )
    for row, (way, rate) in zip(rows, ways, strict=True):
        _, pace, level, total, reached = row.values()
        if rate is not None:
            swedish = pace if lang == "sv" else as_swedish(pace)
            assert abs(number(swedish)) == rate
        assert read(level, lang) == close(way(road.year))
        assert read(total, lang) == close(sum(way(year) for year in years))
        hit = [year for year in range(LATEST, 2101) if way(year) <= road.target * 1.000001]
        told = re.fullmatch(r"\d{4}", reached)
        assert bool(told) is bool(hit), reached
        assert told is None or int(told[0]) == hit[0]


def test_the_goals_section_tells_the_level_with_and_without_the_sector_that_begins(
    page: str, road: Road, lang: str
) -> None:
    words = plain(page.partition('id="goal"')[2])
    told = re.search(
        r"nyaste|senaste åren: ([\d ]+) ton år 2024\. Med dem är det ([\d ]+) ton"
        if lang == "sv"
        else r"newest years: ([\d,]+) tonnes in 2024\. With them it is ([\d,]+) tonnes",
        words,
    )
    assert told is not None
    whole = sum(
        tonnes
        for (code, year, _), tonnes in sectors(NEWEST).items()
        if (code, year) == (road.code, LATEST)
    )
    without, with_all = (int(re.sub(r"\D", "", one)) for one in told.groups())
    assert (without, with_all) == (round(road.known[LATEST]), round(whole))


def test_the_fields_of_the_area_are_the_sums_of_their_sectors_the_largest_first(
    page: str, road: Road, lang: str
) -> None:
    rows = table(page, FIELDS[lang])
    of = {
        sector: tonnes
        for (code, year, sector), tonnes in sectors(NEWEST).items()
        if (code, year) == (road.code, LATEST)
    }
    sums = sorted((sum(of.get(each, 0.0) for each in part) for part in PARTS), reverse=True)
    assert len(rows) == len(sums)
    for row, expected in zip(rows, sums, strict=True):
        _, tonnes, share = row.values()
        assert read(tonnes, lang) == close(expected)
        assert number(share) == round(100 * expected / road.known[LATEST])
