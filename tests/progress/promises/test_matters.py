"""A commitment and the activity that quotes the same sentence are one matter."""

from dataclasses import replace
from datetime import date

import pytest

from progress.promises.matters import matters
from progress.promises.pledge_status import Standing
from progress.records import Activity, Commitment

TODAY = date(2026, 6, 1)
PROMISE = Commitment(
    "C1", "municipality", "Prov", "0001", "", "3.2", "Anta en strategi", "", "Strategin antas",
    "2024-05", "", "unknown", None, "", "",
)  # fmt: skip
DEED = Activity(
    "A1", "0001", "Ny strategi", "", "", "", "", "", "", "", "", "3.2",
    "Strategin antas i fullmäktige", "late", date(2026, 1, 1), "", "Valet kom emellan",
)  # fmt: skip
AGENCY = replace(PROMISE, commitment_id="C2", municipality_code=None, quote_sv="", status="late")


def test_what_quotes_the_same_sentence_is_told_once_with_the_newest_status_and_its_reason() -> None:
    own, theirs = matters((AGENCY, PROMISE, DEED), TODAY)
    assert own.promises == (PROMISE, DEED)
    assert (own.standing, own.newest.status_comment) == (Standing.LATE, "Valet kom emellan")
    assert own.due == "2024-05"
    assert theirs.promises == (AGENCY,), "own first, then others'"


@pytest.mark.parametrize(
    "other",
    [
        replace(DEED, section="3.3"),
        replace(DEED, quote_sv=""),
        replace(DEED, quote_sv="Något annat"),
        replace(DEED, municipality_code="0002"),
    ],
)
def test_another_sentence_is_another_matter(other: Activity) -> None:
    assert len(matters((PROMISE, other), TODAY)) == 2
