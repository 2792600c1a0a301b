"""The portfolio's groupings say what adding up row by row says."""

from collections import defaultdict
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from progress.money.choice import GrantChoice, choose
from progress.money.kinds import Allocation
from progress.money.overlaps import overlaps
from progress.money.portfolio import by, coverage_by_funder, rules, total
from progress.money.portfolio_summary import summary
from tests.grant_frames import made_up_frame, titled


@pytest.fixture
def frame() -> pd.DataFrame:
    return made_up_frame()


def expected(frame: pd.DataFrame, *ids: str) -> float:
    return float(frame[frame["grant_id"].isin(ids)]["sek"].sum())


def test_rows_are_in_kronor_of_their_year_and_unknown_is_not_zero(frame: pd.DataFrame) -> None:
    assert frame["sek"].tolist()[:3] == [4e6, 1e6, 18e6]
    assert pd.isna(frame["sek"].iloc[3])
    of = total(choose(frame, GrantChoice(), titled).rows())
    assert of == (28e6, 4, 5)


@pytest.mark.parametrize(
    ("choice", "ids"),
    [
        (GrantChoice(), "abcdf"),
        (GrantChoice(named={"funder": ("F1", "F3")}), "abf"),
        (GrantChoice(named={"funder": ("F1",), "programme": ("P2", "P3")}), "b"),
        (GrantChoice(allocation=Allocation.OWN), "adf"),
        (GrantChoice(cities=("0002",)), "acd"),
        (GrantChoice(first_year=2016), "bcd"),
        (GrantChoice(last_year=2015), "a"),
        (GrantChoice(first_year=2016, last_year=2016), "bcd"),
        (GrantChoice(without={"funder": ("F1",)}), "cdf"),
        (GrantChoice(without={"place": ("0002",)}), "bf"),
        (GrantChoice(named={"funder": ("F1",)}, without={"programme": ("P2",)}), "a"),
        (GrantChoice(named={"funder": ("F1",)}, without={"funder": ("F1",)}), ""),
        (GrantChoice(search="cykel"), "ad"),
        (GrantChoice(search="KOMMUN"), "ad"),
        (GrantChoice(without_largest=True), "abdf"),
        (GrantChoice(cities=("0002",), without_largest=True), "ad"),
    ],
)
def test_a_choice_holds_its_rows(frame: pd.DataFrame, choice: GrantChoice, ids: str) -> None:
    chosen = choose(frame, choice, titled)
    assert total(chosen.rows()).of == len(ids)
    assert total(chosen.rows()).sek == expected(frame, *ids)


def test_every_view_leaves_its_own_choice_aside(frame: pd.DataFrame) -> None:
    choice = GrantChoice(named={"funder": ("F1",)}, first_year=2015, last_year=2015)
    made = summary(choose(frame, choice, titled))
    assert made.total == (4e6, 1, 1)
    assert made.counts["funder"] == {"F1": 1}
    assert made.years == {(2015, "own"): (4e6, 1, 1), (2016, "single"): (1e6, 1, 1)}
    assert made.cells == {("0001", "F1"): (4e6, 1, 1)}
    assert made.shared == {"0002": 1}
    assert made.span == (2015, 2017)


@pytest.mark.parametrize(
    "choice",
    [GrantChoice(), GrantChoice(named={"funder": ("F1",)}), GrantChoice(cities=("0002",))],
)
def test_every_count_is_of_the_rows_that_the_choice_would_leave(
    frame: pd.DataFrame, choice: GrantChoice
) -> None:
    made = summary(choose(frame, choice, titled))
    of_place = {
        code: (made.cities[code].of if code in made.cities else 0) + made.shared.get(code, 0)
        for code in ("0001", "0002")
    }
    for name, counted in (*made.counts.items(), ("place", of_place)):
        for word, number in counted.items():
            if name in ("city", "kind"):
                continue
            further = (
                replace(choice, cities=(word,))
                if name == "place"
                else replace(choice, named={**choice.named, name: (word,)})
            )
            assert len(choose(frame, further, titled).rows()) == number, (name, word)


def test_shared_rows_are_in_no_city_and_counted_in_each(frame: pd.DataFrame) -> None:
    made = summary(choose(frame, GrantChoice(), titled))
    sums: dict[str, float] = defaultdict(float)
    for (city, _), each in made.cells.items():
        sums[city] += each.sek
    assert sums == {"0001": 5e6, "0002": 0.0, "": 5e6}
    assert made.cells["0002", "F2"] == (0.0, 0, 1)
    assert made.shared == {"0001": 1, "0002": 2}
    assert made.classes["multi"] == (18e6, 1, 1)


def test_the_largest_come_first_and_one_that_rules_the_sum_is_named(frame: pd.DataFrame) -> None:
    rows = choose(frame, GrantChoice(), titled).rows()
    assert list(by(rows, "beneficiary", 2)) == ["Provhögskolan", "Malmö stad"]
    made = summary(choose(frame, GrantChoice(), titled))
    assert made.largest is not None
    assert (made.largest.sek, made.largest.programme) == (18e6, "P3")
    assert rules(made.largest, made.total)


