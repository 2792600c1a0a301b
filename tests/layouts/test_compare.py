"""A comparison: one scale, one release, a rank only on the same terms, every choice in words."""

import itertools
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from layouts.charts.description import LinePanel
from layouts.charts.svg import NARROW, WIDE, chart_svg
from layouts.compare import CompareAnswers, LateSector, page, records
from layouts.compare.answers import view
from layouts.compare.charts import compared_chart, small_charts
from layouts.compare.figures import Figures
from layouts.compare.suggestions import suggestions
from layouts.frame.page import Page
from layouts.html.to_html import to_html
from layouts.links.addresses import Address, QueryProblem, href
from layouts.phrases.text import text
from progress.emissions.series import Gas, Point, Scope, Status
from progress.goals.goal import GoalKind
from progress.goals.verdict_model import Attainment, Verdict
from progress.goals.yardstick import yardstick_goal
from progress.records import Municipality, Release, Source
from tests.layouts.reading import number, table
from tests.progress.made_up_series import goal

LABEL = "prov-co2e-2"
PROV = Municipality("9001", "Provköping", "provkoping", "90", "Provlän", 2021)
TEST = Municipality("9002", "Teststad", "teststad", "90", "Provlän", 2021)
FAR = Municipality("9101", "Fjärran", "fjarran", "91", "Fjärrlän")
RELEASE = Release(
    LABEL,
    "emissions",
    "Påhittad utgåva",
    Source("prov", "Påhittat", "Provverket", "none stated"),
    None,
    datetime(2026, 1, 1, tzinfo=UTC),
    "prov.csv",
    "0" * 64,
    9,
    "co2e",
    "territorial",
    1990,
    2024,
)


def series(*values: float) -> tuple[Point, ...]:
    years = (1990, 2015, 2023, 2024)
    statuses = [Status.FINAL] * 3 + [Status.PRELIMINARY]
    result = zip(years, values, statuses, strict=True)
    return tuple(Point(*each) for each in result)


def verdict(code: str, gap: float, **changes: object) -> Verdict:
    known = Verdict(
        goal=yardstick_goal(code),
        attainment=Attainment.NO,
        scope=Scope.TERRITORIAL,
        gas=Gas.CO2E,
        sector="total",
        release=LABEL,
        base_year=1990,
        target_year=2045,
        latest_year=2024,
        actual=10.0,
        path=8.0,
        gap_share=gap,
        years_behind=2.0,
    )
    return replace(known, **changes)  # type: ignore[arg-type]


def own(code: str, base_year: int, release: str = LABEL) -> Verdict:
    stated = goal(
        GoalKind.REDUCTION,
        goal_id=f"{code}-G01",
        municipality_code=code,
        title_sv=f"Mål för {code}",
        reduction=0.8,
        base_year=base_year,
        target_year=2030,
    )
    return verdict(code, 0.3, goal=stated, base_year=base_year, target_year=2030, release=release)


TOTALS = {
    "9001": series(400.0, 200.0, 150.0, 100.0),
    "9002": series(900.0, 600.0, 0.0, 300.0),
    "9101": series(50.0, 40.0, 30.0, 20.0),
}
ANSWERS = CompareAnswers(
    municipalities=(PROV, TEST, FAR),
    chosen=(PROV, TEST),
    release=RELEASE,
    releases=(RELEASE,),
    totals=TOTALS,
    populations={
        "9001": dict.fromkeys((1990, 2015, 2023, 2024), 100),
        "9002": dict.fromkeys((1990, 2015, 2023, 2024), 50),
        "9101": {2024: 10},
    },
    verdicts={
        "9001": (verdict("9001", 0.25), own("9001", 1990)),
        "9002": (verdict("9002", -0.1), own("9002", 2015)),
    },
    years=(1990, 2015, 2023, 2024),
    everyone={
        point.year: {code: points[place] for code, points in TOTALS.items()}
        for place, point in enumerate(TOTALS["9001"])
    },
    inhabitants={"9001": 100, "9002": 50, "9101": 10},
)


