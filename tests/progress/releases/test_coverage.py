"""What the door and `klimat check` both ask of a release for the whole country."""

import pytest

from progress.releases.coverage import Uncovered, national_differences, uncovered


def test_each_year_names_the_municipalities_that_it_lacks() -> None:
    years = {2020: {"0114", "1880"}, 2019: {"0114"}}
    assert uncovered(years, ("0114", "1880")) == [Uncovered(2019, ("1880",))]


@pytest.mark.parametrize(
    ("allocated", "nation", "agree"),
    [
        (99.0, 100.0, True),
        (97.9, 100.0, False),
        (100.04, 100.0, True),
        (100.1, 100.0, False),
        (0.0, 0.0, True),
        (1.0, 0.0, False),
    ],
)
def test_a_sum_is_the_nations_but_for_what_nobody_is_given(
    allocated: float, nation: float, agree: bool
) -> None:
    assert (not list(national_differences({2020: allocated}, {2020: nation}))) is agree


def test_a_year_that_only_the_nation_has_is_told() -> None:
    (difference,) = national_differences({}, {2020: 1.0})
    assert str(difference.message()) == "2020 has a national figure only"
