"""A contract's systems: what each shows, what waits for the city, and that nothing is made up."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from layouts.html.page_tables import page_tables
from layouts.html.to_html import to_html
from layouts.links.addresses import Address, href
from layouts.phrases.text import text
from layouts.systems import Account, SystemsAnswers, page
from layouts.systems.catalogue import OWN_PAGES, SYSTEMS
from layouts.systems.consumption import per_person
from layouts.systems.parties import names
from progress.emissions.series import Point
from progress.goals.goal import GoalScope
from progress.goals.goal_years import AreaYear
from progress.promises.contract_systems import (
    AccountComment,
    ContractRole,
    NationalFigure,
    Obstacle,
)
from progress.promises.contract_versions import ContractText, steps, versions
from progress.promises.decisions import Decision, Meeting
from progress.promises.pledge_status import Standing
from progress.promises.yearly_promises import PromiseYear
from progress.records import OwnSeries, StatusReport
from progress.snapshots import FrozenFigure, FrozenGoal, Snapshot, SnapshotName
from tests.layouts.city_facts import CODE, HALF, HERE, RELEASE, goal
from tests.layouts.full_city import full_city as full
from tests.layouts.test_meeting import DEED
from tests.progress.test_money_plan import ACTION

DAY = date(2026, 6, 1)
THERE = replace(HERE, code="0002", name="Testby", slug="testby")
ROLE = ContractRole(
    CODE, "steering", "Styrgruppen", "", "styr", "steers", False, "", "3.3", "", "Prov", ""
)
PARTY = replace(
    ROLE, role="party", name="Provbolaget", promised_sv="bidrar", promised_en="contributes"
)
OBSTACLE = Obstacle(
    "H-1",
    CODE,
    "Provlagen hindrar.",
    "",
    "provlagen",
    "",
    "2024",
    "named",
    "energy",
    "",
    "3",
    "hindrar",
    "Prov",
    "",
)
NATION = (
    NationalFigure("consumption_abroad", 2020, 3000.0),
    NationalFigure("consumption_abroad", 2021, 2000.0),
    NationalFigure("territorial_fossil", 2021, 4_000_000.0),
    NationalFigure("biogenic", 2021, 5_000_000.0),
)
COUNTS = dict.fromkeys(Standing, 0) | {Standing.LATE: 2, Standing.DONE: 1}
ACCOUNT = Account(
    2022,
    (2022, 2021),
    (),
    AreaYear(CODE, 71_600.0, 80_000.0, None),
    None,
    (
        PromiseYear(
            "Provköpings kommun",
            "municipality",
            CODE,
            3,
            {Standing.LATE: 2, Standing.DONE: 1},
            1,
            2,
        ),
    ),
    {
        DEED.activity_id: StatusReport(
            DEED.activity_id, date(2022, 5, 1), "done", "Klart i maj.", "Prov"
        )
    },
)


def systems(**fields: object) -> SystemsAnswers:
    made = SystemsAnswers(
        city=replace(full(), activities=(DEED,)),
        today=DAY,
        actions=(),
        roles=(),
        obstacles=(),
        documents=(),
        comments=(),
        national=(),
        people={},
        cities={HERE.code: HERE, THERE.code: THERE},
        texts=(),
        versions=(),
        steps=(),
        decisions=(),
        account=None,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


LARGER = replace(ACTION, action_id="P-2", title="Test", end_year=2030, reduction_high_t=40.0)
TAKEN = Decision(
    "D-1", CODE, "Bygg provbanan.", "decided", meeting_day=date(2022, 3, 1), body="Styrgruppen"
)
FULL: dict[str, Any] = {
    "actions": (ACTION, LARGER),
    "roles": (ROLE, PARTY),
    "obstacles": (OBSTACLE, replace(OBSTACLE, obstacle_id="H-2", municipality_code="0002")),
    "national": NATION,
    "people": {2020: 1000, 2021: 1000},
    "account": ACCOUNT,
    "comments": (AccountComment(CODE, 2022, "whole", "Ett provår.", "Prov", ""),),
    "decisions": (TAKEN,),
}


def document(system: str | None, lang: str = "sv", **fields: object) -> str:
    address = Address("systems", lang, HERE.slug).with_query(system=system)
    return to_html(page(address, systems(**fields)).body)


def words(system: str | None, lang: str = "sv", **fields: object) -> str:
    shown = document(system, lang, **fields)
    return re.sub(r"\|+", "|", re.sub("<[^>]+>", "|", shown)).replace("\u00a0", " ")


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("system", [None, *OWN_PAGES])
def test_every_system_has_its_page_with_and_without_facts(system: str | None, lang: str) -> None:
    for fields in ({}, FULL):
        shown = words(system, lang, **fields)
        assert "systems." not in shown
        assert text(lang)(f"systems.name.{system}" if system else "systems.title") in shown


def test_the_list_leads_to_every_system_and_says_what_waits() -> None:
    address = Address("systems", "sv", HERE.slug)
    shown = to_html(page(address, systems()).body)
    for system in OWN_PAGES:
        assert f'href="{href(address.with_query(system=system))}"' in shown
    rows = page_tables(page(address, systems()).body, "sv")[0].rows
    assert len(rows) == len(SYSTEMS)
    states = [row["Läge"] for row in rows]
    lead = re.search(
        r"nämner (\d+) system.*visar (\d+) .*, (\d+) en del .*och (\d+) väntar", words(None)
    )
    assert lead is not None
    waiting = sum(str(state).startswith("väntar") for state in states)
    assert [int(each) for each in lead.groups()] == [
        len(rows), states.count("visas"), states.count("visas till en del"), waiting,
    ]  # fmt: skip
    assert waiting > 0
    assert "Texten till Provköpings kontrakt finns inte här" in words(None)


def test_what_waits_leads_to_its_template() -> None:
    shown = document("parties")
    assert 'href="/sv/kommun/provkoping/kontraktet.xlsx?mall=contract-roles"' in shown


def test_the_model_rounds_and_puts_the_biggest_source_first() -> None:
    shown = words("model", **FULL)
    latest = {row.sector: row.tonnes for row in full().sectors if row.year == 2022}
    assert latest == {"transport": 44_000.0, "industry": 27_600.0}
    assert "Inrikes transporter är störst: 61 % av 72 000 ton 2022" in shown  # 44 000 of 71 600
    assert shown.index("44 000 ton") < shown.index("28 000 ton")
    assert "4,0 miljoner ton fossila territoriella, 5,0 miljoner ton biogena" in shown


def test_the_group_is_told_in_the_unit_of_its_own_figures() -> None:
    release = replace(RELEASE, kind="own-series", scope="group", unit="tonnes")
    tonnes = OwnSeries(release, CODE, (Point(2022, 1_234.0),))
    shown = words("model", city=replace(full(), own=(tonnes,)))
    assert "|2022|1 230|" in shown
    each = replace(tonnes, release=replace(release, unit="tonnes_per_person"))
    shown = words("model", city=replace(full(), own=(replace(each, points=(Point(2022, 0.412),)),)))
    assert "|ton per person|" in shown
    assert "|2022|0,41|" in shown


def test_the_country_stands_per_person_as_context_and_two_editions_are_no_trend() -> None:
    assert per_person(systems(**FULL)) == {2020: 3.0, 2021: 2.0}
    release = replace(RELEASE, kind="own-series", scope="consumption", unit="tonnes_per_person")
    two = OwnSeries(release, CODE, (Point(2019, 8.0), Point(2022, 7.0)))
    three = replace(two, points=(*two.points, Point(2024, 6.5)))
    shown = words("consumption", city=replace(full(), own=(two,)))
    assert "2022: 7,0 ton per person av konsumtion" in shown
    assert "Siffror från två tillfällen är ingen trend" in shown
    assert "ingen trend" not in words("consumption", city=replace(full(), own=(three,)))


def test_an_account_tells_the_year_and_the_citys_own_words() -> None:
    shown = words("accounts", **FULL)
    assert "Ett provår." in shown
    assert "2022: 71,6 tusen ton. −11 % sedan 2021." in shown  # 71.6 of 80
    assert "|Försenat eller över tiden|2|" in shown
    assert "Bygg provbanan." in shown
    assert "Klart i maj." in shown
    assert 'klimat snapshot take --city 0001 --name "Miljöbokslut 2022"' in shown


def test_a_frozen_account_keeps_the_figures_that_it_was_frozen_with() -> None:
    snapshot = Snapshot(
        CODE,
        figures=(FrozenFigure(2022, 65_000.0),),
        goals=(
            FrozenGoal("0001-G01", "Provmål", attainment="no", gap=1_000.0, needed=0.08, done=0.01),
        ),
    )
    name = SnapshotName(1, "Miljöbokslut 2022", CODE, datetime(2023, 2, 1, tzinfo=UTC))
    account = replace(ACCOUNT, frozen=name, snapshot=snapshot)
    shown = words("accounts", **{**FULL, "account": account})
    assert "65,0 tusen ton" in shown
    assert "71,6" not in shown
    assert "Låst 1 februari 2023" in shown
    assert "|Provmål|nås inte|1 000 ton över|8,0 %|1,0 %|" in shown


def test_an_activity_plan_tells_decision_priority_and_what_resources_suffice_for() -> None:
    planned = replace(
        DEED, focus_area="energi", decision="Styrgruppen 2026-02-01", priority="1",
        cost_sek=Decimal(1500), status_resources="politics", responsible="Provenheten",
    )  # fmt: skip
    meeting = Meeting(CODE, date(2026, 11, 26), "styrgruppen")
    city = replace(full(), activities=(planned, DEED), meetings=(meeting,))
    shown = words("activity_plan", city=city, roles=(ROLE, PARTY))
    assert "|Har ett beslut|1 av 2|" in shown
    assert "|Till politiken och budgeten|1 av 2|" in shown
    assert "Styrgruppen 2026-02-01" in shown
    assert "Måste avgöras politiskt" in shown
    assert "26 november 2026" in shown  # the next meeting of the body
    assert "Provbolaget" not in shown  # a party steers nothing


def test_weights_move_the_rank() -> None:
    address = Address("systems", "sv", HERE.slug).with_query(system="investment_plan")
    weighed = address.with_query(weight_time="0", weight_potential="3")
    (table,) = page_tables(page(weighed, systems(**FULL)).body, "sv")
    assert [row["Åtgärd"] for row in table.rows] == ["Test", "Prov"]
    assert {row["Vilar på"] for row in table.rows} == {"2 av 4"}


def test_the_same_obstacle_in_another_city_is_named() -> None:
    shown = words("obstacles", **FULL)
    assert "|Provlagen hindrar.|provlagen|inte sagt|2024|nämnt|" in shown
    assert "Testby" in shown
    assert "Energiplanering och energieffektivisering: nämnt av Provköping och Testby" in shown


def test_goals_for_journeys_stand_apart_from_the_verdicts_on_emissions() -> None:
    traffic = goal(
        "0001-G09",
        scope=GoalScope.TRANSPORT,
        reduction=0.2,
        base_year=None,
        series_note_sv="trafik",
    )
    trips = replace(full(), goals=(HALF, traffic))
    shown = words("other_goals", city=trips)
    assert "|Provmål 0001-G09|20 % mindre|2030|" in shown
    assert "Provmål 0001-G01" not in shown


def test_renewal_tells_word_by_word_what_changed_between_two_versions() -> None:
    old = goal("0001-G01", contract_version_year=2023, quote="minska 50 % till 2030")
    new = replace(old, contract_version_year=2024, reduction=0.6, quote="minska 60 % till 2030")
    known = versions((old, new), (ContractText("k", CODE, "Kontrakt", 2024, 2024),))
    shown = document("renewal", versions=known, steps=steps(known))
    assert "minska <del>50</del> <ins>60</ins> % till 2030" in shown


def test_a_party_is_in_the_activities_that_name_it() -> None:
    deed = replace(DEED, responsible="Provbolaget och Testföreningen", partners="SSAB, IKEA")
    assert all(names(deed, party) for party in ("Provbolaget", "Testföreningen", "IKEA"))
    assert not names(deed, "Prov")


def test_renewal_tells_what_became_of_the_citys_own_commitments() -> None:
    first = replace(
        full().commitments[0], municipality_code=CODE, contract_id="k1", quote_sv="Tio platser."
    )
    second = replace(first, commitment_id="N-1", contract_id="k2", quote_sv="Ett nytt råd hålls.")
    texts = (ContractText("k2", CODE, "B", 2024, 2025), ContractText("k1", CODE, "A", 2023, 2024))
    city = replace(full(), commitments=(first, second))
    shown = document("renewal", city=city, texts=texts)
    assert "<del>Tio platser.</del>" in shown
    assert "<ins>Ett nytt råd hålls.</ins>" in shown
    assert "2023 → 2024" in shown


def test_a_version_whose_goals_are_yet_to_be_added_has_dropped_none() -> None:
    old = goal("0001-G01", contract_version_year=2023)
    known = versions((old,), (ContractText("k", CODE, "Kontrakt", 2024, 2024),))
    shown = words("renewal", versions=known, steps=steps(known))
    assert "Borttaget" not in shown
    assert "Provmål 0001-G01" in shown
