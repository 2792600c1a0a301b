"""Each limit of what is likely: what is known lies within it, and what is another unit outside."""

import pytest

from progress import plausibility as likely

VAXHOLM = {1993: 7392.0}
BORLANGE = {2023: 153_000.0, 2024: 423_796.0}


@pytest.mark.parametrize(
    ("number", "year", "asked"),
    [
        (7999, 1994, False),  # the largest growth there has been
        (7392 * 10, 1994, True),
        (739, 1994, True),
        (12_000, 1998, False),
        (2_500_000, 1994, True),
    ],
)
def test_people_come_and_go_by_so_many_a_year(number: int, year: int, asked: bool) -> None:
    assert bool(likely.inhabitants(number, year, VAXHOLM)) is asked


def test_the_first_figure_of_a_place_has_only_the_bounds_of_all() -> None:
    assert likely.inhabitants(7392, 1993, {}) is None
    assert likely.against_history(1.0, 2024, {}) is None
    assert likely.per_person(1e9, 2024, {}, 500.0) is None


@pytest.mark.parametrize(
    ("tonnes", "asked"),
    [(1_328_000.0, False), (1_328.0, True), (1_328_000_000.0, True), (-1.0, True)],
)
def test_a_budget_lasts_for_years_and_not_for_days_or_centuries(tonnes: float, asked: bool) -> None:
    assert bool(likely.budget(tonnes, BORLANGE)) is asked


@pytest.mark.parametrize(
    ("tonnes", "factor", "asked"),
    [(423_796.0, 1.0, False), (423_797.0, 1.0, True), (-500_000.0, 1.0, True), (5e5, 2.0, False)],
)
def test_no_part_is_larger_than_the_whole_municipality(
    tonnes: float, factor: float, asked: bool
) -> None:
    assert bool(likely.within_territory(tonnes, BORLANGE, factor)) is asked


def test_a_figure_is_held_against_its_nearest_year_with_reason_and_figure() -> None:
    why = likely.against_history(4_237_960.0, 2025, BORLANGE)
    assert why is None
    why = likely.against_history(4_237_961.0, 2025, BORLANGE)
    assert str(why) == "10 times the 423796 that is known for 2024"
    assert likely.against_history(0.0, 2025, BORLANGE) is None  # zero is a value
    assert likely.against_history(900.0, 2025, {2024: 1.0}, at_least=1000.0) is None


@pytest.mark.parametrize(
    ("value", "asked"), [(0.3, False), (6.4, True), (-0.1, True), (0.004, False), (0.0, False)]
)
def test_an_indicator_keeps_to_the_known_values_of_all_places(value: float, asked: bool) -> None:
    assert bool(likely.indicator(value, 2025, {2024: 0.1}, (0.0, 0.1, 0.63))) is asked


@pytest.mark.parametrize(
    ("sek", "people", "asked"),
    [(20e9, None, False), (60e9, None, True), (3_929_285.0, 2570, False), (5.2e8, 2570, True)],
)
def test_a_grant_is_held_against_the_largest_and_against_the_inhabitants(
    sek: float, people: float | None, asked: bool
) -> None:
    assert bool(likely.sum_of_money(sek, people, likely.MOST_GRANT_PER_PERSON)) is asked


def test_prices_and_rates_keep_near_the_year_beside() -> None:
    assert likely.price_index(403.7, 2023, {2022: 371.91}) is None
    assert str(likely.price_index(40.37, 2023, {2022: 371.91})) == "371.9 is known for 2022"
    assert likely.in_sek(2.0, "EUR") == 20.0
