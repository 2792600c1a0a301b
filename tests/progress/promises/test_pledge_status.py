"""Where a promise stands, and how fresh the news of it is: two things, never mixed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.promises.pledge_status import (
    FRESH_DAYS,
    Freshness,
    Standing,
    counts,
    freshness,
    last_day,
    standing,
)

TODAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("due", "end"),
    [
        ("2024", date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2024-09-30", date(2024, 9, 30)),
        ("yearly", None),
        ("", None),
        ("2024-13", None),
        ("2023-02-30", None),
    ],
)
def test_a_stated_time_ends_with_its_last_day(due: str, end: date | None) -> None:
    assert last_day(due) == end


@pytest.mark.parametrize(
    ("status", "due", "expected"),
    [
        ("running", "", Standing.RUNNING),
        ("running", "2026", Standing.RUNNING),
        ("running", "2025", Standing.OVERDUE),
        ("unknown", "2025", Standing.OVERDUE),
        ("unknown", "yearly", Standing.UNKNOWN),
        ("done", "2025", Standing.DONE),
        ("stopped", "2025", Standing.STOPPED),
        ("late", "2027", Standing.LATE),
        ("late", "2025", Standing.LATE),
        ("not_begun", "2026-05-31", Standing.OVERDUE),
        ("not_begun", "2026-06-01", Standing.NOT_BEGUN),
        ("something else", "", Standing.UNKNOWN),
        ("overdue", "", Standing.UNKNOWN),
    ],
)
def test_what_nobody_says_is_done_is_overdue_when_its_time_has_passed(
    status: str, due: str, expected: Standing
) -> None:
    assert standing(status, due, TODAY) is expected


def test_a_status_is_old_after_a_year_whatever_it_says() -> None:
    assert freshness("running", TODAY - timedelta(days=FRESH_DAYS), TODAY) is Freshness.CURRENT
    assert freshness("running", TODAY - timedelta(days=FRESH_DAYS + 1), TODAY) is Freshness.OLD
    assert freshness("running", None, TODAY) is Freshness.NONE
    assert freshness("unknown", TODAY, TODAY) is Freshness.NONE, "that is no report"


@given(st.lists(st.tuples(st.sampled_from(Standing), st.sampled_from(Freshness))))
def test_every_promise_is_counted_once_in_each_way(found: list[tuple[Standing, Freshness]]) -> None:
    told = counts(found)
    assert told.of == sum(told.by_standing.values()) == sum(told.by_freshness.values())
