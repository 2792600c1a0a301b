"""A text that is told later is told in the language of whoever is told, numbers and parts too."""

import ast
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from progress.i18n import LazyText, figure, say, speaking

ROOT = Path(__file__).parents[3]
REFUSALS = ("Refused", "Outdated", "Foreign", "Missing", "Unreachable", "TooLarge", "NotA")
MESSAGES = {"problem", "notice", "doubt", "Finding"}


def test_one_text_is_told_in_every_language() -> None:
    text = say("import.year_from_to", first_year=1900, last_year=2200)
    assert str(text) == "a year from 1900 to 2200"
    with speaking("sv"):
        assert f"{text}" == "ett år från 1900 till 2200"
    assert "1900" in text


def test_numbers_and_texts_within_a_text_are_in_its_language() -> None:
    why = say("import.why.times_known_for", times=2.5, known=416489.1, year=2024)
    text = say("import.likely_figure", why=why)
    assert str(text) == "a likely figure: 2.5 times the 416489.1 that is known for 2024"
    with speaking("sv"):
        told = str(text)
    assert told == "en rimlig siffra: 2,5 gånger de 416489,1 som är kända för 2024"
    assert (
        str(say("import.number_below", largest=Decimal(10) ** 15)) == "a number below 1" + 15 * "0"
    )


def test_texts_that_say_the_same_are_equal_and_their_words_can_be_changed() -> None:
    text = say("import.unknown", unknown="a@b.se")
    assert text == LazyText("import.unknown", (("unknown", "a@b.se"),))
    assert len({text, say("import.unknown", unknown="a@b.se")}) == 1
    assert str(text.with_words(str.upper)) == "unknown: A@B.SE"


def test_a_figure_keeps_the_digits_that_tell_sizes_apart() -> None:
    assert [figure(value) for value in (0.12345, 12.0, 416489.1)] == ["0.1235", "12", "416489.1"]


def test_no_message_to_operators_is_written_in_the_code() -> None:
    """Refusals, problems and findings are texts of the catalogs, told in the reader's language."""
    written = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted((ROOT / "data_access").rglob("*.py"))
        for call in calls(path)
        for word in call.args
        for part in (word.values if isinstance(word, ast.JoinedStr) else [word])
        if isinstance(part, ast.Constant) and " " in str(part.value).strip()
    ]
    assert written == []


def calls(path: Path) -> Iterator[ast.Call]:
    """The calls in a module that say something to an operator."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            name = ast.unparse(node.exc.func).rpartition(".")[2]
            if any(word in name for word in REFUSALS) and name != "NotAWorkbook":
                yield node.exc
        elif isinstance(node, ast.Call) and (
            ast.unparse(node.func).rpartition(".")[2] in MESSAGES
            or ast.unparse(node.func).endswith("problems.add")
        ):
            yield node
