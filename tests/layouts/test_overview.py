"""The overview counts cities honestly, orders them as asked, and draws what its words say."""

import re
from dataclasses import replace
from html import unescape

import pytest

from layouts.charts.svg_row import INDEX_WIDTH, Pace, index_axis, index_line, pace_axis, pace_marks
from layouts.html.to_html import to_html
from layouts.links.addresses import Address
from layouts.overview import CityRow, OverviewAnswers, page
from layouts.overview.order import shown as ordered
from layouts.overview.order import swedish
from progress.emissions.change_causes import change_causes
from progress.emissions.events import Event, Way
from progress.emissions.series import Point
from progress.goals.distance import Standing, distance, standing
from progress.goals.goal import State
from progress.goals.verdict_model import Attainment, Robustness, Verdict
from progress.phrases.formats import percent
from progress.records import Municipality
from tests.layouts.city_facts import (
    BUDGET,
    GROUP,
    HALF,
    HERE,
    POINTS,
    RELEASE,
    answers,
    goal,
)

AWAY = Municipality("0002", "Åprov", "aprov", "00", "Provlän", 2019)
ZERO = goal("0001-G09", kind="state", reduction=None, base_year=None, state=State.FOSSIL_FREE)
LOWERED = Event("e", 2022, None, ("transport",), Way.UP, "sänkt", "cut", "", "", "Källa", "")


def row(place: Municipality, factor: float = 1.0, *goals: object) -> CityRow:
    points = tuple(Point(point.year, point.value * factor) for point in POINTS)
    verdicts = answers(*(goals or (HALF, GROUP, BUDGET))).verdicts  # type: ignore[arg-type]
    return CityRow(place, points, verdicts)


def facts(*cities: CityRow, **more: object) -> OverviewAnswers:
    plain = OverviewAnswers(
        release=RELEASE,
        releases=(RELEASE,),
        cities=cities,
        national_sum=POINTS,
        published_national=tuple(Point(p.year, p.value + 1_000.0) for p in POINTS),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def told(answer: OverviewAnswers, lang: str = "sv", **query: str) -> str:
    address = Address("overview", lang).with_query(**query)
    markup = unescape(to_html(page(address, answer).body)).replace("\u00a0", " ")
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup))


def test_years_without_statistics_are_bridged_as_on_a_citys_page() -> None:
    """Of the country's two lines each has a dotted one from 1990 to 2015, wide and narrow."""
    markup = to_html(page(Address("overview", "sv"), facts(row(HERE))).body)
    national = markup[markup.index('id="national"') :]
    assert national.count('class="bridge ') == 2 * 2


def names(cities: tuple[CityRow, ...]) -> list[str]:
    return [city.municipality.name for city in cities]


def leading(city: CityRow) -> Verdict:
    assert city.leading is not None
    return city.leading


def test_the_lead_says_how_the_sum_changed_and_how_the_rest_did() -> None:
    before, now = {"transport": 100.0, "waste": 100.0}, {"transport": 130.0, "waste": 101.0}
    causes = change_causes(2022, before, now, (LOWERED,))
    words = told(facts(row(HERE), row(AWAY, 2.0), causes=causes))
    assert "Utsläppen i de 2 städerna ökade 16 % 2022; utan transporter ökade de 1 %." in words
    assert "rose 16% in 2022; without transport they rose 1%." in told(
        facts(row(HERE), row(AWAY), causes=causes), "en"
    )


def test_without_a_cause_the_change_is_told_alone() -> None:
    latest, before = POINTS[-1].value, POINTS[-2].value
    share = percent(1 - latest / before, "sv").replace("\u00a0", " ")
    assert f"minskade {share} {POINTS[-1].year}." in told(facts(row(HERE), row(AWAY)))


def test_a_city_that_meets_the_yardstick_by_a_hair_is_told_as_uncertain() -> None:
    city = row(HERE)
    assert city.yardstick is not None
    unsure = replace(city.yardstick, attainment=Attainment.YES, robustness=Robustness.FRAGILE)
    others = tuple(v for v in city.verdicts if v is not city.yardstick)
    words = told(facts(CityRow(HERE, POINTS, (*others, unsure))))
    assert "I 1 av 1 räcker takten sedan 2015" in words
    assert "osäkert" in words


