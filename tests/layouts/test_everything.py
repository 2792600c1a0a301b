"""A municipality with one of everything: each figure of its pages is read there and reckoned again.

Each test would fail if a page turned a figure, a unit, a year, a name or a sign into another.
"""

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

import pytest

from layouts.charts.description import BarPanel
from layouts.charts.svg_strip import known_svg
from layouts.city import page as city_page
from layouts.city.sectors import sector_chart
from layouts.city.subsectors import subsectors
from layouts.frame.page import Page
from layouts.html.to_html import to_html
from layouts.links.addresses import Address
from layouts.money import MoneyAnswers
from layouts.money import page as money_page
from layouts.phrases import kronor
from layouts.phrases.text import text
from progress.emissions.series import Status
from progress.money.choice import GrantChoice, choose
from progress.money.loaded import loaded_sources
from progress.records import Subsector
from tests.grant_frames import made_up_frame, titled
from tests.layouts import full_city as full
from tests.layouts.reading import figures, number, plain, table
from tests.progress.test_money_plan import ACTION


@lru_cache
def made(lang: str, view: str | None = None) -> Page:
    address = Address("city", lang, slug="provkoping")
    return city_page(address.with_query(series=view) if view else address, full.full_city())


@lru_cache
def shown(lang: str = "sv", view: str | None = None) -> str:
    return to_html(made(lang, view).body)


@lru_cache
def indicators(lang: str) -> list[dict[str, str]]:
    (caption,) = re.findall(r"<caption[^>]*>([^<]+)</caption>", section(shown(lang), "indicators"))
    return table(shown(lang), plain(caption))


def section(html: str, name: str) -> str:
    start = html.index(f'id="{name}"')
    return html[start : html.index("</section>", start)]


@pytest.mark.parametrize(
    ("lang", "names", "unit"),
    [
        ("sv", ["Cykelväg", "Andel elbilar"], "3,6 meter per person"),
        ("en", ["Cycle path", "Electric cars"], "3.6 metres per person"),
    ],
)
def test_an_indicator_is_named_in_the_readers_language_with_its_unit(
    lang: str, names: list[str], unit: str
) -> None:
    rows = [list(row.values()) for row in indicators(lang)]
    assert [row[0] for row in rows] == names
    assert rows[0][1].startswith(unit)


def test_an_indicators_latest_value_change_and_places_follow_from_its_figures() -> None:
    cycles, cars = indicators("sv")
    values = {value.year: value.value for value in full.INDICATORS[0].values}
    assert number(cycles["Senaste"]) == values[2022]
    assert "(2022)" in cycles["Senaste"]
    change = cycles["Förändring på ett år"]
    assert number(change.lstrip("+")) == round((values[2022] / values[2021] - 1) * 100)
    assert change.startswith("+")
    assert change.endswith("2021")
    shares = {value.year: value.value for value in full.INDICATORS[1].values}
    points = cars["Förändring på ett år"]
    assert number(points.lstrip("+")) == pytest.approx(
        (shares[2022] - shares[2021]) * 100, abs=0.05
    )
    assert "procentenheter" in points
    assert number(cars["Senaste"]) == pytest.approx(shares[2022] * 100, abs=0.05)
    everybody = full.INDICATORS[0].same_year
    among = {code: everybody[code] for code in ("0001", "0002")}
    for heading, values_of in (("Bland städerna", among), ("Bland alla", everybody)):
        place = 1 + sum(value > everybody["0001"] for value in values_of.values())
        assert cycles[heading] == f"{place} av {len(values_of)}"


@pytest.mark.parametrize("desired", ["up", "down"])
@pytest.mark.parametrize("rises", [True, False])
def test_an_indicator_that_rises_is_said_to_rise_whichever_way_is_desired(
    desired: str, *, rises: bool
) -> None:
    years = (2019, 2020, 2021, 2022)
    values = (2.0, 2.5, 3.0, 3.6) if rises else (3.6, 3.0, 2.5, 2.0)
    moving = full.indicator(
        replace(full.CYCLES, desired=desired), dict(zip(years, values, strict=True)), {}
    )
    address = Address("city", "sv", slug="provkoping")
    page = city_page(address, full.full_city(indicators=(moving,)))
    part = section(to_html(page.body), "indicators")
    assert ("ökar" in part, "minskar" in part) == (rises, not rises)


