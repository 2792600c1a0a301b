"""What lies in deploy/ agrees with the program that it deploys."""

import re
import runpy
import tomllib
from pathlib import Path
from typing import Any

import pytest

from callbacks.guards import MOST_BODY_BYTES

ROOT = Path(__file__).resolve().parent.parent
DEPLOY = ROOT / "deploy"
CONTAINERFILE = (DEPLOY / "Containerfile").read_text("utf-8")
NGINX = (DEPLOY / "nginx" / "klimat.conf").read_text("utf-8")
UNIT = (DEPLOY / "systemd" / "klimat.service").read_text("utf-8")
COMPOSE = (DEPLOY / "compose.yaml").read_text("utf-8")


@pytest.fixture
def gunicorn(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """gunicorn's settings as they stand when nothing is set."""
    for name in ("HOST", "PORT", "WEB_CONCURRENCY", "FORWARDED_ALLOW_IPS", "ACCESS_LOG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    return runpy.run_path(str(ROOT / "gunicorn.conf.py"))


def test_the_image_holds_every_room_and_what_it_is_filled_with() -> None:
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]
    rooms = [name.removesuffix("*") for name in packages["packages"]["find"]["include"]]
    for name in (*rooms, "assets", "seed_data"):
        assert f"COPY {name} {name}\n" in CONTAINERFILE
    assert "requirements.lock" in CONTAINERFILE
    assert "--require-hashes" in CONTAINERFILE


def test_the_image_runs_as_nobody_special_on_a_named_base() -> None:
    assert re.search(r"^ARG BASE=python:\d\.\d+-slim-\w+$", CONTAINERFILE, re.M)
    assert re.findall(r"^USER (.*)$", CONTAINERFILE, re.M)[-1] == "10001:10001"
    assert all(
        re.search(r":\S*\d", image) or image.startswith("klimat:")
        for image in re.findall(r"image: (\S+)", COMPOSE)
    )


def test_the_proxy_lets_through_what_the_program_takes(gunicorn: dict[str, Any]) -> None:
    assert f"client_max_body_size        {MOST_BODY_BYTES // 1024}k;" in NGINX
    waits = re.search(r"proxy_read_timeout\s+(\d+)s", NGINX)
    assert waits
    assert int(waits[1]) > gunicorn["timeout"]


def test_what_was_begun_may_end_before_a_process_is_killed(gunicorn: dict[str, Any]) -> None:
    patience = re.search(r"TimeoutStopSec=(\d+)", UNIT)
    grace = re.search(r"stop_grace_period: (\d+)s", COMPOSE)
    assert patience
    assert grace
    assert min(int(patience[1]), int(grace[1])) > gunicorn["graceful_timeout"]


def test_the_settings_say_what_matters(gunicorn: dict[str, Any]) -> None:
    assert gunicorn["preload_app"] is True
    assert gunicorn["control_socket_disable"] is True
    assert 2 <= gunicorn["workers"] <= 4
    assert gunicorn["accesslog"] is None
    assert "%(h)s" not in gunicorn["access_log_format"]
    assert gunicorn["forwarded_allow_ips"] == "127.0.0.1,::1"
    assert gunicorn["bind"] == "127.0.0.1:8050"


def test_every_setting_of_the_environment_is_told() -> None:
    told = (ROOT / "docs" / "operations.md").read_text("utf-8") + (ROOT / "README.md").read_text()
    used = set(re.findall(r'os\.environ\.get\("([A-Z_]+)"', _sources()))
    assert {name for name in used if f"`{name}`" not in told} == set()


def _sources() -> str:
    files = [ROOT / "app.py", ROOT / "gunicorn.conf.py", *(ROOT / "data_access").rglob("*.py")]
    return "\n".join(
        path.read_text("utf-8") for path in (*files, *(ROOT / "callbacks").rglob("*.py"))
    )
