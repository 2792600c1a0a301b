"""How the product starts and stops: gunicorn with our settings and a small app of the test."""

import os
import runpy
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.load.serving import free_port

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120
"""Seconds after which a test gives up; nothing that happens at all takes as long."""
APP = """
import os
import flask
print("importing", flush=True)
server = flask.Flask("probe")
warmed = []
forked = []
def warm_up(given):
    assert given is server
    warmed.append(os.getpid())
    print("warming up", flush=True)
def dispose_engine():
    forked.append(os.getpid())
@server.get("/")
def answer():
    return {"warmed_by_parent": warmed == [os.getppid()], "disposed": forked == [os.getpid()]}
"""


@pytest.fixture
def started(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    (tmp_path / "app.py").write_text(APP)
    port = free_port()
    gunicorn = [sys.executable, "-m", "gunicorn", "--config", str(ROOT / "gunicorn.conf.py")]
    with subprocess.Popen(
        [*gunicorn, "app:server"],
        cwd=tmp_path,
        env={**os.environ, "PORT": str(port), "WEB_CONCURRENCY": "2", "HOST": "127.0.0.1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        yield process, f"http://127.0.0.1:{port}/"
        if process.poll() is None:
            process.kill()


def test_address_is_printed_when_the_app_answers_and_ctrl_c_stops_it_cleanly(
    started: tuple[subprocess.Popen[str], str],
) -> None:
    process, address = started
    assert process.stdout
    assert process.stdout.readline() == "importing\n"
    assert process.stdout.readline() == "warming up\n"
    assert address in process.stdout.readline()
    with urlopen(address, timeout=PATIENCE) as response:
        assert response.status == 200
        assert not any(character.isdigit() for character in response.headers["Server"])
        assert response.read().split() == b'{"disposed":true,"warmed_by_parent":true}'.split()
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=PATIENCE) == 0
    assert process.stdout.read() == ""


def test_ctrl_c_before_the_app_is_ready_leaves_no_traceback(
    started: tuple[subprocess.Popen[str], str],
) -> None:
    process, _ = started
    assert process.stdout
    assert process.stdout.readline() == "importing\n"
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=PATIENCE) == 0
    assert "Traceback" not in process.stdout.read()


def test_an_address_that_is_too_long_is_answered_by_the_program_in_its_own_shape(
    started: tuple[subprocess.Popen[str], str],
) -> None:
    process, address = started
    assert process.stdout
    while (line := process.stdout.readline()) and address not in line:
        pass
    with urlopen(f"{address}?{'x' * 8000}", timeout=PATIENCE) as response:
        assert response.status == 200


def test_the_access_log_writes_a_path_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(APP)
    address = f"http://127.0.0.1:{free_port()}/"
    gunicorn = [sys.executable, "-m", "gunicorn", "--config", str(ROOT / "gunicorn.conf.py")]
    environment = {"PORT": address.split(":")[-1].rstrip("/"), "WEB_CONCURRENCY": "1"}
    with subprocess.Popen(
        [*gunicorn, "app:server"],
        cwd=tmp_path,
        env={**os.environ, **environment, "HOST": "127.0.0.1", "ACCESS_LOG": "-"},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        while (line := process.stdout.readline()) and address not in line:
            pass
        with pytest.raises(HTTPError):
            urlopen(f"{address}a%0Aforged%1b%C3%A5", timeout=PATIENCE)
        logged = process.stdout.readline()
        process.kill()
    assert '"GET /a%0Aforged%1B%C3%A5" 404' in logged


def test_headers_of_identity_that_come_twice_are_taken_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TRUSTED_USER_HEADER", "X-Klimat-User")
    monkeypatch.setenv("TRUSTED_ROLES_HEADER", "X-Klimat-Roles")
    with monkeypatch.context() as kept:
        kept.setattr(signal, "signal", lambda *_: None)
        settings = runpy.run_path(str(ROOT / "gunicorn.conf.py"))
    roles = ("X-KLIMAT-ROLES", "1880:publisher"), ("X-KLIMAT-ROLES", "1880:reader")
    others = [("X-KLIMAT-USER", "anna"), ("ACCEPT", "a"), ("ACCEPT", "b")]
    request = SimpleNamespace(headers=[*roles, *others])
    settings["pre_request"](None, request)
    assert request.headers == others
