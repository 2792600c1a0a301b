"""Each figure of the pages on restatements, in both languages, worked out again from seed_data/."""

import re
from collections.abc import Mapping
from statistics import median

import pytest
from flask.testing import FlaskClient

from tests.figures.pages import cells, numbers, part, rounded, shown, words
from tests.figures.rates import (
    BEFORE,
    BEGINS,
    NEWEST,
    YARDSTICK,
    Levels,
    attained,
    levels,
    rate,
    target,
)
from tests.seed_figures import municipalities, sectors, totals

OLD, NEW = BEFORE["co2e"], NEWEST["co2e"]
CITIES = {"1880": "orebro", "2081": "borlange", "0191": "sigtuna"}
PATHS = {
    "sv": ("/sv/revideringar", "/sv/kommun/{}/revideringar"),
    "en": ("/en/restatements", "/en/municipality/{}/restatements"),
}
VERDICT = {
    "sv": {"no": "nås inte", "yes": "nås", "close": "nära"},
    "en": {"no": "will not be met", "yes": "will be met", "close": "close"},
}
DIRECTION = {
    "sv": ("minskar", "ökar", "små ändringar"),
    "en": ("falling", "rising", "small changes"),
}


def of(release: str, code: str | None) -> Mapping[int, float]:
    """Year → tonnes of a municipality, or of all of them."""
    result: dict[int, float] = {}
    for (each, year), tonnes in totals(release).items():
        if code in (None, each):
            result[year] = result.get(year, 0.0) + tonnes
    return result


@pytest.fixture(params=[None, *CITIES], ids=["country", *CITIES.values()])
def code(request: pytest.FixtureRequest) -> str | None:
    result: str | None = request.param
    return result


@pytest.fixture
def page(reader: FlaskClient, code: str | None, lang: str) -> str:
    country, city = PATHS[lang]
    return shown(reader, country if code is None else city.format(CITIES[code]))


def test_each_year_in_both_releases(page: str, code: str | None, lang: str) -> None:
    old, new = of(OLD, code), of(NEW, code)
    shared = sorted(old.keys() & new.keys())
    section = part(page, "years")
    captions = re.findall(r"<caption[^>]*>([^<]*)", section)
    assert len(captions) == 2
    for caption in captions:
        rows = cells(section, caption.strip(), lang)
        assert [int(row[0]) for row in rows] == shared
        for year_, before, now, step, *more in rows:
            year = int(year_)
            assert numbers(before) == [rounded(old[year])]
            assert numbers(now) == [rounded(new[year])]
            assert numbers(step) == [rounded(new[year] - old[year])]
            if more:
                assert numbers(more[0]) == [rounded(100 * (new[year] / old[year] - 1), 1)]
            if more[1:] and code is not None:
                moves = sector_moves(code, year)
                largest = max(moves, key=abs)
                assert numbers(more[1]) == [rounded(largest)], year
    told = words(section, lang)
    added, gone = sorted(new.keys() - old.keys()), sorted(old.keys() - new.keys())
    assert re.search(rf"2026(?: statistics)?: {added[0]}\.", told), told
    assert re.search(rf"(?:saknar|lack): {gone[0]}–{gone[-1]}\.", told)
    assert len(added) == 1


def sector_moves(code: str, year: int) -> list[float]:
    """What each sector of a year was restated by; one that only one release has counts whole."""
    both = [
        {sector: t for (c, y, sector), t in sectors(release).items() if (c, y) == (code, year)}
        for release in (OLD, NEW)
    ]
    return [
        both[1].get(each, 0.0) - both[0].get(each, 0.0) for each in both[0].keys() | both[1].keys()
    ]


