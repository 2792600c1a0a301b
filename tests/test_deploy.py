"""What lies in deploy/ agrees with the program that it deploys."""

import importlib
import re
import runpy
import tomllib
from pathlib import Path
from typing import Any

import pytest

from callbacks.guards import MOST_BODY_BYTES
from callbacks.inside.settings import inside_settings
from data_access.commands.parser import parser as command_line

ROOT = Path(__file__).resolve().parent.parent
DEPLOY = ROOT / "deploy"
CONTAINERFILE = (DEPLOY / "Containerfile").read_text("utf-8")
NGINX = (DEPLOY / "nginx" / "klimat.conf").read_text("utf-8")
UNIT = (DEPLOY / "systemd" / "klimat.service").read_text("utf-8")
COMPOSE = (DEPLOY / "compose.yaml").read_text("utf-8")
IDENTITY = ("X-Klimat-User", "X-Klimat-Roles")
SIGNING_IN = {
    "OIDC_ISSUER",
    "OIDC_CLIENT_ID",
    "OIDC_CLIENT_SECRET",
    "OIDC_ROLES_CLAIM",
    "TRUSTED_USER_HEADER",
    "TRUSTED_ROLES_HEADER",
    "TRUSTED_PROXIES",
    "SECRET_KEY",
    "SESSION_MINUTES",
    "PUBLISHING_DATABASE_URL",
}
MAIL = {
    "SMTP_HOST",
    "SMTP_PORT",
    "SMTP_SECURITY",
    "SMTP_USER",
    "SMTP_PASSWORD",
    "MAIL_FROM",
    "REMINDERS",
    "WEB_HOOKS",
    "WEB_HOOK_SECRET",
}


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
    assert re.search(r"error_page 414 /too-long;", NGINX)  # a named location is not found then
    assert re.search(r"location = /too-long \{\s+internal;", NGINX)
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


@pytest.mark.parametrize("header", IDENTITY)
def test_nginx_says_itself_who_asks_wherever_it_passes_a_question_on(header: str) -> None:
    """A block with headers of its own has none of those outside it: each must say all."""
    blocks = [
        one for one in re.split(r"[{}]", _without_comments(NGINX)) if "proxy_set_header" in one
    ]
    assert len(blocks) >= 2
    for block in blocks:
        said = re.findall(rf"proxy_set_header\s+{header}\s+(\S+);", block)
        assert said == ["$klimat_user" if header.endswith("User") else "$klimat_roles"]
    assert "underscores_in_headers" not in NGINX


def test_where_nobody_signs_people_in_nobody_is_known() -> None:
    text = _without_comments(NGINX)
    for name in ("user", "roles"):
        assert re.search(rf'set \$klimat_{name}\s+"";', text)
        assert re.search(rf"\$klimat_{name}\b[^;]*\$http_", text) is None
    assert "proxy_no_cache     $klimat_somebody $klimat_user" in text
    assert "proxy_cache_bypass $klimat_somebody $klimat_user" in text


def test_who_the_gate_knows_comes_from_the_gate_alone() -> None:
    text = _without_comments((DEPLOY / "nginx" / "signed-in.conf").read_text("utf-8"))
    told = dict(re.findall(r"auth_request_set\s+(\S+)\s+(\S+);", text))
    assert told.keys() == {"$klimat_user", "$klimat_roles"}
    assert all(value.startswith("$upstream_http_") for value in told.values())


def test_servers_drop_headers_that_pass_for_others(gunicorn: dict[str, Any]) -> None:
    settings = importlib.import_module("gunicorn.config").Config()
    assert settings.header_map == "drop"
    assert not {"header_map", "permit_obsolete_folding"} & gunicorn.keys()
    settings.set("forwarder_headers", gunicorn["forwarder_headers"])
    assert settings.forwarder_headers == []  # not even SCRIPT_NAME and PATH_INFO


@pytest.mark.parametrize("file", ["compose.yaml", "systemd/environment"])
def test_signing_in_and_mail_can_be_set_up_wherever_the_product_is_deployed(file: str) -> None:
    told = (DEPLOY / file).read_text("utf-8")
    known = SIGNING_IN | MAIL
    assert {name for name in known if not re.search(rf"\b{name}[:=]", told)} == set()
    used = set(re.findall(r'environment\.get\(f?"([A-Z_]+)"', _sources())) - {"PUBLIC_URL"}
    assert used <= known


def test_signing_in_is_off_until_somebody_sets_it_up() -> None:
    """As systemd and compose read the files: what is a comment or empty is not set."""
    lines = (DEPLOY / "systemd" / "environment").read_text("utf-8").splitlines()
    unit = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    example = (DEPLOY / "example.env").read_text("utf-8").splitlines()
    told = dict(line.split("=", 1) for line in example if line and not line.startswith("#"))
    rows = re.findall(r"^    ([A-Z_]+): (.*)$", COMPOSE.partition("services:")[0], re.M)
    composed = {
        name: re.sub(r"\$\{(\w+)(:?[-?][^}]*)?\}", lambda one: told.get(one[1], ""), value)
        for name, value in rows
    }
    for environment in (unit, composed):
        assert inside_settings(environment) is None
        on = {"SECRET_KEY": "prov " * 8, "PUBLIC_URL": "https://klimat.example"}
        on |= {"OIDC_ISSUER": "https://provider.example"}
        on |= {"OIDC_CLIENT_ID": "klimat", "OIDC_CLIENT_SECRET": "prov"}
        assert inside_settings({**environment, **on}) is not None
    assert composed["TRUSTED_PROXIES"] in COMPOSE.partition("\n  front:\n")[2]


def _without_comments(settings: str) -> str:
    return re.sub(r"(?m)^\s*#.*$", "", settings)


def _sources() -> str:
    files = [ROOT / "app.py", ROOT / "gunicorn.conf.py", *(ROOT / "data_access").rglob("*.py")]
    return "\n".join(
        path.read_text("utf-8") for path in (*files, *(ROOT / "callbacks").rglob("*.py"))
    )


def test_the_timers_run_commands_that_there_are() -> None:
    for timer in (DEPLOY / "systemd").glob("*.timer"):
        unit = timer.with_suffix(".service").read_text("utf-8")
        words = re.findall(r"^ExecStart=/srv/klimat/\.venv/bin/klimat (.*)$", unit, re.M)[0].split()
        assert callable(command_line().parse_args(words).run), timer.name
        assert re.search(r"^OnCalendar=.* Europe/Stockholm$", timer.read_text("utf-8"), re.M)


def test_the_fetching_unit_may_write_where_it_keeps_its_files() -> None:
    unit = (DEPLOY / "systemd" / "klimat-fetch.service").read_text("utf-8")
    folder = re.search(r"KLIMAT_FETCHED=/var/cache/(\w+)/", unit)
    assert folder
    assert f"CacheDirectory={folder[1]}\n" in unit
    assert "--into-draft" in unit
