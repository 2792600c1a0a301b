"""The command that looks after the catalogs: it adds, changes and takes away words."""

from pathlib import Path

import pytest

from scripts import messages


@pytest.fixture
def locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    return tmp_path


def catalog(locale: Path, lang: str, domain: str) -> str:
    path = locale / lang / "LC_MESSAGES" / f"{domain}.po"
    return path.read_text(encoding="utf-8").partition("\n\n")[2]


def test_a_word_is_added_by_key_with_the_swedish_beside_the_english(locale: Path) -> None:
    messages.put({"page.two": {"sv": "Två", "en": "Two"}})
    messages.put({"page.one": {"sv": "Ett", "en": "One"}})
    assert catalog(locale, "sv", "page") == (
        'msgid "page.one"\nmsgstr "Ett"\n\nmsgid "page.two"\nmsgstr "Två"\n'
    )
    assert catalog(locale, "en", "page") == (
        '#. Ett\nmsgid "page.one"\nmsgstr "One"\n\n#. Två\nmsgid "page.two"\nmsgstr "Two"\n'
    )


def test_a_changed_word_is_changed_beside_the_english_too(locale: Path) -> None:
    messages.put({"page.one": {"sv": "Ett", "en": "One"}})
    messages.put({"page.one": {"sv": "En"}})
    assert catalog(locale, "en", "page") == '#. En\nmsgid "page.one"\nmsgstr "One"\n'


def test_a_word_is_taken_away_and_one_with_plurals_has_its_forms(locale: Path) -> None:
    rows = {"sv": ("{n} rad", "{n} rader"), "en": ("{n} row", "{n} rows")}
    messages.put({"page.one": {"sv": "Ett", "en": "One"}, "page.rows": {**rows}})
    messages.put({"page.one": {"sv": None, "en": None}})
    assert catalog(locale, "en", "page") == (
        "#. {n} rad\n#. {n} rader\n"
        'msgid "page.rows"\nmsgid_plural "page.rows"\n'
        'msgstr[0] "{n} row"\nmsgstr[1] "{n} rows"\n'
    )


def test_what_a_translator_notes_stays(locale: Path) -> None:
    messages.put({"page.one": {"sv": "Ett", "en": "One"}})
    path = locale / "en" / "LC_MESSAGES" / "page.po"
    path.write_text(path.read_text().replace("#. Ett", "# the digit\n#. Ett"))
    messages.put({"page.one": {"en": "1"}})
    assert "# the digit\n" in path.read_text()
