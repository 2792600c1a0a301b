"""What was corrected is told at the row and in a list, in both languages."""

from datetime import UTC, date, datetime

import pytest

from layouts.phrases.corrections import corrected_words, corrections_section, sentence
from layouts.phrases.text import text
from progress.corrections import Action, Correction, FieldChange


def made(number: int, action: Action, key: str, *changes: FieldChange) -> Correction:
    at = datetime(2026, 11, 29 + number, 23, 30, tzinfo=UTC)
    day = date(2026, 11, 30)
    return Correction(number, at, action, "goals", key, "9001", "Mål", "fel år.", "", day, changes)


def plain(words: str) -> str:
    """With ordinary spaces: dates keep together by others."""
    return words.replace("\u00a0", " ")


YEAR = FieldChange("target_year", "2030", "2035", "Målår", "year of the goal")


def test_a_row_tells_the_newest_correction_of_itself_or_of_a_status_of_it() -> None:
    t = text("sv")
    first, other = made(0, Action.CORRECT, "G1", YEAR), made(1, Action.CORRECT, "G10", YEAR)
    assert plain(corrected_words([first, other], "G1", t)) == "Rättad 30 november 2026: fel år."
    status = made(1, Action.CORRECT, "A1 2026-03-01")
    assert corrected_words([status], "A1", t).startswith("Rättad")
    assert corrected_words([made(1, Action.WITHDRAW, "G1")], "G1", t) == ""
    assert corrected_words([], "G1", t) == ""


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "sv",
            "30 november 2026: rättad uppgift, mål G1 (Mål): målår: 2030 → 2035. Skäl: fel år.",
        ),
        (
            "en",
            "30 November 2026: corrected, goal G1 (Mål): year of the goal: 2030 → 2035. "
            "Reason: fel år.",
        ),
    ],
)
def test_a_list_tells_what_changed_and_why(lang: str, words: str) -> None:
    t = text(lang)
    assert plain(sentence(made(0, Action.CORRECT, "G1", YEAR), t)) == words
    assert corrections_section([], t) is None
