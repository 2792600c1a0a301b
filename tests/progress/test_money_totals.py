"""The money rules give the publishers' own totals on the figures that come with the product."""

from decimal import Decimal

import pytest

from progress.money import kinds, sums
from progress.money.cost_per_tonne import effects_of, plan_quotients, units
from progress.money.gap_sums import gap_sums
from progress.money.kinds import Kind
from progress.money.plan import actions_of, plan_sums
from progress.money.pricing import Pricing, priced
from progress.money.sector_places import Group
from progress.money.sector_shares import gap_shares
from progress.records import ExchangeRate, Grant, InvestmentAction
from tests import seed_money


@pytest.fixture
def grants() -> tuple[Grant, ...]:
    return seed_money.grants()


@pytest.fixture
def actions() -> tuple[InvestmentAction, ...]:
    return seed_money.actions()


@pytest.fixture
def contract_cities() -> set[str]:
    return seed_money.contract_cities()


@pytest.fixture
def rates() -> tuple[ExchangeRate, ...]:
    return seed_money.rates()


def test_the_regional_fund_adds_to_the_publishers_total(grants: tuple[Grant, ...]) -> None:
    rows = [grant for grant in grants if grant.source_id == "eruf-2016"]
    total = sums.kind_sum(priced(kinds.counted_once(rows), Pricing()), Kind.GRANTED)
    assert total.sek == 4_354_438_151
    assert total.coverage.known == total.coverage.of == 374


def test_the_cities_own_rows_add_to_the_stated_sum(
    grants: tuple[Grant, ...], contract_cities: set[str]
) -> None:
    assert len(contract_cities) == 28
    rows = [grant for grant in grants if grant.source_id == "eruf-2016"]
    own = [row for code in sorted(contract_cities) for row in kinds.of_city(rows, code).own]
    total = sums.kind_sum(priced(own, Pricing()), Kind.GRANTED)
    assert (len(own), total.sek) == (16, Decimal(150_566_696))


def test_climate_rows_of_the_regional_fund(grants: tuple[Grant, ...]) -> None:
    rows = [grant for grant in grants if grant.source_id == "eruf-2016" and grant.is_climate]
    total = sums.kind_sum(priced(rows, Pricing()), Kind.GRANTED)
    assert (len(rows), total.sek) == (76, Decimal(696_550_053))


def test_the_projects_of_call_8_are_granted_with_an_unknown_sum_never_applied_for(
    grants: tuple[Grant, ...],
) -> None:
    rows = priced([grant for grant in grants if grant.part_of == "vc-call-08"], Pricing())
    assert sum(row.grant.amount or 0 for row in rows) == Decimal(98_366_890)
    assert sums.kind_sum(rows, Kind.APPLIED).coverage.of == 0
    granted = sums.kind_sum(rows, Kind.GRANTED)
    assert (granted.coverage.known, granted.coverage.of) == (0, 23)
    assert all(kinds.granted_unknown(row.grant) for row in rows)


def test_a_grant_to_a_municipality_is_its_own_whichever_of_the_290_and_wherever_it_works(
    grants: tuple[Grant, ...], rates: tuple[ExchangeRate, ...]
) -> None:
    once = priced(kinds.counted_once(grants), Pricing(rates))
    to_one = (row for row in once if row.grant.beneficiary_municipality_code)
    own = sums.kind_sum(
        (row for row in to_one if ";" not in (row.grant.beneficiary_municipality_code or "")),
        Kind.GRANTED,
    )
    assert own.coverage.known == 77
    assert round(own.sek / 10**6, 1) == Decimal("577.9")
    by_city = {
        code: sums.kind_sum(
            priced(kinds.counted_once(kinds.of_city(grants, code or "").own), Pricing(rates)),
            Kind.GRANTED,
        )
        for code in {grant.beneficiary_municipality_code for grant in grants} - {None}
    }
    assert sum(one.sek for one in by_city.values()) == own.sek


def test_no_sum_over_cities_has_a_row_that_contradicts_itself_or_is_of_a_city_core() -> None:
    tables = [
        table
        for code in sorted({row.municipality_code for row in seed_money.gaps()})
        if (table := gap_shares(r for r in seed_money.gaps() if r.municipality_code == code))
    ]
    result = gap_sums(tables)
    assert result.tonnes[Group.WASTE] == 11_000
    assert (result.plans[Group.WASTE], result.doubtful, result.other_scope) == (1, 11, 5)


def test_the_nine_cities_of_2019(grants: tuple[Grant, ...]) -> None:
    rows = priced([grant for grant in grants if grant.part_of == "vc-nine-2019"], Pricing())
    assert sums.kind_sum(rows, Kind.GRANTED).sek == 37_417_666


def test_money_that_two_sources_report_is_counted_once(
    grants: tuple[Grant, ...], rates: tuple[ExchangeRate, ...]
) -> None:
    assert kinds.repeated(grants) == {"uppsala-eu-11": "eruf-20200666"}
    euro = next(grant for grant in grants if grant.grant_id == "uppsala-eu-01")
    (row,) = priced([euro], Pricing(rates))
    assert row.sek == Decimal("174937.5") * Decimal("10.5892")
    undated = next(grant for grant in grants if grant.grant_id == "eccf-jarfalla")
    assert priced([undated], Pricing(rates))[0].sek is None


def test_two_municipalities_share_is_given_to_neither(grants: tuple[Grant, ...]) -> None:
    row = [grant for grant in grants if grant.grant_id == "eccf-jarfalla"]
    assert kinds.of_city(row, "0123").multi
    assert kinds.of_city(row, "0139").multi


def test_costed_actions_agree_with_the_collection(actions: tuple[InvestmentAction, ...]) -> None:
    costed = [row for row in actions if row.cost_low is not None]
    assert len(costed) == 82
    single = actions_of(actions)
    assert len(single) == 150
    assert plan_sums(actions).coverage.known == 60
    both = [row for row in single if row.cost_low is not None and effects_of(row)]
    assert len(both) == 40


def test_malmos_shared_effects_stand_once(actions: tuple[InvestmentAction, ...]) -> None:
    malmo = [row for row in actions if row.municipality_code == "1280"]
    assert [row.action_id for row in plan_sums(malmo).repeated] == ["MAL-34"]
    groups = {unit.group: unit for unit in units(malmo) if unit.group}
    active = groups["MAL-active-transport"]
    assert active.effect is not None
    assert active.effect.high == 32_000
    assert active.cost_low == 3_410_000_000 + 573_000_000 + 180_000_000 + 1_000_000_000
    assert groups["MAL-plastics"].problem is not None
    assert all(q.coverage.of == 39 for q in plan_quotients(malmo))
