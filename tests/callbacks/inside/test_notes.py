"""Internal notes on the inside page: who writes them, who takes them away, who reads them."""

import pytest

from callbacks.first_response import KlimatDash
from tests.callbacks.inside.conftest import signed_in
from tests.callbacks.inside.test_forms import log, token_of
from tests.data_access.drafts import NOTE, OWNER

CITY = "/sv/kommun/provkoping"
WRITTEN = "Ring <b>Prov</b>"


def test_an_editor_writes_a_note_that_its_citys_people_read_and_an_editor_takes_it_away(
    own_app: KlimatDash, own_url: str, provider: str
) -> None:
    editor = signed_in(own_app, provider, "redaktor")
    form = {"token": token_of(editor), "lang": "sv", "owner": OWNER, "about": OWNER}
    answer = editor.post("/auth/note", data={**form, "text": WRITTEN})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sv/inne?done=noted")
    assert log(own_url)[0] == ("redaktor", "note")
    reader = signed_in(own_app, provider, "lasare")
    for address in (CITY, "/sv/inne", "/en/inside"):
        page = reader.get(address).text
        assert "Ring &lt;b&gt;Prov&lt;/b&gt;" in page
        assert "Redaktor" in page
    assert "Ring" not in own_app.server.test_client().get(CITY).text
    assert "Ring" not in signed_in(own_app, provider, "granne").get(CITY).text

    publisher = signed_in(own_app, provider, "publicist")
    away = {"token": token_of(publisher), "lang": "en", "note": "2"}
    assert publisher.post("/auth/withdraw-note", data=away).status_code == 303
    assert publisher.post("/auth/withdraw-note", data=away).status_code == 409
    assert log(own_url)[0] == ("publicist", "withdraw-note")
    page = publisher.get("/sv/inne").text
    assert "Ring" not in page
    assert NOTE in page


@pytest.mark.parametrize("field", ["about", "owner", "text", "lang"])
def test_a_nul_is_refused_or_written_as_unreadable_by_every_store(
    own_app: KlimatDash, provider: str, field: str
) -> None:
    editor = signed_in(own_app, provider, "redaktor")
    form = {"token": token_of(editor), "lang": "sv", "owner": OWNER, "about": OWNER}
    answer = editor.post("/auth/note", data={**form, "text": WRITTEN, field: "a\x00b"})
    assert answer.status_code == (303 if field in ("text", "lang") else 409)
    for path in ("/auth/template", "/sv/inne/ratta", "/sv/inne/ladda", "/stammer-inte"):
        assert editor.get(f"{path}?owner=a%00b&kind=%00&key=%00&token=%00").status_code < 500


@pytest.mark.parametrize(
    ("subject", "owner", "about", "words", "status"),
    [
        ("lasare", OWNER, OWNER, "x", 409),
        ("redaktor", "9002", OWNER, "x", 409),
        ("granne", OWNER, OWNER, "x", 409),
        ("redaktor", "", OWNER, "x", 409),
        ("redaktor", OWNER, "0000", "x", 409),
        ("redaktor", OWNER, "9001'--", "x", 409),
        ("redaktor", OWNER, "\x00", "x", 409),
        ("redaktor", OWNER, OWNER, "", 409),
        ("redaktor", OWNER, OWNER, "\x00", 409),
        ("redaktor", OWNER, OWNER, "x" * 2001, 409),
        ("redaktor", OWNER, OWNER, "x" * 80_000, 413),
    ],
)
def test_who_may_not_or_writes_nothing_is_refused(
    app: KlimatDash, provider: str, subject: str, owner: str, about: str, words: str, status: int
) -> None:
    client = signed_in(app, provider, subject)
    form = {"token": token_of(client), "owner": owner, "about": about, "text": words}
    assert client.post("/auth/note", data=form).status_code == status


@pytest.mark.parametrize("subject", ["lasare", "granne"])
@pytest.mark.parametrize("number", ["1", "0", "-1", "x", "", "1" * 40, "1 OR 1=1", "１"])
def test_nobody_else_takes_a_note_away(
    app: KlimatDash, provider: str, subject: str, number: str
) -> None:
    client = signed_in(app, provider, subject)
    form = {"token": token_of(client), "note": number}
    assert client.post("/auth/withdraw-note", data=form).status_code == 409
    assert NOTE in signed_in(app, provider, "redaktor").get("/sv/inne").text


def test_a_note_needs_our_own_form(app: KlimatDash, provider: str) -> None:
    client = signed_in(app, provider, "redaktor")
    form = {"owner": OWNER, "about": OWNER, "text": "x"}
    for path in ("/auth/note", "/auth/withdraw-note"):
        assert client.post(path, data={**form, "note": "1", "token": "x"}).status_code == 403
        assert app.server.test_client().post(path, data=form).status_code == 401
        assert client.get(path).status_code in (404, 405)
