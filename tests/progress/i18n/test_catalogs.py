"""Catalogs: every language says everything, no key is unsaid and none is dead."""

import ast
import csv
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

import seed_data
from progress.i18n import Message, languages, messages, text
from progress.i18n.catalogs import LOCALE, own_messages
from progress.phrases import clauses
from scripts import messages as catalog_files

ROOT = Path(seed_data.__file__).parent.parent


def fields(message: Message) -> set[str]:
    return {name for form in message.forms for _, name, _, _ in Formatter().parse(form) if name}


def test_both_languages_have_the_same_keys() -> None:
    assert own_messages("sv").keys() == own_messages("en").keys()


def test_both_languages_ask_for_the_same_values() -> None:
    for key, swedish in own_messages("sv").items():
        english = own_messages("en")[key]
        assert fields(swedish) == fields(english), key
        assert (len(swedish.forms) > 1) == (len(english.forms) > 1), key


def test_a_text_with_plurals_tells_its_number() -> None:
    for lang in languages():
        for key, message in own_messages(lang).items():
            if len(message.forms) > 1:
                assert "{n}" in message.forms[-1], (lang, key)


@pytest.mark.parametrize("path", sorted(LOCALE.glob("*/LC_MESSAGES/*.po")), ids=lambda p: p.stem)
def test_a_catalog_is_written_in_its_form_and_holds_its_own_keys(path: Path) -> None:
    """`python -m scripts.messages` writes it so; the Swedish stands beside the English."""
    lang = path.parent.parent.name
    own = catalog_files.read(path)
    swedish = LOCALE / "sv" / "LC_MESSAGES" / path.name
    beside = None if lang == "sv" else catalog_files.read(swedish)
    assert path.read_bytes() == catalog_files.written(own, beside)
    keys = [catalog_files.key_of(message) for message in own if message.id]
    assert {key.partition(".")[0] for key in keys} == {path.stem}
    # A key that stood twice would be read once, and the form above would lose the other.
    assert len(keys) == path.read_text(encoding="utf-8").count("\nmsgid ")


def test_every_source_and_release_of_the_seed_is_told_in_both_languages() -> None:
    swedish, english = text("sv"), text("en")
    for source in rows("sources.csv"):
        for words in filter(None, (source["title"], source["note"])):
            assert f"provenance.{words}" in swedish, words
    for release in rows("releases.csv"):
        named = f"release.title.{release['title']}" in english
        assert named or release["kind"] == "emissions", release["title"]


def rows(name: str) -> list[dict[str, str]]:
    with (Path(seed_data.__file__).parent / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_no_key_is_unsaid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every key that the code looks up whole, as Babel extracts them, is in the catalogs."""
    monkeypatch.chdir(ROOT)
    template = tmp_path / "words.pot"
    CommandLineInterface().run(  # type: ignore[no-untyped-call]
        ["pybabel", "-q", "extract", "-F", "pyproject.toml", "-o", str(template), "."]
    )
    with template.open("rb") as file:
        used = {str(message.id) for message in read_po(file) if message.id}
    assert len(used) > len(messages("sv")) / 3
    assert used - messages("sv").keys() == set()


def test_no_key_is_dead() -> None:
    whole, begun, endings = written_in_code()
    dead = [
        key
        for key in (each.removeprefix(clauses.BEGINNING) for each in messages("sv"))
        if key not in whole
        and not begun.fullmatch(key)
        and not any(
            key[: dot.start()] in whole and key[dot.start() :] in endings
            for dot in re.finditer(r"\.", key)
        )
    ]
    assert dead == []


def written_in_code() -> tuple[set[str], re.Pattern[str], set[str]]:
    """What the code writes of keys: whole ones, patterns made with values, and endings."""
    whole: set[str] = set()
    begun: set[str] = set()
    endings: set[str] = set()
    for node in chain.from_iterable(map(ast.walk, syntax_trees())):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            whole.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            values = [part.value if isinstance(part, ast.Constant) else "" for part in node.values]
            pattern = "".join(re.escape(str(value)) if value else ".+" for value in values)
            if "." in str(values[0]):
                begun.add(pattern)
            elif not values[0]:
                endings.add(str(values[-1]))
    endings |= {value for value in whole if value.startswith(".")}
    return whole, re.compile("|".join(sorted(begun))), endings


def syntax_trees() -> Iterator[ast.Module]:
    for room in ("layouts", "callbacks", "progress", "data_access"):
        for path in (ROOT / room).rglob("*.py"):
            yield ast.parse(path.read_text(encoding="utf-8"))
