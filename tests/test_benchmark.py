"""The benchmark ends in time with what it has, and says what it left out."""

from contextlib import closing
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import text

from data_access.engine import open_store
from tests.load.bench import measured_store
from tests.load.budget import Budget
from tests.load.fixed_page import fixed_page
from tests.load.throughput import Line
from tests.stores import new_store


class Clock:
    """Time that passes when it is told to."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_no_round_begins_when_its_share_of_the_time_has_passed() -> None:
    clock, said = Clock(), list[str]()
    budget = Budget(100.0, clock, said.append)
    numbers = []
    for number in budget.rounds("loads", 9, until=0.5):
        numbers.append(number)
        clock.now += 20.0
    assert numbers == [0, 1, 2]
    assert budget.left_out == ["loads: 3 of 9 rounds"]
    assert budget.left == 40.0
    assert said[-1] == "  40 s  loads, 3 of 9"


def test_there_is_always_a_first_round() -> None:
    clock, said = Clock(), list[str]()
    budget = Budget(100.0, clock, said.append)
    clock.now += 150.0
    assert list(budget.rounds("steps", 3)) == [0]
    assert budget.left == 0.0
    assert budget.left_out == ["steps: 1 of 3 rounds"]


def test_nothing_is_left_out_where_there_is_time() -> None:
    budget = Budget(100.0, Clock(), lambda _words: None)
    assert list(budget.rounds("steps", 3)) == [0, 1, 2]
    assert budget.left_out == []


def test_the_yardstick_is_the_same_in_every_version() -> None:
    assert sha256(fixed_page().encode()).hexdigest() == (
        "2f12034a6f98d87058b77d83d31270018ec3ac7a225e947adea7faa2f4b39e0b"
    )


def test_a_connection_that_the_server_has_closed_is_opened_again() -> None:
    """It was waited for without end: servers close what has been idle while they were slow."""
    answers = 0

    class Answers(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            nonlocal answers
            answers += 1
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"ok")
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Nothing to say."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        request = b"GET / HTTP/1.1\r\nHost: here\r\n\r\n"
        with closing(Line("127.0.0.1", server.server_port, request)) as line:
            for _ in range(3):
                line.ask()
                line.hear()
        server.shutdown()
    assert answers == 3


def test_a_store_of_another_version_is_told_of_before_anything_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    embedded = tmp_path / "store.db"
    new_store(f"sqlite:///{embedded}")
    with measured_store(embedded) as url:
        assert url == f"sqlite:///{embedded}"
    engine = open_store(url, read_only=False)
    with engine.begin() as conn:
        conn.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    engine.dispose()
    with pytest.raises(SystemExit, match="klimat seed"), measured_store(embedded):
        raise AssertionError("an older store is not measured")
