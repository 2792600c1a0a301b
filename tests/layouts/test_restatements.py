"""Pages about restatements: which releases they compare, and what they never mix up."""

import re
from dataclasses import replace

import pytest

from layouts.charts.description import BarPanel
from layouts.frame.page import Page
from layouts.html.to_html import to_html
from layouts.links.addresses import Address, parse_href
from layouts.phrases.breaks import local_break_notes
from layouts.phrases.text import text
from layouts.restatements import CityRestated, CountryRestated, choose_pair
from layouts.restatements import city_page as city
from layouts.restatements import country_page as country
from layouts.restatements.answers import QuotedVerdicts
from layouts.restatements.words import year_list
from progress.emissions.series import Point
from progress.emissions.series_breaks import SectorStart
from progress.goals.verdict_change import Reading, VerdictChange
from progress.goals.verdict_model import Attainment, Direction
from progress.records import Municipality, Release, SectorValue
from progress.releases.comparison import compare_totals
from progress.releases.restatement import largest_by_sector, two_releases
from tests.layouts.city_facts import HERE, RELEASE
from tests.layouts.reading import number, plain, table


def release(gas: str, edition: int) -> Release:
    label, title = f"prov-{gas}-{edition}", f"Provutgåva {edition}"
    return replace(RELEASE, label=label, gas=gas, title=title, edition=edition)


LOADED = (
    release("co2e", 2026),
    release("co2e", 2025),
    release("co2", 2025),
    release("co2", 2024),
    release("co2", 2023),
)

OLD = (Point(1990, 100_000.0), Point(2015, 80_000.0), Point(2016, 79_000.0), Point(2020, 0.0))
NEW = (Point(1990, 90_000.0), Point(2015, 80_000.0), Point(2020, 700.0), Point(2021, 650.0))

NO = Reading(Attainment.NO, Direction.TOWARDS)
YES = Reading(Attainment.YES, Direction.TOWARDS)
CLOSE = Reading(Attainment.CLOSE, Direction.TOWARDS)


def shown(page: Page) -> str:
    return to_html(page.body).replace("\u00a0", " ")


def pair_of(**query: str) -> tuple[str, str]:
    chosen = choose_pair(Address("restatements", "sv").with_query(**query), LOADED)
    assert chosen.pair is not None
    return chosen.pair.old.label, chosen.pair.new.label


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        ({}, ("prov-co2e-2025", "prov-co2e-2026")),
        ({"to_release": "prov-co2-2025"}, ("prov-co2-2024", "prov-co2-2025")),
        ({"to_release": "prov-co2-2023"}, ("prov-co2-2023", "prov-co2-2024")),
        ({"from_release": "prov-co2-2024"}, ("prov-co2-2023", "prov-co2-2024")),
        (
            {"from_release": "prov-co2-2023", "to_release": "prov-co2-2025"},
            ("prov-co2-2023", "prov-co2-2025"),
        ),
        (
            {"from_release": "prov-co2-2025", "to_release": "prov-co2-2023"},
            ("prov-co2-2023", "prov-co2-2025"),
        ),
    ],
)
def test_the_older_release_stands_first_however_the_address_names_them(
    query: dict[str, str], labels: tuple[str, str]
) -> None:
    assert pair_of(**query) == labels


def test_releases_of_different_gases_are_refused_in_words() -> None:
    address = Address("restatements", "sv").with_query(
        from_release="prov-co2-2024", to_release="prov-co2e-2026"
    )
    chosen = choose_pair(address, LOADED)
    assert chosen.mixed
    assert [(problem.name, problem.value) for problem in chosen.problems] == [
        ("fran", "prov-co2-2024")
    ]
    page = country(address, CountryRestated(chosen, {}, compare_totals({}, {})))
    assert "Bara publiceringar av samma gas kan jämföras" in shown(page)


def test_an_unknown_release_and_one_named_twice_become_problems() -> None:
    address = Address("restatements", "en").with_query(from_release="x", to_release="y")
    assert [problem.name for problem in choose_pair(address, LOADED).problems] == ["to", "from"]
    twice = address.with_query(from_release="prov-co2e-2026", to_release="prov-co2e-2026")
    assert [problem.name for problem in choose_pair(twice, LOADED).problems] == ["from"]


def test_one_release_of_each_gas_leaves_nothing_to_compare() -> None:
    chosen = choose_pair(Address("restatements", "sv"), (LOADED[0], LOADED[2]))
    assert chosen.pair is None
    assert "inte två publiceringar" in shown(
        country(Address("restatements", "sv"), CountryRestated(chosen, {}))
    )
    here = Address("city_restatements", "sv", HERE.slug)
    assert "inte två publiceringar" in shown(city(here, CityRestated(chosen, HERE)))


def city_answers(**changes: object) -> CityRestated:
    chosen = choose_pair(Address("restatements", "sv"), LOADED)
    plain = CityRestated(chosen, HERE, two_releases(OLD, NEW))
    return replace(plain, **changes)  # type: ignore[arg-type]


def city_html(lang: str = "sv", **changes: object) -> str:
    return shown(city(Address("city_restatements", lang, HERE.slug), city_answers(**changes)))


def test_restated_new_and_lost_years_stand_apart() -> None:
    html = city_html()
    assert "omräknade för 2 av 3 äldre år" in html
    assert "Nya år i statistiken från 2026: 2021. De är inga revideringar." in html
    assert "År som statistiken från 2026 saknar: 2016." in html
    assert "−10 000" in html
    assert "−10,0 %" in html


