"""Dates: every form that publishers use, and only days that exist."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.imports.dates import MONTHS, NotADate, partial_date

GIVEN = {
    "2024-05-31": "2024-05-31",
    "2024-05-31T00:00:00": "2024-05-31",
    "2024-05-31T00:00:00.000Z": "2024-05-31",
    "2024-05-31T00:00:00+02:00": "2024-05-31",
    "2024-05-31 00:00:00": "2024-05-31",
    "2024/05/31": "2024-05-31",
    "31/05/2024": "2024-05-31",
    "04/09/2023": "2023-09-04",
    "31.5.2024": "2024-05-31",
    "20240531": "2024-05-31",
    "31 maj 2024": "2024-05-31",
    "den 1 Januari 2024": "2024-01-01",
    "45443": "2024-05-31",
    "2024-05": "2024-05",
    "maj 2024": "2024-05",
    "2024": "2024",
}

REFUSED = ("", "2024-13-01", "31/02/2024", "05/31/2024", "snart", "12345", "31 majs 2024", "24-5-1")


@pytest.mark.parametrize("text", GIVEN)
def test_a_publishers_date_is_read_as_exactly_as_it_is_written(text: str) -> None:
    assert partial_date(text) == GIVEN[text]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_day_of_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(NotADate):
        partial_date(text)


@given(st.dates(date(1955, 1, 1), date(2100, 1, 1)))
def test_every_form_of_a_day_gives_the_same_day(day: date) -> None:
    names = [name for name, number in MONTHS.items() if number == day.month]
    forms = [
        day.isoformat(),
        f"{day:%d/%m/%Y}",
        f"{day:%Y%m%d}",
        f"{day:%Y-%m-%d 00:00:00}",
        str((day - date(1899, 12, 30)).days),
        *(f"{day.day} {name} {day.year}" for name in names),
    ]
    assert {partial_date(form) for form in forms} == {day.isoformat()}


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        result = partial_date(text)
    except NotADate:
        return
    assert len(result) in (4, 7, 10)
