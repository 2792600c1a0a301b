"""Only verdicts on the same terms are ranked (RULES §8)."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.emissions.series import Gas, ReleaseName, Scope
from progress.goals.comparability import (
    Residual,
    ResidualKind,
    Term,
    Terms,
    differing,
    ranking,
    residual,
    terms,
)
from progress.goals.goal import GoalKind, GoalScope
from progress.goals.verdict_model import Attainment, Basis, Verdict
from progress.goals.yardstick import yardstick_goal
from tests.progress.made_up_series import goal

RELEASE = "made-up-2026"


def verdict(gap_share: float | None = 0.1, **changes: Any) -> Verdict:
    known = Verdict(
        goal=goal(GoalKind.REDUCTION, reduction=0.8, base_year=2015, target_year=2030),
        attainment=Attainment.NO,
        scope=Scope.TERRITORIAL,
        gas=Gas.CO2E,
        sector="total",
        release=RELEASE,
        base_year=2015,
        target_year=2030,
        latest_year=2024,
        gap_share=gap_share,
    )
    return replace(known, **changes)


SAME = terms(verdict())
OTHER_GOAL = goal(GoalKind.REDUCTION, reduction=0.7, base_year=2015, target_year=2030)
DIFFERENT = {
    Term.SCOPE: verdict(goal=replace(verdict().goal, scope=GoalScope.GROUP)),
    Term.GAS: verdict(gas=Gas.CO2),
    Term.BASE_YEAR: verdict(base_year=1990),
    Term.TARGET_YEAR: verdict(target_year=2045),
    Term.RESIDUAL: verdict(goal=OTHER_GOAL),
    Term.RELEASE: verdict(release="made-up-2025"),
    Term.LATEST_YEAR: verdict(latest_year=2023),
}


@pytest.mark.parametrize("term", Term)
def test_each_term_that_differs_is_named_and_takes_the_rank_away(term: Term) -> None:
    assert differing([SAME, terms(DIFFERENT[term])]) == (term,)
    assert ranking({"0001": verdict(0.1), "0002": verdict(0.2)}, RELEASE)
    assert ranking({"0001": verdict(), "0002": DIFFERENT[term]}, RELEASE) == {}


def test_a_part_of_the_total_or_an_indication_is_another_scope() -> None:
    near = verdict(basis=Basis.NEAR)
    sector = verdict(sector="transport")
    left_out = verdict(sectors_left_out=("industry",))
    for other in (near, sector, left_out):
        assert differing([SAME, terms(other)]) == (Term.SCOPE,)


@st.composite
def any_terms(draw: st.DrawFn) -> Terms:
    return replace(
        SAME,
        gas=draw(st.sampled_from(["co2", "co2e"])),
        base_year=draw(st.sampled_from([None, 1990, 2015])),
        target_year=draw(st.sampled_from([2030, 2045])),
        release=draw(
            st.sampled_from([None, ReleaseName("made-up-2025"), ReleaseName("made-up-2026")])
        ),
        residual=Residual(ResidualKind.SHARE, draw(st.sampled_from([0.0, 0.15]))),
    )


@given(st.lists(any_terms(), min_size=1, max_size=6), any_terms(), st.randoms())
def test_differences_do_not_depend_on_order_and_another_city_takes_none_away(
    compared: list[Terms], another: Terms, random: Any
) -> None:
    shuffled = compared.copy()
    random.shuffle(shuffled)
    assert differing(shuffled) == differing(compared)
    assert set(differing(compared)) <= set(differing([*compared, another]))
    assert differing([compared[0]] * 3) == ()


@given(
    st.dictionaries(
        st.text(min_size=1), st.floats(-1, 5, allow_subnormal=False), min_size=2, max_size=6
    )
)
def test_place_one_lies_lowest_against_its_path(gaps: dict[str, float]) -> None:
    places = ranking({code: verdict(gap) for code, gap in gaps.items()}, RELEASE)
    assert places.keys() == gaps.keys()
    assert min(gaps, key=lambda code: gaps[code]) in {c for c, r in places.items() if r.place == 1}
    for one in gaps:
        for other in gaps:
            assert (gaps[one] < gaps[other]) == (places[one].place < places[other].place)


def test_one_city_without_a_verdict_or_a_gap_takes_the_rank_away() -> None:
    two = {"0001": verdict(0.1), "0002": verdict(0.0)}
    assert ranking(two, RELEASE)["0002"].place == 1
    assert ranking({"0001": verdict()}, RELEASE) == {}
    assert ranking({}, RELEASE) == {}
    without = verdict(attainment=Attainment.NOT_ASSESSABLE)
    for third in (None, without, verdict(None)):
        assert ranking(two | {"0003": third}, RELEASE) == {}


def test_verdicts_from_another_release_than_the_comparisons_are_not_ranked() -> None:
    both = {"0001": verdict(0.1), "0002": verdict(0.2)}
    assert ranking(both, RELEASE)
    assert ranking(both, "made-up-2025") == {}


def test_the_yardstick_is_the_same_for_all() -> None:
    both = [verdict(goal=yardstick_goal(code)) for code in ("0001", "0002")]
    assert differing([terms(each) for each in both]) == ()
    assert terms(both[0]).residual == Residual(ResidualKind.SHARE, 0.15)


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        (GoalKind.REDUCTION, {"reduction": 1.0}, Residual(ResidualKind.SHARE, 0.0)),
        (GoalKind.STATE, {}, Residual(ResidualKind.TONNES, 0.0)),
        (GoalKind.STATE, {"residual_share": 0.15}, Residual(ResidualKind.SHARE, 0.15)),
        (GoalKind.STATE, {"residual_tonnes": 7.0}, Residual(ResidualKind.TONNES, 7.0)),
        (
            GoalKind.LEVEL,
            {"value": 0.0, "per_person": True},
            Residual(ResidualKind.TONNES_PER_PERSON, 0.0),
        ),
        (GoalKind.BUDGET, {"budget_tonnes": 9.0}, Residual(ResidualKind.BUDGET, 9.0)),
        (GoalKind.ANNUAL_RATE, {"rate": 0.1}, Residual(ResidualKind.RATE, 0.1)),
        (GoalKind.NARRATIVE, {}, Residual(ResidualKind.UNSTATED)),
    ],
)
def test_what_a_goal_leaves_is_read_from_its_kind(
    kind: GoalKind, fields: dict[str, Any], expected: Residual
) -> None:
    assert residual(goal(kind, **fields)) == expected


def test_a_silent_source_is_told_as_an_assumption() -> None:
    assert residual(goal(GoalKind.STATE)).assumed
    assert not residual(goal(GoalKind.STATE, residual_tonnes=0.0)).assumed
