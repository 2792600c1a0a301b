"""Every page on the seeded store: whole, and with no link that leads nowhere."""

import re
from collections import Counter
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from callbacks.bindings import BINDINGS
from data_access import questions
from data_access.reading import StoreReader
from layouts.links.addresses import parse_href
from layouts.links.page_files import parse_file
from progress.promises.parties import party_slug
from tests.every_page import every_address, every_choice

MISSING_VALUES = re.compile(
    r">\s*None\s*<|[:=] None\b|>[^<]*\b(?:nan|NaN|inf|null|undefined)\b[^<]*<"
)

FILE = re.compile(r"\.(?:csv|xlsx|pptx)$")


@pytest.fixture(scope="module")
def slugs(seeded_file: Path) -> set[str]:
    with StoreReader(f"sqlite:///{seeded_file}").connection() as conn:
        places = {municipality.slug for municipality in questions.municipalities(conn)}
        releases = {release.label for release in questions.releases(conn)}
        registry, grants = questions.registry(conn), questions.grants(conn)
        return {
            *places,
            *releases,
            *(party.slug for party in questions.parties(conn)),
            *registry.by_id,
            *registry.programme_by_id,
            *(grant.grant_id for grant in grants),
            *(party_slug(grant.beneficiary) for grant in grants),
        }


@pytest.mark.parametrize("path", every_address())
def test_a_page_is_whole(reader: FlaskClient, slugs: set[str], path: str) -> None:
    response = reader.get(path)
    assert response.status_code == 200
    text = response.text.partition('<script id="_dash-config"')[0]
    assert text.count("<h1") == 1
    ids = Counter(re.findall(r' id="([^"]+)"', text))
    assert [name for name, times in ids.items() if times > 1] == []
    assert MISSING_VALUES.findall(text) == []
    assert re.findall(r"(\([^()<]+\)) \1", text) == []  # a unit is told once
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", text)]
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
    description = re.search(r'<meta name="description" content="([^"]*)"', text)
    assert description is not None
    assert description[1]
    for link in {unescape(found) for found in re.findall(r'href="([^"]*)"', text)}:
        if link.startswith("#"):
            assert link[1:] in ids, link
        elif re.match(r"/(sv|en)/", link):
            file = parse_file(*link.partition("?")[::2])
            parsed = parse_href(link) if file is None else file[1]
            assert parsed is not None, link
            assert parsed.problems == (), link
            assert parsed.address.page in BINDINGS or FILE.search(link.partition("?")[0]), link
            assert parsed.address.slug is None or parsed.address.slug in slugs, link


ORIGIN = re.compile(
    r'href="/(?:sv/data(?:/utgava/[^"]+|#releases)|en/data(?:/release/[^"]+|#releases))"'
)
WITHOUT_FIGURES = re.compile(
    "/(?:metod|method|tillganglighet|accessibility|om|about|data/oppna-data|data/open-data"
    "|part/nacka-kommun|party/nacka-kommun|jamfor|compare)$"
    r"|/(?:sok|search)(?:[?].*)?$|[?](?:vy=som-det-var|view=as-it-was)$"
)
"""Pages of words, a party whose contract is not loaded, and what has not been chosen yet."""


@pytest.mark.parametrize(
    "path",
    [one for one in (*every_address(), *every_choice()) if not WITHOUT_FIGURES.search(one)],
)
def test_the_figures_of_a_page_are_one_step_from_where_they_come_from(
    reader: FlaskClient, path: str
) -> None:
    assert ORIGIN.search(reader.get(path).text) is not None
