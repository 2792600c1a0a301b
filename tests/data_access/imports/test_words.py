"""Headings and words of files: what pages show is taken, and nearer headings win."""

import pytest

from data_access.imports.headers import columns_in
from data_access.imports.words import value_of
from data_access.records.words import AMOUNT_KINDS, STATUS_WORDS
from progress.emissions.series import Gas, Scope, Status
from progress.i18n import text
from progress.promises.pledge_status import Resources

SHOWN = [
    ("word.status.", [Status.FINAL, Status.PRELIMINARY, Status.FORECAST]),
    ("word.scope.", list(Scope)),
    ("word.gas.", list(Gas)),
    ("word.gas.short.", list(Gas)),
    ("word.gas.title.", list(Gas)),
    ("word.unit.", ["tonnes", "tonnes_per_person"]),
    ("word.progress.", list(STATUS_WORDS)),
    ("word.amount.", [word for word in AMOUNT_KINDS if word]),
    ("pack.resources.", list(Resources)),
]
"""Where words of pages stand in the catalogs → the words of the importers that they are for."""


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize(("stem", "words"), SHOWN)
def test_what_pages_show_is_taken_in_a_file(lang: str, stem: str, words: list[str]) -> None:
    t = text(lang)
    for word in words:
        shown = t(f"{stem}{word}")
        assert value_of(shown, words) == word
        assert value_of(f" {shown.upper()} ", words) == word
        assert value_of(word, words) == word


def test_a_word_that_is_none_is_none() -> None:
    assert value_of("nästan klart", STATUS_WORDS) is None
    assert value_of("", [*STATUS_WORDS, ""]) == ""


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        (["Kommunkod", "Kommun", "År", "Värde"], ["municipality_code", None, "year", "value"]),
        (["Kommun", "År", "Kommunkod"], [None, "year", "municipality_code"]),
        (["KOMMUN ", " år", "value"], ["municipality_code", "year", "value"]),
        (["Municipality_Code", "Year"], ["municipality_code", "year"]),
        (["year", "Year"], ["year", "year"]),
        (["source_title", "Källa"], ["source_title", None]),
        (["Handläggare", ""], [None, None]),
    ],
)
def test_headings_are_known_by_name_or_word(header: list[str], columns: list[str | None]) -> None:
    known = ("municipality_code", "year", "value", "source_title", "note")
    assert columns_in(header, known) == columns
