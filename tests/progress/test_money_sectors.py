"""Kronor and tonnes by sector add up to the whole, and place nothing that its source does not."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.emissions.sectors import SECTORS
from progress.money.coverage import Coverage
from progress.money.gaps import EmissionGap
from progress.money.kinds import Kind
from progress.money.pricing import Pricing, priced
from progress.money.sector_places import (
    GROUP_SECTORS,
    Group,
    Unplaced,
    place_of_action,
    place_of_gap,
    place_of_theme,
)
from progress.money.sector_shares import (
    Item,
    NoShares,
    Shares,
    cost_shares,
    emission_shares,
    gap_shares,
    money_shares,
    shares,
)
from progress.money.sums import cofunding_share
from progress.records import SectorValue
from tests import seed_money
from tests.progress.test_money import ROW
from tests.progress.test_money_plan import ACTION, UNKNOWN

GAP = EmissionGap(
    municipality_code="0001",
    basis="2030",
    sector="Transport",
    scope="territorial",
    unit="kt CO2e",
    baseline_year=None,
    baseline=None,
    latest_year=None,
    latest=None,
    target_level=None,
    target_reduction=10.0,
    existing_strategies_reduction=None,
    gap=1.5,
    action_plan_reduction=None,
    remaining_after_actions=None,
    residual=None,
    quality_flag="ok",
    note="",
    source_id="prov",
    section="",
)

amounts = st.decimals(min_value=0, max_value=10**12, places=2)
items = st.lists(
    st.builds(
        lambda place, low, more: Item(place, "prov", low, low + more),
        st.sampled_from([*Group, *Unplaced]),
        amounts,
        amounts,
    ),
    max_size=20,
)


@given(items, st.integers(0, 5))
def test_shares_with_the_unplaced_are_the_whole_and_no_amount_is_lost(
    found: list[Item], more: int
) -> None:
    result = shares(found, len(found) + more)
    if not isinstance(result, Shares):
        assert sum((item.high for item in found), Decimal(0)) == 0
        return
    for ends in ("at_low", "at_high"):
        total = sum((getattr(row, ends) for row in result.rows), Decimal(0))
        assert abs(total - 1) < Decimal("1e-20")
    assert sum((row.high for row in result.rows), Decimal(0)) == result.high
    assert sum(row.items for row in result.rows) == len(found)
    unplaced = sum((one.high for one in result.unplaced), Decimal(0))
    left = result.of(None)
    assert unplaced == (left.high if left is not None else 0)
    assert result.coverage == Coverage(len(found), len(found) + more)


def test_zero_is_a_figure_and_has_a_share() -> None:
    result = shares(
        [
            Item(Group.TRANSPORT, "a", Decimal(0), Decimal(0)),
            Item(Group.WASTE, "b", Decimal(5), Decimal(5)),
        ],
        2,
    )
    assert isinstance(result, Shares)
    row = result.of(Group.TRANSPORT)
    assert row is not None
    assert row.at_low == row.at_high == 0
    assert result.of(Group.ENERGY) is None


def test_a_sum_of_zero_or_an_amount_below_it_has_no_shares() -> None:
    nothing = Item(Group.TRANSPORT, "a", Decimal(0), Decimal(0))
    below = Item(Group.TRANSPORT, "a", Decimal(-1), Decimal(5))
    assert shares([nothing], 1) is NoShares.SUM_IS_ZERO
    assert shares([below], 1) is NoShares.BELOW_ZERO
    assert shares([], 3) is NoShares.NO_FIGURE


def test_every_national_sector_is_in_exactly_one_group() -> None:
    placed = [sector for sectors in GROUP_SECTORS.values() for sector in sectors]
    assert sorted(placed) == sorted(SECTORS)


def test_emissions_are_those_of_the_latest_year_by_group() -> None:
    values = [
        SectorValue(2023, "transport", 1.0, "final"),
        SectorValue(2024, "transport", 30.0, "preliminary"),
        SectorValue(2024, "machinery", 10.0, "preliminary"),
        SectorValue(2024, "waste", 0.0, "preliminary"),
        SectorValue(2024, "heating", 60.0, "preliminary"),
    ]
    result = emission_shares(values)
    assert result is not None
    assert result.year == 2024
    assert isinstance(result.shares, Shares)
    assert [(row.place, row.at_high) for row in result.shares.rows] == [
        (Group.TRANSPORT, Decimal("0.4")),
        (Group.ENERGY, Decimal("0.6")),
        (Group.WASTE, Decimal(0)),
    ]
    whole = emission_shares([SectorValue(2024, "total", 5.0, "final")])
    assert whole is not None
    assert whole.shares is NoShares.NO_SECTORS
    assert emission_shares([]) is None


def test_the_gap_is_the_plans_own_target_without_its_total() -> None:
    rows = [
        GAP,
        replace(GAP, sector="AFOLU", gap=500.0, unit="t CO2e", quality_flag="ok;source_error"),
        replace(GAP, sector="Waste", gap=None),
        replace(GAP, sector="Grid supplied energy (reported separately)", gap=70.0),
        replace(GAP, sector="Total", gap=3.0),
        replace(GAP, basis="2030, own target", sector="Transport", gap=4.0),
    ]
    own = gap_shares(rows)
    assert own is not None
    assert (own.basis, own.others) == ("2030, own target", ("2030",))
    result = gap_shares(rows[:-1])
    assert result is not None
    assert isinstance(result.shares, Shares)
    assert result.shares.low == 1500
    assert result.shares.coverage == Coverage(1, 3)
    assert result.printed == 3000
    assert result.doubtful == 1
    assert result.aside == ("Grid supplied energy (reported separately)",)
    assert not result.shares.unplaced
    assert not result.after_actions


def test_a_goal_that_is_not_divided_between_sectors_gives_no_gap() -> None:
    result = gap_shares([replace(GAP, gap=None), replace(GAP, sector="Total", gap=0.0)])
    assert result is not None
    assert result.shares is NoShares.NO_FIGURE
    assert gap_shares([]) is None


def test_a_gap_that_is_left_after_the_actions_is_known_as_such() -> None:
    result = gap_shares([replace(GAP, target_reduction=None)])
    assert result is not None
    assert result.after_actions


def test_costs_of_one_class_keep_their_range_and_the_others_are_named() -> None:
    other = replace(ACTION, action_id="P-3", sector="transport", cost_kind="opex")
    waste = replace(ACTION, action_id="P-4", sector="waste_and_circular")
    result = cost_shares([ACTION, UNKNOWN, other, waste])
    assert result is not None
    assert isinstance(result.shares, Shares)
    assert result.shares.low == 200
    assert result.shares.high == 400
    assert result.shares.coverage == Coverage(2, 4)
    assert [one.kind for one in result.other] == ["opex"]
    assert [one.reason for one in result.shares.unplaced] == [Unplaced.SEVERAL]
    assert cost_shares([]) is None
    uncosted = cost_shares([UNKNOWN])
    assert uncosted is not None
    assert uncosted.shares is NoShares.NO_FIGURE


def test_equally_common_costs_are_named_in_the_plans_order() -> None:
    """A set's order differs from process to process, and with it the page that a reader gets."""
    kinds = ["total", "unknown", "opex"]
    result = cost_shares(
        [ACTION, replace(ACTION, action_id="P-2")]
        + [replace(ACTION, action_id=f"P-{kind}", cost_kind=kind) for kind in kinds]
        + [replace(ACTION, action_id=f"P-{year}", cost_period=year) for year in ("annual", "b")]
    )
    assert result is not None
    assert [one.kind for one in result.other] == [*kinds, "capex", "capex"]


