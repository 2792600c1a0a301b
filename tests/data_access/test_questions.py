"""Every question gives the same answer on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection, insert, update

from data_access import questions as ask
from data_access import tables
from progress.emissions.series import Point, Status
from progress.money.loaded import loaded_sources
from progress.records import ExchangeRate, Municipality, SectorValue
from tests.data_access.made_up import NOW, release

PROVKOPING = Municipality(
    "9001", "Provköping", "provkoping", "90", "Provlän", 2019, True, "2019", "2019"
)


def test_municipalities_come_with_their_county(store: Connection) -> None:
    result = ask.municipalities(store)
    assert [one.code for one in result] == ["9001", "9002", "9101"]
    assert result[0] == PROVKOPING
    assert [one.is_contract_city for one in result] == [True, False, True]


def test_a_slug_names_one_municipality_or_none(store: Connection) -> None:
    assert ask.municipality_by_slug(store, "provkoping") == PROVKOPING
    assert ask.municipality_by_slug(store, "finns-inte") is None


def test_a_spelling_leads_to_a_code(store: Connection) -> None:
    assert ask.municipality_spellings(store) == {"PROVKÖPINGS KOMMUN": "9001"}


def test_population_is_that_of_the_last_release_year_by_year(store: Connection) -> None:
    assert ask.population(store, "9001") == {2022: 1000, 2023: 1011}
    assert ask.populations(store, 2023) == {"9001": 1011, "9002": 20}
    assert ask.populations(store, 1999) == {}
    assert ask.populations_of_years(store, (2023, 1999)) == {
        "9001": {2023: 1011},
        "9002": {2023: 20},
    }
    assert ask.populations_of_years(store, (2023, 1999), ("9001",)) == {"9001": {2023: 1011}}


def test_releases_come_newest_edition_first_with_source_and_moment(store: Connection) -> None:
    emissions = [release for release in ask.releases(store) if release.kind == "emissions"]
    assert [emission.label for emission in emissions] == [
        "prov-co2e-2",
        "prov-co2-1",
        "prov-co2e-1",
    ]
    assert emissions[0].source.publisher == "Provverket"
    assert emissions[0].imported == NOW
    assert (emissions[0].year_first, emissions[0].year_last) == (1990, 2023)


def test_the_default_release_is_the_newest_edition_of_the_gas(store: Connection) -> None:
    assert ask.default_release(store, "co2") == "prov-co2-1"
    assert ask.default_release(store, "co2e") == "prov-co2e-2"
    assert ask.default_release(store, "unspecified") == "prov-co2e-2"
    assert ask.default_release(store, "co2_biogenic") is None


def test_totals_are_sums_of_sectors_and_as_sure_as_the_least_sure(store: Connection) -> None:
    result = ask.totals(store, "prov-co2e-2")
    assert list(result) == ["9001", "9002", "9101"]
    assert result["9001"][0] == Point(1990, 1800.0)
    assert result["9001"][-1] == Point(2023, 1140.0, Status.PRELIMINARY)
    assert [point.year for point in result["9001"]] == [1990, *range(2015, 2024)]


def test_a_sum_of_nothing_is_zero_and_not_missing(store: Connection) -> None:
    assert {point.value for point in ask.totals(store, "prov-co2e-2")["9002"]} == {0.0}


def test_the_totals_of_a_year_and_the_years_are_those_of_the_whole_series(
    store: Connection,
) -> None:
    for label in ("prov-co2e-1", "prov-co2e-2", "prov-co2-1"):
        whole = ask.totals(store, label)
        observed = {p.year for points in whole.values() for p in points if p.status.observed}
        assert ask.observed_years(store, label) == tuple(sorted(observed))
        for year in (*observed, 1066):
            of_year = {code: p for code, points in whole.items() for p in points if p.year == year}
            assert ask.totals_of_year(store, label, year) == of_year
    assert ask.observed_years(store, "finns-inte") == ()


def test_a_release_without_sectors_has_totals_all_the_same(store: Connection) -> None:
    assert ask.totals(store, "prov-co2e-1")["9001"][-1].value == 4300.0
    assert {value.sector for value in ask.sectors(store, "prov-co2e-1", "9001")} == {"total"}


def test_an_unknown_release_has_no_figures(store: Connection) -> None:
    assert ask.totals(store, "finns-inte") == {}
    assert ask.sectors(store, "finns-inte", "9001") == ()


def test_sectors_are_the_rows_of_one_release(store: Connection) -> None:
    result = ask.sectors(store, "prov-co2-1", "9101")
    assert result[0] == SectorValue(1990, "transport", 2600.0, "final")
    assert len(result) == 30


def test_the_sum_of_municipalities_stands_apart_from_the_nation(store: Connection) -> None:
    assert ask.national(store, "prov-co2e-2")[-1] == Point(2023, 3420.0, Status.PRELIMINARY)
    assert ask.published_national(store, "prov-co2e-2") == (Point(2023, 3550.0),)
    assert ask.published_national(store, "prov-co2-1") == ()


def test_the_sum_of_municipalities_is_as_sure_as_its_least_sure_part(scratch: Connection) -> None:
    total = tables.emission_total
    scratch.execute(
        update(total)
        .where(total.c.municipality_code == "9001", total.c.year == 2023)
        .values(status="final")
    )
    assert ask.national(scratch, "prov-co2e-2")[-1].status is Status.PRELIMINARY


def test_indicators_keep_zero_as_a_value(store: Connection) -> None:
    (definition,) = ask.indicator_definitions(store)
    assert (definition.desired, definition.source.source_id) == ("up", "prov")
    values = ask.indicator_values(store, "cycle-metres")
    assert [(value.municipality_code, value.year, value.value) for value in values] == [
        ("9001", 2022, 10.0),
        ("9001", 2023, 12.5),
        ("9002", 2023, 0.0),
    ]


def test_goals_hold_as_last_loaded_and_keep_what_is_left_out_empty(store: Connection) -> None:
    result = {goal.goal_id: goal for goal in ask.goals(store)}
    assert list(result) == ["9001-G01", "9001-G02", "9101-G01", "9101-G02"]
    assert result["9001-G01"].title_sv == "Halverade utsläpp"
    budget = result["9001-G02"]
    assert (budget.kind, budget.rate, budget.base_year) == ("budget", 0.053, None)
    assert budget.near_sectors_left_out == ("industry",)
    assert result["9101-G01"].strict is False
    assert ask.goals(store, "9001") == (result["9001-G01"], result["9001-G02"])


def test_a_city_sees_its_own_commitments_and_those_of_all(store: Connection) -> None:
    (own,), (common,) = ask.commitments(store, "9001"), ask.shared_commitments(store)
    assert [own.commitment_id, common.commitment_id] == ["PROV-1", "PROV-2"]
    assert (own.contract, own.status) == ("Provkontrakt", "late")
    assert own.status_date == date(2025, 3, 1)
    assert (common.status, common.status_date) == ("unknown", None)
    assert len(ask.commitments(store)) == 3


def test_activities_have_their_newest_status(store: Connection) -> None:
    (found,) = ask.activities(store, "9001")
    assert (found.activity_id, found.status) == ("PROV-A1", "running")
    assert ask.activities(store, "9101") == ()


def test_amounts_are_exact_and_unknown_is_not_zero(store: Connection) -> None:
    own, shared = ask.grants(store, "9001")
    assert own.amount == Decimal("1234567890123.45")
    assert shared.amount == Decimal(0)
    assert shared.places == ("9001", "9002")
    assert [grant.amount for grant in ask.grants(store)] == [own.amount, Decimal(0), None]
    assert (own.year, shared.year) == (2021, None)


def test_investment_actions_add_without_rounding(store: Connection) -> None:
    (action,) = ask.investment_actions(store, "9001")
    assert action.cost_low is not None
    assert action.cost_high is not None
    assert action.cost_low + action.cost_low + action.cost_low == action.cost_high
    assert (action.reduction_low_t, action.reduction_high_t) == (0.0, None)
    assert ask.investment_actions(store, "9101") == ()


def test_stocks_rates_and_prices(store: Connection) -> None:
    (bond,) = ask.stocks(store, "9001")
    assert (bond.at, bond.issued, bond.total) == ("2020-10", None, Decimal(500))
    rate = ExchangeRate(2021, "EUR", Decimal("10.1234"), "annual_mean", "")
    assert ask.exchange_rates(store) == (rate,)
    assert ask.price_index(store) == {2021: Decimal("343.19")}


def test_sources_by_id(store: Connection) -> None:
    result = ask.sources(store)["prov"]
    assert replace(result, note="") == result
    assert result.title == "Påhittade siffror"


def test_no_question_asks_the_store_for_each_row(store: Connection, asked: list[str]) -> None:
    questions = {
        "corrections": ("9001",),
        "activities": ("9001",),
        "bands": (),
        "carried_forward": ("prov-co2e-2",),
        "commitments": ("9001",),
        "default_release": ("co2e",),
        "decisions": ("9001",),
        "divided_releases": (),
        "emission_gaps": ("9001",),
        "error_answers": (),
        "error_reports": (),
        "events": ("9001",),
        "exchange_rates": (),
        "account_comments": (),
        "contract_documents": (),
        "contract_roles": (),
        "national_figures": (),
        "obstacles": (),
        "contract_texts": (),
        "followed_years": (),
        "goal_history": (),
        "goals": (),
        "grant_parts": ("prov-1",),
        "grant_rows": (["prov-1"],),
        "grants": ("9001",),
        "hindcast": (),
        "indicator_definitions": (),
        "indicator_values": ("cycle-metres",),
        "investment_actions": (),
        "late_sectors": ("prov-co2e-2",),
        "loaded_sources": (),
        "local_contracts": ("9001",),
        "local_signatories": ("9001",),
        "meetings": ("9001",),
        "municipalities": (),
        "municipality_after": ("provkoping",),
        "municipality_by_slug": ("provkoping",),
        "municipality_spellings": (),
        "national": ("prov-co2e-2",),
        "notes": (),
        "observed_years": ("prov-co2e-2",),
        "own_scopes": (),
        "with_own_series": (),
        "own_series": ("9001",),
        "pace_gaps": ("prov-co2e-2",),
        "yardstick_standings": ("prov-co2e-2",),
        "parties": (),
        "party_kinds": (),
        "population": ("9001",),
        "populations": (2023,),
        "populations_of_years": ((2022, 2023), ("9001",)),
        "grants_of_many": (),
        "price_index": (),
        "promises_by_owner": (["9001"],),
        "programme_frames": (["Provprogram"],),
        "published_national": ("prov-co2e-2",),
        "registry": (),
        "repeats": (),
        "release_comparison": ("prov-co2e-1", "prov-co2e-2"),
        "releases": (),
        "has_partial_release": (),
        "releases_behind": ("9001",),
        "sector_shares": ("prov-co2e-2", 2023),
        "sector_sums": ("prov-co2e-2", ("9001", "9002")),
        "sector_tonnes": ("prov-co2e-2", "transport", ("9001", "9002")),
        "sectors": ("prov-co2e-2", "9001"),
        "sectors_of_year": ("prov-co2e-2", 2023),
        "shared_commitments": (),
        "sources": (),
        "status_links": ("9001-A01",),
        "status_reports": (),
        "subsectors": ("prov-co2e-2", "9001"),
        "stocks": (),
        "last_changes": (),
        "store_changed": (),
        "store_state": (),
        "store_version": (),
        "totals": ("prov-co2e-2",),
        "totals_of_year": ("prov-co2e-2", 2023),
        "verdicts": (),
        "verdicts_on": ("prov-co2e-2", frozenset({("9001", "9001-G01")})),
        "work_packages": ("9001",),
        "year_stands": (2023,),
    }
    assert set(questions) == set(ask.__all__)
    counts = {}
    for name, arguments in questions.items():
        asked.clear()
        answer = getattr(ask, name)(store, *arguments)
        if isinstance(answer, Iterator):
            list(answer)  # it asks while it is read
        counts[name] = len(asked)
    twice = {"grant_parts", "grant_rows", "grants", "grants_of_many", "loaded_sources", "parties"}
    twice |= {"last_changes", "programme_frames", "registry"}
    twice |= {"repeats"}  # where rows are repeated (none here), these rows and the registers too
    expected = {name: 2 if name in twice else 1 for name in questions}
    expected["promises_by_owner"] = 3  # of each kind of promise
    assert counts == expected


def test_the_loaded_sources_are_those_of_the_grants(store: Connection) -> None:
    assert ask.loaded_sources(store) == loaded_sources(ask.grants(store))


def test_a_grant_is_of_the_city_that_its_newest_edition_names(scratch: Connection) -> None:
    later = release(scratch, "prov-grants-2", "grants")
    changed = {"release_id": later, "level": "project", "funder": "Provverket", "source_id": "prov"}
    moved = {"grant_id": "prov-1", "beneficiary_municipality_code": "9002"}
    scratch.execute(insert(tables.grant).values({**changed, **moved}))
    scratch.execute(insert(tables.grant).values({**changed, "grant_id": "prov-2"}))
    place = {"release_id": later, "grant_id": "prov-2", "municipality_code": "9002"}
    scratch.execute(insert(tables.grant_place).values(place))
    assert ask.grants(scratch, "9001") == ()
    assert [grant.grant_id for grant in ask.grants(scratch, "9002")] == ["prov-1", "prov-2"]


def test_what_a_city_tells_of_comes_from_releases_with_rows_of_its_own(scratch: Connection) -> None:
    before = ask.releases_behind(scratch, "9001")
    assert {"prov-goals-1", "prov-grants-1", "prov-commitments-1", "prov-activities-1"} <= before
    others = release(scratch, "prov-grants-andras", "grants")
    own = release(scratch, "prov-grants-egna", "grants")
    plain = {"level": "project", "funder": "Provverket", "source_id": "prov"}
    for number, code in ((others, "9002"), (own, "9001")):
        row = {**plain, "grant_id": f"ny-{code}", "beneficiary_municipality_code": code}
        scratch.execute(insert(tables.grant).values(release_id=number, **row))
    assert ask.releases_behind(scratch, "9001") == before | {"prov-grants-egna"}
    assert ask.releases_behind(scratch, "9999") == {"prov-commitments-1"}
