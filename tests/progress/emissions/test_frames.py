"""What is known at the end of a year, and since when a release's content is known."""

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from progress.emissions.frames import as_known
from progress.known_from import known_from

IMPORTED = datetime(2026, 11, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("edition", "released", "year"),
    [
        (2024, date(2025, 4, 18), 2025),
        (2024, None, 2024),
        (None, None, 2026),
    ],
)
def test_a_release_is_known_since_its_publication_edition_or_import(
    edition: int | None, released: date | None, year: int
) -> None:
    assert known_from(edition, released, IMPORTED) == year


def test_of_a_goal_the_newest_text_that_was_known_then_holds() -> None:
    frame = pd.DataFrame(
        {
            "goal": ["a", "b", "a"],
            "known_from": [2022, 2024, 2025],
            "target_year": [2030, 2045, 2035],
        }
    )

    def targets(year: int | None) -> dict[str, int]:
        known = as_known(frame, "goal", year)
        return dict(zip(known["goal"], known["target_year"], strict=True))

    assert targets(2021) == {}
    assert targets(2023) == {"a": 2030}
    assert targets(2024) == {"a": 2030, "b": 2045}
    assert targets(None) == {"a": 2035, "b": 2045}
