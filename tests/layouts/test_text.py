"""Texts: both languages say everything, and ask for the same values."""

import csv
from pathlib import Path
from string import Formatter

import seed_data
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


def test_every_source_and_release_of_the_seed_is_told_in_both_languages() -> None:
    for source in rows("sources.csv"):
        for words in (source["title"], source["note"]):
            assert f"provenance.{words}" in texts("sv"), words
    for release in rows("releases.csv"):
        named = f"release.title.{release['title']}" in texts("en")
        assert named or release["kind"] == "emissions", release["title"]


def rows(name: str) -> list[dict[str, str]]:
    with (Path(seed_data.__file__).parent / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
