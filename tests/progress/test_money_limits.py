"""What docs/grants.md says that the loaded sources cannot answer is so."""

from progress.money.cost_per_tonne import units
from progress.money.funding import funding_gaps
from progress.money.kinds import PROJECT, Kind, counted_once, of_kind
from progress.money.plan import actions_of
from progress.money.sector_places import Group, place_of_theme
from progress.money.sector_shares import GapTable, NoShares, gap_shares
from tests import seed_money

SUM_NOT_TOLD = "the sum is not told; read 2026-11-30"


def test_no_project_is_paid_and_most_are_shared() -> None:
    projects = [grant for grant in seed_money.grants() if grant.level == PROJECT]
    granted = of_kind(counted_once(projects), Kind.GRANTED)
    assert (len(projects), len(of_kind(projects, Kind.PAID)), len(granted)) == (489, 0, 479)
    assert sum(grant.amount is None and grant.note == SUM_NOT_TOLD for grant in granted) == 10
    assert sum(grant.allocation == "multi_municipality" for grant in granted) == 350
    assert sum(bool(grant.theme) for grant in granted) == 403
    placed = [grant for grant in granted if isinstance(place_of_theme(grant.theme), Group)]
    assert len(placed) == 6
    assert sum(grant.amount for grant in placed if grant.amount is not None) == 254_123_127


def test_no_plan_says_what_is_secured_or_rates_its_actions() -> None:
    actions = actions_of(seed_money.actions())
    assert len({row.municipality_code for row in seed_money.actions()}) == 7
    assert funding_gaps(actions)[0].coverage.known == 0
    assert all(row.co_benefits is None and row.feasibility is None for row in actions)
    usable = [unit for unit in units(actions) if unit.problem is None]
    assert sum(len(unit.actions) for unit in usable) == 28


def test_five_plans_have_a_gap_by_sector_and_two_of_them_after_their_actions() -> None:
    tables: dict[str, GapTable] = {}
    for code in {row.municipality_code for row in seed_money.gaps()}:
        result = gap_shares(row for row in seed_money.gaps() if row.municipality_code == code)
        assert result is not None
        tables[code] = result
    without = {code for code, result in tables.items() if isinstance(result.shares, NoShares)}
    assert (len(tables), without) == (7, {"1280", "2180"})
    assert tables["2180"].shares is NoShares.SOURCE_ERROR
    assert tables["2180"].doubtful == 8
    assert {code for code, result in tables.items() if result.after_actions} == {"1281", "1480"}


def test_the_price_index_ends_in_2023() -> None:
    assert max(seed_money.price_index()) == 2023
