"""Web hooks: off until set up, signed, bounded, and told of what everyone sees alone, once."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from data_access import web_hooks
from data_access.command import main
from data_access.engine import open_store
from data_access.inside.publishing import set_shown
from data_access.web_hooks import HookRefused, hook_settings
from tests.data_access.drafts import LABEL, MARKER, plant
from tests.data_access.made_up import NOW, fill
from tests.stores import new_store

SECRET = "hemligheten " * 3


class Receiver(BaseHTTPRequestHandler):
    """Keeps what it is sent, and answers as it is told to."""

    deliveries: list[tuple[dict[str, str], bytes]]
    answers: list[int]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.deliveries.append((dict(self.headers), body))
        status = self.answers.pop(0) if self.answers else 204
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "http://127.0.0.1:9/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def receiver() -> Iterator[tuple[str, type[Receiver]]]:
    handler = type("Own", (Receiver,), {"deliveries": [], "answers": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/hook", handler
        server.shutdown()


@pytest.fixture
def url(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    store = new_store(sqlite_url, fill, plant)
    monkeypatch.setenv("DATABASE_URL", store)
    monkeypatch.setattr(web_hooks, "PAUSE_SECONDS", 0.0)
    return store


def test_what_is_published_is_told_once_and_signed(
    url: str, receiver: tuple[str, type[Receiver]], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, received = receiver
    assert main(["notify"]) == 2  # off
    for name, value in (
        *(("WEB_HOOKS", address), ("WEB_HOOK_SECRET", SECRET)),
        *(("KLIMAT_FETCH_INSIDE", "1"), ("PUBLIC_URL", "https://klimat.example")),
    ):
        monkeypatch.setenv(name, value)
    assert main(["notify"]) == 0
    assert main(["notify"]) == 0
    assert received.deliveries == []  # a new address is not told what was there before it
    engine = open_store(url, read_only=False)
    with engine.begin() as conn:
        set_shown(conn, LABEL, True, NOW)
    engine.dispose()
    assert main(["notify", "--dry-run"]) == 0
    assert received.deliveries == []
    received.answers += [500, 204]
    assert main(["notify"]) == 0
    assert main(["notify"]) == 0
    (_, first), (headers, body) = received.deliveries  # tried again, then told and never more
    assert first == body
    content = json.loads(body)
    assert content["site"] == "https://klimat.example"
    assert {change["release"] for change in content["data"]} == {LABEL}
    assert any(MARKER in change["title_sv"] for change in content["data"])
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    digest = hmac.new(SECRET.encode(), signed, hashlib.sha256).digest()
    assert headers["webhook-signature"] == f"v1,{base64.b64encode(digest).decode()}"


@pytest.mark.parametrize(
    ("answers", "deliveries"), [([503] * 9, web_hooks.ATTEMPTS), ([410], 1), ([302], 1)]
)
def test_what_is_not_taken_is_tried_within_bounds_and_again_next_time(
    url: str,
    receiver: tuple[str, type[Receiver]],
    monkeypatch: pytest.MonkeyPatch,
    answers: list[int],
    deliveries: int,
) -> None:
    address, received = receiver
    monkeypatch.setenv("WEB_HOOKS", address)
    monkeypatch.setenv("WEB_HOOK_SECRET", SECRET)
    monkeypatch.setenv("KLIMAT_FETCH_INSIDE", "1")
    assert main(["notify"]) == 0
    engine = open_store(url, read_only=False)
    with engine.begin() as conn:
        set_shown(conn, LABEL, True, NOW)
    engine.dispose()
    received.answers += answers
    assert main(["notify"]) == 2
    assert len(received.deliveries) == deliveries
    received.answers.clear()
    assert main(["notify"]) == 0
    assert len(received.deliveries) == deliveries + 1


@pytest.mark.parametrize(
    ("address", "secret"),
    [
        ("https://ok.example/", "kort"),
        ("http://plain.example/", SECRET),
        ("https://user:pass@ok.example/", SECRET),
        ("file:///etc/passwd", SECRET),
    ],
)
def test_settings_that_are_unsafe_are_refused(address: str, secret: str) -> None:
    with pytest.raises(HookRefused):
        hook_settings({"WEB_HOOKS": address, "WEB_HOOK_SECRET": secret})
    assert hook_settings({"WEB_HOOK_SECRET": SECRET}) is None


def test_nothing_inside_the_own_network_is_reached(
    receiver: tuple[str, type[Receiver]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_hooks, "PAUSE_SECONDS", 0.0)
    address = receiver[0].replace("http://", "https://")
    settings = hook_settings({"WEB_HOOKS": address, "WEB_HOOK_SECRET": SECRET})
    assert settings is not None
    with pytest.raises(HookRefused, match=r"127\.0\.0\.1"):
        web_hooks.deliver(address, [{"change_id": "x"}], "", settings, NOW)
    assert receiver[1].deliveries == []
