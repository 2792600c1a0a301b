"""Correcting what everyone sees: previewed, with a reason, and of the owner's own alone."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from callbacks.first_response import KlimatDash
from tests.callbacks.inside.conftest import signed_in
from tests.callbacks.inside.test_forms import log, token_of
from tests.callbacks.inside.test_statuses import report
from tests.callbacks.inside.test_upload import GOAL, load_previewed, send

PAGE = "/sv/inne/ratta"
REASON = "Fel år i filen"
OWN = {"owner": "9001", "kind": "goals", "key": "9001-G01", "action": "correct"}


def correct(client: FlaskClient, **more: str) -> TestResponse:
    form = {"token": token_of(client), "lang": "sv", "do": "check", "reason": REASON, **OWN, **more}
    return client.post("/auth/correct", data=form)


def make_previewed(client: FlaskClient, preview: TestResponse) -> TestResponse:
    """Presses the button of a preview, which stands first."""
    form = re.search(r'<form[^>]*action="/auth/correct".*?</form>', preview.text, re.DOTALL)
    assert form is not None, preview.text[-2500:]
    hidden = re.findall(r'name="([^"]+)" type="hidden" value="([^"]*)"', form[0])
    return client.post("/auth/correct", data={**dict(hidden), "do": "make"})


def test_a_row_is_corrected_and_withdrawn_with_its_reason_for_everyone_to_read(
    own_app: KlimatDash, own_url: str, provider: str
) -> None:
    publisher, anyone = signed_in(own_app, provider, "publicist"), own_app.server.test_client()
    form = publisher.get(f"{PAGE}?owner=9001&kind=goals&key=9001-G01").text
    assert 'name="field-target_year" type="text" value="2030"' in form
    assert "field-municipality_code" not in form
    city = "/sv/kommun/provkoping"
    preview = correct(publisher, **{"field-target_year": "2035", "field-base_year": "1990"})
    assert preview.status_code == 200, preview.text[-2500:]
    assert "Ingenting är skrivet än" in preview.text
    assert re.search(r"2030</td><td[^>]*>2035", preview.text)
    assert REASON not in anyone.get(city).text
    made = make_previewed(publisher, preview)
    assert made.status_code == 200, made.text[-2500:]
    assert REASON in anyone.get(city).text
    elsewhere = anyone.get("/sv/kommun/ovre-prov")
    assert elsewhere.status_code == 200
    assert REASON not in elsewhere.text
    assert log(own_url)[0] == ("publicist", "correct")
    assert REASON in publisher.get(PAGE).text
    # A status, and then taken out again.
    report(publisher, do="publish", date="2026-05-05", comment="Otydlig.")
    status = {"kind": "statuses", "key": "PROV-1 2026-05-05"}
    mended = make_previewed(publisher, correct(publisher, **status, **{"field-comment": "Tydlig."}))
    assert "Rättat" in mended.text
    assert "kommentar: Otydlig. → Tydlig. Skäl" in publisher.get(PAGE).text
    party = "/sv/part/provkopings-kommun"
    meeting = "/sv/kommun/provkoping/mote?vy=2"
    assert "Tydlig" in anyone.get(party).text
    assert "Tydlig" in anyone.get(meeting).text  # it is late, and why
    make_previewed(publisher, correct(publisher, **status, action="withdraw"))
    assert "Tydlig" not in anyone.get(party).text
    assert log(own_url)[0] == ("publicist", "withdraw")
    assert "action=restore" in publisher.get(PAGE).text
    make_previewed(publisher, correct(publisher, **status, action="restore"))
    assert "Tydlig" in anyone.get(party).text
    assert correct(publisher, **status, action="restore").status_code == 422


def test_a_file_that_was_published_is_taken_back_whole(
    own_app: KlimatDash, own_url: str, provider: str
) -> None:
    publisher, anyone = signed_in(own_app, provider, "publicist"), own_app.server.test_client()
    preview = send(publisher, GOAL, "9001")
    verdict = re.search(r"<strong>Halverat</strong>: ([^<]+)", preview.text)
    assert verdict is not None
    assert "50 % lägre utsläpp 2035 än 2015" in verdict[1].replace("\u00a0", " ")
    loaded = load_previewed(publisher, preview)
    (label,) = set(re.findall(r'value="(goals-[0-9a-z-]+)"', loaded.text))
    form = {"token": token_of(publisher), "name": label, "to": "published"}
    publisher.post("/auth/publish", data=form)
    assert "Halverat" in anyone.get("/api/v1/goals?municipality=9001").text
    published = anyone.get("/api/v1/verdicts?municipality=9001").json
    assert unescape(verdict[1]) in {item["sentence_sv"] for item in published["items"]}
    target = {"kind": "import", "key": label, "action": "undo"}
    undone = make_previewed(publisher, correct(publisher, **target))
    assert "tillbakatagen" in undone.text
    assert "Halverat" not in anyone.get("/api/v1/goals?municipality=9001").text
    assert log(own_url)[0] == ("publicist", "undo")
    assert correct(publisher, **target).status_code == 422


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"key": "9101-G01"}, "hör inte till"),
        ({"kind": "statuses", "key": "PROV-3 2024-01-01"}, "hör inte till"),
        ({"kind": "grants", "key": "prov-1"}, "hör inte till"),
        ({"kind": "population", "key": "9001 2024"}, "hör inte till"),
        ({"kind": "import", "key": "prov-goals-1", "action": "undo"}, "prov-goals-1"),
        ({"reason": " "}, "skäl"),
        ({"field-target_year": "snart"}, "snart"),
        ({"field-municipality_code": "9002"}, "redan"),
    ],
)
def test_what_is_anothers_or_wrong_is_refused_in_words(
    app: KlimatDash, provider: str, more: dict[str, str], words: str
) -> None:
    refused = correct(signed_in(app, provider, "publicist"), **more)
    assert refused.status_code == 422, refused.text[-2500:]
    assert words in refused.text


def test_only_publishers_correct(app: KlimatDash, provider: str) -> None:
    publisher = signed_in(app, provider, "publicist")
    for subject in ("lasare", "redaktor", "granne"):
        client = signed_in(app, provider, subject)
        assert correct(client).status_code == 409
        assert "9001-G01" not in client.get(f"{PAGE}?owner=9001&kind=goals&key=9001-G01").text
    assert correct(publisher, token="0" * 32).status_code == 403
    for no_form_of_ours in (
        *({"action": "erase"}, {"kind": ""}, {"kind": "<b>"}),
        {"field-target_year": "20\x1b35"},
    ):
        assert correct(publisher, **no_form_of_ours).status_code == 400
    assert correct(publisher, **{"field-note": "x" * 5000}).status_code == 413


def test_what_was_added_at_once_is_undone_by_those_who_added_it(
    own_app: KlimatDash, own_url: str, provider: str
) -> None:
    publisher, anyone = signed_in(own_app, provider, "publicist"), own_app.server.test_client()
    neighbour = signed_in(own_app, provider, "granne")
    rows = "activity_id,municipality_code,title_sv,start\negen-1,9001,Laddstolpar,2024\n"
    there = "/api/v1/activities?municipality=9001"
    assert "Laddstolpar" not in anyone.get(there).text
    loaded = load_previewed(publisher, send(publisher, rows, "9001", kind="activities"))
    assert loaded.status_code == 200, loaded.text[-2500:]
    assert "Laddstolpar" in anyone.get(there).text
    start = unescape(publisher.get("/sv/inne").text)
    (label,) = set(re.findall(r"kind=import&key=([a-z0-9.-]+)", start))
    assert label not in neighbour.get("/sv/inne").text
    # It cannot wait: it is not taken back as a draft is, but undone.
    form = {"token": token_of(publisher), "name": label, "to": "draft"}
    assert publisher.post("/auth/publish", data=form).status_code == 409
    assert "Laddstolpar" in anyone.get(there).text
    target = {"kind": "import", "key": label, "action": "undo"}
    assert correct(neighbour, **target).status_code == 409
    made = make_previewed(publisher, correct(publisher, **target))
    assert "tillbakatagen" in made.text
    assert "Laddstolpar" not in anyone.get(there).text
    assert log(own_url)[0] == ("publicist", "undo")


def test_rows_of_the_same_title_are_shown_side_by_side_and_merged(
    own_app: KlimatDash, own_url: str, provider: str
) -> None:
    publisher, anyone = signed_in(own_app, provider, "publicist"), own_app.server.test_client()
    rows = "activity_id,municipality_code,title_sv,start\n"
    rows += "egen-1,9001,Laddstolpar,2024\negen-2,9001,laddstolpar!,2025\n"
    load_previewed(publisher, send(publisher, rows, "9001", kind="activities"))
    page = unescape(publisher.get(PAGE).text)
    (link,) = re.findall(r'href="([^"]*key=egen-2&action=merge[^"]*)"', page)
    target = {"owner": "9001", "kind": "activities", "key": "egen-2", "action": "merge"}
    assert {**dict(parse_qsl(urlsplit(link).query))} == {**target, "into": "egen-1"}
    form = publisher.get(link).text
    assert re.search(r'<option(?=[^>]*selected)[^>]*value="egen-1"', form)
    assert 'value="egen-2"' not in form.partition('name="into"')[2].partition("</select>")[0]
    preview = correct(publisher, **target, into="egen-1")
    assert preview.status_code == 200, preview.text[-2500:]
    assert re.search(r"2025[^<]*</td><td[^>]*>2024", preview.text)
    assert "egen-2" in anyone.get("/api/v1/activities?municipality=9001").text
    assert "sammanslagna" in make_previewed(publisher, preview).text
    assert "egen-2" not in anyone.get("/api/v1/activities?municipality=9001").text
    assert log(own_url)[0] == ("publicist", "merge")
    assert "egen-2 (laddstolpar!) slogs ihop med egen-1" in publisher.get(PAGE).text
    for other in ({"into": "9002-X"}, {"into": ""}, {"kind": "statuses"}, {"owner": "9002"}):
        refused = correct(publisher, **{**target, "into": "egen-1", **other})
        assert refused.status_code == (409 if "owner" in other else 422), other
    back = {**target, "action": "restore"}
    assert "tillbaka" in make_previewed(publisher, correct(publisher, **back)).text
    assert "egen-2" in anyone.get("/api/v1/activities?municipality=9001").text
