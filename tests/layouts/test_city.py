"""A municipality's page tells what is known, what is not, and how every verdict was reached."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape

import pytest

from layouts.charts.description import BarPanel, LinePanel
from layouts.charts.overlays import Outlook
from layouts.charts.svg import WIDE, chart_svg
from layouts.city import CityAnswers, page
from layouts.frame.picture import picture_svg
from layouts.html.to_html import to_html
from layouts.links.addresses import Address
from progress.corrections import Action, Correction
from progress.emissions.series import Point
from progress.emissions.series_breaks import SectorStart
from progress.goals.hindcast import Band
from progress.goals.verdict_model import Attainment
from progress.records import SectorValue
from progress.road.scenario import path_behind
from tests.layouts.city_facts import BUDGET, CODE, GROUP, HALF, HERE, POINTS, PROPOSED, answers

ALL = (HALF, GROUP, BUDGET, PROPOSED)


def shown(facts: CityAnswers, lang: str = "sv") -> str:
    made = page(Address("city", lang, slug="provkoping"), facts)
    return unescape(to_html(made.body)).replace("\u00a0", " ")


def words(markup: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup))


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("goals", [(), ALL])
def test_nothing_missing_is_shown_as_a_programmers_word(lang: str, goals: tuple[()]) -> None:
    told = words(shown(answers(*goals), lang))
    assert not re.search(r"\b(None|NaN|nan|inf)\b|\{\w+\}", told)


def test_a_municipality_without_figures_still_has_a_page() -> None:
    bare = replace(answers(), points=(), sectors=(), verdicts=(), populations={})
    told = words(shown(bare))
    assert "Provköping" in told
    assert "0 ton" not in told


def test_goals_with_an_indication_are_counted_beside_those_with_a_verdict() -> None:
    """Of a rate, a group's goal without a series and a budget with a near one."""
    facts = answers(HALF, GROUP, BUDGET)
    near = [v for v in facts.own_verdicts if v.indicative is not None]
    assert len(near) == 1
    told = words(shown(facts))
    assert "har 3 klimatmål i kraft" in told
    assert "1 av dem går att bedöma mot statistiken" in told
    assert "1 mål får en vägledande bedömning" in told
    assert "vägledande bedömning mot" not in words(shown(answers(HALF, GROUP)))


def test_what_cannot_be_assessed_has_no_colour_of_success_or_failure() -> None:
    markup = shown(answers(GROUP))
    section = markup[
        markup.index('id="goals"') : markup.index("</section>", markup.index('id="goals"'))
    ]
    card = section[section.index("mål utan bedömning") :]
    assert "Här finns ingen statistik" in card
    assert not re.search(r'data-attainment="(yes|no|close|reached|missed)"', card)


def test_an_indicative_verdict_is_named_and_stands_in_its_own_box() -> None:
    markup = shown(answers(BUDGET))
    box = markup[markup.index('class="indicative"') :]
    box = box[: box.index("</div>")]
    assert "Vägledande bedömning" in box
    assert "data-attainment" not in box


def test_goals_not_in_force_are_called_what_they_are() -> None:
    markup = shown(answers(PROPOSED))
    assert "förslag" in markup[markup.index("Provförslaget") - 200 :]
    assert 'id="goal-0001-g04"' not in markup


def test_the_steps_can_be_worked_out_again_from_what_is_shown() -> None:
    told = words(shown(answers(HALF)))
    verdict = answers(HALF).verdicts[0]
    assert verdict.path is not None
    match = re.search(r"100 000 − \(100 000 − 50 000\) × 32 ÷ 40 = ([\d ]+) ton", told)
    assert match is not None
    assert int(match[1].replace(" ", "")) == round(verdict.path) == 60_000
    pace = re.search(r"I samma takt 2030 ([\d ]+) × \(1 − (\d,\d+)\)\^8 = ([\d ]+) ton", told)
    assert pace is not None
    start, rate, end = (float(part.replace(" ", "").replace(",", ".")) for part in pace.groups())
    assert start * (1 - rate) ** 8 == pytest.approx(end, abs=3)


def test_the_required_rate_can_be_worked_out_again_from_what_is_shown() -> None:
    told = words(shown(answers(HALF)))
    match = re.search(r"1 − \(([\d ]+) ÷ ([\d ]+)\)\^\(1 ÷ (\d+)\) = ([\d,]+) %", told)
    assert match is not None
    target, latest, years = (float(match[place].replace(" ", "")) for place in (1, 2, 3))
    stated = float(match[4].replace(",", "."))
    assert (1 - (target / latest) ** (1 / years)) * 100 == pytest.approx(stated, abs=0.06)