def change(first: int, last: int) -> float:
    total = {point.year: point.value for point in full.POINTS}
    return total[last] / total[first] - 1


def test_the_key_figures_are_of_their_years_with_sign_and_largest_part() -> None:
    read = figures(shown())
    total = {point.year: point.value for point in full.POINTS}
    assert number(read["Utsläpp 2022"][0]) == total[2022]
    since = {year: read[f"Sedan {year}"] for year in (2021, 1990)}
    for year, words in since.items():
        assert words[0].startswith("−")
        assert number(words[0]) == round(change(year, 2022) * 100)
    assert "industri" in since[2021][1]
    assert number(since[2021][1].split("−")[1]) == full.INDUSTRY[2021] - full.INDUSTRY[2022]
    assert number(since[1990][1].partition(":")[2]) == round(change(1990, 2022) * 100)
    largest = read["Utsläpp 2022"][1]
    assert number(largest) == round(full.TRANSPORT[2022] / total[2022] * 100)
    per_person = total[2022] / full.POPULATIONS[2022]
    assert number(read["Per person"][0]) == round(per_person, 1)


def test_the_sectors_are_preliminary_where_they_are_and_told_against_the_year_before() -> None:
    chart = sector_chart(Address("city", "sv", slug="provkoping"), full.full_city())
    assert chart is not None
    (panel,) = chart.panels
    assert isinstance(panel, BarPanel)
    assert {bar.year: bar.status for bar in panel.bars} == {
        point.year: Status.PRELIMINARY if point.year == 2022 else Status.FINAL
        for point in full.POINTS
    }
    words = chart.message.replace("\u00a0", " ")
    both = full.TRANSPORT[2022] + full.INDUSTRY[2022]
    shares = [round(100 * part[2022] / both) for part in (full.TRANSPORT, full.INDUSTRY)]
    assert [int(share) for share in re.findall(r"(\d+) %", words)] == shares
    _, _, driver = words.partition("sedan ")
    assert driver.startswith("2021")
    assert "industri" in driver
    assert number(driver.partition("med ")[2]) == full.INDUSTRY[2021] - full.INDUSTRY[2022]


def test_what_is_preliminary_is_said_and_only_then() -> None:
    words = "preliminära och kan komma att ändras"
    assert words in shown()
    final = tuple(replace(point, status=Status.FINAL) for point in full.POINTS)
    address = Address("city", "sv", slug="provkoping")
    assert words not in to_html(city_page(address, full.full_city(points=final)).body)


def test_what_was_carried_forward_is_told_of_the_latest_year_alone() -> None:
    for view in (None, "sectors"):
        part = plain(section(shown(view=view), "sectors"))
        assert "har 2022 samma siffror som året före i 280 av 290" in part
        assert "har 2019 samma siffror" not in part


def test_promises_are_told_where_a_contract_is_with_their_day_and_nowhere_else() -> None:
    part = plain(section(shown(), "commitments"))
    for status, day in (("försenat", "1 mars 2024"), ("avbrutet", "30 september 2023")):
        assert re.search(rf"{status} \([^)]*{day}\)", part), part
    assert "Löfte 5" in part
    address = Address("city", "sv", slug="provkoping")
    elsewhere = to_html(city_page(address, full.full_city(municipality=full.ELSEWHERE)).body)
    assert 'id="commitments"' not in elsewhere
    assert "Löfte" not in elsewhere


def test_a_goal_that_another_took_the_place_of_is_told_as_that() -> None:
    part = plain(section(shown(), "goals"))
    assert "Provmålet före" in part
    assert "Provförslaget" in part


def test_the_budget_is_left_year_by_year_with_each_years_status() -> None:
    rows = table(shown(), budget_caption())
    left = 600_000.0
    status = {point.year: point.status for point in full.POINTS}
    known = 0
    for row in rows:
        year, tonnes, said, rest = row.values()
        if int(year) not in status:
            continue
        known += 1
        left -= number(tonnes)
        assert number(rest) == pytest.approx(left, abs=1)
        assert said == ("preliminär" if status[int(year)] is Status.PRELIMINARY else "definitiv")
    assert known == 3


