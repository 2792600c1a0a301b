"""Signing in with a real provider: what is asked of it, what is kept, and what is not believed."""

import re
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from flask import session
from flask.testing import FlaskClient
from werkzeug.test import Client

from app import Settings, create_app
from callbacks.first_response import KlimatDash
from callbacks.inside.identity import Identity
from callbacks.inside.settings import InsideSettings, inside_settings
from data_access.command import main
from data_access.inside.people import Drafts
from data_access.reading import StoreReader
from progress.people import Person, Role
from scripts import try_inside
from tests.callbacks.inside.conftest import PLACE, app_on, environment, signed_in
from tests.data_access.drafts import MARKER

Reader = Callable[[str], FlaskClient]


def is_known(client: FlaskClient) -> bool:
    return 'id="sign-in"' not in client.get("/sv/inne").text


def test_the_provider_is_asked_with_state_nonce_and_a_verifier_it_does_not_see(
    app: KlimatDash, provider: str
) -> None:
    client = app.server.test_client()
    first, second = (client.get("/auth/sign-in").headers["Location"] for _ in range(2))
    asked = {name: values[0] for name, values in parse_qs(urlsplit(first).query).items()}
    again = {name: values[0] for name, values in parse_qs(urlsplit(second).query).items()}
    assert first.startswith(f"{provider}/oauth2/authorize?")
    assert asked["redirect_uri"] == f"{PLACE}/auth/back"
    assert asked["code_challenge_method"] == "S256"
    for name in ("state", "nonce", "code_challenge"):
        assert len(asked[name]) >= 20
        assert asked[name] != again[name]


def test_who_has_signed_in_is_known_until_they_sign_out(reader: Reader) -> None:
    client = reader("lasare")
    page = client.get("/sv/inne").text
    assert "Lasare" in page
    token = re.findall(r'name="token"[^>]* value="([0-9a-f]+)"', page)[0]
    response = client.post("/auth/sign-out", data={"token": token, "lang": "sv"})
    assert response.status_code == 303
    assert "Max-Age=0" in response.headers["Set-Cookie"]
    assert not is_known(client)


def test_the_cookie_is_closed_to_scripts_and_other_sites_and_short(reader: Reader) -> None:
    client = reader("lasare")
    cookie = client.get_cookie("klimat")
    assert cookie is not None
    assert cookie.http_only
    assert cookie.same_site == "Lax"
    assert cookie.expires is not None
    assert cookie.expires.timestamp() - time.time() <= 3600 + 5


def test_over_tls_the_cookie_goes_over_nothing_else(own_url: str, provider: str) -> None:
    app = app_on(own_url, provider, PUBLIC_URL="https://klimat.example")
    client = app.server.test_client()
    cookie = client.get("/auth/sign-in", base_url="https://klimat.example").headers["Set-Cookie"]
    assert cookie.startswith("__Host-klimat=")
    assert "; Secure" in cookie
    assert "; Path=/" in cookie
    assert "Domain" not in cookie


def test_who_has_no_role_is_told_so_and_is_nobody(reader: Reader) -> None:
    assert not is_known(reader("ingen"))


@pytest.mark.parametrize(
    "query",
    [
        "",
        "code=x",
        "state=x",
        "code=x&state=x",
        "error=access_denied",
        "error=access_denied&state=%00",
        "code=%3Cscript%3E&state=%F0%9F%A6%8A",
    ],
)
def test_a_way_back_that_nobody_went_out_on_signs_nobody_in(app: KlimatDash, query: str) -> None:
    client = app.server.test_client()
    client.get("/auth/sign-in?lang=en")
    response = client.get(f"/auth/back?{query}")
    assert '<html lang="en">' in response.text
    assert '<a href="/en/inside">' in response.text
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.status_code in (400, 502)
    assert "Traceback" not in response.text
    assert "<script>" not in response.text
    assert "&lt;script" not in response.text
    assert not is_known(client)


def test_a_code_signs_in_once_and_only_where_it_was_asked_for(
    app: KlimatDash, provider: str
) -> None:
    client, thief = app.server.test_client(), app.server.test_client()
    there = client.get("/auth/sign-in").headers["Location"]
    answer = requests.post(there, data={"sub": "lasare"}, allow_redirects=False, timeout=60)
    back = answer.headers["Location"].removeprefix(PLACE)
    thief.get("/auth/sign-in")
    assert thief.get(back).status_code == 400
    assert not is_known(thief)
    assert client.get(back).status_code == 303
    assert client.get(back).status_code == 400
    assert not is_known(client)
    assert provider


