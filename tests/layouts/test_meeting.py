"""The meeting: nine views with their own addresses, made of the city's facts, without scripts."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from layouts.city.ahead import leading
from layouts.city.summary import summary
from layouts.html.blocks import Grid, Items, inside
from layouts.html.to_html import to_html
from layouts.links.addresses import Address, href
from layouts.meeting import MeetingAnswers, page
from layouts.meeting.page import ALL
from layouts.meeting.parts import ROOM, later_part, part_count
from layouts.meeting.view import Setting
from layouts.meeting.views import BUILDERS, VIEW_IDS
from layouts.meeting.words import turns
from layouts.money.answers import MoneyAnswers
from layouts.phrases.text import text as i18n_text
from progress.emissions.series import Point
from progress.emissions.series_breaks import SectorStart
from progress.promises.decisions import Decision, Meeting
from progress.promises.matters import standings
from progress.promises.pledge_status import Standing
from progress.records import Activity
from progress.snapshot_difference import difference
from progress.snapshots import (
    FrozenCost,
    FrozenFigure,
    FrozenGoal,
    FrozenPlan,
    FrozenRelease,
    FrozenStatus,
    FrozenSum,
    Snapshot,
    SnapshotName,
)
from tests.layouts.city_facts import BUDGET, GROUP, HALF, HERE, RELEASE, answers
from tests.layouts.test_party import promise
from tests.layouts.test_what_if import LEVEL
from tests.layouts.test_what_if import answers as what_if_answers
from tests.progress.test_money_plan import ACTION, UNKNOWN

TODAY = date(2026, 6, 1)
DEED = Activity(
    "A-1", "0001", "Provaktivitet", "", "", "", "", "", "Provfonden", "", "2025", "", "", "running",
    date(2025, 5, 1), "",
)  # fmt: skip


def meeting(**fields: object) -> MeetingAnswers:
    city = replace(
        answers(HALF, GROUP, BUDGET),
        commitments=(promise(1), promise(2, "late", status_date=date(2026, 3, 1))),
        activities=(DEED,),
    )
    made = MeetingAnswers(city, MoneyAnswers(HERE, (), (), (), ()), TODAY, "7-20260601T080000")
    return replace(made, **fields)  # type: ignore[arg-type]


def html(view: str, lang: str = "sv", **fields: object) -> str:
    address = Address("meeting", lang, HERE.slug).with_query(view=view)
    return to_html(page(address, meeting(**fields)).body)


def words(view: str, lang: str = "sv", **fields: object) -> str:
    plain = re.sub("<[^>]+>", "|", html(view, lang, **fields)).replace("\u00a0", " ")
    return re.sub(r"\|+", "|", plain)


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("number", range(1, 10))
def test_every_view_has_one_heading_and_the_ways_on_and_back(number: int, lang: str) -> None:
    text = html(str(number), lang)
    assert text.count("<h1") == 1
    assert ('rel="prev"' in text, 'rel="next"' in text) == (number > 1, number < 9)
    assert text.count('aria-current="step"') == 1
    for place in range(1, 10):
        address = Address("meeting", lang, HERE.slug).with_query(view=str(place))
        assert f'href="{href(address)}"' in text
    assert f"{number} {'av' if lang == 'sv' else 'of'} 9" in text


def test_without_a_choice_the_meeting_begins_at_its_beginning() -> None:
    shown = page(Address("meeting", "sv", HERE.slug), meeting())
    assert shown.title.startswith("Så ligger Provköping till")
    assert shown.stylesheet == "meeting.css"


def test_all_views_stand_on_one_page_for_paper_each_with_where_it_comes_from() -> None:
    text = html(ALL)
    assert text.count("<h1") == 1
    assert text.count("<section") == len(BUILDERS) == len(VIEW_IDS)
    assert text.count("Dataversion 7 (1\u00a0juni\u00a02026)") == len(BUILDERS)
    assert text.count("/sv/kommun/provkoping/mote?vy=alla") >= len(BUILDERS)
    assert "Provutgåva 2024 (hämtad" in text


def test_the_first_view_says_what_the_city_page_says() -> None:
    result = meeting()
    text = words("1")
    assert "50 % lägre utsläpp 2030 än 1990 kräver" in text
    assert result.city.yardstick is not None
    assert "Utsläppen i Provköping år för år" in text


def test_what_has_turned_is_told_unless_the_counting_changed() -> None:
    city = meeting().city
    points = (*city.points, Point(2023, 80_000.0))
    risen = replace(city, points=points)
    assert "Utsläppen: upp 10 %" in words("3", city=risen)
    counted = replace(risen, late_sectors=(SectorStart("waste", 2023),))
    assert "Utsläppen: upp 10 %" not in words("3", city=counted)


def test_late_past_its_time_and_not_assessable_fall_apart_and_nothing_is_told_twice() -> None:
    late = words("2")
    assert "Försenat eller avbrutet: 1" in late
    assert "Över tiden: 1" in late
    assert late.index("Provåtagande 2") < late.index("Provaktivitet")
    assert "Provåtagande 1" not in late
    text = words("6")
    assert "Går inte att bedöma, ingen rapport här: 1" in text
    assert "finansierar 1 av 1 aktiviteter" in text
    assert "inte registrerat" in text


def test_unknown_money_is_said_and_is_no_zero() -> None:
    assert "Här finns ingen klimatinvesteringsplan" in words("2")
    assert "okända, inte noll" in words("8")


def test_a_plan_that_says_what_is_secured_of_some_actions_has_a_known_gap() -> None:
    some = replace(ACTION, secured=Decimal(40), payer="state")
    text = words("7", money=MoneyAnswers(HERE, (), (some, UNKNOWN), (), ()))
    assert "För 1 av dem står vad som är säkrat: där fattas 60–160 kr." in text
    assert "gap okända" not in text
    nothing = words("7", money=MoneyAnswers(HERE, (), (ACTION, UNKNOWN), (), ()))
    assert "Därför är både säkrat och gap okända" in nothing


def test_a_view_rests_on_the_releases_that_hold_rows_of_the_municipality() -> None:
    """Not on another city's newer file of the same kind."""
    own, more, others = (
        replace(RELEASE, label=name, kind="grants", title=f"Utgåvan {name}")
        for name in ("egen", "egen-till", "andras")
    )
    city = replace(answers(HALF), all_releases=(RELEASE, own, more, others))
    text = words("7", city=city, behind=frozenset({"egen", "egen-till"}))
    assert "Utgåvan egen (" in text
    assert "Utgåvan egen-till (" in text
    assert "andras" not in text


