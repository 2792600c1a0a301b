"""What the portfolio's board tells of all grants, read out in both languages and worked out again
from seed_data/."""

import re
from collections import Counter, defaultdict

import pytest
from flask.testing import FlaskClient

from tests.callbacks.test_money_files import granted_in_seed, seed_kronor
from tests.figures.pages import cells, in_swedish, numbers, part, rounded, shown, words
from tests.figures.rates import NEWEST
from tests.figures.test_money import about, kronor, plain_caption, sums
from tests.seed_figures import contract_cities, totals

CAPTIONS = {
    "sv": ("År för år", "Karta över pengarna", "Städer utan känt", "Finansiärer med bidrag"),
    "en": ("Year by year", "Map of the money", "Cities without", "Funders with grants"),
}


@pytest.fixture
def page(reader: FlaskClient, lang: str) -> str:
    return shown(reader, {"sv": "/sv/portfolj", "en": "/en/portfolio"}[lang])


def places(row: dict[str, str]) -> list[str]:
    return [each for each in row["municipalities"].split(";") if each]


def class_of(row: dict[str, str]) -> int:
    """To a municipality, to another in one, shared by several, without a place."""
    if row["beneficiary_municipality_code"]:
        return 0
    return {0: 3, 1: 1}.get(len(places(row)), 2)


def place_of(row: dict[str, str]) -> str:
    alone = places(row)[0] if class_of(row) == 1 else ""
    return row["beneficiary_municipality_code"] or alone


def test_each_year_is_divided_by_who_receives(page: str, lang: str) -> None:
    expected: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for row in granted_in_seed():
        sek, year = seed_kronor(row), row["decision_year"] or row["start"][:4]
        if sek is not None and year:
            expected[int(year)][class_of(row)] += sek
    rows = cells(page, CAPTIONS[lang][0], lang)
    assert [int(row[0]) for row in rows] == sorted(expected)
    for year, *told, total in rows:
        of = expected[int(year)]
        for column, cell in enumerate(told):
            assert numbers(cell) == ([rounded(of[column])] if of[column] else []), year
        assert numbers(total) == [pytest.approx(sum(of.values()), abs=2)]


def test_each_city_has_what_it_and_others_in_it_were_granted(page: str, lang: str) -> None:
    names = contract_cities()
    known: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in granted_in_seed():
        if place_of(row) in names:
            known[names[place_of(row)]].append(row)
    rows = cells(page, CAPTIONS[lang][1], lang)
    assert {row[0] for row in rows} == known.keys()
    for name, amount, note in rows:
        sek = sums(known[name])
        assert numbers(amount) == ([rounded(sum(sek))] if sek else []), name
        counts = numbers(note)
        unknown = len(known[name]) - len(sek)
        assert counts[-1 if unknown else 1] == (unknown or len(sek)), note
        assert len(sek) in counts


def test_the_rows_and_the_flows_add_up_to_the_same_sum(page: str, lang: str) -> None:
    granted = granted_in_seed()
    whole = sum(sums(granted))
    section = part(page, "rader")
    head, *rows = cells(section, plain_caption(section), lang)
    assert numbers(head[0]) == [len(granted)]
    assert numbers(head[-1]) == [pytest.approx(whole, abs=len(granted))]
    amounts = [numbers(row[-1])[0] for row in rows if numbers(row[-1])]
    assert amounts == [rounded(one) for one in sorted(sums(granted), reverse=True)[: len(amounts)]]
    flow = part(page, "portfoljens-floden-heading")
    lead = words(flow.partition("<figcaption>")[2].partition("</figcaption>")[0], lang)
    total, number, largest, *_ = kronor(lead)
    assert (total, number) == (about(whole), len(sums(granted)))
    by_funder: dict[str, float] = defaultdict(float)
    for row in granted:
        by_funder[row["funder"]] += seed_kronor(row) or 0.0
    assert largest == about(max(by_funder.values()))
    links = cells(flow, plain_caption(flow), lang)
    ends = {end for _, end, _ in links}
    first: Counter[str] = Counter()
    for start, _, amount in links:
        if start not in ends:
            first[start] += round(numbers(amount)[0])
    assert sum(first.values()) == pytest.approx(whole, abs=3 * len(links))


def test_cities_without_a_known_grant_have_their_tonnes_and_share(page: str, lang: str) -> None:
    section = part(page, "vita-flackar")
    rows = cells(section, CAPTIONS[lang][2], lang)
    reached = {place_of(row) for row in granted_in_seed()}
    expected = {name: code for code, name in contract_cities().items() if code not in reached}
    assert {row[0] for row in rows} == expected.keys()
    every = sum(totals(NEWEST["co2e"])[code, 2024] for code in contract_cities())
    shared = Counter(
        code
        for row in granted_in_seed()
        for code in places(row)
        if code not in ("", row["beneficiary_municipality_code"]) and class_of(row) != 1
    )
    for name, tonnes, share, *_, told in rows:
        own = totals(NEWEST["co2e"])[expected[name], 2024]
        assert numbers(tonnes) == [rounded(own)], name
        assert numbers(share) == [rounded(100 * own / every, 1)], name
        assert numbers(told) == [shared[expected[name]]], name
    lead = words(section.partition("<p>")[2].partition("</p>")[0], lang)
    assert numbers(lead)[:2] == [len(rows), len(contract_cities())]


def test_what_is_held_of_each_funder(page: str, lang: str) -> None:
    """The one with most rows is the regional fund's: each of its rows has an amount and a year."""
    rows = cells(part(page, "laddat"), CAPTIONS[lang][3], lang)
    told = {row[0]: row[1:] for row in rows}
    for name in ("Tillväxtverket", "Trafikverket"):
        own = [row for row in granted_in_seed() if row["funder"] == name]
        count, with_amount, years, _ = told[name]
        assert numbers(count) == [len(own)]
        assert numbers(with_amount) == [len(sums(own))]
        known = [int(row["decision_year"] or row["start"][:4]) for row in own]
        read = re.findall(r"\d{4}", in_swedish(years, lang))
        assert [int(one) for one in read] == [min(known), max(known)]
