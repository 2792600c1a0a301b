"""Which release a municipality is read from: by edition and day, never by digits in a label."""

from datetime import date

import pytest

from progress.releases.order import Reason, Standing, future, predecessor, read_from

TODAY = date(2026, 11, 30)
OLD = Standing(1, "smhi-co2e-2025", 2025, None)
NEWEST = Standing(2, "smhi-co2e-2026", 2026, None)
REVISED = Standing(3, "smhi-co2e-2026-r", 2026, None)
BY_LABEL = Standing(4, "provlast-2031", 2024, date(2024, 5, 2))
EVERYONE = ("0114", "1880")


@pytest.mark.parametrize(
    ("releases", "label"),
    [
        ((OLD, NEWEST), "smhi-co2e-2026"),
        ((NEWEST, OLD), "smhi-co2e-2026"),
        ((OLD, NEWEST, REVISED), "smhi-co2e-2026-r"),
        ((OLD, NEWEST, Standing(5, "smhi-co2e-2026-v2", 2026, None)), "smhi-co2e-2026-v2"),
        ((OLD, NEWEST, BY_LABEL), "smhi-co2e-2026"),
        ((Standing(9, "a", 2026, date(2026, 3, 1)), Standing(8, "b", 2026, date(2026, 6, 1))), "b"),
    ],
)
def test_the_newest_edition_then_the_later_day_then_the_later_load(
    releases: tuple[Standing, ...], label: str
) -> None:
    holds = {release.release_id: EVERYONE for release in releases}
    assert {one.label for one in read_from(releases, holds).values()} == {label}


def test_each_municipality_falls_back_on_what_holds_it() -> None:
    part = Standing(6, "delvis", 2026, date(2026, 9, 1), partial=True)
    read = read_from((OLD, NEWEST, part), {1: EVERYONE, 2: EVERYONE, 6: ("1880",)})
    assert {code: one.label for code, one in read.items()} == {
        "0114": "smhi-co2e-2026",
        "1880": "delvis",
    }


def test_why_one_is_newer_is_the_first_thing_that_differs() -> None:
    assert NEWEST.newer_than(OLD) is Reason.EDITION
    assert REVISED.newer_than(NEWEST) is Reason.LOADED
    assert Standing(1, "", 2026, TODAY).newer_than(NEWEST) is Reason.RELEASED


def test_the_predecessor_is_the_newest_whole_one_that_is_older() -> None:
    part = Standing(6, "delvis", 2025, TODAY, partial=True)
    assert predecessor(NEWEST, (OLD, NEWEST, part, REVISED)) == OLD
    assert predecessor(OLD, (OLD, NEWEST)) is None


@pytest.mark.parametrize(
    ("edition", "released", "word"),
    [
        (2027, None, "edition 2027"),
        (2026, date(2026, 12, 1), "released 2026-12-01"),
        (2026, TODAY, ""),
        (None, None, ""),
    ],
)
def test_nothing_is_published_in_time_to_come(
    edition: int | None, released: date | None, word: str
) -> None:
    assert str(future(edition, released, TODAY) or "").startswith(word)
    assert bool(word) is bool(future(edition, released, TODAY))