def test_what_resources_are_enough_for_and_what_goes_to_politics_is_listed_where_it_is_told() -> (
    None
):
    some = (
        promise(1, status_resources="politics"),
        promise(2, status_resources="enough"),
        promise(3),
    )
    text = words("6", city=replace(answers(HALF), commitments=some))
    assert "Måste avgöras politiskt: 1|Provåtagande 1|" in text
    assert "Befintliga resurser räcker: 1|Provåtagande 2|" in text
    assert "För 1 är det inte registrerat." in text
    assert "är inte registrerat. Det är en fråga" not in text
    english = words("6", "en", city=replace(answers(HALF), commitments=some))
    assert "Must be decided politically: 1" in english


def test_without_activities_none_are_counted() -> None:
    text = words("6", city=replace(answers(HALF), commitments=(promise(1),)))
    assert "Här finns inga aktiviteter" in text
    assert "0 av 0" not in text


def test_the_questions_follow_from_the_facts() -> None:
    text = words("8")
    assert "Vilka beslut ökar takten mot ”Provmål 0001-G01”?" in text
    assert "1 av 3 åtaganden och aktiviteter är rapporterat som försenat" in text


def test_a_municipality_without_goals_promises_or_money_has_a_meeting_too() -> None:
    bare = meeting(city=answers())
    for number in range(1, 10):
        address = Address("meeting", "en", HERE.slug).with_query(view=str(number))
        assert "<h1" in to_html(page(address, bare).body)


def changed(**fields: object) -> str:
    taken = SnapshotName(3, "Provmöte", "0001", datetime(2026, 3, 1, tzinfo=UTC))
    old = Snapshot("0001", goals=(FrozenGoal("G", "Provmål", attainment="no"),))
    new = replace(old, **fields)  # type: ignore[arg-type]
    return words("changes", since=taken, difference=difference(old, new), snapshots=(taken,))


def test_new_figures_stand_with_the_latest_year_first() -> None:
    text = changed(figures=(FrozenFigure(2023, 91_000.0), FrozenFigure(2024, 90_000.0)))
    assert text.index("2024|: 90,0 tusen ton") < text.index("2023|: 91,0 tusen ton")


