"""What a page shows, asked for once, and its parts as a reader sees them."""

import re
from collections.abc import Mapping
from functools import cache

import pytest
from flask.testing import FlaskClient

from tests.layouts.reading import as_swedish, plain, table
from tests.seed_figures import municipalities

CITIES: Mapping[str, str] = {
    "2081": "borlange",
    "1880": "orebro",
    "1280": "malmo",
    "0380": "uppsala",
    "0182": "nacka",
    "0191": "sigtuna",
    "1440": "ale",
    "0980": "gotland",
}
"""Code → slug: goals of several kinds and none, with and without money and a contract, and one of
whose emissions a fifth are of a sector that begins."""

PLACE = {"sv": "/sv/kommun/{}", "en": "/en/municipality/{}"}
NUMBER = re.compile(r"[+−-]?\d(?:[\d ]*\d)?(?:,\d+)?")


@cache
def shown(reader: FlaskClient, path: str) -> str:
    """The markup of a page."""
    response = reader.get(path)
    assert response.status_code == 200, path
    return str(response.text).partition('<script id="_dash-config"')[0]


@cache
def slugs(reader: FlaskClient) -> Mapping[str, str]:
    """Code → slug as the map's list links them."""
    named = re.findall(r'href="/sv/kommun/([^"/?#]+)"[^>]*>([^<]+)<', shown(reader, "/sv/karta"))
    of = {plain(name): slug for slug, name in named}
    return {code: of[name] for code, name in municipalities().items()}


def in_swedish(words: str, lang: str) -> str:
    """Words whose figures are written as Swedish does."""
    return words if lang == "sv" else as_swedish(words)


def part(html: str, heading: str) -> str:
    """From the heading with that id to the next of the same rank or above."""
    found = re.search(rf'<h([2-4])[^>]* id="{re.escape(heading)}"', html)
    assert found is not None, heading
    after = re.search(rf"<h[1-{found[1]}][ >]", html[found.end() :])
    return html[found.start() : found.end() + after.start() if after else len(html)]


def numbers(words: str) -> list[float]:
    """Every number of Swedish words: "1 − (127 120 ÷ 416 041)" holds three."""
    return [
        float(one.replace(" ", "").replace("−", "-").replace("+", "").replace(",", "."))
        for one in NUMBER.findall(words)
    ]


def cells(html: str, caption: str, lang: str) -> list[list[str]]:
    """The rows of a table, their figures as Swedish writes them."""
    return [[in_swedish(cell, lang) for cell in row.values()] for row in table(html, caption)]


def words(html: str, lang: str) -> str:
    """What is read, its figures as Swedish writes them."""
    return in_swedish(plain(re.sub(r"<(svg|script).*?</\1>", " ", html, flags=re.S)), lang)


def rounded(value: float, decimals: int = 0) -> object:
    """As written with so many decimals: a half may go either way."""
    return pytest.approx(value, abs=0.5001 * 10**-decimals)
