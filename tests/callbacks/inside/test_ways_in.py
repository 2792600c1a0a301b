"""Off is off, only a trusted server in front is believed, and settings are whole."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from app import Settings, create_app
from callbacks.first_response import KlimatDash
from callbacks.inside.roles import MOST_ROLES, roles_of
from callbacks.inside.settings import SettingsRefused, TrustedProxy, inside_settings
from progress.people import Role
from tests.callbacks.inside.conftest import environment
from tests.data_access.drafts import MARKER

ROOT = Path(__file__).parents[3]
MEETING = "/sv/kommun/provkoping/mote"
BY_PROXY = {
    "TRUSTED_USER_HEADER": "X-Remote-User",
    "TRUSTED_ROLES_HEADER": "X-Remote-Roles",
    "TRUSTED_PROXIES": "127.0.0.1, 10.1.0.0/16",
    "SECRET_KEY": "provnyckel " * 4,
    "PUBLIC_URL": "http://localhost",
}
ANNA = {"X-Remote-User": "anna", "X-Remote-Roles": "9001:publisher"}


def test_with_no_settings_there_is_no_route_no_cookie_and_no_sign(drafts_url: str) -> None:
    client = create_app(Settings(drafts_url)).server.test_client()
    for path in ("/sv/inne", "/en/inside", "/auth/sign-in", "/auth/back?code=x", "/auth/publish"):
        response = client.get(path, headers=ANNA)
        assert response.status_code == 404
        assert "Set-Cookie" not in response.headers
    assert client.post("/auth/publish", data={}).status_code in (404, 405)
    page = client.get(MEETING, headers={**ANNA, "Cookie": "klimat=x"})
    assert MARKER not in page.text
    assert "/sv/inne" not in page.text
    assert "Cookie" not in page.headers["Vary"]
    assert page.headers["Cache-Control"].startswith("public")


def test_with_no_settings_nothing_of_it_is_loaded() -> None:
    program = (
        "import sys, app; app.create_app(app.Settings('sqlite:///finns-inte.db')); "
        "print([m for m in sys.modules if m.partition('.')[0] in ('authlib', 'joserfc')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PATH": "", "PYTHONPATH": str(ROOT)},
        check=True,
    )
    assert done.stdout.strip() == "[]"


@pytest.fixture(scope="module")
def behind_a_server(drafts_url: str) -> KlimatDash:
    """The product behind a server that says who asks."""
    settings = inside_settings(BY_PROXY)
    assert settings is not None
    return create_app(Settings(drafts_url, inside=settings))


@pytest.fixture
def client(behind_a_server: KlimatDash) -> FlaskClient:
    client: FlaskClient = behind_a_server.server.test_client()
    return client


@pytest.mark.parametrize(
    ("address", "headers", "known"),
    [
        ("127.0.0.1", ANNA, True),
        ("10.1.2.3", ANNA, True),
        ("::ffff:10.1.2.3", ANNA, True),
        ("::ffff:10.2.0.1", ANNA, False),
        ("10.2.0.1", ANNA, False),
        ("192.0.2.1", ANNA, False),
        ("", ANNA, False),
        ("unix:", ANNA, False),
        ("::1", ANNA, False),
        ("127.0.0.1", {"X-Remote-User": "anna"}, False),
        ("127.0.0.1", {"X-Remote-Roles": "9001:publisher"}, False),
        ("127.0.0.1", {**ANNA, "X-Remote-Roles": "9002:publisher"}, False),
        ("127.0.0.1", {**ANNA, "X-Remote-Roles": "9001:owner"}, False),
        ("127.0.0.1", {**ANNA, "X-Remote-User": "  "}, False),
        ("192.0.2.1", {**ANNA, "X-Forwarded-For": "127.0.0.1"}, False),
        ("127.0.0.1", {"Cookie": "klimat=x"}, False),
        ("127.0.0.1", {**ANNA, "X-Remote-User": "Åsa".encode().decode("latin-1")}, True),
        ("127.0.0.1", {**ANNA, "X-Remote-User": "Åsa"}, False),  # Latin-1: no UTF-8
    ],
)
def test_only_a_trusted_server_says_who_asks(
    client: FlaskClient, address: str, headers: dict[str, str], known: bool
) -> None:
    response = client.get(MEETING, headers=headers, environ_base={"REMOTE_ADDR": address})
    assert (MARKER in response.text) == known
    again = client.get(MEETING, environ_base={"REMOTE_ADDR": address})
    assert MARKER not in again.text
    assert client.get("/auth/sign-in").status_code == 404


def test_a_name_in_a_header_is_read_as_utf_8(client: FlaskClient) -> None:
    headers = {**ANNA, "X-Remote-User": "Åsa Öberg".encode().decode("latin-1")}
    assert "Åsa Öberg" in client.get("/sv/inne", headers=headers).text


def test_what_a_middleware_says_of_the_reader_makes_no_server_trusted(client: FlaskClient) -> None:
    fixed = {
        "REMOTE_ADDR": "127.0.0.1",
        "werkzeug.proxy_fix.orig": {"REMOTE_ADDR": "192.0.2.1"},
    }
    assert MARKER not in client.get(MEETING, headers=ANNA, environ_base=fixed).text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"SECRET_KEY": "kort"}, "SECRET_KEY"),
        ({"PUBLIC_URL": ""}, "PUBLIC_URL"),
        ({"PUBLIC_URL": "http://klimat.example"}, "https"),
        ({"SESSION_MINUTES": "0"}, "SESSION_MINUTES"),
        ({"SESSION_MINUTES": "1.5"}, "SESSION_MINUTES"),
        ({"SESSION_MINUTES": "100000"}, "SESSION_MINUTES"),
        ({"SESSION_MINUTES": "-5"}, "SESSION_MINUTES"),
        ({"OIDC_CLIENT_SECRET": ""}, "OIDC_CLIENT_SECRET"),
        ({"OIDC_ISSUER": "http://provider.example"}, "https"),
        ({"TRUSTED_USER_HEADER": "X-Remote-User"}, "not both"),
    ],
)
def test_settings_that_are_not_whole_are_refused(change: dict[str, str], words: str) -> None:
    with pytest.raises(SettingsRefused, match=words):
        inside_settings({**environment("https://provider.example"), **change})


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"TRUSTED_PROXIES": ""}, "TRUSTED_PROXIES"),
        ({"TRUSTED_PROXIES": "10.0.0.0/99"}, "TRUSTED_PROXIES"),
        ({"TRUSTED_PROXIES": "0.0.0.0/0"}, "every address"),
        ({"TRUSTED_PROXIES": "10.0.0.1 ::/0"}, "every address"),
        ({"TRUSTED_ROLES_HEADER": ""}, "TRUSTED_ROLES_HEADER"),
        ({"TRUSTED_ROLES_HEADER": "X-Remote-User"}, "two names"),
        ({"TRUSTED_USER_HEADER": "X_Remote_User"}, "two names"),
        ({"TRUSTED_USER_HEADER": "User-Agent"}, "nobody else uses"),
        ({"TRUSTED_ROLES_HEADER": "Cookie"}, "nobody else uses"),
        ({"TRUSTED_USER_HEADER": "X Remote"}, "two names"),
    ],
)
def test_a_server_in_front_is_named_exactly(change: dict[str, str], words: str) -> None:
    with pytest.raises(SettingsRefused, match=words):
        inside_settings({**BY_PROXY, **change})


def test_nothing_set_is_nothing_and_a_whole_setting_is_read() -> None:
    assert inside_settings({}) is None
    assert inside_settings({"SECRET_KEY": "x" * 40, "PUBLIC_URL": "https://klimat.example"}) is None
    settings = inside_settings(BY_PROXY)
    assert settings is not None
    assert isinstance(settings.by, TrustedProxy)
    assert len(settings.by.addresses) == 2


@pytest.mark.parametrize(
    "claim",
    [
        {"9001": "publisher", "viable-cities": "reader"},
        {"9001": ["reader", "publisher"], "viable-cities": ["reader"]},
        ["9001:publisher", "9001:reader", "viable-cities:reader"],
        "9001:publisher, viable-cities:reader",
        "9001:Publisher viable-cities:READER",
        {"9001": "publisher", "viable-cities": "reader", "Å": "reader", "9002": "king", "9003": 7},
    ],
)
def test_roles_are_read_as_providers_write_them(claim: Any) -> None:
    assert roles_of(claim) == {"9001": Role.PUBLISHER, "viable-cities": Role.READER}


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_whatever_is_told_gives_roles_or_none(claim: Any) -> None:
    result = roles_of(claim)
    assert len(result) <= MOST_ROLES
    assert all(isinstance(role, Role) for role in result.values())