def test_what_is_another_since_the_last_meeting_is_told_old_to_new_with_its_cause() -> None:
    text = changed(
        goals=(FrozenGoal("G", "Provmål", attainment="yes", terms=("rate=1",)),),
        figures=(FrozenFigure(2024, 90_000.0),),
        money=(FrozenSum("granted", "1000", 1, 1),),
    )
    assert "Jämfört med ”Provmöte”, sparat 1 mars 2026." in text
    assert "nås inte → nås|(ändrat mål)" in text
    assert "2024|: 90,0 tusen ton |(nya siffror)" in text
    assert "uppgift saknas → 1 000 kronor" in text


def test_a_sum_that_is_another_is_told_old_to_new() -> None:
    taken = SnapshotName(3, "Provmöte", "0001", datetime(2026, 3, 1, tzinfo=UTC))
    old = Snapshot("0001", money=(FrozenSum("granted", "1000", 1, 2),))
    new = replace(old, money=(FrozenSum("granted", "4000", 2, 3),))
    fields: dict[str, Any] = {"since": taken, "difference": difference(old, new)}
    assert "1 000 kronor (känd för 1 av 2 bidrag) → 4 000 kronor (känd för 2 av 3 bidrag)" in words(
        "changes", **fields
    )
    assert "SEK 1,000 (known for 1 of 2) → SEK 4,000 (known for 2 of 3)" in words(
        "changes", "en", **fields
    )


def test_a_goal_that_is_another_is_told_with_its_terms_and_figures_old_to_new() -> None:
    taken = SnapshotName(3, "Provmöte", "0001", datetime(2026, 3, 1, tzinfo=UTC))
    terms = ("target_year=2030", "budget_tonnes=1328000.0", "rate=None", "gas=co2", "state=None")
    others = ("target_year=2035", "budget_tonnes=1200000.0", "rate=0.16", "gas=co2e", "state=near")
    was = FrozenGoal("G", "Provmål", terms=terms, attainment="no", needed=0.118, left=820_000.0)
    now = replace(was, terms=others, needed=0.143, left=-5_000.0)
    path = replace(was, goal_id="H", title_sv="Provbana", left=None, gap=237_000.0)
    near = replace(path, gap=224_000.0, needed=0.52)
    old, new = Snapshot("0001", goals=(was, path)), Snapshot("0001", goals=(now, near))
    result = difference(old, new)
    text = words("changes", since=taken, difference=result, snapshots=(taken,))
    for told in (
        "målet är ändrat, bedömningen densamma",
        "målår: 2030 → 2035",
        "budgeten: 1,33 miljoner ton → 1,20 miljoner ton",
        "minskning per år: anges inte → 16 %",
        "gas: koldioxid → växthusgaser (koldioxidekvivalenter)",
        "tillstånd: ändrat",
        "minskning som krävs per år: 11,8 % → 14,3 %",
        "samma bedömning, andra siffror",
        "mot målets bana: 237 tusen ton → 224 tusen ton för mycket",
    ):
        assert told in text, told


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_an_earlier_meeting_opens_as_it_was_from_its_snapshot_alone(lang: str) -> None:
    taken = SnapshotName(3, "Provmöte", "0001", datetime(2026, 3, 1, tzinfo=UTC))
    goal = FrozenGoal(
        "G", "Provmål då", "Made-up goal then", attainment="no", sentence_sv="Så sades det då.",
        sentence_en="As it was told then.",
    )  # fmt: skip
    old = Snapshot(
        "0001",
        release="prov-gammal",
        figures=(FrozenFigure(1999, 76_543.0),),
        goals=(goal,),
        statuses=(FrozenStatus("P", "Provlöfte", "Promise", "done", "2026-02-01"),),
        money=(FrozenSum("granted", "4000", 1, 2),),
        releases=(FrozenRelease("prov-gammal", "emissions", "Gammal provutgåva"),),
        plan=FrozenPlan(
            5, 3, 2, "SEK", "10", "20", "30", (FrozenCost("SEK", "capex", "total", "7", "9", 2),)
        ),
    )
    told = {
        "since": taken,
        "frozen": old,
        "difference": difference(old, old),
        "snapshots": (taken,),
    }
    text = words("frozen", lang, **told)
    said = {
        "sv": (
            "Provmål då",
            "Så sades det då.",
            "76 543",
            "klart|2026-02-01",
            "4 000 kronor",
            "20–30 kr",
            "7–9 kr",
        ),
        "en": (
            "Made-up goal then",
            "As it was told then.",
            "76,543",
            "done|2026-02-01",
            "SEK 4,000",
        ),
    }[lang]
    for one in (*said, "Gammal provutgåva", "Provmöte"):
        assert one in text, one
    there = Address("meeting", lang, HERE.slug).with_query(view="frozen", meeting="3")
    assert f'href="{href(there)}"'.replace("&", "&amp;") in html("changes", lang, **told)
    assert words("frozen", lang, snapshots=(taken,)).count("Provmöte") == 1


