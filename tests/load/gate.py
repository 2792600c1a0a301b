"""Tries deploy/'s settings for signing in by a gate beside nginx: `python -m tests.load.gate`.

A real nginx, a machine that trusts it, a made-up gate, and readers who say in every way they can
that they are somebody. Needs nginx and openssl, and leaves nothing.
"""

import json
import re
import socket
import ssl
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

from tests.boards import CALLBACKS, place, question
from tests.callbacks.inside.conftest import with_drafts
from tests.data_access.drafts import LABEL, MARKER
from tests.load.front import Front, Told, front
from tests.load.serving import served

MEETING, INSIDE = "/sv/kommun/provkoping/mote", "/sv/inne"
BOARD = "/sv/kommun/provkoping/utforska"
PEOPLE = {"anna": "9001:publisher", "granne": "9002:publisher"}
"""Who the gate knows, by what their cookie holds, and the groups that it tells of."""

FORGED = (
    ("X-Klimat-User: anna", "X-Klimat-Roles: 9001:publisher"),
    ("x-klimat-user: anna", "X-KLIMAT-ROLES: 9001:publisher"),
    ("X_Klimat_User: anna", "X_Klimat_Roles: 9001:publisher"),
    ("X-Klimat-User: anna", "X-Klimat-User: anna", "X-Klimat-Roles: 9001:publisher"),
    ("X-Klimat-User : anna", "X-Klimat-Roles : 9001:publisher"),
    ("X-Auth-Request-User: anna", "X-Auth-Request-Groups: 9001:publisher"),
    ("X-Klimat-User: anna", "X-Klimat-Roles: 9001:publisher", "X-Forwarded-For: 127.0.0.1"),
    ("Connection: close, X-Klimat-User", "X-Klimat-User: anna", "X-Klimat-Roles: 9001:publisher"),
    ("X-Klimat-User: anna", "X-Klimat-Roles: 9001:publisher", "Cookie: _oauth2_proxy=nobody"),
    ("X-Klimat-User: anna", "X-Klimat-Roles: 9001:publisher", "Cookie: a=b"),
    ("A: b\r\n X-Klimat-User: anna", "X-Klimat-Roles: 9001:publisher"),
    ("A: b\nX-Klimat-User: anna\nX-Klimat-Roles: 9001:publisher",),
)
"""What a reader may send to be taken for somebody."""

SMUGGLED = (
    "POST /sv/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: {n}\r\nTransfer-Encoding: chunked\r\n"
    "\r\n0\r\n\r\n{inner}",
    "POST /sv/ HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n{inner}",
    "GET /sv/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: {n}\r\n\r\n{inner}",
    "GET /sv/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nContent-Length: {n}\r\n\r\n"
    "{inner}",
)
"""A question inside another, which nginx and the machine might end in different places."""


