"""The money rules of RULES §7 hold for any figures."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.money import kinds, sums
from progress.money.case_numbers import funders_in, repeats_by_case
from progress.money.coverage import Coverage
from progress.money.days import span
from progress.money.duplicates import near, possible_duplicates
from progress.money.flows import flows, largest
from progress.money.kinds import Allocation, Kind
from progress.money.placing import OTHER, Stated, place_of
from progress.money.pricing import Pricing, Unconverted, priced
from progress.money.registry import Organisation, Registry
from progress.records import ExchangeRate, Grant

ROW = Grant(
    grant_id="a",
    level="project",
    funder="Provfonden",
    programme="Provprogrammet",
    call="",
    title="Prov",
    beneficiary="Provköpings kommun",
    beneficiary_orgnr="",
    beneficiary_municipality_code="0001",
    allocation="own",
    theme="Prov",
    priority="",
    is_climate=True,
    decision_year=2016,
    start="2016-01-01",
    end="2018-12-31",
    amount=Decimal(100),
    currency="SEK",
    amount_kind="granted",
    amount_note="",
    total_cost=None,
    same_as="",
    part_of="",
    quality_flag="ok",
    note="",
    source_id="prov",
    source_ref="",
    places=("0001",),
)
EURO = ExchangeRate(2016, "EUR", Decimal("9.5"), "annual_mean", "prov")
INDEX = {2016: Decimal("316.43"), 2023: Decimal("403.70")}

amounts = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False)
years = st.sampled_from([None, 2015, 2016, 2023])


@st.composite
def rows(draw: st.DrawFn) -> list[Grant]:
    result = draw(
        st.lists(
            st.tuples(
                st.sampled_from(list(Kind)),
                st.none() | amounts,
                years,
                st.sampled_from(["SEK", "EUR", "NOK"]),
                st.sampled_from(["project", "programme"]),
                st.sampled_from(["Fonden", "Verket", "Unionen"]),
            ),
            max_size=20,
        )
    )
    return [
        replace(
            ROW,
            grant_id=f"g{number}",
            amount_kind=kind,
            amount=amount,
            decision_year=year,
            start="",
            currency=currency,
            level=level,
            funder=funder,
        )
        for number, (kind, amount, year, currency, level, funder) in enumerate(result)
    ]


@given(rows())
def test_kinds_are_never_added_together(grants: list[Grant]) -> None:
    all_priced = priced(grants, Pricing((EURO,)))
    for kind in Kind:
        alone = tuple(row for row in all_priced if row.grant.amount_kind == kind)
        assert sums.kind_sum(all_priced, kind) == sums.kind_sum(alone, kind)
        in_years = [s for s in sums.per_year(all_priced) if s.kind == kind]
        assert sum(s.sek for s in in_years) == sums.kind_sum(all_priced, kind).sek
        assert sum(s.coverage.of for s in in_years) == len(alone)


@given(rows())
def test_programme_rows_are_never_counted_among_projects(grants: list[Grant]) -> None:
    counted = kinds.counted_once(grants)
    assert all(grant.level == "project" for grant in counted)
    city = kinds.of_city(grants, "0001")
    assert all(grant.level == "project" for grant in city.projects)
    assert len(city.projects) + len(city.programmes) == len(grants)


@given(amounts, st.sampled_from([2016, 2023]))
def test_fixed_prices_of_the_same_year_leave_the_amount(amount: Decimal, year: int) -> None:
    kronor = Pricing(index=INDEX, base_year=year).kronor(amount, "SEK", year)
    assert kronor.sek == amount
    assert not kronor.kept_nominal


def test_fixed_prices_scale_with_the_index() -> None:
    kronor = Pricing(index=INDEX, base_year=2023).kronor(Decimal("316.43"), "SEK", 2016)
    assert kronor.sek == Decimal("403.70")


@given(amounts)
def test_a_year_without_index_stays_nominal_and_says_so(amount: Decimal) -> None:
    pricing = Pricing(index=INDEX, base_year=2023)
    for year in (2024, None):
        kronor = pricing.kronor(amount, "SEK", year)
        assert kronor.sek == amount
        assert kronor.kept_nominal


def test_a_price_level_without_index_is_refused() -> None:
    with pytest.raises(ValueError, match="2030"):
        Pricing(index=INDEX, base_year=2030)


def test_a_foreign_amount_keeps_its_rate_and_is_not_guessed() -> None:
    pricing = Pricing((EURO, replace(EURO, year=2026, kind="mean_part_year")))
    known = pricing.kronor(Decimal(10), "EUR", 2016)
    assert (known.sek, known.rate) == (Decimal("95.0"), EURO)
    assert pricing.kronor(Decimal(10), "EUR", 2017).problem is Unconverted.NO_RATE
    assert pricing.kronor(Decimal(10), "EUR", 2026).problem is Unconverted.NO_RATE
    assert pricing.kronor(Decimal(10), "EUR", None).problem is Unconverted.NO_YEAR
    assert pricing.kronor(None, "EUR", 2016).problem is Unconverted.NO_AMOUNT
    assert pricing.kronor(Decimal(0), "SEK", None).sek == 0


def test_the_same_money_is_counted_once_per_kind() -> None:
    one = replace(ROW, grant_id="euro", currency="EUR", same_as="kronor")
    other = replace(ROW, grant_id="kronor", same_as="euro")
    assert kinds.counted_once([one, other]) == (other,)
    assert kinds.repeated([one, other]) == {"euro": "kronor"}
    applied = replace(one, amount_kind="applied")
    assert kinds.counted_once([applied, other]) == (applied, other)
    chain = replace(ROW, grant_id="third", amount=None, same_as="kronor")
    assert kinds.counted_once([one, other, chain]) == (other,)


def test_a_row_belongs_to_a_city_in_one_class() -> None:
    shared = replace(ROW, beneficiary_municipality_code="0002", places=("0001", "0002"))
    firm = replace(
        ROW,
        beneficiary_municipality_code=None,
        allocation="single_municipality",
    )
    pair = replace(ROW, beneficiary_municipality_code="0001;0002")
    assert kinds.allocation_to(ROW, "0001") is Allocation.OWN
    assert kinds.allocation_to(shared, "0001") is Allocation.MULTI
    assert kinds.allocation_to(shared, "0002") is Allocation.OWN
    assert kinds.allocation_to(firm, "0001") is Allocation.SINGLE
    assert kinds.allocation_to(pair, "0001") is Allocation.MULTI
    assert kinds.allocation_to(ROW, "0003") is None


@given(rows(), st.sampled_from(list(Kind)), st.integers(1, 3))
def test_every_step_of_a_flow_carries_the_same_sum(
    grants: list[Grant], kind: Kind, keep: int
) -> None:
    all_priced = priced(grants, Pricing((EURO,)))
    funder = largest(all_priced, lambda row: row.grant.funder, keep, "Övriga")
    levels = (funder, lambda row: row.grant.programme, lambda row: row.grant.beneficiary)
    result = flows(all_priced, kind, levels)
    total = sums.kind_sum(all_priced, kind).sek
    for step in (0, 1):
        assert sum((flow.sek for flow in result if flow.step == step), Decimal(0)) == total


def test_cofunding_counts_only_rows_that_give_the_whole_cost() -> None:
    known = replace(ROW, grant_id="known", amount=Decimal(25), total_cost=Decimal(100))
    below = replace(ROW, grant_id="below", amount=Decimal(25), total_cost=Decimal(10))
    share = sums.cofunding_share(priced([known, below, ROW], Pricing()), Kind.GRANTED)
    assert share.share == Decimal("0.75")
    assert share.coverage == Coverage(1, 3)


def test_what_was_paid_back_is_taken_off_and_bears_no_cofunding() -> None:
    whole = replace(ROW, amount=Decimal(100), total_cost=Decimal(200))
    back = replace(ROW, grant_id="b", amount=Decimal(-40), total_cost=Decimal(200))
    rows = priced([whole, back], Pricing())
    assert sums.kind_sum(rows, Kind.GRANTED).sek == 60
    assert sums.paid_back(rows, Kind.GRANTED).sek == 40
    assert sums.cofunding_share(rows, Kind.GRANTED).share == Decimal("0.5")


@given(st.integers(0, 50), st.integers(0, 50))
def test_coverage_never_exceeds_the_whole(known: int, of: int) -> None:
    if known > of:
        with pytest.raises(ValueError, match="impossible"):
            Coverage(known, of)
    else:
        share = Coverage(known, of).share
        assert share is None or 0 <= share <= 1


@given(amounts, amounts)
def test_nearness_does_not_depend_on_order(a: Decimal, b: Decimal) -> None:
    assert near(a, b) == near(b, a)
    assert near(a, a)


def test_two_publishers_rows_of_one_project_are_flagged() -> None:
    twin = replace(ROW, grant_id="b", source_id="other", amount=Decimal(115), start="2018")
    late = replace(twin, grant_id="c", start="2019", end="2020", decision_year=2019)
    dear = replace(twin, grant_id="d", amount=Decimal(200))
    same_source = replace(ROW, grant_id="e")
    result = possible_duplicates(priced([ROW, twin, late, dear, same_source], Pricing()))
    assert {(pair.first.grant_id, pair.second.grant_id) for pair in result} == {
        ("a", "b"),
        ("b", "e"),
    }
    assert not any(pair.known for pair in result)
    named = replace(twin, same_as="a")
    assert possible_duplicates(priced([ROW, named], Pricing()))[0].known


def test_a_grant_told_year_by_year_is_compared_as_a_whole() -> None:
    first = replace(ROW, grant_id="x@2018", source_id="other", amount=Decimal(60))
    second = replace(first, grant_id="x@2019", amount=Decimal(45))
    (pair,) = possible_duplicates(priced([ROW, second, first], Pricing()))
    assert {pair.first.grant_id, pair.second.grant_id} == {ROW.grant_id, "x@2018"}
    assert {pair.first_sek, pair.second_sek} == {Decimal(100), Decimal(105)}


def test_duplicates_among_very_many_rows_of_one_beneficiary_are_found_quickly() -> None:
    rows = [
        replace(ROW, grant_id=f"g{n}", source_id=f"s{n % 2}", amount=Decimal(2) ** (n // 2))
        for n in range(400)
    ]
    assert len(possible_duplicates(priced(rows, Pricing()))) == 200


def test_a_partial_date_covers_its_month_or_year() -> None:
    partial = span(replace(ROW, start="2023-02", end=""))
    assert partial is not None
    assert [day.isoformat() for day in partial] == ["2023-02-01", "2023-02-28"]
    assert span(replace(ROW, start="", end="", decision_year=None)) is None


FOLLOWED = frozenset({"0001", "0002"})


def stated(grant: Grant) -> Stated:
    return Stated(
        grant.beneficiary_municipality_code or "",
        grant.allocation,
        tuple(code for code in grant.places if code in FOLLOWED),
        bool(grant.places),
        grant.amount_kind,
        grant.decision,
        grant.amount,
    )


def test_a_row_belongs_to_one_city_to_another_to_several_or_to_none() -> None:
    firm = replace(ROW, beneficiary_municipality_code=None, allocation="single_municipality")
    rows_of = {
        (Allocation.OWN, "0001"): ROW,
        (Allocation.OWN, OTHER): replace(ROW, beneficiary_municipality_code="0099"),
        (Allocation.SINGLE, "0001"): firm,
        (Allocation.SINGLE, OTHER): replace(firm, places=("0099",)),
        (Allocation.MULTI, None): replace(firm, allocation="multi_municipality"),
        (None, None): replace(firm, allocation="", places=()),
    }
    for expected, row in rows_of.items():
        assert place_of(stated(row), FOLLOWED) == expected


def test_one_case_of_one_funder_in_two_lists_is_one_grant_before_names_are_asked() -> None:
    registry = Registry(
        (
            Organisation("v", "agency", "Vinnova"),
            Organisation("vf", "joint", "Vinnova och Formas", member_ids=("v", "f")),
            Organisation("f", "agency", "Formas"),
        )
    )
    whole = replace(
        ROW, grant_id="lista-1", source_id="lista", funder="Vinnova", case_number="2019-1"
    )
    parts = [
        replace(whole, grant_id=f"bas-1-{name}", source_id="bas", beneficiary=name, amount=amount)
        for name, amount in (("Malmö stad", Decimal(40)), ("Lunds kommun", Decimal(60)))
    ]
    joint = replace(
        whole, grant_id="vc-1", source_id="vc", funder="Vinnova och Formas", amount=None
    )
    other = replace(whole, grant_id="fond-1", source_id="fond", funder="Annan")
    rows = [whole, *parts, joint, other]
    funders = funders_in(registry)
    assert repeats_by_case(rows, funders) == {
        "lista-1": "bas-1-Lunds kommun",
        "vc-1": "bas-1-Lunds kommun",
    }
    counted = kinds.counted_once(rows, repeats_by_case(rows, funders))
    assert [row.grant_id for row in counted] == ["bas-1-Malmö stad", "bas-1-Lunds kommun", "fond-1"]
    pairs = possible_duplicates(priced([whole, *parts], Pricing()), registry)
    assert [(pair.first.grant_id, pair.second.grant_id) for pair in pairs] == [
        ("bas-1-Lunds kommun", "lista-1")
    ]
    assert pairs[0].same_case
    assert pairs[0].known
    others = possible_duplicates(priced([whole, other], Pricing()), registry)
    assert not any(pair.same_case for pair in others), "one number, but of two funders"
    assert (pairs[0].first_sek, pairs[0].second_sek) == (Decimal(100), whole.amount)
