"""What hangs on the day is made anew on a new one, also in a process that goes on."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from data_access import clock
from tests.callbacks.conftest import client_on

BEFORE = datetime(2026, 12, 31, 12, tzinfo=UTC)
AFTER = datetime(2027, 1, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2026, 6, 30, 22, 0, tzinfo=UTC), date(2026, 7, 1)),
    ],
)
def test_the_day_begins_at_midnight_in_sweden(
    moment: datetime, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)
    assert clock.today() == day


PLACE = "/sv/kommun/borlange"
HANGS_ON_THE_DAY = (
    f"{PLACE}/vad-kravs",
    f"{PLACE}/mote",
    PLACE,
    f"{PLACE}/bild.png",
    f"{PLACE}/mote.pptx",
    "/sv/uppfoljning",
)


@pytest.fixture(scope="module")
def long_running(seeded_file: Path) -> FlaskClient:
    """A process that goes on over New Year."""
    return client_on(f"sqlite:///{seeded_file}")


@pytest.mark.parametrize("path", HANGS_ON_THE_DAY)
def test_a_process_that_goes_on_answers_as_a_new_one(
    path: str, long_running: FlaskClient, seeded_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: BEFORE)
    before = long_running.get(path, follow_redirects=True)
    monkeypatch.setattr(clock, "now", lambda: AFTER)
    after = long_running.get(path, follow_redirects=True)
    fresh = client_on(f"sqlite:///{seeded_file}").get(path, follow_redirects=True)
    assert before.status_code == after.status_code == fresh.status_code == 200
    if "ETag" in fresh.headers:
        assert after.headers["ETag"] == fresh.headers["ETag"] != before.headers["ETag"]
        assert after.data == fresh.data


def test_the_tag_of_yesterday_does_not_say_that_nothing_is_new(
    long_running: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: BEFORE)
    tag = long_running.get(f"{PLACE}/vad-kravs").headers["ETag"]
    assert long_running.get(f"{PLACE}/vad-kravs", headers={"If-None-Match": tag}).status_code == 304
    monkeypatch.setattr(clock, "now", lambda: AFTER)
    assert long_running.get(f"{PLACE}/vad-kravs", headers={"If-None-Match": tag}).status_code == 200


def test_open_data_do_not_hang_on_the_day(
    long_running: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    tags = []
    for moment in (BEFORE, AFTER):
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        tags.append(long_running.get("/api/v1/goals?municipality=2081").headers["ETag"])
    assert tags[0] == tags[1]