def test_what_the_publisher_could_not_assign_is_said() -> None:
    assert "Skillnaden, 1 000 ton" in told(facts(row(HERE)))


def test_the_country_is_named_in_the_unit_of_its_axis() -> None:
    words = told(facts(row(HERE), row(AWAY, 1_000.0)))
    assert "miljoner ton per år" in words
    assert re.search(r"De 2 städerna 20[0-9]{2}: [0-9]+(,[0-9])? miljoner ton", words)


def test_a_row_says_done_and_needed_of_its_leading_goal() -> None:
    verdict = leading(row(HERE))
    away = distance(verdict)
    assert away is not None
    assert verdict.needed_rate is not None
    expected = 1 - (verdict.target / verdict.actual) ** (  # type: ignore[operator]
        1 / (verdict.target_year - verdict.latest_year)  # type: ignore[operator]
    )
    assert verdict.needed_rate == pytest.approx(expected)
    words = told(facts(row(HERE)))
    assert percent(verdict.needed_rate, "sv", 1).replace("\u00a0", " ") + " · " in words
    done = f"minskat {percent(away.done, 'sv', 1)}".replace("\u00a0", " ")
    assert done in words


@pytest.mark.parametrize(
    ("lang", "fell", "rose"), [("sv", "minskat", "ökat"), ("en", "fell", "rose")]
)
def test_a_row_tells_the_latest_year_in_thousands_and_which_way_it_went(
    lang: str, fell: str, rose: str
) -> None:
    """73 000 t in 2022, 74 000 the year before, 80 000 in 2015; 146 000 is twice as much. What
    rises by a tenth a year is told as risen."""
    rising = tuple(Point(year, 1_000.0 * 1.1 ** (year - 2015)) for year in range(2015, 2023))
    answer = facts(row(HERE), row(AWAY, 2.0))
    markup = to_html(page(Address("overview", lang), answer).body)
    for name, latest in (("Provköping", "73"), ("Åprov", "146")):
        cells = cells_of(markup, name)
        assert cells[1] == latest
        assert cells[2].strip("\u00a0%") == "−1"
        assert fell in cells[3]
    city = row(HERE)
    assert city.yardstick is not None
    away = replace(city.yardstick, done_rate=-0.1)
    alone = facts(CityRow(HERE, rising, (away,)))
    cells = cells_of(to_html(page(Address("overview", lang), alone).body), "Provköping")
    assert rose in cells[3]
    assert "10" in cells[3]


def cells_of(markup: str, name: str) -> list[str]:
    """What stands in a city's row of the table, after its name."""
    match = re.search(rf">{name}</a></th>(.*?)</tr>", markup)
    assert match is not None
    return [re.sub("<[^>]+>", "", cell) for cell in re.findall("<td.*?</td>", match[1])]


def with_attainment(place: Municipality, attainment: Attainment, doubt: Robustness) -> CityRow:
    """A city whose goals are all assessed as that."""
    city = row(place, 1.0, HALF)
    verdicts = (replace(v, attainment=attainment, robustness=doubt) for v in city.verdicts)
    return replace(city, verdicts=tuple(verdicts))


def test_of_the_cities_that_stand_alike_only_the_uncertain_are_counted_as_that() -> None:
    sure = with_attainment(HERE, Attainment.NO, Robustness.STABLE)
    unsure = with_attainment(AWAY, Attainment.NO, Robustness.FRAGILE)
    assert "Nås inte 2 (1 osäkert)" in told(facts(sure, unsure))
    assert "Nås inte 1 (" not in told(facts(sure))


def test_the_pace_is_enough_just_where_the_yardstick_is_reached_or_met() -> None:
    words = (Attainment.YES, Attainment.REACHED, Attainment.CLOSE, Attainment.DEPENDS)
    cities = [
        with_attainment(replace(HERE, code=f"000{n}"), word, Robustness.STABLE)
        for n, word in enumerate((*words, Attainment.NO))
    ]
    assert "I 2 av 5 räcker takten sedan 2015" in told(facts(*cities))
    assert "In 2 of 5 the pace since 2015 is enough" in told(facts(*cities), "en")