def test_each_year_is_told_before_and_after_with_the_sign_of_what_was_changed() -> None:
    html = city_html()
    (caption,) = re.findall(r"<caption[^>]*>([^<]+)</caption>", html)[-1:]
    told = {row["År"]: row for row in table(html, plain(caption))}
    before, after = ({point.year: point.value for point in points} for points in (OLD, NEW))
    assert set(told) == {str(year) for year in before.keys() & after.keys()}
    for year, row in told.items():
        _, old, new, difference, *_ = row.values()
        assert (number(old), number(new)) == (before[int(year)], after[int(year)])
        change = after[int(year)] - before[int(year)]
        assert number(difference.lstrip("+")) == change
        assert difference.startswith("+") is (change > 0)


def test_a_share_of_zero_is_a_dash_not_infinity() -> None:
    html = city_html()
    row = html[html.rindex(">2020</th>") :]
    assert "+700" in row.partition("</tr>")[0]
    assert ">–</td>" in row.partition("</tr>")[0]


def test_the_chart_holds_both_releases_as_bars_and_joins_nothing() -> None:
    (chart,) = city(Address("city_restatements", "sv", HERE.slug), city_answers()).charts.values()
    assert all(isinstance(panel, BarPanel) and not panel.stacked for panel in chart.panels)
    both, difference = chart.panels
    assert [bar.year for bar in both.bars] == [1990, 2015, 2020]
    assert [part.hollow for part in both.parts] == [True, False]
    assert [bar.values for bar in difference.bars] == [(-10_000.0,), (0.0,), (700.0,)]


def test_a_verdict_names_its_causes_and_shows_every_step() -> None:
    change = VerdictChange(HERE.code, "0001-G01", YES, YES, CLOSE, NO)
    html = city_html(changes=(change,))
    assert "1 av 1 bedömningar ändrades" in html
    assert "omräknad historia flyttade 1" in html
    assert "nya år flyttade 1" in html
    assert "Orsak: omräknad historia och nya år." in html
    assert "Bara gemensamma år, värden ur statistiken från 2025" in html
    assert "Cause: recalculated history and new years." in city_html("en", changes=(change,))


def test_causes_that_undo_each_other_are_told_but_not_counted_as_a_change() -> None:
    change = VerdictChange(HERE.code, "0001-G01", YES, YES, NO, YES)
    html = city_html(changes=(change,))
    assert "0 av 1 bedömningar ändrades" in html
    assert "orsakerna tog ut varandra" in html


def test_the_country_counts_the_yardstick_apart_from_the_cities_own_goals() -> None:
    own = VerdictChange(HERE.code, "0001-G01", YES, YES, NO, NO)
    common = VerdictChange(HERE.code, "yardstick-2045", CLOSE, CLOSE, CLOSE, NO)
    comparison = compare_totals({HERE.code: OLD}, {HERE.code: NEW}, (own, common))
    address = Address("restatements", "sv")
    answers = CountryRestated(
        choose_pair(address, LOADED), {HERE.code: HERE}, comparison, QuotedVerdicts({}, {})
    )
    html = shown(country(address, answers))
    assert html.count("1 av 1 bedömningar ändrades") == 2
    assert "Nära, minskar" in html
    assert "Visa de 1 kommunerna" in html
    assert "/sv/kommun/provkoping/revideringar?fran=prov-co2e-2025" in html
    everything = shown(country(address.with_query(rows="all"), answers))
    assert "Visa de 1 kommunerna" not in everything


def test_a_municipality_in_only_one_release_is_named_and_not_summed() -> None:
    places = {
        HERE.code: HERE,
        "0002": Municipality("0002", "Testvik", "testvik", "00", "Provlän"),
    }
    address = Address("restatements", "sv")
    comparison = compare_totals({HERE.code: OLD, "0002": OLD}, {HERE.code: NEW})
    answers = CountryRestated(choose_pair(address, LOADED), places, comparison)
    assert "är inte med i summan: Testvik." in shown(country(address, answers))


def sector(year: int, name: str, tonnes: float) -> SectorValue:
    return SectorValue(year, name, tonnes, "final")


def test_the_sector_that_changed_most_is_named_where_both_releases_have_sectors() -> None:
    old = (sector(2020, "industry", 50.0), sector(2020, "waste", 9.0), sector(2021, "total", 5.0))
    new = (sector(2020, "industry", 40.0), sector(2020, "waste", 30.0), sector(2021, "waste", 5.0))
    assert largest_by_sector(old, new) == {2020: ("waste", 21.0)}


def test_a_break_is_told_only_where_the_municipality_has_the_sector() -> None:
    starts = (SectorStart("waste", 2021),)
    t = text("sv")
    with_it = (sector(2020, "waste", 0.0), sector(2021, "waste", 1200.0))
    (note,) = local_break_notes(starts, with_it, ("Provutgåvan", "Provköping"), t)
    assert "redovisas först från 2021" in note
    assert "I Provköping är sektorn 1 200 ton år 2021." in note.replace("\u00a0", " ")
    without = (sector(2021, "waste", 0.0),)
    assert local_break_notes(starts, without, ("Provutgåvan", "Provköping"), t) == []


def test_years_that_follow_on_each_other_are_drawn_together() -> None:
    assert year_list([2019, 1990, 2018, 2016, 2017, 2024]) == "1990, 2016–2019, 2024"


def test_the_paths_are_those_that_were_promised() -> None:
    for path in (
        "/sv/revideringar?fran=a&till=b",
        "/en/restatements?from=a&to=b",
        "/sv/kommun/provkoping/revideringar?fran=a&till=b",
        "/en/municipality/provkoping/restatements?from=a&to=b",
    ):
        parsed = parse_href(path)
        assert parsed is not None
        assert parsed.address.get("from_release") == "a"
        assert parsed.address.get("to_release") == "b"
