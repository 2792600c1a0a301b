"""Catalogs speak to readers: none of the builder's words, and one kind of apostrophe and quote."""

import re

import pytest

from progress.i18n.catalogs import own_messages

BUILDERS_WORDS = {
    "sv": r"\binläs|utgåv|\bskör|(?<!sannolikt )\bframskriv|\bserie(n|r|rna)?\b|\bläst in\b",
    "en": r"\bloaded\b|\bfragile\b|\bseries\b|\bopin(e|es)\b",
}
"""How a builder speaks of what is in the store; a reader is told what is here, and from when."""


def told(lang: str) -> list[tuple[str, str]]:
    """Every form of every message, without what stands for a value."""
    return [
        (key, re.sub(r"\{\w+\}", "", form))
        for key, message in own_messages(lang).items()
        for form in message.forms
    ]


@pytest.mark.parametrize("lang", BUILDERS_WORDS)
def test_no_message_has_a_builder_s_word(lang: str) -> None:
    builders = re.compile(BUILDERS_WORDS[lang], re.IGNORECASE)
    assert [(key, form) for key, form in told(lang) if builders.search(form)] == []


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_apostrophes_and_quotes_are_of_one_kind(lang: str) -> None:
    wrong = re.compile(r"""\w'\w|"|[“‘]""" if lang == "sv" else r"""\w'\w|\w' |"|„""")
    assert [(key, form) for key, form in told(lang) if wrong.search(form)] == []


def test_english_quotes_open_and_close() -> None:
    unclosed = [key for key, form in told("en") if form.count("“") != form.count("”")]
    assert unclosed == []