def test_a_session_that_is_changed_old_or_of_another_key_is_nobodys(
    own_url: str, provider: str
) -> None:
    app = app_on(own_url, provider)
    client = signed_in(app, provider, "lasare")
    cookie = client.get_cookie("klimat")
    assert cookie is not None
    for value in (cookie.value[:-3] + "abc", "x" + cookie.value, "", "a.b.c", "é"):
        other = app.server.test_client()
        other.set_cookie("klimat", value)
        assert not is_known(other)
    elsewhere = app_on(own_url, provider, SECRET_KEY="en annan nyckel " * 3).server.test_client()
    elsewhere.set_cookie("klimat", cookie.value)
    assert not is_known(elsewhere)
    assert is_known(client)
    app.server.config["PERMANENT_SESSION_LIFETIME"] = timedelta(seconds=-1)
    assert not is_known(client)


def test_a_provider_that_is_away_or_another_is_told_in_words(own_url: str, provider: str) -> None:
    away = app_on(own_url, "http://localhost:9").server.test_client()
    other = app_on(own_url, provider.replace("localhost", "127.0.0.1") + "/x").server.test_client()
    for client in (away, other):
        response = client.get("/auth/sign-in")
        assert response.status_code == 502
        assert response.headers["Cache-Control"] == "private, no-store"
        assert "localhost" not in response.text
        assert client.get("/sv/").status_code == 200


def test_reading_public_pages_sets_no_cookie(app: KlimatDash) -> None:
    client = app.server.test_client()
    for path in ("/sv/", "/sv/kommun/provkoping", "/sv/inne", "/api/v1/releases", "/healthz"):
        assert "Set-Cookie" not in client.get(path).headers


def test_a_signed_in_reader_is_asked_for_no_new_cookie_by_reading(reader: Reader) -> None:
    client = reader("lasare")
    for path in ("/sv/", "/sv/kommun/provkoping", "/sv/inne"):
        assert "Set-Cookie" not in client.get(path).headers


def holding(app: KlimatDash, cookie: str) -> FlaskClient:
    """A browser that somebody has put a cookie into."""
    client: FlaskClient = app.server.test_client()
    client.set_cookie("klimat", cookie)
    return client


def app_settings() -> InsideSettings:
    settings = inside_settings(environment("https://provider.example"))
    assert settings is not None
    return settings


def cookie_of(client: FlaskClient) -> str:
    cookie = client.get_cookie("klimat")
    assert cookie is not None
    return cookie.value


def sign_out(client: FlaskClient) -> int:
    token = re.findall(r'name="token"[^>]* value="([0-9a-f]+)"', client.get("/sv/inne").text)[0]
    return client.post("/auth/sign-out", data={"token": token}).status_code


def test_a_copied_cookie_dies_with_its_session_on_every_machine(
    either_url: str, provider: str
) -> None:
    one, other = app_on(either_url, provider), app_on(either_url, provider)
    client, second = signed_in(one, provider, "lasare"), signed_in(one, provider, "lasare")
    copy = cookie_of(client)
    assert is_known(holding(other, copy))
    assert sign_out(client) == 303
    assert not is_known(holding(one, copy))
    assert not is_known(holding(other, copy))
    assert is_known(second)