def test_a_snapshot_from_before_plans_were_frozen_opens_too() -> None:
    taken = SnapshotName(3, "Provmöte", "0001", datetime(2026, 3, 1, tzinfo=UTC))
    bare = Snapshot("0001")
    text = words("frozen", since=taken, frozen=bare, difference=difference(bare, bare))
    assert "Så såg det ut då" in text
    assert "Investeringsplanen" not in text


def test_when_nothing_has_changed_the_meeting_says_so() -> None:
    assert "Inget har ändrats: siffror" in changed()


def test_without_a_snapshot_the_view_says_how_one_is_taken_or_which_there_are() -> None:
    assert "klimat snapshot take" in words("changes")
    taken = SnapshotName(3, "Provmöte", "0001", datetime(2026, 3, 1, tzinfo=UTC))
    assert "/sv/kommun/provkoping/mote?vy=sedan-sist&amp;sedan=3" in html(
        "changes", snapshots=(taken,)
    )


def test_the_first_view_has_verdict_pair_and_what_is_late_has_turned_and_is_to_be_decided() -> None:
    made = meeting()
    text = html("1")
    assert 'class="verdict"' in text
    assert 'class="pair"' in text
    where = standings(made.own_promises, TODAY)
    late = where[Standing.LATE] + where[Standing.OVERDUE]
    shown = re.findall(r'<a href="[^"]*vy=(\w+)"><strong>(\d+)</strong>', text)
    moved = turns(made, i18n_text("sv"))
    assert shown == [("2", str(late)), ("3", str(len(moved))), ("8", str(len(made.questions)))]
    assert late == 1, "an agency's is not the city's own"
    assert "försenade eller över tiden av 1 i kontraktet" in words("1")
    card = to_html(summary(replace(made.city, today=TODAY), i18n_text("sv")))
    assert "1 i kontraktet · 1 över tiden" in card, "the same counts on the city's page"


DECIDED = Decision(
    "D1", "0001", "Bussarna går på el", "decided", "Bolaget", "2028", Decimal(12_000_000), 300.0,
    500.0, "", date(2026, 3, 26), "Styrgruppen", "Provmöte", date(2026, 5, 1), "Upphandling pågår.",
    "Protokoll",
)  # fmt: skip


def test_a_decision_stands_with_what_it_saw_and_what_came_of_it() -> None:
    name = SnapshotName(3, "Provmöte", "0001", datetime(2026, 3, 26, tzinfo=UTC))
    proposed = replace(DECIDED, decision_id="D2", state="proposed", text="Laddplan", snapshot="")
    fields: dict[str, Any] = {
        "decisions": (proposed, DECIDED),
        "snapshots": (name,),
        "city": replace(
            meeting().city, meetings=(Meeting("0001", date(2026, 11, 26), "Styrgruppen"),)
        ),
    }
    text = re.sub(r"[|\s]+", " ", words("9", **fields))
    assert (
        "Att besluta: 1 Laddplan Bolaget; klart 2028; 12,0 miljoner kronor; minskar 300–500 ton"
        in text
    )
    assert "Beslutat 26 mars 2026, inte klart, klart 2028. Uppföljt 1 maj 2026. Upphandling" in text
    assert "sedan=3" in html("9", **fields), "the way to what the meeting saw"
    assert "Nästa möte: 26 november 2026, Styrgruppen." in text
    assert "1|förslag att besluta" in words("1", **fields).replace("| ", "|")


def test_scenarios_of_the_board_are_a_view_and_stand_on_paper() -> None:
    """820 t in 2024; 784.6 at the same pace in 2026, −10 % a year from 2027: 515 t in 2030."""
    there = Address("meeting", "sv", HERE.slug).with_query(scenario=("Lugnt~10~2027~-",))
    made = meeting(what_if=what_if_answers(LEVEL))
    for view in ("road", "all"):
        text = to_html(page(there.with_query(view=view), made).body)
        text = re.sub(r"(<[^>]+>|\s)+", " ", text).replace("\u00a0", " ")
        assert "Det som krävs −15,6 % om året från 2027" in text, view
        assert "Lugnt −10 % om året från 2027 515 ton" in text, view
        assert "Det som krävs, och de sparade scenarierna" in text, view
    assert "Scenarier" not in words("all")


