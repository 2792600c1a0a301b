"""Compression: the same answer in fewer bytes, for those who can read it."""

import gzip

import brotli
import pytest
from flask.testing import FlaskClient

from callbacks import compression
from layouts.links.addresses import href
from scripts.compress import large_scripts
from tests.boards import ADDRESS, MALMO, place, question

BOARD = place(href(MALMO)) + "/_dash-layout"
READERS = {"br": brotli.decompress, "gzip": gzip.decompress}


@pytest.mark.parametrize("path", ["/sv/", "/sv/finns-inte", "/assets/forms.js", BOARD])
@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_the_answer_is_the_same_in_fewer_bytes(
    reader: FlaskClient, path: str, encoding: str
) -> None:
    with reader.get(path) as whole:
        plain = whole.data
        assert "Content-Encoding" not in whole.headers
        assert "Accept-Encoding" in whole.headers["Vary"]
    for _ in range(2):
        with reader.get(path, headers={"Accept-Encoding": encoding}) as shrunk:
            assert shrunk.headers["Content-Encoding"] == encoding
            assert int(shrunk.headers["Content-Length"]) == len(shrunk.data) < len(plain)
            assert READERS[encoding](shrunk.data) == plain


def test_brotli_is_preferred_and_refusals_are_heeded(client: FlaskClient) -> None:
    with client.get("/sv/", headers={"Accept-Encoding": "gzip, br"}) as response:
        assert response.headers["Content-Encoding"] == "br"
    with client.get("/sv/", headers={"Accept-Encoding": "br;q=0, gzip;q=0"}) as response:
        assert "Content-Encoding" not in response.headers


def test_a_compressed_page_is_recognised_again(client: FlaskClient) -> None:
    with client.get("/sv/", headers={"Accept-Encoding": "br"}) as first:
        tag = first.headers["ETag"]
    again = client.get("/sv/", headers={"Accept-Encoding": "br", "If-None-Match": tag})
    assert again.status_code == 304
    assert "Accept-Encoding" in again.headers["Vary"]


def test_two_pages_are_not_taken_for_each_other(client: FlaskClient) -> None:
    bodies = set()
    for path in ("/sv/", "/en/", "/sv/?sok=a", "/sv/?sok=b", "/sv/kommun/provkoping"):
        with client.get(path, headers={"Accept-Encoding": "br"}) as response:
            bodies.add(response.data)
    assert len(bodies) == 5


def test_the_same_answer_to_a_callback_is_compressed_once(
    reader: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = question("industri", "sektor")

    def answer() -> bytes:
        brotli_reader = {"Accept-Encoding": "br"}
        with reader.post(ADDRESS, json=asked, headers=brotli_reader) as found:
            return bytes(brotli.decompress(found.data))

    first = answer()
    monkeypatch.setattr(compression, "compressed_as", lambda *_, **__: pytest.fail("again"))
    assert answer() == first


def test_large_scripts_of_boards_are_sent_as_they_were_compressed_at_the_best() -> None:
    scripts = {compression.ready_name(body): body for body in large_scripts()}
    assert {file.name for file in compression.READY.iterdir()} == scripts.keys()
    for name, body in scripts.items():
        sent = compression.compressed_as("br", body, for_ever=True)
        assert sent == (compression.READY / name).read_bytes()
        assert brotli.decompress(sent) == body