def shown(answers: CompareAnswers = ANSWERS, **query: str) -> tuple[Page, str]:
    codes = tuple(one.code for one in answers.chosen)
    address = Address("compare", "sv").with_query(municipality=codes, **query)
    made = page(address, answers)
    return made, to_html(made.body).replace("\u00a0", " ")


def cells(html: str, row: str) -> list[str]:
    """The texts of a table's row by its heading."""
    match = re.search(rf'<th scope="row">(?:<a[^>]*>)?{row}(?:</a>)?</th>(.*?)</tr>', html)
    assert match is not None, row
    return [re.sub("<[^>]+>", " ", cell).strip() for cell in re.findall("<td.*?</td>", match[1])]


@pytest.mark.parametrize("measure", ["per_person", "tonnes", "index"])
def test_all_charts_stand_on_one_scale_with_the_same_years(measure: str) -> None:
    address = Address("compare", "sv").with_query(measure=measure)
    seen = view(address, ANSWERS)
    charts = small_charts(address, seen, Figures(ANSWERS, seen.base_year))
    assert len(charts) == 2
    axes = []
    for chart in charts:
        assert chart is not None
        assert chart.years == (1990, 2024)
        (panel,) = chart.panels
        assert isinstance(panel, LinePanel)
        ticks = re.findall(r'class="tick" text-anchor="end">([^<]+)<', chart_svg(chart, NARROW))
        axes.append(ticks)
    assert len(axes[0]) > 2
    assert axes[0] == axes[1]


def test_values_per_person_and_changes_are_those_of_the_release() -> None:
    _, html = shown()
    assert cells(html, "Provköping")[:3] == ["100", "100", "1,00"]
    assert cells(html, "Teststad")[:3] == ["50", "300", "6,00"]
    assert "Provköping −50 % och Teststad −50 %" in html
    assert "från lägst till högst räknat per person: Provköping 1,0 ton och Teststad 6,0 ton" in (
        html
    )


def test_each_figure_and_place_of_a_row_is_of_the_newest_year() -> None:
    """100 t on 100 people, 300 t on 50 and 20 t on 10 in 2024; fewer people lived there in 2015."""
    people = {code: {2015: 1, **years} for code, years in ANSWERS.populations.items()}
    people |= {code: {**people[code], 2015: 7, 1990: 3} for code in ("9001", "9002")}
    _, html = shown(replace(ANSWERS, populations=people))
    for name, inhabitants, among_all, among_cities in (
        ("Provköping", "100", "1 av 3", "1 av 2"),
        ("Teststad", "50", "3 av 3", "2 av 2"),
    ):
        row = cells(html, name)
        assert row[0] == inhabitants
        assert row[3].startswith(among_all)
        assert row[4].startswith(among_cities)


@pytest.mark.parametrize(
    ("years", "lang", "words"),
    [
        (3.0, "sv", "3 år efter"),
        (-3.0, "sv", "3 år före"),
        (3.0, "en", "3 years behind"),
        (-3.0, "en", "3 years ahead"),
    ],
)
def test_who_emits_what_the_path_had_earlier_is_behind_it(
    years: float, lang: str, words: str
) -> None:
    verdicts = {code: (verdict(code, 0.1, years_behind=years),) for code in ("9001", "9002")}
    address = Address("compare", lang).with_query(municipality=("9001", "9002"))
    html = to_html(page(address, replace(ANSWERS, verdicts=verdicts)).body)
    row = cells(html.replace("\u00a0", " ").split('id="yardstick"')[1], "Provköping")
    assert words in [re.sub(r"[,.]0\b", "", cell) for cell in row]


def test_the_county_is_all_tonnes_through_all_people() -> None:
    _, html = shown()
    assert cells(html, "Provlän, hela länet")[0] == "2,67"


def test_goals_on_other_terms_get_no_rank_and_the_yardstick_does() -> None:
    _, html = shown()
    card, yardstick = html.split('id="yardstick"')
    assert "därför visas ingen rangordning. Målen skiljer sig åt i basår." in card
    assert cells(card, "Basår") == ["1990", "2015", "nej"]
    assert cells(card, "Gas")[-1] == "ja"
    assert "Plats</th>" not in card.split('id="goals"')[1]
    assert cells(yardstick, "Provköping")[-1] == "2 av 2"
    assert cells(yardstick, "Teststad")[-1] == "1 av 2"


