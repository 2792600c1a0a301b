"""What the board of all municipalities draws, read out of its tables in both languages and worked
out again from seed_data/: what compares two years leaves out the sector that begins."""

import re
from statistics import median, quantiles

import pytest
from flask.testing import FlaskClient

from tests.figures.pages import cells, numbers, part, rounded, shown, words
from tests.figures.rates import BEGINS, NEWEST, levels
from tests.seed_figures import (
    contract_cities,
    inhabitants,
    municipalities,
    per_person,
    sectors,
    totals,
)

RELEASE, BASE, LATEST = NEWEST["co2e"], 2015, 2024
YEARS = sorted({year for _, year in totals(RELEASE)})
CAPTIONS = {
    "sv": ("Utsläpp per person mot", "Ordning:", "Utsläpp per person över tid: alla",
           "Utsläpp per person, 2024, på", "Vad som ändrade", "Utsläpp per person över tid, var"),
    "en": ("Emissions per person against", "Order:", "Emissions per person over time: all",
           "Emissions per person, 2024, on", "What changed", "Emissions per person over time, ea"),
}  # fmt: skip


@pytest.fixture
def page(reader: FlaskClient, lang: str) -> str:
    return shown(reader, {"sv": "/sv/utforska", "en": "/en/explore"}[lang])


def own(code: str) -> float:
    return per_person(RELEASE, LATEST)[code]


def by_name() -> dict[str, str]:
    return {name: code for code, name in municipalities().items()}


def test_the_scatter_has_each_change_level_and_population(page: str, lang: str) -> None:
    rows = cells(page, CAPTIONS[lang][0], lang)
    assert {row[0] for row in rows} == by_name().keys()
    for name, change, level, people, contract in rows:
        code = by_name()[name]
        known = levels(code)
        assert numbers(change) == [rounded(100 * (known[LATEST] / known[BASE] - 1), 1)], name
        assert numbers(level) == [rounded(own(code), 2)], name
        assert numbers(people) == [inhabitants()[code, LATEST]]
        has = re.match(r"Har|Has|With", contract) is not None
        assert has is (code in contract_cities()), name


def test_the_order_and_the_map_have_the_same_levels(page: str, lang: str) -> None:
    ordered = cells(page, CAPTIONS[lang][1], lang)
    values = [own(by_name()[name]) for name, *_ in ordered]
    assert values == sorted(values, reverse=True)
    for place, ((_, rank, level), value) in enumerate(zip(ordered, values, strict=True), 1):
        assert numbers(rank) == [place]
        assert numbers(level) == [rounded(value, 2)]
    members: dict[str, list[float]] = {}
    for name, level, class_ in cells(page, CAPTIONS[lang][3], lang):
        value = own(by_name()[name])
        assert numbers(level) == [rounded(value, 2)]
        members.setdefault(class_, []).append(value)
    assert len(members) == 5
    for class_, of in members.items():
        assert numbers(class_) == [rounded(min(of), 2), rounded(max(of), 2), len(of)]


def test_the_years_have_their_median_and_middle_half(page: str, lang: str) -> None:
    rows = cells(page, CAPTIONS[lang][2], lang)
    assert [int(row[0]) for row in rows] == YEARS
    for year, middle, half in rows:
        of = list(per_person(RELEASE, int(year)).values())
        low, mid, high = quantiles(of, method="inclusive")
        assert numbers(middle) == [rounded(mid, 2)]
        assert [abs(one) for one in numbers(half)] == [rounded(low, 2), rounded(high, 2)]


def test_what_changed_is_divided_between_the_sectors(page: str, lang: str) -> None:
    sums = {
        year: {
            sector: sum(t for (_, y, s), t in sectors(RELEASE).items() if (y, s) == (year, sector))
            for sector in {s for _, _, s in sectors(RELEASE)} - {BEGINS}
        }
        for year in (BASE, LATEST)
    }
    first, *steps, last = cells(page, CAPTIONS[lang][4], lang)
    whole = {year: sum(of.values()) for year, of in sums.items()}
    assert numbers(first[2]) == [rounded(whole[BASE])]
    assert numbers(last[2]) == [pytest.approx(whole[LATEST], abs=1)]
    changes = sorted(sums[LATEST][each] - sums[BASE][each] for each in sums[BASE])
    assert [numbers(step)[0] for _, step, _ in steps] == [rounded(each) for each in changes]
    after = whole[BASE]
    for (_, _, told), step in zip(steps, changes, strict=True):
        after += step
        assert numbers(told) == [pytest.approx(after, abs=1)]
    section = part(page, "varfor-heading")
    lead = words(section.partition("<figcaption>")[2].partition("</figcaption>")[0], lang)
    read = [one for one in numbers(lead) if one not in (BASE, LATEST)]
    change = 100 * (whole[LATEST] / whole[BASE] - 1)
    assert abs(read[0]) == rounded(abs(change), 1)
    assert abs(read[1]) == rounded(abs(100 * changes[0] / whole[BASE]), 1)
    people = {
        year: sum(inhabitants()[code, year] for code in municipalities()) for year in (BASE, LATEST)
    }
    every = [
        sum(t for (_, of), t in totals(RELEASE).items() if of == year) / people[year]
        for year in (BASE, LATEST)
    ]
    assert read[2:4] == [rounded(each, 2) for each in every]


def test_the_highest_each_have_their_years(page: str, lang: str) -> None:
    section = part(page, "var-och-en-heading")
    highest = sorted(municipalities(), key=own, reverse=True)[:24]
    rows = cells(section, CAPTIONS[lang][5], lang)
    assert [int(row[0]) for row in rows] == YEARS
    for year_, middle, *told in rows:
        of = per_person(RELEASE, int(year_))
        assert numbers(middle) == [rounded(median(of.values()), 2)]
        assert [numbers(one)[0] for one in told] == [rounded(of[code], 2) for code in highest]
    lead = words(section.partition("<figcaption>")[2].partition("</figcaption>")[0], lang)
    lower = sum(own(code) < per_person(RELEASE, YEARS[0])[code] for code in highest)
    assert numbers(lead)[:3] == [24, 290, lower]