def test_a_decision_is_chosen_and_its_counts_follow_all_other_choices(frame: pd.DataFrame) -> None:
    decisions = ["granted", "unknown", "granted", "granted", "granted", "unknown"]
    frame = frame.assign(decision=pd.Categorical(decisions))
    unknown = choose(frame, GrantChoice(named={"decision": ("unknown",)}), titled)
    assert total(unknown.rows()) == (6e6, 2, 2)
    assert summary(unknown).counts["decision"] == {"granted": 3, "unknown": 2}
    own = GrantChoice(named={"decision": ("unknown",)}, allocation=Allocation.OWN)
    assert summary(choose(frame, own, titled)).counts["decision"] == {"granted": 2, "unknown": 1}


def test_kinds_are_never_added(frame: pd.DataFrame) -> None:
    two = frame.assign(kind=pd.Categorical(["paid", *["granted"] * 5]))
    with pytest.raises(ValueError, match="never added"):
        total(two)


def test_what_is_held_of_a_funder_counts_its_rows_years_and_kinds(frame: pd.DataFrame) -> None:
    held = coverage_by_funder(frame)
    assert list(held) == ["F1", "F2", "F3"]
    assert (held["F2"].of, held["F2"].known, held["F2"].years) == (2, 1, (2016, 2016))
    assert held["F3"].years is None
    assert held["F1"].kinds == {"granted"}


def test_the_years_of_a_grant_told_year_by_year_are_one_grant(frame: pd.DataFrame) -> None:
    parts = frame["grant_id"].map({"a": 0, "b": 0, "d": 1}).fillna(-1).astype(int)
    rows = choose(frame.assign(part_of=parts), GrantChoice(), titled).rows()
    whole = total(choose(frame, GrantChoice(), titled).rows())
    assert total(rows) == (whole.sek, whole.known - 1, whole.of - 1)
    assert {word: each.of for word, each in by(rows, "funder").items()} == {
        "F1": 1,
        "F2": 2,
        "F3": 1,
    }
    assert by(rows, "programme")["P1"].of == by(rows, "programme")["P2"].of == 1


SPAN = st.tuples(st.integers(1, 30), st.integers(0, 12)).map(lambda of: (of[0], of[0] + of[1]))
RUNNING = st.tuples(
    st.sampled_from(("A", "B", "C")),
    st.sampled_from(("0001", "0002", "")),
    SPAN | st.just((0, 0)),
    st.sampled_from((0, 1, 2)),
    st.none() | st.integers(-9, 99),
)
"""Funder, city, first and last month, year, kronor."""


@settings(max_examples=25)
@given(st.lists(RUNNING, max_size=8))
def test_funders_overlap_in_the_months_in_which_several_have_running_grants(
    grants: list[tuple[str, str, tuple[int, int], int, int | None]],
) -> None:
    """Month by month: whose grants run, and the kronor of those that run in any of these months."""
    frame = pd.DataFrame(
        [(funder, city, *span, year, sek, -1) for funder, city, span, year, sek in grants],
        columns=["funder", "city", "first_month", "last_month", "year", "sek", "part_of"],
    ).astype({"funder": "category", "city": "category", "sek": float})
    running = [
        (funder, city, *(span if span[0] else (year * 12, year * 12 + 11)), sek)
        for funder, city, span, year, sek in grants
        if city and (span[0] or year)
    ]

    def funders_in(city: str, month: int) -> set[str]:
        there = [row for row in running if row[1] == city and row[2] <= month <= row[3]]
        funders = {row[0] for row in there}
        return funders if len(funders) > 1 else set()

    result = overlaps(frame)
    for city in ("0001", "0002"):
        for month in range(50):
            held = [
                each
                for each in result.rows
                if each.city == city and each.first_month <= month <= each.last_month
            ]
            assert [set(each.funders) for each in held] == [
                funders for funders in [funders_in(city, month)] if funders
            ]
    for each in result.rows:
        for funder, kronor in each.funders.items():
            sums = [
                row[4]
                for row in running
                if (row[0], row[1]) == (funder, each.city)
                and row[2] <= each.last_month
                and row[3] >= each.first_month
            ]
            known = [sek for sek in sums if sek is not None]
            assert kronor == (sum(known) if known else None)
        for month in (each.first_month - 1, each.last_month + 1):
            assert funders_in(each.city, month) != set(each.funders)
    assert [each.sek for each in result.rows] == sorted(
        (each.sek for each in result.rows), reverse=True
    )
    dated = [span[0] > 0 for _, city, span, year, _ in grants if city and (span[0] or year)]
    assert result.by_year == dated.count(False)
    assert result.undated == sum(
        bool(city) and not span[0] and not year for _, city, span, year, _ in grants
    )