def test_what_must_go_to_politics_stands_among_what_is_to_be_decided() -> None:
    some = (promise(1, status_resources="politics"), promise(2))
    text = words("9", city=replace(answers(HALF), commitments=some))
    assert "Måste avgöras politiskt: 1|Provåtagande 1" in text
    assert "Provåtagande 2" not in text


def test_where_no_promises_are_known_none_is_said_to_be_late() -> None:
    city = replace(meeting().city, commitments=(), activities=())
    assert "–|åtaganden finns inte här" in words("1", city=city).replace("| ", "|")


def test_a_view_with_more_than_fits_goes_on_in_numbered_parts() -> None:
    many = tuple(
        Decision(f"D-{n}", "0001", f"Beslut {n}.", "decided", meeting_day=date(2026, 5, n))
        for n in range(1, 7)
    )
    first = words("9", decisions=many)
    assert [f"Beslut {n}." in first for n in (6, 3, 2, 1)] == [True, True, False, False]
    address = Address("meeting", "sv", HERE.slug).with_query(view="9", part="2")
    shown = to_html(page(address, meeting(decisions=many)).body)
    assert "(2 av 2)</h1>" in shown
    assert [f"Beslut {n}." in shown for n in (6, 3, 2, 1)] == [False, False, True, True]
    assert 'href="/sv/kommun/provkoping/mote?vy=9&amp;del=2"' in html("9", decisions=many)
    back = re.search(r'href="([^"]+)" rel="prev"', shown)
    assert back is not None
    assert back[1] == href(address.with_query(part=None))
    too_far = to_html(page(address.with_query(part="9"), meeting(decisions=many)).body)
    assert "(2 av 2)" in too_far


def test_the_parts_of_every_view_hold_all_that_there_is_and_no_more_than_fits() -> None:
    promised = tuple(promise(n, "late", status_date=date(2026, 3, 1)) for n in range(1, 15))
    city = replace(meeting().city, commitments=promised)
    setting = Setting(Address("meeting", "sv", HERE.slug), meeting(city=city))
    parts = 0
    for builder in BUILDERS:
        body = builder(setting).body
        lists = [each for each in inside(body) if isinstance(each, Items | Grid) and each.most]
        later = [later_part(body, n) for n in range(2, part_count(body) + 1)]
        rows = [each for part in later for each in inside(part) if isinstance(each, Items | Grid)]
        assert sum(len(each.shown) for each in rows) == sum(len(each.withheld) for each in lists)
        assert all(0 < len(each.shown) <= ROOM for each in rows)
        parts += len(later)
    assert parts > 0


def test_a_proposal_tells_how_much_of_the_gap_it_is() -> None:
    verdict = leading(meeting().city)
    assert verdict is not None
    gap = verdict.effective.target_gap
    assert gap is not None
    proposed = Decision(
        "D-1", "0001", "Elbussar.", "proposed", effect_low_t=gap * 0.1, effect_high_t=gap * 0.2
    )
    assert "(10–20 % av det som fattas)" in words("9", decisions=(proposed,))


def test_the_minutes_tell_what_was_decided_with_what_it_saw() -> None:
    held = Meeting("0001", TODAY, "Styrgruppen", "Styrgrupp juni")
    decisions = (
        Decision("D-1", "0001", "Bygg banan.", "decided", meeting_day=TODAY),
        Decision("D-2", "0001", "Köp bussar.", "done", meeting_day=date(2026, 1, 5)),
        Decision("D-3", "0001", "Byt värmen.", "proposed"),
    )
    city = replace(meeting().city, meetings=(held,))
    text = words("minutes", city=city, decisions=decisions)
    assert "Styrgruppen, 1 juni 2026. Mötet jämför med ögonblicksbilden ”Styrgrupp juni”." in text
    order = [
        "Provaktivitet", "Förslag till beslut", "Byt värmen.", "Beslutat vid mötet", "Bygg banan.",
        "Tidigare beslut", "Köp bussar.", "Källor", "Provutgåva 2024",
    ]  # fmt: skip
    places = [text.index(each) for each in order]
    assert places == sorted(places)
