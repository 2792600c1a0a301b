"""A municipality's own figures and forecasts are shown under its own name, never as statistics."""

import re
from dataclasses import replace
from html import unescape

import pytest

from layouts import city
from layouts.charts.description import LinePanel
from layouts.city import CityAnswers
from layouts.city.emissions import emissions_chart
from layouts.html.to_html import to_html
from layouts.links.addresses import Address
from progress.emissions.series import Point, Status
from progress.records import OwnSeries, Source
from tests.layouts.city_facts import CODE, LABEL, POINTS, RELEASE, answers

ADDRESS = Address("city", "sv", slug="provkoping")
OURS = Source("own-1", "Påhittat bokslut", "Provköpings kommun", "none stated")
OWN = replace(
    RELEASE, label="own-1", kind="own-series", title=OURS.title, source=OURS, unit="tonnes"
)
FORECAST = OwnSeries(
    replace(OWN, label="own-2", title="Påhittad prognos"),
    CODE,
    (Point(2023, 50_000.0, Status.FORECAST), Point(2024, 45_000.0, Status.FORECAST)),
    continues=LABEL,
)


def shown(facts: CityAnswers, lang: str = "sv") -> str:
    markup = to_html(city.page(replace(ADDRESS, lang=lang), facts).body)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def own(**fields: object) -> CityAnswers:
    """The page with an own release of six small values chosen."""
    release = replace(OWN, **fields)  # type: ignore[arg-type]
    points = tuple(Point(year, 60.0 - (year - 2017) * 2.5) for year in range(2017, 2023))
    series = OwnSeries(release, CODE, points)
    return replace(answers(), release=release, points=points, sectors=(), own=(series,))


def panel(facts: CityAnswers) -> LinePanel:
    chart = emissions_chart(ADDRESS, facts)
    assert chart is not None
    first = chart.panels[0]
    assert isinstance(first, LinePanel)
    return first


def test_a_forecast_is_a_line_of_its_own_and_takes_the_place_of_the_estimate() -> None:
    lines = panel(replace(answers(), own=(FORECAST,))).lines
    assert [line.label for line in lines] == ["Utsläpp", "Prognos"]
    assert [(mark.year, mark.value, mark.status) for mark in lines[1].marks] == [
        (2023, 50_000.0, Status.FORECAST),
        (2024, 45_000.0, Status.FORECAST),
    ]
    assert all(mark.status.observed for mark in lines[0].marks)
    only_first = replace(FORECAST, points=FORECAST.points[:1])
    lines = panel(replace(answers(), own=(only_first,))).lines
    assert [line.label for line in lines] == ["Utsläpp", "Prognos"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("sv", "För 2023 finns en prognos från Provköpings kommun: 50,0 tusen ton."),
        ("en", "There is a forecast for 2023 by Provköpings kommun: 50.0 thousand tonnes."),
    ],
)
def test_a_forecast_is_named_in_text_with_its_maker(lang: str, words: str) -> None:
    assert words in shown(replace(answers(), own=(FORECAST,)), lang).replace("\xa0", " ")


def test_a_forecast_for_another_release_is_not_drawn() -> None:
    other = replace(FORECAST, continues="prov-co2e-2099")
    assert [line.label for line in panel(replace(answers(), own=(other,))).lines] == ["Utsläpp"]


@pytest.mark.parametrize(
    ("forecast", "words"),
    [
        (0.79, "Prognosen för 2022 låg 21 % under utfallet"),
        (1.21, "Prognosen för 2022 låg 21 % över utfallet"),
        (1.001, "Prognosen för 2022 stämde med utfallet"),
    ],
)
def test_an_earlier_forecast_is_held_against_the_outcome(forecast: float, words: str) -> None:
    value = POINTS[-1].value * forecast
    earlier = replace(
        FORECAST, points=(Point(2022, value, Status.FORECAST),), continues="prov-co2e-2022"
    )
    text = shown(replace(answers(), own=(earlier,))).replace("\xa0", " ")
    assert words in text
    other_gas = replace(earlier, release=replace(earlier.release, gas="co2"))
    assert words not in shown(replace(answers(), own=(other_gas,))).replace("\xa0", " ")


def test_own_figures_are_drawn_alone_and_called_the_citys_own() -> None:
    facts = own(scope="group")
    first = panel(facts)
    assert [mark.year for mark in first.lines[0].marks] == list(range(2017, 2023))
    assert (first.measure.divisor, first.measure.axis) == (1.0, "ton per år")
    text = shown(facts)
    assert "Egna siffror från Provköpings kommun: Påhittat bokslut (own-1)" in text
    assert "Provköping: kommunkoncernens utsläpp år för år" in text
    assert "Per person" not in text


def test_own_figures_per_person_stay_per_person() -> None:
    facts = own(scope="consumption", unit="tonnes_per_person")
    assert panel(facts).measure.unit == "ton per person"
    assert "47,5 ton per person" in shown(facts).replace("\xa0", " ")
    assert facts.per_person(2022) == 47.5


def test_a_later_file_is_told_to_replace_the_earlier() -> None:
    (series,) = own().own
    later = replace(series, release=replace(OWN, label="own-9"))
    text = shown(replace(answers(), own=(later, series)))
    assert text.count("ja, för mål av samma slag") == 1
    assert text.count("nej, ersatt av en senare fil") == 1


def test_without_own_figures_nothing_is_said_of_them() -> None:
    assert "Egna siffror" not in shown(answers())
