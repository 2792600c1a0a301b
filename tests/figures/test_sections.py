"""Every section of every page is named with the test that reads its figures out."""

import re
import tomllib
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from layouts.links.addresses import parse_href
from tests.every_page import every_address, every_choice

ROOT = Path(__file__).parents[2]
NAMED = tomllib.loads((Path(__file__).parent / "sections.toml").read_text("utf-8"))
READ = {tuple(section.split(" ")): test for section, test in NAMED["read"].items()}
OTHERS = [
    (page, section)
    for kind in ("words", "unread")
    for page, sections in NAMED[kind].items()
    for section in sections
]
MOST_UNREAD = 31
"""How many sections wait for a test: it only falls."""


@pytest.fixture(scope="module")
def sections(reader: FlaskClient) -> set[tuple[str, ...]]:
    """Page and id of each heading below a page's title, in both languages."""
    result: set[tuple[str, ...]] = set()
    for path in (*every_address(), *every_choice()):
        parsed = parse_href(path)
        assert parsed is not None
        text = reader.get(path).text.partition('<script id="_dash-config"')[0]
        ids = re.findall(r'<h[2-4][^>]* id="([^"]+)"', text)
        result |= {(parsed.address.page, each) for each in ids}
    return result


def test_every_section_is_named_once_and_none_that_is_gone(
    sections: set[tuple[str, ...]],
) -> None:
    named = [*READ, *OTHERS]
    assert len(named) == len(set(named))
    assert sections == set(named)


def test_the_tests_that_are_named_exist_and_fewer_and_fewer_wait() -> None:
    assert [test for test in READ.values() if not (ROOT / test).is_file()] == []
    assert sum(map(len, NAMED["unread"].values())) <= MOST_UNREAD