def budget_caption() -> str:
    (caption,) = re.findall(r"<caption[^>]*>([^<]+)</caption>", section(shown(), "budget"))
    return plain(caption)


def test_an_event_is_named_in_the_readers_language() -> None:
    assert "provpannan släcktes" in shown()
    assert "the test boiler shut down" in shown("en")
    assert "provpannan släcktes" not in shown("en")


PLAN = (
    replace(
        ACTION,
        payer="municipality",
        cost_low=Decimal(10_000_000),
        cost_high=Decimal(10_000_000),
        secured=Decimal(4_000_000),
        start_year=2024,
    ),
)
MONEY = MoneyAnswers(
    full.HERE,
    full.GRANTS,
    PLAN,
    (),
    (full.RATE,),
    {2019: Decimal("334.26"), 2021: Decimal("343.19")},
    loaded=loaded_sources(full.GRANTS),
)


@lru_cache
def money() -> Page:
    return money_page(Address("money", "sv", slug="provkoping"), MONEY)


def test_grants_stand_newest_first_in_their_currency_and_in_kronor_by_their_years_rate() -> None:
    rows = table(to_html(money().body), "Bidrag")
    assert [row["År"] for row in rows] == sorted((row["År"] for row in rows), reverse=True)
    (euros,) = (row for row in rows if row["Projekt"] == "Europrov")
    sum_, kronor = (cell for name, cell in euros.items() if name in ("Belopp i källan", "I kronor"))
    assert number(sum_) == 1_000_000
    assert "EUR" in sum_
    assert number(kronor) == round(1_000_000 * full.RATE.sek_per_unit)
    assert "10,1449" in kronor
    assert "2021" in kronor


def test_a_funder_is_known_by_what_has_a_sum_and_the_rest_is_counted_beside() -> None:
    words = next(
        plain(item)
        for item in re.findall(r"<li>.*?</li>", to_html(money().body))
        if "Provfonden" in item
    )
    drawn = known_svg(3, 5)
    assert drawn in to_html(money().body)
    sums = Decimal(2_000_000) + 1_000_000 * full.RATE.sek_per_unit
    assert f"beviljat {kronor.words(sums, 'sv')}".replace("\u00a0", " ") in words
    assert "sökt 7,0 miljoner kronor" in words
    assert "1 bidrag beviljat, okänd summa" in words
    assert "1 bidrag delas med andra kommuner" in words


def test_of_a_payers_need_what_is_secured_is_no_more_than_that() -> None:
    chart = money().charts["gapet"]
    (row,) = chart.rows
    assert (row.low, row.high, row.part) == (10_000_000.0, 10_000_000.0, 4_000_000.0)


def test_years_of_a_choice_are_both_within_it() -> None:
    choice = GrantChoice(first_year=2016, last_year=2017)
    chosen = choose(made_up_frame(), choice, titled)
    assert set(chosen.frame["year"][chosen.mask()]) == {2016, 2017}


def test_a_sector_unfolds_into_its_parts_with_the_years_that_do_not_add_up() -> None:
    cars = {year: tonnes - 1_000.0 for year, tonnes in full.TRANSPORT.items()}
    boats = {year: 1_000.0 + (250.0 if year == 1990 else 0.2) for year in full.TRANSPORT}
    parts = (Subsector("transport", "Båtar", boats), Subsector("transport", "Bilar", cars))
    facts = full.full_city(subsectors=parts)
    markup = to_html(subsectors(Address("city", "sv", slug="provkoping"), facts, text("sv")))
    rows = re.findall(r'<th scope="row"><span lang="sv">(.+?)</span></th>(.+?)</tr>', markup)
    assert [name for name, _ in rows] == ["Bilar", "Båtar"]
    for (_, cells), values in zip(rows, (cars, boats), strict=True):
        read = [number(plain(cell)) for cell in re.findall(r"<td[^>]*>([^<]+)</td>", cells)]
        assert read == [round(values[year]) for year in facts.years]
    (note,) = re.findall(r'<p class="note">(.+?)</p>', markup)
    assert re.findall(r"\d{4}", note) == ["1990"]
