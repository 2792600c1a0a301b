"""Texts: both languages say everything, and ask for the same values."""

import ast
import csv
import re
from itertools import chain
from pathlib import Path
from string import Formatter

import seed_data
from layouts.text import text, texts

ROOT = Path(seed_data.__file__).parent.parent


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


def test_every_text_is_said_somewhere() -> None:
    whole, begun, endings = written_in_code()
    unsaid = [
        key
        for key in texts("sv")
        if key not in whole
        and not begun.fullmatch(key)
        and not any(
            key[: dot.start()] in whole and key[dot.start() :] in endings
            for dot in re.finditer(r"\.", key)
        )
    ]
    assert unsaid == []


def written_in_code() -> tuple[set[str], re.Pattern[str], set[str]]:
    """What the code writes of keys: whole ones, patterns made with values, and endings."""
    whole: set[str] = set()
    begun: set[str] = set()
    endings: set[str] = set()
    rooms = (folder.rglob("*.py") for folder in (ROOT / "layouts", ROOT / "callbacks"))
    for path in chain.from_iterable(rooms):
        if path.parent.name == "text":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [one.value if isinstance(one, ast.Constant) else "" for one in node.values]
                pattern = "".join(re.escape(str(part)) if part else ".+" for part in parts)
                if "." in str(parts[0]):
                    begun.add(pattern)
                elif not parts[0]:
                    endings.add(str(parts[-1]))
    endings |= {one for one in whole if one.startswith(".")}
    return whole, re.compile("|".join(sorted(begun))), endings
