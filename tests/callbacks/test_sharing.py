"""How the site looks from outside: shared links with a picture, what search engines find, icons."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from app import Settings, create_app
from callbacks import site_files
from layouts.links.addresses import parse
from tests.callbacks.conftest import client_on
from tests.callbacks.test_first_response import Elements

BASE = "https://exempel.se"
PNG = b"\x89PNG\r\n\x1a\n"
URL = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def reader(seeded_file: Path) -> FlaskClient:
    return client_on(f"sqlite:///{seeded_file}", BASE)


@pytest.mark.parametrize(
    "path", ["/sv/kommun/orebro", "/en/municipality/bjurholm", "/sv/", "/sv/metod"]
)
def test_a_shared_link_has_its_whole_address_and_a_picture(reader: FlaskClient, path: str) -> None:
    page = Elements(reader.get(path + "?utgava=smhi-co2-2024").text)
    told = {
        one.get("property") or one.get("name"): one["content"]
        for one in page.all("meta")
        if "content" in one
    }
    assert told["og:url"] == BASE + path
    assert told["twitter:card"] == "summary_large_image"
    picture = str(told["og:image"])
    assert picture.startswith(f"{BASE}{path.rstrip('/')}/")
    response = reader.get(picture.removeprefix(BASE))
    assert response.data.startswith(PNG)
    size = tuple(int.from_bytes(response.data[at : at + 4]) for at in (16, 20))
    assert size == (1200, 630)
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert len(response.data) < 300_000
    assert "max-age=3600" in response.headers["Cache-Control"]


def test_each_city_and_language_has_a_picture_of_its_own(reader: FlaskClient) -> None:
    paths = ("/sv/kommun/orebro/bild", "/en/municipality/orebro/picture", "/sv/kommun/umea/bild")
    assert len({reader.get(f"{path}.png").data for path in paths}) == 3


def test_a_picture_is_drawn_once_for_a_state_of_the_store(reader: FlaskClient) -> None:
    first = reader.get("/sv/kommun/umea/bild.png")
    again = reader.get("/sv/kommun/umea/bild.png", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_search_engines_find_every_page_in_both_languages(reader: FlaskClient) -> None:
    root = ElementTree.fromstring(reader.get("/sitemap.xml").data)
    result = [str(one.text) for one in root.iter(f"{URL}loc")]
    assert len(result) == len(set(result)) > 1000
    assert {f"{BASE}/sv/", f"{BASE}/en/municipality/orebro", f"{BASE}/sv/part/formas"} <= set(
        result
    )
    assert {f"{BASE}/sv/uppfoljning/{year}" for year in (2023, 2024)} <= set(result)
    assert f"{BASE}/sv/uppfoljning" not in result
    of_money = ("bidrag/vc-w2-1880", "mottagare/lunds-universitet", "finansiar/agency-formas")
    assert {f"{BASE}/sv/{key}" for key in (*of_money, "program/eruf")} <= set(result)
    for address in result[:: len(result) // 60]:
        path = address.removeprefix(BASE)
        assert parse(path) is not None
        assert reader.get(path).status_code == 200, path


def test_very_many_addresses_stand_in_parts(
    reader: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = ElementTree.fromstring(reader.get("/sitemap.xml").data)
    monkeypatch.setattr(site_files, "MOST_IN_A_SITEMAP", 2000)
    index = ElementTree.fromstring(reader.get("/sitemap.xml").data)
    assert index.tag.endswith("sitemapindex")
    parts = [str(one.text).removeprefix(BASE) for one in index.iter(f"{URL}loc")]
    files = [ElementTree.fromstring(reader.get(part).data) for part in parts]
    assert all(len(file) <= 2000 for file in files)
    assert [one[0].text for file in files for one in file] == [one[0].text for one in whole]
    assert reader.get(f"/sitemap-{len(parts) + 1}.xml").status_code == 404


def test_without_a_public_address_none_is_made_up(seeded_file: Path) -> None:
    unnamed = create_app(Settings(f"sqlite:///{seeded_file}")).server.test_client()
    assert unnamed.get("/sitemap.xml").status_code == 404
    assert "Sitemap" not in unnamed.get("/robots.txt").text
    assert not re.search(r"https?://(localhost|exempel)", unnamed.get("/sv/kommun/orebro").text)


def test_robots_are_told_what_to_leave_alone(reader: FlaskClient) -> None:
    told = reader.get("/robots.txt").text
    assert "Disallow: /_dash" in told
    assert f"Sitemap: {BASE}/sitemap.xml" in told


def test_icons_are_there_for_browsers_that_read_no_svg(reader: FlaskClient) -> None:
    icon = reader.get("/favicon.ico")
    assert icon.data[:4] == b"\x00\x00\x01\x00"
    assert icon.data[22:30] == PNG
    assert reader.get("/apple-touch-icon.png").data.startswith(PNG)
    page = Elements(reader.get("/sv/").text)
    assert page.all("link", rel="icon")[0]["type"] == "image/svg+xml"
