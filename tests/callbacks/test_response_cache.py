"""Pages sent again without Flask: the same to the byte, and never an older or another one."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from types import SimpleNamespace
from typing import Any

import brotli
import pytest
from werkzeug.test import Client
from werkzeug.wrappers import Request, Response

from callbacks.response_cache import ResponseCache
from data_access.reading import StoreUnreachable


class Site:
    """An application that counts its answers, and a store that can change and go away."""

    def __init__(self) -> None:
        self.answers = 0
        self.version = "1"
        self.reachable = True
        self.cache_control = "public, max-age=0, must-revalidate"
        self.status = 200
        self.vary = ""

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
        if self.vary:
            response.headers["Vary"] = self.vary
        response.set_etag(self.version, weak=True)
        response.make_conditional(request)
        return response(environ, start_response)


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def client(site: Site) -> Client:
    return Client(ResponseCache(site, site.version_now), use_cookies=False)


def test_the_second_reader_gets_the_same_without_a_question(site: Site, client: Client) -> None:
    first, second = client.get("/sv/?gas=co2"), client.get("/sv/?gas=co2")
    assert (first.data, list(first.headers)) == (second.data, list(second.headers))
    assert site.answers == 1


def test_another_address_host_or_encoding_is_another_answer(site: Site, client: Client) -> None:
    result = {
        client.get("/sv/").data,
        client.get("/sv/?gas=co2").data,
        client.get("/en/").data,
        client.get("/sv/", headers={"Host": "example.org"}).data,
        client.get("/sv/", headers={"Accept-Encoding": "br"}).data,
    }
    assert len(result) == site.answers == 5


def test_an_import_is_seen_by_the_next_reader(site: Site, client: Client) -> None:
    before = client.get("/sv/").data
    site.version = "2"
    assert client.get("/sv/").data != before
    assert site.answers == 2


def test_while_one_answer_is_made_anew_others_get_what_they_had_for_a_minute(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr("callbacks.response_cache.time", SimpleNamespace(monotonic=lambda: now[0]))
    begun, go_on = Event(), Event()

    def slow(environ: Any, start_response: Any) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/sv/slow" and site.version == "2":
            begun.set()
            assert go_on.wait(10)
        return site(environ, start_response)

    client = Client(ResponseCache(slow, site.version_now), use_cookies=False)
    paths = ("/sv/", "/sv/later", "/sv/slow")
    before = {path: client.get(path).data for path in paths}
    site.version = "2"
    with ThreadPoolExecutor() as pool:
        first = pool.submit(client.get, "/sv/slow")
        assert begun.wait(10)
        meanwhile = client.get("/sv/")
        unknown = client.get("/sv/unknown")
        now[0] += 61
        late = client.get("/sv/later")
        go_on.set()
        assert first.result().data != before["/sv/slow"]
    assert meanwhile.data == before["/sv/"]
    assert meanwhile.headers["Cache-Status"].startswith("klimat; hit")
    assert b" 2" in unknown.data
    assert late.data != before["/sv/later"]
    assert client.get("/sv/").data != before["/sv/"]


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


@pytest.mark.parametrize(
    "headers",
    [
        {"Cookie": "a=b"},
        {"Authorization": "Bearer x"},
        {"Range": "bytes=0-9"},
        {"If-Modified-Since": "Sun, 22 Nov 2026 08:00:00 GMT"},
        {"If-Match": "*"},
    ],
)
def test_who_says_who_they_are_or_asks_for_a_part_goes_through(
    site: Site, client: Client, headers: dict[str, str]
) -> None:
    client.get("/sv/")
    client.get("/sv/", headers=headers)
    client.get("/sv/", headers=headers)
    client.post("/sv/")
    assert site.answers == 4


def test_head_and_nothing_new_are_kept_beside_the_whole(site: Site, client: Client) -> None:
    whole = client.get("/sv/")
    heads = [client.head("/sv/") for _ in range(2)]
    assert [head.data for head in heads] == [b"", b""]
    assert heads[0].headers["ETag"] == heads[1].headers["ETag"] == whole.headers["ETag"]
    known = {"If-None-Match": str(whole.headers["ETag"])}
    for _ in range(2):
        again = client.get("/sv/", headers=known)
        assert (again.status_code, again.data) == (304, b"")
    assert site.answers == 3
    site.version = "2"
    assert client.get("/sv/", headers=known).status_code == 200
    assert site.answers == 4


def test_tags_that_nobody_was_given_fill_no_memory(site: Site, client: Client) -> None:
    for _ in range(2):
        assert client.get("/sv/", headers={"If-None-Match": '"made-up"'}).status_code == 200
    assert site.answers == 2


def test_another_form_is_another_answer(site: Site, client: Client) -> None:
    client.get("/sv/", headers={"Accept": "text/csv"})
    client.get("/sv/", headers={"Accept": "application/json"})
    assert site.answers == 2


@pytest.mark.parametrize("vary", ["Accept-Language", "*", "Accept-Encoding, X-Reader"])
def test_what_depends_on_more_than_is_known_here_is_not_kept(
    site: Site, client: Client, vary: str
) -> None:
    site.vary = vary
    client.get("/sv/")
    client.get("/sv/")
    assert site.answers == 2


def test_pages_are_kept_with_all_their_headers(client_of_product: Client) -> None:
    given = {"Accept-Encoding": "br"}
    first, again = (client_of_product.get("/sv/", headers=given) for _ in range(2))
    assert list(first.headers) == list(again.headers)
    assert "Content-Security-Policy" in again.headers
    assert again.headers["Vary"] == "Accept-Encoding"
    assert b"<h1>" in brotli.decompress(again.data)


@pytest.mark.parametrize("path", ["/api/v1/municipalities?limit=5", "/api/v1/releases.csv"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_open_data_is_kept_with_all_its_headers(
    client_of_product: Client, path: str, method: str
) -> None:
    first, again = (client_of_product.open(path, method=method) for _ in range(2))
    assert first.status_code == 200
    assert (list(first.headers), first.data) == (list(again.headers), again.data)
    known = {"If-None-Match": first.headers["ETag"]}
    empty, empty_again = (client_of_product.get(path, headers=known) for _ in range(2))
    assert empty.status_code == 304
    assert (list(empty.headers), b"") == (list(empty_again.headers), empty_again.data)


@pytest.fixture
def client_of_product(dash_app: Any) -> Client:
    return Client(dash_app.server.wsgi_app)
