"""The lookup: named arguments, plurals, and a language that lacks words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from progress.i18n import catalogs, languages, text
from progress.i18n.text import Text

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
FINNISH = HEAD + '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
POLISH = HEAD + (
    '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || '
    'n%100>=20) ? 1 : 2);\\n"\n'
)


@pytest.fixture
def locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of catalogs with the product's own two languages in it, to which others can come."""
    for folder in catalogs.LOCALE.iterdir():
        (tmp_path / folder.name).symlink_to(folder)
    monkeypatch.setattr(catalogs, "LOCALE", tmp_path)
    caches = (catalogs.messages, catalogs.own_messages, text)
    for cache in caches:
        cache.cache_clear()
    yield tmp_path
    for cache in caches:
        cache.cache_clear()


def add_catalog(locale: Path, lang: str, domain: str, po: str) -> None:
    folder = locale / lang / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{domain}.po").write_text(po, encoding="utf-8")


def test_a_text_takes_its_values() -> None:
    assert "Provbolaget" in text("sv")("shell.footer.operator", operator="Provbolaget")


def test_a_place_comes_as_an_adverbial_too() -> None:
    assert "på Gotland" in text("sv")("party.activities.caption", n=3, name="Gotland")
    assert "in Lund" in text("en")("party.activities.caption", n=3, name="Lund")


def test_a_text_knows_its_language() -> None:
    assert text("en").lang == "en"


def test_a_text_has_the_form_of_its_number() -> None:
    assert text("en")("money.grant", n=1) == "1 grant"
    assert text("en")("money.grant", n=0) == "0 grants"
    assert text("en")("money.grant", n=12_345) == "12,345 grants"
    assert text("sv")("money.action", n=1) == "1 åtgärd"
    assert text("sv")("money.action", n=2_000) == "2\u00a0000 åtgärder"


def test_a_number_already_in_words_has_no_form() -> None:
    with pytest.raises(TypeError, match="whole number"):
        text("en")("money.grant", n="12")


@pytest.mark.parametrize("values", [{}, {"name": "Lund"}])
def test_an_unknown_key_is_an_error(values: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        text("sv")("shell.no_such_key", **values)
    assert "shell.no_such_key" not in text("sv")


def test_a_language_is_a_folder_of_catalogs(locale: Path) -> None:
    assert languages() == ("sv", "en")
    add_catalog(locale, "fi", "word", FINNISH + '\nmsgid "word.year"\nmsgstr "Vuosi"\n')
    assert languages() == ("sv", "en", "fi")
    finnish = text("fi")
    assert finnish("word.year") == "Vuosi"
    assert finnish("word.source") == text("en")("word.source")


def test_a_language_has_as_many_plurals_as_it_needs(locale: Path) -> None:
    forms = "".join(f'msgstr[{n}] "{{n}} {word}"\n' for n, word in enumerate(("a", "b", "c")))
    entry = f'\nmsgid "money.grant"\nmsgid_plural "money.grant"\n{forms}'
    add_catalog(locale, "pl", "money", POLISH + entry)
    polish = text("pl")
    assert [polish("money.grant", n=n) for n in (1, 3, 5, 22)] == ["1 a", "3 b", "5 c", "22 b"]
    # What another language says in its place has that language's plurals.
    assert polish("money.action", n=22) == "22 actions"


@pytest.mark.parametrize("words", ['#, fuzzy\nmsgid "word.year"\nmsgstr "Vuosi?"', ""])
def test_words_in_doubt_or_not_there_are_not_said(locale: Path, words: str) -> None:
    add_catalog(locale, "fi", "word", f'{FINNISH}\n{words}\n\nmsgid "word.goal"\nmsgstr ""\n')
    finnish = Text("fi")
    assert finnish("word.year") == text("en")("word.year")
    assert finnish("word.goal") == text("en")("word.goal")