def test_who_is_signed_out_by_the_operator_is_out_until_they_sign_in_again(
    own_app: KlimatDash, own_url: str, provider: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, other = (signed_in(own_app, provider, one) for one in ("lasare", "redaktor"))
    monkeypatch.setenv("DATABASE_URL", own_url)
    assert main(["sign-out", "lasare"]) == 0
    assert not is_known(client)
    assert is_known(other)
    assert is_known(signed_in(own_app, provider, "lasare"))


def test_while_the_store_is_away_nobody_is_known_and_signing_out_still_empties_the_browser(
    own_app: KlimatDash, own_url: str, provider: str, tmp_path: Path
) -> None:
    client = signed_in(own_app, provider, "lasare")
    assert MARKER in client.get("/sv/kommun/provkoping/mote").text
    store = Path(own_url.removeprefix("sqlite:///"))
    store.rename(tmp_path / "away.db")
    answer = client.get("/sv/kommun/provkoping/mote")
    assert answer.status_code in (200, 503)
    assert MARKER not in answer.text
    going = holding(own_app, cookie_of(client))
    assert going.post("/auth/sign-out").status_code == 401
    assert going.get_cookie("klimat") is None
    (tmp_path / "away.db").rename(store)
    assert is_known(client)


def test_where_the_store_takes_no_changes_signing_out_empties_the_browser_all_the_same(
    own_url: str, provider: str
) -> None:
    app = app_on(own_url, provider, PUBLISHING_DATABASE_URL="sqlite:///finns-inte.db")
    client = signed_in(app, provider, "lasare")
    assert sign_out(client) == 303
    assert client.get_cookie("klimat") is None
    assert not is_known(client)


def test_signing_in_begins_a_session_that_nobody_could_have_laid_out(app: KlimatDash) -> None:
    """A cookie put into somebody's browser beforehand is not the one they are known by after."""
    laid = app.server.test_client()
    laid.get("/auth/sign-in")
    bait = cookie_of(laid)
    victim = holding(app, bait)
    there = victim.get("/auth/sign-in").headers["Location"]
    answer = requests.post(there, data={"sub": "lasare"}, allow_redirects=False, timeout=60)
    victim.get(answer.headers["Location"].removeprefix(PLACE))
    assert is_known(victim)
    assert not is_known(holding(app, bait))
    assert cookie_of(victim) != bait


def test_a_session_cookie_stays_small_enough_for_browsers_with_every_city(
    app: KlimatDash,
) -> None:
    person = Person("x" * 200, "å" * 200, {f"{code}": Role.PUBLISHER for code in range(1000, 1290)})
    with app.server.test_request_context():
        identity = Identity(app_settings(), Drafts(StoreReader("sqlite:///finns-inte.db")))
        identity.sign_in(person)
        response = app.server.make_response("")
        app.server.session_interface.save_session(app.server, session, response)
        assert len(response.headers["Set-Cookie"]) < 4000


@pytest.mark.parametrize(
    "query", ["next=//evil.example", "lang=//evil.example", "redirect_uri=https://evil.example"]
)
def test_signing_in_leads_to_the_provider_and_back_to_us_and_nowhere_else(
    app: KlimatDash, provider: str, query: str
) -> None:
    client = app.server.test_client()
    there = client.get(f"/auth/sign-in?{query}").headers["Location"]
    assert there.startswith(f"{provider}/")
    assert "evil" not in there
    answer = requests.post(there, data={"sub": "lasare"}, allow_redirects=False, timeout=60)
    back = client.get(answer.headers["Location"].removeprefix(PLACE) + f"&{query}")
    assert back.headers["Location"] == "/sv/inne"
    for form in ({"lang": "//evil.example"}, {"next": "https://evil.example"}):
        page = client.get("/sv/inne").text
        token = re.findall(r'name="token"[^>]* value="([0-9a-f]+)"', page)[0]
        answer_to_form = client.post("/auth/snapshot", data={**form, "token": token})
        assert "evil" not in str(answer_to_form.headers)


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Remote-User": "anna", "X-Remote-Roles": "9001:publisher"},
        {"X-Klimat-User": "anna", "X-Klimat-Roles": "9001:publisher"},
        {"Authorization": "Bearer x", "X-Forwarded-User": "anna"},
        {"Authorization": "Basic YW5uYTp4", "Remote-User": "anna"},
        {"Cookie": "klimat={}; __Host-klimat=x"},
        {"Cookie": 'klimat="a.b.c"; klimat=x'},
    ],
)
def test_with_a_provider_no_header_names_anybody(app: KlimatDash, headers: dict[str, str]) -> None:
    client = app.server.test_client()
    for address in ("/sv/inne", "/sv/kommun/provkoping/mote"):
        page = client.get(address, headers=headers, environ_overrides={"REMOTE_USER": "anna"}).text
        assert MARKER not in page
        assert "drafts-shown" not in page
    assert client.post("/auth/publish", headers=headers).status_code == 401


def test_who_tries_the_pages_is_signed_in_at_this_machines_own_address_alone(
    drafts_url: str,
) -> None:
    port = 8050
    settings = inside_settings(try_inside.environment(port, Path("copy.db")))
    assert settings is not None
    app = create_app(Settings(drafts_url, public_url=settings.public_url, inside=settings))
    client = Client(try_inside.signed_in(app.server, "Prova", "9001:publisher", port))
    own = f"http://{try_inside.HOST}:{port}"
    forged = {try_inside.USER: "granne", try_inside.ROLES_HEADER: "9002:publisher"}
    for headers in ({}, forged):
        page = client.get(
            *("/sv/inne", own), headers=headers, environ_overrides={"REMOTE_ADDR": try_inside.HOST}
        ).text
        assert "Du är inloggad som Prova." in page
        assert (
            "Provköping: läser, lägger till, rapporterar, fryser, skriver, publicerar och rättar"
            in page
        )
        assert "Övre Prov" not in page.partition("inloggad som")[2]
    # A name of another site that leads to this machine.
    assert client.get("/sv/inne", base_url=f"http://evil.example:{port}").status_code == 421