def test_goals_on_the_same_terms_are_ranked() -> None:
    verdicts = {code: (verdict(code, 0.1), own(code, 1990)) for code in ("9001", "9002")}
    _, html = shown(replace(ANSWERS, verdicts=verdicts))
    card = html.split('id="goals"')[1].split('id="yardstick"')[0]
    assert "De gäller samma sak" in card or "Målen gäller samma sak" in card
    assert "skiljer sig" not in html


def test_goals_on_two_releases_are_never_ranked() -> None:
    verdicts = {"9001": (own("9001", 1990),), "9002": (own("9002", 1990, "prov-co2-1"),)}
    _, html = shown(replace(ANSWERS, verdicts=verdicts))
    assert "Målen skiljer sig åt i statistik." in html
    assert cells(html, "Statistik") == [
        "Statistiken från prov-co2e-2",
        "Statistiken från prov-co2-1",
        "nej",
    ]


def test_goals_from_another_release_than_the_chosen_are_not_ranked() -> None:
    other = "prov-co2e-1"
    verdicts = {code: (own(code, 1990, other),) for code in ("9001", "9002")}
    _, html = shown(replace(ANSWERS, verdicts=verdicts))
    assert (
        f"bygger på statistiken från {other}, men jämförelsen på statistiken från {LABEL}" in html
    )
    assert "1 av 2" not in html.split('id="goals"')[1]


def test_a_yardstick_from_another_release_is_not_brought_in() -> None:
    other = verdict("9001", 0.1, release="prov-co2e-1")
    _, html = shown(replace(ANSWERS, verdicts={"9001": (other,), "9002": ()}))
    assert "olika statistik blandas aldrig" in html
    assert "gas=co2e" in html


def test_a_city_without_goals_is_not_said_to_have_none() -> None:
    verdicts: Mapping[str, tuple[Verdict, ...]] = {"9001": (own("9001", 1990),), "9002": ()}
    _, html = shown(replace(ANSWERS, verdicts=verdicts))
    assert "Det betyder inte att kommunen saknar mål" in html
    assert "inte alla kommuner har ett eget mål med en bedömning" in html


def test_a_sector_that_begins_late_is_told_with_its_share() -> None:
    late = LateSector("international_transport", 2023, {"9002": {2024: 60.0}, "9001": {2024: 0.0}})
    _, html = shown(replace(ANSWERS, late=(late,)))
    assert "Utrikes transporter räknas först från 2023" in html
    assert "Teststad 20,0 %" in html
    _, html = shown(replace(ANSWERS, late=(late,)), base_year="2023")
    assert "räknas först från" not in html


def test_a_base_year_that_the_release_lacks_is_named() -> None:
    made, html = shown(base_year="1991")
    assert made.problems == (QueryProblem("basar", "1991", "no_such_year"),)
    assert "sedan 2015" in html


def test_groups_are_drawn_for_ratios_but_not_for_tonnes() -> None:
    _, html = shown(against="all", measure="index")
    assert "Alla kommuner, median" in html
    _, html = shown(against="all", measure="tonnes")
    assert "kommunens storlek skulle avgöra" in html
    assert "Alla kommuner, median</th>" not in html


def test_one_municipality_is_told_and_offered_company() -> None:
    _, html = shown(replace(ANSWERS, chosen=(PROV,)))
    assert "Bara Provköping är vald" in html
    assert "kommun=9001&amp;kommun=9002" in html
    assert re.search(r'<input[^>]*checked[^>]*value="9001"', html)


def test_suggestions_hold_two_to_six() -> None:
    crowd = tuple(
        Municipality(f"90{n:02}", f"Ort {n}", f"ort-{n}", "90", "Provlän", 2021) for n in range(9)
    )
    answers = replace(ANSWERS, municipalities=crowd, chosen=())
    result = suggestions(answers, text("sv"))
    assert result
    assert all(2 <= len(places) <= 6 for _, places in result)


