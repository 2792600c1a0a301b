"""Classes of a map: equally many in each, equal values together, nothing left out."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.goals.pace import pace_gap
from progress.value_classes import CLASSES, class_of, limits, value_classes

VALUES = st.lists(st.floats(-1e6, 1e6, allow_subnormal=False), min_size=1, max_size=300)


@given(VALUES)
def test_every_value_is_in_one_class_and_classes_do_not_overlap(values: list[float]) -> None:
    result = value_classes(values)
    assert sum(one.size for one in result) == len(values)
    ends = [(one.low, one.high) for one in result]
    assert all(low <= high for low, high in ends)
    assert all(high < low for (_, high), (low, _) in itertools.pairwise(ends))


@given(VALUES)
def test_a_higher_value_is_never_in_a_lower_class(values: list[float]) -> None:
    parted = limits(values)
    classes = [class_of(value, parted) for value in sorted(values)]
    assert classes == sorted(classes)
    assert set(classes) <= set(range(1, CLASSES + 1))


@given(
    st.lists(
        st.floats(-1e6, 1e6, allow_subnormal=False), min_size=CLASSES, max_size=300, unique=True
    )
)
def test_classes_of_different_values_hold_about_equally_many(values: list[float]) -> None:
    sizes = [value_value_class.size for value_value_class in value_classes(values)]
    assert len(sizes) == CLASSES
    assert max(sizes) - min(sizes) <= 1


def test_values_that_are_alike_share_a_class_and_zero_is_a_value() -> None:
    (only,) = value_classes([0.0, 0.0, 0.0])
    assert (only.low, only.high, only.size) == (0.0, 0.0, 3)
    assert value_classes([]) == ()


@pytest.mark.parametrize(
    ("needed", "done", "gap"),
    [(0.05, 0.02, 0.03), (0.05, -0.01, 0.06), (None, 0.02, -0.02), (0.05, None, None)],
)
def test_the_gap_is_what_is_needed_less_what_is_done(
    needed: float | None, done: float | None, gap: float | None
) -> None:
    result = pace_gap(needed, done)
    assert result == (None if gap is None else pytest.approx(gap))
