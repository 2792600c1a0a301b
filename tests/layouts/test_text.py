"""Texts: both languages say everything, and ask for the same values."""

from string import Formatter

from layouts.text import text, texts


def fields(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name}


def test_both_languages_have_the_same_keys() -> None:
    assert texts("sv").keys() == texts("en").keys()


def test_both_languages_ask_for_the_same_values() -> None:
    for key, swedish in texts("sv").items():
        assert fields(swedish) == fields(texts("en")[key]), key


def test_a_text_takes_its_values() -> None:
    assert "Provbolaget" in text("sv")("shell.footer.operator", operator="Provbolaget")
