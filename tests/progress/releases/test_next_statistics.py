"""When the next year's statistics are expected: as long after the year as the publisher's last."""

from dataclasses import replace
from datetime import date

import pytest

from progress.records import Release, Source
from progress.releases.next_statistics import NextStatistics, next_statistics
from tests.layouts.city_facts import RELEASE

NEWEST = replace(
    RELEASE,
    source=Source("prov", "Provstatistik", "Provverket", "CC0 1.0"),
    released=date(2024, 4, 18),
    year_last=2022,
)
TODAY = date(2024, 6, 1)


def expected(*others: Release, latest: int = 2022, today: date = TODAY) -> NextStatistics | None:
    return next_statistics((NEWEST, *others), NEWEST, latest, today)


def test_a_year_comes_as_long_after_its_end_as_the_year_before_did() -> None:
    """2022 came in April 2024, so 2023 comes in April 2025."""
    assert expected() == NextStatistics(2023, date(2025, 4, 1), "Provverket")
    older = replace(NEWEST, label="older", released=date(2022, 9, 1), year_last=2021)
    assert expected(older) == expected()


def test_what_is_late_is_expected_this_month() -> None:
    result = expected(today=date(2025, 8, 15))
    assert result is not None
    assert result.expected == date(2025, 8, 1)


@pytest.mark.parametrize(("gas", "told"), [("co2e", False), ("co2", True)])
def test_a_year_that_another_release_of_the_gas_has_is_not_waited_for(gas: str, told: bool) -> None:
    newer = replace(NEWEST, label="newer", released=None, year_last=2023, gas=gas)
    assert (expected(newer) is not None) is told


def test_without_a_dated_release_nothing_is_said_to_be_expected() -> None:
    assert next_statistics((), NEWEST, 2022, TODAY) is None
    undated = replace(NEWEST, released=None)
    assert next_statistics((undated,), undated, 2022, TODAY) is None
