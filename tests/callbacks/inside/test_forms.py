"""What the buttons do, for whom, and that no form of another is taken for one of ours."""

import re

import pytest
from flask.testing import FlaskClient

from callbacks.first_response import KlimatDash
from callbacks.inside.routes import FORMS, SIGN_OUT
from callbacks.inside.uploads import PATH as UPLOAD
from data_access.engine import open_store
from data_access.log import Wanted, changes
from data_access.readers import OPERATOR
from tests.callbacks.inside.conftest import PLACE, signed_in
from tests.data_access.drafts import LABEL, MARKER, OWNER

DATA_VERSION = re.compile(r"[Dd]ataversion\s[0-9]+ \([^)]+\)")
MEETING = "/sv/kommun/provkoping/mote?sedan=1"
SNAPSHOT = "snapshot-1"


def token_of(client: FlaskClient) -> str:
    match = re.search(r'name="token"[^>]* value="([0-9a-f]+)"', client.get("/sv/inne").text)
    return match[1] if match else ""


def send(client: FlaskClient, to: str, name: str = SNAPSHOT, **more: str) -> int:
    form = {"token": token_of(client), "lang": "sv", "name": name, "to": to, **more}
    return client.post("/auth/publish", data=form).status_code


def log(url: str) -> list[tuple[str, str]]:
    engine = open_store(url, reader=OPERATOR)
    with engine.connect() as conn:
        result = [(row["actor"], row["action"]) for row in changes(conn, Wanted(limit=3))]
    engine.dispose()
    return result


def test_a_publisher_publishes_and_takes_back_and_the_log_says_who(
    own_app: KlimatDash, own_url: str, provider: str
) -> None:
    client, anyone = signed_in(own_app, provider, "publicist"), own_app.server.test_client()
    before = DATA_VERSION.sub("", anyone.get(MEETING).text)
    assert send(client, "published") == 303
    assert MARKER in anyone.get(MEETING).text
    assert send(client, "draft") == 303
    assert DATA_VERSION.sub("", anyone.get(MEETING).text) == before
    assert log(own_url)[:2] == [("publicist", "unpublish"), ("publicist", "publish")]


def test_publishing_a_release_moves_the_default_for_everyone(
    own_app: KlimatDash, own_url: str, provider: str
) -> None:
    client, anyone = signed_in(own_app, provider, "publicist"), own_app.server.test_client()
    assert LABEL not in anyone.get("/sv/data").text
    assert send(client, "published", LABEL) == 303
    assert MARKER in anyone.get("/sv/data").text
    assert LABEL in anyone.get("/api/v1/releases").text
    assert own_url


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_who_is_refused_gets_a_page_that_says_why_and_leads_on(
    own_app: KlimatDash, provider: str, lang: str
) -> None:
    client = signed_in(own_app, provider, "publicist")
    token, on = token_of(client), {"sv": "/sv/inne", "en": "/en/inside"}[lang]
    for sent, status in (({"name": "nope", "to": "published", "token": token}, 409), ({}, 403)):
        response = client.post("/auth/publish", data={"lang": lang, **sent})
        assert response.status_code == status
        assert f'<html lang="{lang}">' in response.text
        assert "<h1" in response.text
        assert f'<a href="{on}">' in response.text
        assert response.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("subject", ["lasare", "redaktor", "granne"])
@pytest.mark.parametrize("name", [SNAPSHOT, LABEL, "statuses-hemliga", "prov-co2e-2", "nope"])
def test_who_does_not_publish_for_the_owner_is_refused(
    app: KlimatDash, provider: str, subject: str, name: str
) -> None:
    client = signed_in(app, provider, subject)
    assert send(client, "published", name) == 409
    assert send(client, "draft", name) == 409
    assert MARKER not in app.server.test_client().get(MEETING).text


def test_a_form_without_its_token_or_from_elsewhere_does_nothing(
    app: KlimatDash, provider: str
) -> None:
    client, other = (signed_in(app, provider, one) for one in ("publicist", "lasare"))
    for token in ("", "x", token_of(other), token_of(client).upper(), "å"):
        assert send(client, "published", token=token) == 403
    form = {"token": token_of(client), "name": SNAPSHOT, "to": "published"}
    for origin in ("https://elsewhere.example", "null", PLACE + ".elsewhere.example"):
        response = client.post("/auth/publish", data=form, headers={"Origin": origin})
        assert response.status_code == 403
    assert MARKER not in app.server.test_client().get(MEETING).text


@pytest.mark.parametrize("path", sorted({*FORMS, SIGN_OUT} - {UPLOAD}))
def test_nobody_has_no_forms_and_no_get_changes_anything(app: KlimatDash, path: str) -> None:
    client = app.server.test_client()
    assert client.post(path, data={"name": SNAPSHOT, "to": "published"}).status_code == 401
    assert client.get(path).status_code in (404, 405)
    assert client.post(path, data=b"\xff" * 10).status_code == 401
    assert client.post(path, data={"name": "x" * 200_000}).status_code == 413


def test_a_wish_that_is_none_is_refused(app: KlimatDash, provider: str) -> None:
    client = signed_in(app, provider, "publicist")
    assert send(client, "") == 400
    assert send(client, "published; DROP TABLE release") == 400


def test_an_editor_takes_an_internal_snapshot_that_only_the_citys_people_see(
    own_app: KlimatDash, own_url: str, provider: str
) -> None:
    editor, anyone = signed_in(own_app, provider, "redaktor"), own_app.server.test_client()
    form = {"token": token_of(editor), "lang": "en", "owner": OWNER, "name": "Nytt läge"}
    assert editor.post("/auth/snapshot", data=form).status_code == 303
    assert editor.post("/auth/snapshot", data=form).status_code == 409
    for name in ("", "a\x00b", "a\nb", "\u202ea"):
        assert editor.post("/auth/snapshot", data={**form, "name": name}).status_code == 409
    assert "Nytt läge" in editor.get("/sv/inne").text
    assert "Nytt läge" not in anyone.get(MEETING).text
    assert log(own_url)[0] == ("redaktor", "draft")
    for subject, owner in (("lasare", OWNER), ("redaktor", "9002"), ("granne", OWNER)):
        client = signed_in(own_app, provider, subject)
        tried = {**form, "token": token_of(client), "owner": owner, "name": "x"}
        assert client.post("/auth/snapshot", data=tried).status_code == 409


@pytest.mark.parametrize(
    ("subject", "buttons"), [("lasare", 0), ("redaktor", 0), ("publicist", 1), ("granne", 0)]
)
def test_the_page_shows_what_one_may_see_and_buttons_for_what_one_may_do(
    app: KlimatDash, provider: str, subject: str, buttons: int
) -> None:
    text = signed_in(app, provider, subject).get("/sv/inne").text
    assert (MARKER in text) == (subject != "granne")
    assert ('action="/auth/publish"' in text) == bool(buttons)
    assert ('action="/auth/snapshot"' in text) == (subject != "lasare")
    assert text.count("<h1") == 1
