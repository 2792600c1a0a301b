"""Municipalities alike by where their emissions come from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.emissions.sector_profile import distance, nearest_by_sector_shares, shares

PROFILES = st.dictionaries(
    st.sampled_from("abcde"), st.floats(0.1, 1e6, allow_subnormal=False), min_size=1, max_size=5
).map(shares)


def test_shares_are_parts_of_the_sum() -> None:
    assert shares({"industry": 30.0, "transport": 10.0, "waste": 0.0}) == {
        "industry": 0.75,
        "transport": 0.25,
    }
    assert shares({"industry": 0.0}) == {}


@given(PROFILES, PROFILES)
def test_a_distance_is_between_alike_and_nothing_in_common(
    one: dict[str, float], other: dict[str, float]
) -> None:
    assert distance(one, one) == 0
    assert distance(one, other) == pytest.approx(distance(other, one))
    assert -1e-9 <= distance(one, other) <= 1 + 1e-9


def test_the_nearest_come_first_and_never_the_place_itself() -> None:
    profiles = {
        "0001": {"industry": 0.6, "transport": 0.4},
        "0002": {"industry": 0.1, "transport": 0.9},
        "0003": {"industry": 0.5, "transport": 0.5},
        "0004": {"industry": 0.7, "transport": 0.3},
        "0005": {},
    }
    result = nearest_by_sector_shares("0001", profiles)
    assert [each.code for each in result] == ["0003", "0004", "0002"]
    assert [each.distance for each in result] == pytest.approx([0.1, 0.1, 0.5])
    assert nearest_by_sector_shares("0005", profiles) == ()