def test_each_verdict_tells_its_rules_and_what_would_change_it() -> None:
    told = shown(answers(HALF))
    for part in ("done", "path", "verdict"):
        assert f'href="/sv/metod#{part}"' in told
    verdict = answers(HALF).verdicts[0]
    assert verdict.projected is not None
    assert verdict.target is not None
    margin = f"{verdict.projected - verdict.target:,.0f}".replace(",", " ")
    assert f"bli {margin} ton lägre" in words(told)


def test_the_path_in_the_chart_is_the_one_that_the_verdict_measured_against() -> None:
    for verdict in answers(HALF).verdicts:
        path = path_behind(verdict)
        assert path is not None
        assert verdict.latest_year is not None
        assert path.value(verdict.latest_year) == pytest.approx(verdict.path)


def outlook_of(facts: CityAnswers) -> Outlook:
    panel = (
        page(Address("city", "sv", slug="provkoping"), facts).charts["emissions-chart"].panels[0]
    )
    assert isinstance(panel, LinePanel)
    assert panel.outlook is not None
    return panel.outlook


def test_what_is_ahead_begins_with_the_latest_observed_value() -> None:
    ahead = outlook_of(answers(HALF))
    latest = POINTS[-1]
    assert ahead.needed is not None
    assert ahead.continued is not None
    for points in (ahead.needed.points, ahead.continued.points):
        assert points[0] == (latest.year, latest.value)
        assert all(year > latest.year for year, _ in points[1:])


def test_the_needed_curve_ends_at_what_the_goal_allows_and_bears_its_name() -> None:
    facts = answers(HALF)
    verdict = facts.own_verdicts[0]
    ahead = outlook_of(facts)
    assert ahead.needed is not None
    assert ahead.needed.label.replace("\u00a0", " ") == "50 % lägre utsläpp 2030 än 1990"
    year, value = ahead.needed.points[-1]
    assert year == verdict.target_year
    assert value == pytest.approx(verdict.target)


def test_the_continued_pace_is_the_mean_of_all_years_since_the_first() -> None:
    facts = answers(HALF)
    since = [point for point in POINTS if point.year >= 2015]
    span = since[-1].year - since[0].year
    kept = (since[-1].value / since[0].value) ** (1 / span)
    ahead = outlook_of(facts)
    assert ahead.continued is not None
    for year, value in ahead.continued.points:
        assert value == pytest.approx(since[-1].value * kept ** (year - since[-1].year))


def test_the_gap_stands_between_what_the_goal_allows_and_where_the_pace_ends() -> None:
    """Half of 100 000 t in 1990 may be left in 2030; 73 000 t in 2022 after 80 000 in 2015."""
    gap = outlook_of(answers(HALF)).gap
    assert gap is not None
    assert (gap.year, gap.target) == (2030, 50_000)
    assert gap.reached == pytest.approx(73_000 * (73 / 80) ** (8 / 7))


def test_the_band_lies_as_far_under_the_continued_pace_as_over_it() -> None:
    ahead = outlook_of(replace(answers(HALF), band=Band((0.1, 0.2))))
    assert ahead.continued is not None
    value = dict(ahead.continued.points)
    assert [year for year, _, _ in ahead.continued.band] == [2023, 2024]
    for (year, low, high), half in zip(ahead.continued.band, (0.1, 0.2), strict=True):
        assert (low, high) == pytest.approx((value[year] * (1 - half), value[year] * (1 + half)))


@pytest.mark.parametrize(
    ("lang", "message"),
    [
        ("sv", "2022 var utsläppen 73,0 tusen ton, 27 % mindre än 1990."),
        ("en", "In 2022 emissions were 73.0 thousand tonnes, 27% less than in 1990."),
    ],
)
def test_the_chart_tells_the_latest_value_against_the_first(lang: str, message: str) -> None:
    """73 000 t in 2022 and 100 000 in 1990."""
    chart = page(Address("city", lang, slug="provkoping"), answers(HALF)).charts["emissions-chart"]
    assert chart.message.replace("\u00a0", " ") == message
    ticks = re.findall(r'class="tick" text-anchor="end">([^<]+)<', chart_svg(chart, WIDE))
    assert 80 <= max(int(tick) for tick in ticks) < 200, "80 000 t at most since 2005"