def test_an_energy_field_that_holds_industry_is_not_placed() -> None:
    assert place_of_action(ACTION) is Group.ENERGY
    mixed = replace(ACTION, field="Energy system (including industry)")
    assert place_of_action(mixed) is Unplaced.SEVERAL
    assert place_of_action(replace(ACTION, sector="rymdfart")) is Unplaced.UNKNOWN


def test_a_grant_is_placed_by_its_theme_alone() -> None:
    transport = "Att främja hållbara transporter och få bort flaskhalsar i viktig nätinfrastruktur"
    assert place_of_theme(transport) is Group.TRANSPORT
    low_carbon = "Att stödja övergången till en koldioxidsnål ekonomi inom alla sektorer"
    assert place_of_theme(low_carbon) is Unplaced.ALL
    assert place_of_theme("Förstudie") is Unplaced.NO_SECTOR
    assert place_of_theme("") is Unplaced.NOT_TOLD
    assert place_of_theme("Avfall (inkl.avlopp)") is Group.WASTE
    titled = replace(ROW, title="Elbussar", theme="", amount=Decimal(5))
    unknown = replace(titled, grant_id="b", amount=None)
    result = money_shares(priced([titled, unknown], Pricing()), Kind.GRANTED)
    assert isinstance(result, Shares)
    assert [row.place for row in result.rows] == [None]
    assert result.coverage == Coverage(1, 2)
    assert money_shares([], Kind.GRANTED) is NoShares.NOTHING_LOADED


def test_the_years_of_a_grant_are_one_grant_in_every_count() -> None:
    first = replace(ROW, grant_id="a@2020", theme="", amount=Decimal(5), total_cost=Decimal(20))
    rows = priced([first, replace(first, grant_id="a@2021", amount=Decimal(7))], Pricing())
    result = money_shares(rows, Kind.GRANTED)
    assert isinstance(result, Shares)
    assert [(row.high, row.items) for row in result.rows] == [(Decimal(12), 1)]
    assert [rest.items for rest in result.unplaced] == [1]
    assert result.coverage == cofunding_share(rows, Kind.GRANTED).coverage == Coverage(1, 1)


@pytest.mark.parametrize("row", seed_money.gaps(), ids=lambda row: row.sector)
def test_every_sector_of_the_loaded_gap_tables_has_been_considered(row: EmissionGap) -> None:
    aside = row.sector == "Total" or "reported separately" in row.sector
    assert aside or place_of_gap(row.sector) is not Unplaced.UNKNOWN


def test_every_field_of_the_loaded_plans_has_been_considered() -> None:
    assert all(place_of_action(row) is not Unplaced.UNKNOWN for row in seed_money.actions())


def test_helsingborgs_transport_as_the_sources_give_it() -> None:
    """Road, air, water, rail and machines: 96 012 + 4 646 + 6 637 of 179 089 tonnes, without the
    three rows (2 660, 17 190 and 6 146) that contradict themselves.
    """
    table = gap_shares(row for row in seed_money.gaps() if row.municipality_code == "1283")
    assert table is not None
    assert isinstance(table.shares, Shares)
    row = table.shares.of(Group.TRANSPORT)
    assert row is not None
    assert row.low == 107_295
    assert table.shares.low == 205_085 - 2_660 - 17_190 - 6_146
    assert table.doubtful == 3
    assert table.printed == 200_792
    plan = cost_shares(
        action for action in seed_money.actions() if action.municipality_code == "1283"
    )
    assert plan is not None
    assert isinstance(plan.shares, Shares)
    assert plan.shares.coverage == Coverage(26, 41)