def test_where_nothing_may_be_left_the_distance_is_in_tonnes_and_marked() -> None:
    city = row(HERE, 1.0, ZERO)
    away = city.distance
    verdict = leading(city)
    assert away is not None
    assert away.of_latest
    assert verdict.needed_tonnes_per_year is not None
    assert away.needed == pytest.approx(verdict.needed_tonnes_per_year / POINTS[-1].value)
    assert '<rect x="' in pace_marks(Pace(away.done, away.needed, None, True), pace_axis([]))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"sort": "name"}, ["Provköping", "Åprov"]),
        ({"sort": "name", "order": "falling"}, ["Åprov", "Provköping"]),
        ({"sort": "emissions"}, ["Åprov", "Provköping"]),
        ({"sort": "emissions", "order": "rising"}, ["Provköping", "Åprov"]),
    ],
)
def test_the_address_orders_the_cities(query: dict[str, str], expected: list[str]) -> None:
    address = Address("overview", "sv").with_query(**query)
    assert names(ordered(address, (row(AWAY, 2.0), row(HERE)))) == expected


def test_the_farthest_from_its_goal_comes_first_and_what_is_not_assessable_last() -> None:
    near, far = row(HERE, 1.0, HALF), row(AWAY, 1.0, replace(HALF, reduction=0.9))
    none = row(replace(HERE, name="Aprov", code="0003"), 1.0, GROUP)
    address = Address("overview", "sv")
    assert names(ordered(address, (none, near, far))) == ["Åprov", "Provköping", "Aprov"]
    assert none.standing is Standing.NOT_ASSESSABLE
    assert standing(replace(leading(near), attainment=Attainment.REACHED)) is Standing.REACHED
    assert standing(replace(leading(near), attainment=Attainment.AWAITING)) is Standing.AWAITING


def test_cities_without_the_figure_come_last_in_either_order() -> None:
    unknown = replace(row(AWAY), points=())
    for order in ("rising", "falling"):
        address = Address("overview", "sv").with_query(sort="emissions", order=order)
        assert names(ordered(address, (unknown, row(HERE))))[-1] == "Åprov"


def test_counts_that_filter_count_cities_by_their_leading_goal() -> None:
    city = row(HERE)
    word = str(leading(city).attainment)
    address = Address("overview", "sv").with_query(attainment=word)
    assert names(ordered(address, (city,))) == ["Provköping"]
    assert ordered(address.with_query(attainment="reached"), (city,)) == ()
    none = row(AWAY, 1.0, GROUP)
    assert "Alla 2" in told(facts(city, none))
    assert "Kan inte bedömas 1" in told(facts(city, none))


def test_swedish_letters_come_after_z() -> None:
    assert sorted(["Öre", "Åby", "Zeta", "Ärla"], key=swedish) == ["Zeta", "Åby", "Ärla", "Öre"]


def test_a_gap_in_the_years_is_a_dotted_bridge_and_never_a_line() -> None:
    points = (Point(2015, 100.0), Point(2020, 80.0), Point(2021, 90.0))
    drawn = index_line(points, (2015, 2021), index_axis([points]))
    assert drawn.count('class="bridge t1"') == 1
    assert drawn.count('class="ln t1"') == 1
    places = [float(x) for x in re.findall(r"[ML](-?[\d.]+) ", drawn)]
    assert all(0 <= x <= INDEX_WIDTH for x in places)


def test_every_row_shares_one_axis_that_holds_zero() -> None:
    axis = pace_axis([Pace(-0.02, 0.25, 0.05), Pace(0.03, None, 0.06)])
    assert axis.low <= -0.02 <= 0 <= 0.25 <= axis.high
    done = re.search(r'<circle cx="([\d.]+)"[^>]*class="pace-done"', pace_marks(Pace(0.03), axis))
    assert done is not None
    assert float(done[1]) == pytest.approx(axis.at(0.03), abs=0.06)
