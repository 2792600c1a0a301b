"""Embedded charts: light, with source and a way home, framed by anyone, as high as they are."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.callbacks.conftest import client_on

MOST_BYTES = 30_000
"""As they are sent, compressed."""
PAGES = (
    "/sv/kommun/orebro",
    "/en/municipality/orebro",
    "/sv/kommun/malmo/pengar",
    "/sv/kommun/umea/vad-kravs",
    "/sv/kommun/bjurholm/revideringar",
    "/en/explore",
)


@pytest.fixture(scope="module")
def reader(seeded_file: Path) -> FlaskClient:
    return client_on(f"sqlite:///{seeded_file}", "https://exempel.se")


def framed_on(reader: FlaskClient, page: str) -> list[str]:
    """Paths of the frames whose code a page offers."""
    codes = re.findall(r"<pre[^>]*>([^<]*)</pre>", reader.get(page).text)
    result = [re.search(r'src="https://exempel\.se([^"]*)"', unescape(code)) for code in codes]
    return [unescape(one[1]) for one in result if one]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_offers_code_for_each_of_its_charts(reader: FlaskClient, page: str) -> None:
    paths = framed_on(reader, page)
    text = reader.get(page).text
    assert len(paths) == text.count('class="chart-more"') >= 1
    assert "<textarea" not in text  # a browser lays out all that is folded around one
    for path in paths:
        sent = reader.get(path, headers={"Accept-Encoding": "br"})
        assert len(sent.data) < MOST_BYTES
        response = reader.get(path)
        assert response.status_code == 200, path
        assert not re.search(r"<link rel=.stylesheet|\ssrc=", response.text)
        (script,) = re.findall(r"<script>(.*?)</script>", response.text, re.S)
        digest = b64encode(sha256(script.encode()).digest()).decode()
        policy = response.headers["Content-Security-Policy"]
        assert f"script-src 'sha256-{digest}'" in policy
        assert re.search(r"Källa: |Source: ", response.text)
        assert f'href="{page}' in response.text
        assert 'target="_blank"' in response.text


def test_only_embedded_charts_may_be_framed(reader: FlaskClient) -> None:
    def policy(path: str) -> str:
        return reader.get(path).headers["Content-Security-Policy"]

    embedded = policy("/sv/badda-in/orebro/emissions-chart")
    assert "frame-ancestors *" in embedded
    assert "default-src 'none'" in embedded
    for path in ("/sv/kommun/orebro", "/sv/", "/sv/finns-inte", "/sv/kommun/orebro/bild.png"):
        assert "frame-ancestors 'none'" in policy(path)


def test_code_for_frames_brings_what_makes_them_as_high_as_the_chart(reader: FlaskClient) -> None:
    codes = re.findall(r"<pre[^>]*>([^<]*)</pre>", reader.get(PAGES[0]).text)
    assert codes
    for code in codes:
        assert unescape(code).endswith('<script src="https://exempel.se/embed.js" async></script>')
    script = reader.get("/embed.js")
    assert (script.status_code, script.mimetype) == (200, "text/javascript")
    assert script.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_every_chart_says_how_it_is_cited(reader: FlaskClient) -> None:
    for page in PAGES:
        text = reader.get(page).text
        cited = re.findall(r'<p class="note cite">([^<]*)</p>', text)
        assert len(cited) == text.count('class="chart-more"'), page
        for words in map(unescape, cited):
            assert re.search(r"Källa: |Source: ", words), words
            address = words.rpartition(" https://exempel.se")[2]
            assert address.startswith(page)
            assert f'id="{address.partition("#")[2]}' in text


def test_editors_are_told_how_to_frame_a_chart(reader: FlaskClient) -> None:
    document = reader.get("/sv/badda-in/orebro/emissions-chart").text
    link = re.search(r'type="application/json\+oembed" href="https://exempel\.se([^"]*)"', document)
    assert link is not None
    address = unescape(link[1])
    told = json.loads(reader.get(address).data)
    assert (told["version"], told["type"]) == ("1.0", "rich")
    assert 'src="https://exempel.se/sv/badda-in/orebro/emissions-chart"' in told["html"]
    assert f'height="{told["height"]}"' in told["html"]
    small = json.loads(reader.get(f"{address}&maxwidth=300&maxheight=200").data)
    assert (small["width"], small["height"]) == (300, 200)
    elsewhere = address.replace("exempel.se", "annan.se")
    nothing = address.replace("emissions-chart", "nothing")
    for wrong in (elsewhere, nothing, "/oembed", "/oembed?url=http://["):
        assert reader.get(wrong).status_code == 404
    assert reader.get(f"{address}&format=xml").status_code == 501


def test_an_embedded_chart_has_the_choices_of_its_page(reader: FlaskClient) -> None:
    path = "/sv/badda-in/orebro/sectors-chart"
    chosen = reader.get(f"{path}?utgava=smhi-co2-2024")
    assert chosen.status_code == 200
    assert chosen.text != reader.get(path).text
    assert 'href="/sv/kommun/orebro?utgava=smhi-co2-2024"' in chosen.text


def test_what_is_not_there_is_told_inside_the_frame(reader: FlaskClient) -> None:
    for path, status in (
        ("/sv/badda-in/orebro/finns-inte", 404),
        ("/sv/badda-in/finns-inte/emissions-chart", 404),
        ("/en/badda-in/orebro/emissions-chart", 404),
        ("/sv/badda-in/orebro/emissions-chart?utgava=finns-inte", 400),
    ):
        assert reader.get(path).status_code == status, path
    missing = reader.get("/sv/badda-in/orebro/finns-inte")
    assert "frame-ancestors *" in missing.headers["Content-Security-Policy"]


def test_a_frame_that_has_not_changed_is_not_sent_again(reader: FlaskClient) -> None:
    path = "/sv/badda-in/orebro/emissions-chart"
    tag = reader.get(path).headers["ETag"]
    assert reader.get(path, headers={"If-None-Match": tag}).status_code == 304