def test_goals_of_another_release_draw_no_path() -> None:
    facts = answers(HALF)
    elsewhere = replace(facts, release=replace(facts.release, label="annan-2020"))
    made = page(Address("city", "sv", slug="provkoping"), elsewhere)
    panel = made.charts["emissions-chart"].panels[0]
    assert panel.outlook.needed is None
    assert panel.outlook.path == ()


def test_new_counting_is_told_before_the_figures() -> None:
    facts = answers(HALF)
    abroad = SectorValue(2022, "international_transport", 10_000.0, "final")
    more = (*POINTS[:-1], Point(2022, POINTS[-1].value + 10_000.0))
    late = (SectorStart("international_transport", 2022),)
    markup = shown(replace(facts, points=more, sectors=(*facts.sectors, abroad), late_sectors=late))
    assert markup.index("Jämför med försiktighet") < markup.index('class="tiles"')


def test_a_municipality_without_grants_draws_no_money_and_says_so() -> None:
    made = page(Address("city", "sv", slug="provkoping"), answers(HALF))
    assert not any(isinstance(p, BarPanel) for p in made.charts["emissions-chart"].panels)
    assert "Det betyder inte att inga pengar har kommit" in shown(answers(HALF))


def test_both_languages_show_the_same_verdicts() -> None:
    badges = [
        re.findall(r'data-attainment="(\w+)"', shown(answers(*ALL), lang)) for lang in ("sv", "en")
    ]
    assert badges[0] == badges[1]
    assert Attainment.NOT_ASSESSABLE in badges[0]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_verdict_is_told_in_the_readers_language_alone(lang: str) -> None:
    told = words(shown(answers(HALF), lang))
    verdict = answers(HALF).verdicts[0]
    sentences = {"sv": verdict.sentence_sv, "en": verdict.sentence_en}
    for name, sentence in sentences.items():
        assert (sentence.replace("\u00a0", " ") in told) is (name == lang)


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("sv", "Provlän · klimatkontrakt sedan 2022"),
        ("en", "Provlän · climate city contract since 2022"),
    ],
)
def test_a_contract_is_told_since_it_was_signed_not_since_the_city_joined(
    lang: str, line: str
) -> None:
    signed = replace(HERE, contract_since=2019, signed="2022-12")
    assert line in words(shown(replace(answers(HALF), municipality=signed), lang))


def test_a_goal_that_was_corrected_says_so_in_its_card_and_no_other_does() -> None:
    at = datetime(2026, 11, 30, 12, tzinfo=UTC)
    marked = Correction(
        1, at, Action.CORRECT, "goals", HALF.goal_id, CODE, "Prov", "fel år", "correction",
        date(2026, 11, 30), (),
    )  # fmt: skip
    markup = shown(replace(answers(HALF, BUDGET), corrections=(marked,)))
    cards = re.split(r'id="goal-([^"]+)"', markup[markup.index('id="goals"') :])
    told = {
        goal_id
        for goal_id, card in zip(cards[1::2], cards[2::2], strict=True)
        if "Rättad 30 november 2026: fel år." in card.split("</article>")[0]
    }
    assert told == {HALF.goal_id.lower()}


def test_ids_are_unique() -> None:
    ids = re.findall(r'\sid="([^"]+)"', shown(answers(*ALL)))
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_shared_picture_holds_shape_verdict_with_its_doubt_and_the_pair(lang: str) -> None:
    facts = replace(answers(*ALL), outline="M0 0l10 0l0 10l-10 0z")
    made = page(Address("city", lang, slug="provkoping"), facts)
    markup = unescape(to_html(made.body))
    drawn = unescape(picture_svg(made))
    badge = re.search(r"<a [^>]*city-badge[^>]*><span[^>]*>([^<]+)<", markup)
    assert badge is not None
    pair = re.findall(r"<dt>([^<]+)</dt><dd><svg.*?</svg>([^<]+)</dd>", markup)
    assert pair
    texts = set(re.findall(r"<text[^>]*>([^<]+)</text>", drawn))
    assert {badge[1], *(words for row in pair for words in row)} <= texts
    assert drawn.count(facts.outline) == 1
    assert drawn.count('class="pair-bar"') == len(pair)
