"""Links without an account: one item, one use, for a time, until they are revoked."""

import re
from datetime import timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient
from itsdangerous import URLSafeSerializer
from werkzeug.test import TestResponse

from callbacks.first_response import KlimatDash
from callbacks.inside.link_tokens import SALT
from data_access import clock
from tests.callbacks.inside.conftest import PLACE, signed_in
from tests.callbacks.inside.test_forms import log, token_of

PAGE, PARTY = "/sv/inne/lagen?id=PROV-1", "/sv/part/provkopings-kommun"
COMMENT = "Grävstart i maj"


def manage(client: FlaskClient, **more: str) -> int:
    form = {"token": token_of(client), "lang": "sv", "owner": "9001", "id": "PROV-1"}
    form |= {"do": "make", "days": "7", **more}
    return client.post("/auth/status-link", data=form).status_code


def links(client: FlaskClient) -> list[str]:
    """The links that are good, as they are sent to somebody."""
    values = re.findall(r'name="status-link"[^>]*value="([^"]+)"', client.get(PAGE).text)
    return [unescape(value).removeprefix(PLACE) for value in values]


def report(client: FlaskClient, link: str, **more: str) -> TestResponse:
    token = link.partition("token=")[2]
    form = {"token": token, "date": "2026-05-03", "status": "running", "comment": COMMENT, **more}
    return client.post(link.partition("?")[0], data=form)


def test_whoever_has_a_link_reports_once_on_its_item_alone(
    own_app: KlimatDash, own_url: str, provider: str
) -> None:
    anyone, editor = own_app.server.test_client(), signed_in(own_app, provider, "redaktor")
    assert links(editor) == []
    assert manage(editor) == 303
    assert log(own_url)[0] == ("redaktor", "status-link")
    (link,) = links(editor)
    form = anyone.get(link)
    assert form.status_code == 200
    assert "Set-Cookie" not in form.headers
    assert form.headers["Cache-Control"] == "no-store"
    wrong = report(anyone, link, status="sover")
    assert wrong.status_code == 422
    assert COMMENT in wrong.text  # mended where it was written, and the link is still good
    assert report(anyone, link, comment="x" * 3000).status_code == 413
    sent = report(anyone, link, id="PROV-2", owner="provverket", do="publish")
    assert "Tack" in sent.text
    assert log(own_url)[0] == ("link-1", "draft")
    assert COMMENT in editor.get(PARTY).text
    assert COMMENT not in anyone.get(PARTY).text  # a draft, whatever was asked for
    assert COMMENT not in anyone.get("/sv/part/provverket").text
    for again in (anyone.get(link), report(anyone, link, date="2026-05-04")):
        assert again.status_code == 410
    assert links(editor) == []


def test_a_link_is_good_for_nothing_once_it_is_revoked_or_too_old(
    own_app: KlimatDash, provider: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    anyone, editor = own_app.server.test_client(), signed_in(own_app, provider, "redaktor")
    reader, neighbour = (signed_in(own_app, provider, who) for who in ("lasare", "granne"))
    for client in (reader, neighbour):
        assert manage(client) == 409
    for wrong in ({"owner": "9002"}, {"id": "PROV-2"}, {"id": "finns-inte"}):
        assert manage(editor, **wrong) == 409
    assert manage(editor, days="9999") == 400
    assert manage(editor, token="0" * 32) == 403
    assert manage(editor) == manage(editor, days="30") == 303
    longer, shorter = links(editor)
    assert links(reader) == links(neighbour) == []
    assert manage(neighbour, do="revoke", link="1") == 409
    later = clock.now() + timedelta(days=8)
    with monkeypatch.context() as patch:
        patch.setattr("data_access.clock.now", lambda: later)
        assert [anyone.get(link).status_code for link in (longer, shorter)] == [200, 410]
    assert manage(editor, do="revoke", link="2") == 303
    assert manage(editor, do="revoke", link="2") == 409
    assert [report(anyone, link).status_code for link in (longer, shorter)] == [410, 200]


@pytest.mark.parametrize("change", ["other key", "another number", "no signature", "text"])
def test_a_link_that_we_have_not_signed_is_none(app: KlimatDash, change: str) -> None:
    signing = URLSafeSerializer("provnyckel " * 4, salt=SALT)
    token = {
        "other key": str(URLSafeSerializer("x" * 40, salt=SALT).dumps([1, "2026"])),
        "another number": str(signing.dumps([999, "2026-05-01T00:00:00+00:00"])),
        "no signature": "WzEsIjIwMjYiXQ",
        "text": str(signing.dumps("1")),
    }[change]
    client = app.server.test_client()
    for address in (f"/sv/rapportera?token={token}", "/en/report-status"):
        assert client.get(address).status_code == 410
        assert report(client, address).status_code == 410
