"""Rules of style that cost a reader time without anybody seeing why."""

import re
from pathlib import Path

import pytest

ASSETS = Path(__file__).resolve().parent.parent / "assets"
FREE = ("is", "where", "not")
"""Pseudo-classes that only gather selectors."""


def looks_through_the_page(css: str) -> list[str]:
    """Arguments of `:has` that ask for a state (`:target`, `:hover`, `:checked`) or a place among
    siblings. What has or lacks it changes without any class or attribute doing so: the browser then
    looks through the whole document at each element that a script adds, thousands where plotly
    draws (as with `:root:has(:target)`). A script that sets a
    class (`assets/load.js`) says the same."""
    found, rules = [], re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    for start in re.finditer(r":has\(", rules):
        rest = rules[start.end() :]
        depth, end = 1, 0
        while depth:
            depth += {"(": 1, ")": -1}.get(rest[end], 0)
            end += 1
        argument = rest[: end - 1]
        if any(name not in FREE for name in re.findall(r":{1,2}([a-z-]+)", argument)):
            found.append(argument)
    return found


@pytest.mark.parametrize("sheet", sorted(ASSETS.rglob("*.css")), ids=lambda sheet: sheet.name)
def test_no_style_asks_of_an_ancestor_what_state_something_within_is_in(sheet: Path) -> None:
    assert looks_through_the_page(sheet.read_text("utf-8")) == []


def test_states_are_found_wherever_they_stand() -> None:
    found = looks_through_the_page(
        ":root:has(:target) p, main:has(> :is(.a, .b)), /* :has(:hover) */ li:has(a[aria-current]),"
        " .a:has(> :not(details *):is(:checked)) { x: y }"
    )
    assert found == [":target", "> :not(details *):is(:checked)"]
