"""Pages sent again without Flask: the same to the byte, and never an older or another one."""

from collections.abc import Callable, Iterable
from typing import Any

import brotli
import pytest
from werkzeug.test import Client
from werkzeug.wrappers import Request, Response

from callbacks.kept_answers import KeptAnswers
from data_access.reading import StoreUnreachable


class Site:
    """An application that counts its answers, and a store that can change and go away."""

    def __init__(self) -> None:
        self.answers = 0
        self.version = "1"
        self.reachable = True
        self.cache_control = "public, max-age=0, must-revalidate"
        self.status = 200

    def version_now(self) -> str:
        if not self.reachable:
            raise StoreUnreachable("away")
        return self.version

    def __call__(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        self.answers += 1
        request = Request(environ)
        text = f"{request.host} {request.full_path} {request.headers.get('Accept-Encoding')}"
        response = Response(f"{text} {self.version}", self.status, mimetype="text/html")
        response.headers["Cache-Control"] = self.cache_control
        response.set_etag(self.version, weak=True)
        return response(environ, start_response)


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def client(site: Site) -> Client:
    return Client(KeptAnswers(site, site.version_now))


def test_the_second_reader_gets_the_same_without_a_question(site: Site, client: Client) -> None:
    first, second = client.get("/sv/?gas=co2"), client.get("/sv/?gas=co2")
    assert (first.data, list(first.headers)) == (second.data, list(second.headers))
    assert site.answers == 1


def test_another_address_host_or_encoding_is_another_answer(site: Site, client: Client) -> None:
    found = {
        client.get("/sv/").data,
        client.get("/sv/?gas=co2").data,
        client.get("/en/").data,
        client.get("/sv/", headers={"Host": "example.org"}).data,
        client.get("/sv/", headers={"Accept-Encoding": "br"}).data,
    }
    assert len(found) == site.answers == 5


def test_an_import_is_seen_by_the_next_reader(site: Site, client: Client) -> None:
    before = client.get("/sv/").data
    site.version = "2"
    assert client.get("/sv/").data != before
    assert site.answers == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda site: setattr(site, "reachable", False),
        lambda site: setattr(site, "cache_control", "no-cache"),
        lambda site: setattr(site, "status", 404),
    ],
)
def test_what_is_not_for_everyone_is_not_kept(
    site: Site, client: Client, change: Callable[[Site], None]
) -> None:
    change(site)
    client.get("/sv/")
    client.get("/sv/")
    assert site.answers == 2


def test_questions_that_are_not_plain_go_through(site: Site, client: Client) -> None:
    client.get("/sv/")
    client.post("/sv/")
    client.head("/sv/")
    client.get("/sv/", headers={"If-None-Match": 'W/"1"'})
    assert site.answers == 4


def test_pages_are_kept_with_all_their_headers(client_of_product: Client) -> None:
    given = {"Accept-Encoding": "br"}
    first, again = (client_of_product.get("/sv/", headers=given) for _ in range(2))
    assert list(first.headers) == list(again.headers)
    assert "Content-Security-Policy" in again.headers
    assert again.headers["Vary"] == "Accept-Encoding"
    assert b"<h1>" in brotli.decompress(again.data)


@pytest.fixture
def client_of_product(dash_app: Any) -> Client:
    return Client(dash_app.server.wsgi_app)
