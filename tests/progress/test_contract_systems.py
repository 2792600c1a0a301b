"""The rules of a contract's systems: measures weighed, words compared, obstacles that are one."""

from dataclasses import replace
from decimal import Decimal

import pytest

from progress.money.cost_per_tonne import units
from progress.money.weighing import Criterion, weighed
from progress.promises.contract_systems import Obstacle, same_obstacle, tells_a_trend
from progress.promises.promise_changes import promise_changes
from progress.promises.word_difference import PartKind, word_difference
from progress.records import Commitment
from tests.progress.test_money_plan import ACTION

CHEAP = replace(
    ACTION, action_id="P-1", cost_low=Decimal(100), cost_high=Decimal(100), end_year=2030
)
DEAR = replace(
    ACTION,
    action_id="P-2",
    cost_low=Decimal(900),
    cost_high=Decimal(900),
    reduction_high_t=90.0,
    end_year=2026,
)
BARE = replace(ACTION, action_id="P-3", cost_low=None, cost_high=None, reduction_low_t=None,
               reduction_high_t=None, end_year=2028)  # fmt: skip
PLAN = (CHEAP, DEAR, BARE)


def weigh(**weights: int) -> list[tuple[str, float | None, int]]:
    named = {each: weights.get(each, 0) for each in Criterion}
    return [
        (row.unit.actions[0].action_id, row.mean, row.rests_on)
        for row in weighed(units(PLAN), named)
    ]


def test_a_measure_ranks_by_the_weighted_mean_of_its_places_and_says_what_it_rests_on() -> None:
    # Time: 2026 is earlier than two others, 2028 than one, 2030 than none.
    assert weigh(time=1) == [("P-2", 1.0, 1), ("P-3", 0.5, 1), ("P-1", 0.0, 1)]
    # Potential: 90 t against 20 t; P-3 states none and is left out.
    assert weigh(potential=1) == [("P-2", 1.0, 1), ("P-1", 0.0, 1), ("P-3", None, 0)]
    # Cost-effectiveness: 100 kr / 20 t = 5 kr/t is better than 900 kr / 90 t = 10 kr/t.
    assert weigh(cost_effectiveness=1)[:2] == [("P-1", 1.0, 1), ("P-2", 0.0, 1)]
    # P-2: (3·0 + 1·1) / 4; P-1: (3·1 + 1·0) / 4; P-3 rests on time alone.
    assert weigh(cost_effectiveness=3, time=1) == [
        ("P-1", 0.75, 2),
        ("P-3", 0.5, 1),
        ("P-2", 0.25, 2),
    ]
    assert {mean for _, mean, _ in weigh()} == {None}


def test_an_effect_of_another_period_and_a_figure_that_stands_alone_rank_nothing() -> None:
    other = replace(DEAR, reduction_period="cumulative")
    rated = replace(CHEAP, co_benefits=5)
    weights = dict.fromkeys(Criterion, 1)
    by_id = {
        row.unit.actions[0].action_id: row
        for row in weighed(units((rated, other, replace(CHEAP, action_id="P-4"))), weights)
    }
    assert Criterion.POTENTIAL not in by_id["P-2"].figures
    assert by_id["P-1"].figures[Criterion.CO_BENEFITS] == 5
    assert Criterion.CO_BENEFITS not in by_id["P-1"].scores
    assert by_id["P-1"].scores[Criterion.POTENTIAL] == 0.5  # a tie is half


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("minska 16 % per år", "minska 18 % per år", "=minska -16 +18 =% per år"),
        ("", "helt nytt", "+helt nytt"),
        ("borta nu", "", "-borta nu"),
        ("samma ord", "samma ord", "=samma ord"),
    ],
)
def test_words_are_compared_one_by_one(old: str, new: str, parts: str) -> None:
    signs = {PartKind.SAME: "=", PartKind.GONE: "-", PartKind.NEW: "+"}
    result = word_difference(old, new)
    assert " ".join(f"{signs[part.kind]}{part.words}" for part in result) == parts
    assert " ".join(part.words for part in result if part.kind is not PartKind.NEW) == old
    assert " ".join(part.words for part in result if part.kind is not PartKind.GONE) == new


def obstacle(number: int, code: str, rule: str) -> Obstacle:
    return Obstacle(
        f"H-{number}", code, "Prov.", "", rule, "", "", "named", "energy", "", "", "", "Prov", ""
    )


def test_the_same_rule_in_two_cities_is_one_obstacle() -> None:
    same = same_obstacle(
        (
            obstacle(1, "0001", "provlagen"),
            obstacle(2, "0002", " Provlagen "),
            obstacle(3, "0001", "provlagen"),
            obstacle(4, "0003", "testlagen"),
        )
    )
    assert same == {"H-1": ("0002",), "H-2": ("0001",), "H-3": ("0002",), "H-4": ()}


def test_two_editions_are_no_trend() -> None:
    assert not tells_a_trend((2019, 2022, 2022))
    assert tells_a_trend((2019, 2021, 2022))


def promise(number: str, words: str) -> Commitment:
    return Commitment(
        number, "municipality", "Prov", "0001", "", "3", "Titel", "", words, "", "", "unknown",
        None, "", "",
    )  # fmt: skip


def test_commitments_are_paired_by_their_words_from_one_version_to_the_next() -> None:
    old = (
        promise("a1", "Vi ska bygga tio laddplatser till 2024"),
        promise("a2", "Vi följer upp målen varje år"),
        promise("a3", "En plan för skyfall"),
    )
    new = (
        promise("b1", "Vi följer upp målen varje år"),
        promise("b2", "Vi ska bygga femtio laddplatser till 2026"),
        promise("b3", "Ett medborgarråd hålls"),
    )
    pairs = [
        (
            str(each.change),
            each.old and each.old.commitment_id,
            each.new and each.new.commitment_id,
        )
        for each in promise_changes(old, new)
    ]
    assert pairs == [
        ("reworded", "a1", "b2"),
        ("same", "a2", "b1"),
        ("dropped", "a3", None),
        ("added", None, "b3"),
    ]
