"""A store with drafts of one owner, a real OpenID provider, and readers of every role."""

import gc
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests
from flask.testing import FlaskClient

from app import Settings, create_app
from callbacks.first_response import KlimatDash
from callbacks.inside.settings import inside_settings
from data_access.engine import open_store
from data_access.reading import StoreReader
from tests.data_access.drafts import plant
from tests.data_access.made_up import fill
from tests.stores import new_store, with_verdicts

PLACE = "http://localhost"
PEOPLE = {
    "lasare": {"9001": "reader"},
    "redaktor": {"9001": "editor"},
    "publicist": {"9001": "publisher"},
    "granne": {"9002": "publisher", "viable-cities": ["publisher"]},
    "myndighet": {"provverket": "publisher"},
    "ingen": {},
}
"""Subject → roles, as the provider tells them."""

OF_OWNER = ("lasare", "redaktor", "publicist")
OF_OTHERS = ("", "granne")
"""Nobody signed in, and somebody of another city and an agency."""


PROVIDER = """
import json, sys
import oidc_provider_mock as mock
people = [
    mock.User(sub=sub, claims={"name": sub.title(), "klimat_roles": roles})
    for sub, roles in json.loads(sys.argv[1]).items()
]
with mock.run_server_in_thread(user_claims=people) as server:
    print(server.server_port, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(scope="session")
def provider() -> Iterator[str]:
    """The address of a provider that knows the people above, a program of its own."""
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", PROVIDER, json.dumps(PEOPLE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield f"http://localhost:{int(process.stdout.readline())}"
        process.stdin.close()


def environment(issuer: str, **more: str) -> dict[str, str]:
    return {
        "OIDC_ISSUER": issuer,
        "OIDC_CLIENT_ID": "klimat",
        "OIDC_CLIENT_SECRET": "prov",
        "SECRET_KEY": "provnyckel " * 4,
        "PUBLIC_URL": PLACE,
        **more,
    }


def app_on(store: str, issuer: str, **more: str) -> KlimatDash:
    settings = inside_settings(environment(issuer, **more))
    assert settings is not None
    return create_app(Settings(store, public_url=settings.public_url, inside=settings))


def plant_drafts(store: str) -> None:
    engine = open_store(store, read_only=False)
    with engine.begin() as conn:
        plant(conn)
    engine.dispose()


def filled(url: str) -> str:
    """A new store at the address, with the made-up country and its verdicts."""
    return new_store(url, fill, with_verdicts)


def with_drafts(folder: Path) -> str:
    """A new store with the made-up country, its verdicts and drafts of one owner."""
    return new_store(f"sqlite:///{folder / 'drafts.db'}", fill, with_verdicts, plant)


def leave_stores() -> None:
    """Close what applications hold open, which nobody else does before the process ends."""
    for get_object in gc.get_objects():
        if isinstance(get_object, StoreReader):
            get_object.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def either_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A store of the single test's own, without drafts, on either engine."""
    name = "sqlite_url" if request.param == "sqlite" else "free_postgres_url"
    yield filled(request.getfixturevalue(name))
    leave_stores()


@pytest.fixture(scope="package")
def drafts_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with drafts, only to be read."""
    return with_drafts(tmp_path_factory.mktemp("inside"))


@pytest.fixture
def own_url(tmp_path: Path) -> str:
    """A store with drafts of the single test's own."""
    return with_drafts(tmp_path)


@pytest.fixture(scope="package")
def app(drafts_url: str, provider: str) -> KlimatDash:
    return app_on(drafts_url, provider)


@pytest.fixture
def own_app(own_url: str, provider: str, monkeypatch: pytest.MonkeyPatch) -> KlimatDash:
    """The app on it. What is written is seen at once, not half a second later."""
    monkeypatch.setattr("callbacks.pages.VERSION_SECONDS", 0.0)
    return app_on(own_url, provider)


def signed_in(app: KlimatDash, provider: str, subject: str) -> FlaskClient:
    """A browser in which somebody has signed in; nobody, for the empty name."""
    client: FlaskClient = app.server.test_client()
    if subject:
        there = client.get("/auth/sign-in").headers["Location"]
        assert there.startswith(provider)
        answer = requests.post(there, data={"sub": subject}, allow_redirects=False, timeout=60)
        back = client.get(f"/auth/back{answer.headers['Location'].partition('/auth/back')[2]}")
        assert back.status_code == (403 if subject == "ingen" else 303), back.text
    return client


@pytest.fixture
def reader(app: KlimatDash, provider: str) -> Callable[[str], FlaskClient]:
    return lambda subject: signed_in(app, provider, subject)