def test_an_index_says_of_which_year_and_is_a_hundred_then() -> None:
    _, html = shown(measure="index", base_year="2015")
    rows = {row["År"]: row for row in table(html, "Index: procent av 2015 års utsläpp")}
    for municipality, values in ((PROV, TOTALS["9001"]), (TEST, TOTALS["9002"])):
        base = next(point.value for point in values if point.year == 2015)
        for point in values:
            read = number(rows[str(point.year)][municipality.name])
            assert read == pytest.approx(point.value / base * 100, abs=0.1)


def test_the_table_and_the_file_hold_the_same_numbers() -> None:
    _, html = shown(measure="tonnes")
    every_year = html.partition('id="years"')[2]
    assert cells(every_year, "2023")[:2] == ["150", "0"]
    assert cells(every_year, "2024")[-1] == "preliminär"
    result = [
        (record["place_code"], record["year"], record["value"], record["status"], record["release"])
        for record in records(ANSWERS, view(Address("compare", "sv"), ANSWERS))
        if record["measure"] == "tonnes" and record["year"] >= 2023
    ]
    assert result == [
        ("9001", 2023, 150.0, "final", LABEL),
        ("9001", 2024, 100.0, "preliminary", LABEL),
        ("9002", 2023, 0.0, "final", LABEL),
        ("9002", 2024, 300.0, "preliminary", LABEL),
    ]


def test_the_page_leads_to_its_file_with_the_same_choices() -> None:
    _, html = shown(measure="index", base_year="1990")
    file = Address("compare_csv", "sv").with_query(
        municipality=("9001", "9002"), measure="index", base_year="1990"
    )
    assert href(file).replace("&", "&amp;") in html
    assert "/sv/jamfor.csv?" in html


def test_the_chart_to_explore_holds_everyone() -> None:
    made, _ = shown()
    chart = made.charts["compare-chart"]
    assert [line.label for line in chart.panels[0].lines] == ["Provköping", "Teststad"]


def test_many_lines_are_named_beside_the_chart_and_in_the_legend_of_a_phone() -> None:
    """Three or more: in a column, none over another, all within the drawing's height."""
    chosen = (PROV, TEST, FAR)
    answers = replace(
        ANSWERS, chosen=chosen, populations={**ANSWERS.populations, "9101": {2024: 10, 2023: 10}}
    )
    seen = view(Address("compare", "sv"), answers)
    chart = compared_chart(Address("compare", "sv"), seen, Figures(answers, seen.base_year))
    assert chart is not None
    wide, narrow = chart_svg(chart, WIDE), chart_svg(chart, NARROW)
    names = re.findall(r'<text x="([\d.]+)" y="([\d.]+)" class="label value"', wide)
    assert len(names) == 3
    assert len({x for x, _ in names}) == 1
    heights = sorted(float(y) for _, y in names)
    assert all(b - a >= WIDE.size for a, b in itertools.pairwise(heights))
    assert 'class="label value"' not in narrow
    assert all(f">{one.name}" in narrow for one in chosen)


def test_what_is_reckoned_of_everyone_is_reckoned_once() -> None:
    kept: dict[object, object] = {}
    pages = []
    for codes in ((0, 1), (0, 2), (0, 1)):
        chosen = tuple(ANSWERS.municipalities[place] for place in codes)
        pages.append(shown(replace(ANSWERS, chosen=chosen, cache=kept), against="all")[1])
        alone = shown(replace(ANSWERS, chosen=chosen), against="all")[1]
        assert pages[-1] == alone
    assert set(kept) == {"counties", ("newest", 2015, 2024), ("years", "all", "per_person", 2015)}


def test_places_and_counties_are_told_from_two_years_of_the_others() -> None:
    neighbour = replace(FAR, county_code=PROV.county_code, county_name=PROV.county_name)
    whole = replace(ANSWERS, municipalities=(PROV, TEST, neighbour))
    lean = replace(
        whole,
        totals={code: TOTALS[code] for code in ("9001", "9002")},
        populations={code: ANSWERS.populations[code] for code in ("9001", "9002")},
        everyone={year: ANSWERS.everyone[year] for year in (2015, 2024)},
    )
    _, html = shown(lean)
    assert cells(html, "Provlän, hela länet")[0] == "2,63"
    assert html == shown(whole)[1]
