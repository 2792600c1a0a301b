"""A site under a path of its host: no address of any answer leads outside it."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app import Settings, create_app
from callbacks.boards.place import REQUESTS
from callbacks.inside.settings import SettingsRefused, inside_settings
from callbacks.path_prefix import OWN, in_html, mount
from layouts.links.addresses import Address, href, parse_href
from tests.boards import CALLBACKS, portfolio_question, prefix_of
from tests.every_page import every_address

BASE = "https://kommun.example"
PATH = "/klimat"
FROM_ROOT = re.compile(r"/(?!/)[^\s\"'<>]*")
"""An address from the root of a host."""
ATTRIBUTE = re.compile(r' [a-z-]+="([^"]*)"')
FILES = (
    "/robots.txt",
    "/sitemap.xml",
    "/llms.txt",
    "/speculation-rules.json",
    "/.well-known/api-catalog",
    "/.well-known/security.txt",
    "/api/v1/",
    "/api/v1/openapi.json",
    "/api/v1/municipalities?limit=5",
    "/api/v1/municipalities/1880",
    "/api/v1/nothing",
    "/data/datapackage.json",
    "/data/emissions.csv-metadata.json",
    "/data/changes/sv.atom",
    "/data/try/sv",
    "/datasets/dcat",
    "/sv/badda-in/orebro/emissions-chart",
    "/sv/finns-inte",
    "/sv/kommun/orebro/diagram/finns-inte.csv",
)
"""What programs read, and what is missing."""
LED = ("/", "/sv", "/sv/kommun/orebro/", "/sv/kommun/Örebro", "/API/V1/", "/sv/uppfoljning")


@pytest.fixture(scope="module")
def site(seeded_file: Path) -> FlaskClient:
    settings = Settings(
        f"sqlite:///{seeded_file}",
        operator="Prov",
        contact="prov@example.org",
        public_url=BASE + PATH,
    )
    client: FlaskClient = create_app(settings).server.test_client()
    return client


def values(name: str, node: Any) -> Iterator[tuple[str, str]]:
    """Every text in JSON with the name that it has there."""
    if isinstance(node, dict):
        for key, each in node.items():
            yield from values(key, each)
    elif isinstance(node, list):
        for each in node:
            yield from values(name, each)
    elif isinstance(node, str):
        yield name, node


def addresses(response: TestResponse) -> Iterator[str]:
    """Every address from the root of a host that an answer holds, wherever it stands."""
    for name in ("Location", "Link"):
        for word in re.split(r'[\s<>",;]', response.headers.get(name, "")):
            yield from FROM_ROOT.findall(word)[: word.startswith("/")]
    if response.mimetype == "text/html":
        yield from in_document(response.text)
    elif (response.mimetype or "").endswith("json"):
        for name, value in values("", json.loads(response.data)):
            if name == "markup":
                yield from in_document(value)
            elif name not in ("address", "detail"):  # read by us again; words on what is wrong
                yield from re.findall(r"^/[a-z][^\s]*|(?<=\]\()/[^)]*", value)
    elif response.mimetype == "text/plain":
        yield from re.findall(r"(?<=: )/\S+", response.text)
    else:
        yield from re.findall(r"(?<=[\"'>(])/(?![/>])[a-z][^\s\"'<]*", response.text)


def in_document(html: str) -> Iterator[str]:
    for tag in re.findall(r"<[a-z][^<>]*>", html):
        for value in ATTRIBUTE.findall(tag):
            yield from (word for word in unescape(value).split(" ") if word[:1] == "/" != word)
    yield from re.findall(r"<a [^<>]*>(/(?!/)[^<>\s]*)</a>", html)
    if "requests_pathname_prefix" in html:
        yield prefix_of(html)


def one_of_each() -> list[str]:
    """An address of every kind of page, by turns in each language."""
    by_page: dict[str, dict[str, str]] = {}
    for path in every_address():
        parsed = parse_href(path)
        assert parsed is not None
        by_page.setdefault(parsed.address.page, {}).setdefault(parsed.address.lang, path)
    return [list(of.values())[place % len(of)] for place, of in enumerate(by_page.values())]


def outside(found: list[str]) -> list[str]:
    """Addresses beside the path, or with the path twice."""
    double = PATH * 2
    return [each for each in found if not f"{each}/".startswith(f"{PATH}/") or double in each]


def test_no_address_of_any_page_leads_outside(reader: FlaskClient) -> None:
    for path in one_of_each():
        found = list(in_document(in_html(reader.get(path).text, PATH)))
        assert outside(found) == ([] if "_board" not in found[-1] else found[-1:]), path
        assert len(found) > 20, path


@pytest.mark.parametrize("before", ["", PATH], ids=["taken-off", "as-asked"])
def test_no_address_of_any_answer_leads_outside(site: FlaskClient, before: str) -> None:
    """Whether the server in front takes the path off or not."""
    for address in ("/sv/kommun/orebro", "/en/portfolio", *FILES, *LED):
        response = site.get(before + address)
        assert response.status_code < 400 or "inte" in address or "nothing" in address, address
        assert outside(list(addresses(response))) == [], address
        assert f"{BASE}/" not in response.text.replace(f"{BASE}{PATH}/", ""), address


def test_what_the_head_of_a_document_names_is_there(site: FlaskClient) -> None:
    for path in ("/sv/kommun/orebro", "/sv/portfolj"):
        for address in set(in_document(site.get(path).text.partition("<body")[0])):
            with site.get(address) as response:
                assert response.status_code == 200, address


@pytest.mark.parametrize("page", ["city_board", "explore", "portfolio", "what_if"])
def test_a_board_asks_and_links_inside(site: FlaskClient, page: str) -> None:
    slug = None if page in ("explore", "portfolio") else "orebro"
    prefix = prefix_of(site.get(href(Address(page, "sv", slug=slug))).text)
    assert prefix.startswith(PATH + REQUESTS)
    layout = site.get(prefix + "_dash-layout")
    found = list(addresses(layout))
    assert [each for each in found if not each.startswith(f"{PATH}/sv/")] == []
    assert found or page in ("explore", "what_if")  # of these no part that Dash renders links


def test_a_board_answers_with_links_inside(site: FlaskClient) -> None:
    prefix = prefix_of(site.get("/sv/portfolj").text)
    layout = site.get(prefix + "_dash-layout").get_json()
    question = portfolio_question(layout, "finansiar", ["Trafikverket"])
    response = site.post(prefix.rstrip("/") + CALLBACKS, json=question)
    found = list(addresses(response))
    assert len(found) > 20
    assert [each for each in found if not each.startswith(f"{PATH}/sv/")] == []


def test_only_what_is_in_a_tag_is_an_address() -> None:
    """Words that look like an attribute stay as they were written."""
    words = '<p title=\'a\'>a href="/sv/" and data-copy="/x"</p>'
    assert in_html(words, PATH) == words
    assert in_html('<a href="//x.example/">', PATH) == '<a href="//x.example/">'
    assert in_html('<a href="/api/v1/x">/api/v1/x</a>', PATH) == (
        '<a href="/klimat/api/v1/x">/klimat/api/v1/x</a>'
    )
    assert in_html('<a href="/sv/data">/sv/</a>', PATH) == '<a href="/klimat/sv/data">/sv/</a>'
    assert in_html('<script data-scripts="/a /b">', PATH) == (
        '<script data-scripts="/klimat/a /klimat/b">'
    )


def test_without_a_path_nothing_is_rewritten(reader: FlaskClient) -> None:
    assert reader.application.config["APPLICATION_ROOT"] == "/"
    assert reader.get("/klimat/sv/").status_code == 404


def test_charts_of_the_path_alone_can_be_framed(site: FlaskClient) -> None:
    chart = "/sv/badda-in/orebro/emissions-chart"
    for base, status in ((BASE + PATH, 200), (BASE, 404), (f"{BASE}/annat", 404)):
        response = site.get("/oembed", query_string={"url": base + chart})
        assert response.status_code == status, base
    told = site.get("/oembed", query_string={"url": BASE + PATH + chart}).get_json()
    assert f'src="{BASE}{PATH}{chart}"' in told["html"]


def test_forms_come_from_the_host_and_cookies_stay_on_the_path() -> None:
    environment = {
        "OIDC_ISSUER": "https://id.example",
        "OIDC_CLIENT_ID": "klimat",
        "OIDC_CLIENT_SECRET": "prov",
        "SECRET_KEY": "provnyckel " * 4,
    }
    under = inside_settings({**environment, "PUBLIC_URL": f"{BASE}{PATH}/"})
    alone = inside_settings({**environment, "PUBLIC_URL": BASE})
    assert under is not None
    assert alone is not None
    assert (under.origin, under.cookie) == (BASE, "__Secure-klimat")
    assert (alone.origin, alone.cookie) == (BASE, "__Host-klimat")
    server = Flask("prov")
    mount(server, PATH)
    assert server.session_interface.get_cookie_path(server) == PATH


@pytest.mark.parametrize("path", ["/sv", "/api/klimat", "/a b", "/klimat//x", "/.."])
def test_a_path_that_could_mean_two_things_is_refused(path: str) -> None:
    with pytest.raises(SettingsRefused, match="cannot lie under"):
        mount(Flask("prov"), path)


def test_every_first_word_of_our_paths_is_known(site: FlaskClient) -> None:
    rules = [rule.rule.split("/")[1] for rule in site.application.url_map.iter_rules()]
    words = {word for word in rules if re.fullmatch("[a-z]+", word)}
    assert words - OWN == {"oembed", "healthz", "readyz", "static"}