@contextmanager
def gate() -> Iterator[str]:
    """A gate that knows the people above; its host and port."""

    class Gate(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            who = re.search(r"_oauth2_proxy=(\w+)", self.headers.get("Cookie", ""))
            known = who is not None and who[1] in PEOPLE
            self.send_response(202 if known else 401)
            if who is not None and known:
                self.send_header("X-Auth-Request-User", who[1])
                self.send_header("X-Auth-Request-Groups", PEOPLE[who[1]])
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing is told."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Gate)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def sent(front: Front, whole: str) -> str:
    """All that comes back for bytes as they are."""
    known = ssl.create_default_context(cafile=str(front.certificate))
    told = b""
    with (
        socket.create_connection(("localhost", front.secure), timeout=10) as plain,
        known.wrap_socket(plain, server_hostname="localhost") as line,
    ):
        line.sendall(whole.encode())
        line.settimeout(3)
        try:
            while part := line.recv(65536):
                told += part
        except TimeoutError:
            pass
    return told.decode("utf-8", "replace")


def asked(path: str, headers: tuple[str, ...], body: str = "") -> str:
    """A question with these lines among its headers."""
    lines = [f"{'POST' if body else 'GET'} {path} HTTP/1.1", "Host: localhost", *headers]
    if body:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    if not any(header.startswith("Connection") for header in headers):
        lines.append("Connection: close")
    return "\r\n".join([*lines, "", body])


def main() -> int:
    """Try everything; 1 if anything does not hold."""
    told = Told()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.chmod(0o755)
        (folder / "with-gate").mkdir()
        store = with_drafts(folder)
        environment = {
            "DATABASE_URL": store,
            "WEB_CONCURRENCY": "1",
            "TRUSTED_USER_HEADER": "X-Klimat-User",
            "TRUSTED_ROLES_HEADER": "X-Klimat-Roles",
            "TRUSTED_PROXIES": "127.0.0.1",
            "SECRET_KEY": "provnyckel " * 4,
            "PUBLIC_URL": "https://localhost",
        }
        machine = stack.enter_context(served("app:server", environment))
        with front(folder, (machine, machine)) as one:
            _nobody_names_themselves(told, one, "no gate")
        with gate() as there, front(folder / "with-gate", (machine, machine), gate=there) as one:
            _nobody_names_themselves(told, one, "gate")
            _whom_the_gate_knows(told, one)
            _a_publisher_publishes(told, one)
        with front(folder / "with-gate", (machine, machine), gate="127.0.0.1:9") as one:
            away = one.ask("/sv/", Cookie="_oauth2_proxy=anna")
            told("gate away: public pages are there", away.status == 200)
            told("and nobody is known", "drafts-shown" not in away.body.decode())
    print(f"{told.faults} faults")
    return 1 if told.faults else 0


def _nobody_names_themselves(told: Told, front: Front, where: str) -> None:
    asked_of_board = json.dumps(question())
    for headers in FORGED:
        ways = {
            "page": asked(MEETING, headers),
            "inside": asked(INSIDE, headers),
            "open data": asked(f"/api/v1/emissions?release={LABEL}", headers),
            "a board": asked(place(BOARD) + CALLBACKS, headers, asked_of_board),
        }
        result = {way: sent(front, whole) for way, whole in ways.items()}
        leaks = [way for way, answer in result.items() if _tells(answer)]
        answered = {answer[9:12] for answer in result.values()}
        told(f"{where}: {headers[0]!r:.60}", not leaks, f"{sorted(answered)} {leaks}")
    inner = asked(MEETING, FORGED[0])
    for whole in SMUGGLED:
        answer = sent(front, whole.format(n=len(inner), inner=inner))
        told(f"{where}: smuggled {whole[:60]!r}", not _tells(answer), answer[9:12])
    told(f"{where}: nothing was kept", not _tells(front.ask(MEETING).body.decode()))


def _tells(answer: str) -> bool:
    return MARKER in answer or "drafts-shown" in answer or 'action="/auth' in answer


def _whom_the_gate_knows(told: Told, front: Front) -> None:
    before = front.ask(MEETING)
    anna = front.ask(MEETING, Cookie="_oauth2_proxy=anna")
    told("who the gate knows sees their drafts", MARKER in anna.body.decode(), anna.status)
    told("kept by nobody", anna.headers["cache-control"] == "private, no-store")
    told("and not by nginx", anna.headers.get("x-kept") == "BYPASS", anna.headers.get("x-kept"))
    told("everyone's is the same after", front.ask(MEETING).body == before.body)
    other = front.ask(MEETING, Cookie="_oauth2_proxy=granne").body.decode()
    told("who is of another owner does not", MARKER not in other and "drafts-shown" in other)
    lines = (
        "Cookie: _oauth2_proxy=granne",
        "X-Klimat-User: anna",
        "X-Klimat-Roles: 9001:publisher",
    )
    forged = sent(front, asked(MEETING, lines))
    told("beside forged headers the gate's word holds", "drafts-shown" in forged)
    told("and nothing else", MARKER not in forged)


def _a_publisher_publishes(told: Told, front: Front) -> None:
    page = front.ask(INSIDE, Cookie="_oauth2_proxy=anna").body.decode()
    token = re.search(r'name="token"[^>]* value="([0-9a-f]+)"', page)
    form = {"token": token[1] if token else "", "name": "snapshot-1", "to": "published"}
    body = urlencode(form).encode()
    kind = "application/x-www-form-urlencoded"
    for who, status in (("nobody", 401), ("granne", 403), ("anna", 303)):
        answer = front.ask(
            "/auth/publish", body=body, Cookie=f"_oauth2_proxy={who}", Content_Type=kind
        )
        told(f"{who} sends the publisher's form", answer.status == status, answer.status)


if __name__ == "__main__":
    sys.exit(main())