def test_the_lead_tells_how_many_values_and_how_much(
    page: str, code: str | None, lang: str
) -> None:
    lead = words(page.partition('class="lead">')[2].partition("</p>")[0], lang)
    pairs = [
        (totals(OLD)[key], tonnes)
        for key, tonnes in totals(NEW).items()
        if key in totals(OLD) and code in (None, key[0])
    ]
    changed = sum(abs(now - before) >= 0.5 for before, now in pairs)
    shares = [100 * abs(now / before - 1) for before, now in pairs]
    read = numbers(lead)
    assert read[0] == 2026
    if code is None:
        assert read[1:] == [changed, len(pairs), rounded(median(shares), 1)]
        return
    old, new = of(OLD, code), of(NEW, code)
    year = max(old.keys() & new.keys(), key=lambda each: abs(new[each] - old[each]))
    assert read[1:4] == [changed, len(pairs), year]
    scale = 1e6 if re.search("mil", lead) else 1e3
    assert read[4] == pytest.approx(old[year] / scale, rel=0.006)
    assert read[5] == pytest.approx(new[year] / scale, rel=0.006)
    assert read[6] == rounded(100 * abs(new[year] / old[year] - 1))


def test_a_break_tells_the_tonnes_of_the_sector_that_begins(
    page: str, code: str | None, lang: str
) -> None:
    section = words(part(page, "breaks"), lang)
    assert "2023" in section
    if code is not None:
        begun = sectors(NEW)[code, 2023, BEGINS]
        told = re.search(r"(?:sektorn|sector is) ([\d ,]+?)( tusen)? (?:ton|tonnes)", section)
        assert told is not None, section
        value = numbers(told[1])[0] * (1000 if told[2] else 1)
        assert value == pytest.approx(begun, rel=0.006, abs=0.51)


def test_the_places_are_ordered_by_the_largest_change(
    page: str, code: str | None, lang: str
) -> None:
    if code is not None:
        return
    names = {name: each for each, name in municipalities().items()}
    section = part(page, "ranking")
    caption = re.search(r"<caption[^>]*>([^<]*)", section)
    assert caption is not None
    rows = cells(section, caption[1].strip(), lang)
    largest: dict[str, tuple[float, int]] = {}
    for (each, year), tonnes in totals(NEW).items():
        if (each, year) in totals(OLD):
            step = tonnes - totals(OLD)[each, year]
            largest[each] = max(largest.get(each, (0.0, 0)), (step, year), key=lambda x: abs(x[0]))
    expected = sorted(largest, key=lambda each: -abs(largest[each][0]))[: len(rows)]
    assert [names[row[0]] for row in rows] == expected
    for name, year_, before, now, moved, share, usual in rows:
        each = names[name]
        change, year = largest[each]
        old, new = totals(OLD)[each, year], totals(NEW)[each, year]
        assert int(year_) == year
        assert (numbers(before), numbers(now)) == ([rounded(old)], [rounded(new)])
        assert (numbers(moved), numbers(share)) == (
            [rounded(change)],
            [rounded(100 * (new / old - 1), 1)],
        )
        shares = [
            100 * abs(value / totals(OLD)[key] - 1)
            for key, value in totals(NEW).items()
            if key[0] == each and key in totals(OLD)
        ]
        assert numbers(usual) == [rounded(median(shares), 1)]


def reading(known: Levels, lang: str) -> tuple[str, str]:
    """The yardstick's verdict and the direction."""
    latest = max(known)
    recent = {year: value for year, value in known.items() if year >= 2015}
    pace, left = rate(recent, 2015, latest), target(YARDSTICK, known)
    answer = attained(known[latest], left, pace, 2045 - latest)
    way = 0 if pace > 0.01 else 1 if pace < -0.01 else 2
    return VERDICT[lang][answer], DIRECTION[lang][way]


def test_the_yardstick_is_read_four_times(page: str, code: str | None, lang: str) -> None:
    """On each release as it is, and on the years that both have."""
    if code is None or not re.search(r"(?:Samma mål, fyra|The same goal, four)", page):
        return
    old, new = levels(code, before=True), levels(code)
    shared = old.keys() & new.keys()
    both = [{year: each[year] for year in shared} for each in (old, new)]
    section = part(page, "verdicts")
    at = section.rindex("<table")
    heading = ("Jämförelsemål", "Yardstick")[lang == "en"]
    assert heading in section[:at]
    caption = ("Samma mål", "The same goal")[lang == "en"]
    rows = cells(section[section.index(heading) :], caption, lang)
    for known, (_, told) in zip((old, *both, new), rows, strict=True):
        verdict, way = reading(known, lang)
        assert told.lower().startswith(verdict), told
        assert told.lower().endswith(way), told
