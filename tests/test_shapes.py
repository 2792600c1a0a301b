"""Which pages need be held against axe: words make no other page, whatever axe looks at does."""

import pytest

from tests.browser.shapes import fewest, shapes

PAGE = '<main><p class="a">Ett <a href="/x">två</a></p><svg><path d="M0 0"/></svg></main>'


@pytest.mark.parametrize(
    ("before", "after"),
    [("Ett", "One"), ("två", "two"), ('"/x"', '"/y"'), ("M0 0", "M1 1"), (' d="M0 0"', "")],
)
def test_other_words_addresses_and_drawings_are_the_same_page(before: str, after: str) -> None:
    assert shapes(PAGE.replace(before, after)) == shapes(PAGE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"a"', '"b"'),
        ("<main>", '<main class="dark">'),
        ("<a ", '<a lang="en" '),
        ("<a ", '<a role="button" '),
        (">två<", "><"),
        ("Ett", "<br>"),
        ("<path ", '<path class="bar" '),
        ("<p ", "<p hidden "),
    ],
)
def test_another_element_state_or_surrounding_is_another_page(before: str, after: str) -> None:
    assert shapes(PAGE.replace(before, after)) - shapes(PAGE)


def test_the_fewest_pages_show_all_that_has_not_been_seen() -> None:
    pages = {"one": shapes("<p>a</p>"), "both": shapes("<p>a</p><ul></ul>"), "none": shapes("")}
    assert fewest(pages) == ["both"]
    assert fewest(pages, shapes("<ul></ul>")) == ["one"]
    assert fewest(pages, pages["both"]) == []
