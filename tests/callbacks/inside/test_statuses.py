"""Reporting where a promise stands, by the form of one promise."""

import re
from html import unescape
from io import BytesIO

import openpyxl
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from callbacks.first_response import KlimatDash
from tests.callbacks.inside.conftest import signed_in
from tests.callbacks.inside.test_forms import log, token_of

PAGE = "/sv/inne/lagen"
PROMISE, OTHERS = "PROV-1", "PROV-3"
COMMENT = "Upphandlingen överklagades"


def counts(client: FlaskClient) -> tuple[int, ...]:
    """What waits, as the first inside page counts it."""
    return tuple(map(int, re.findall(r"<strong>(\d+)</strong>", client.get("/sv/inne").text)))


def report(client: FlaskClient, **more: str) -> TestResponse:
    form = {
        **{"token": token_of(client), "lang": "sv", "owner": "9001", "do": "draft"},
        **{"id": PROMISE, "date": "2026-05-03", "status": "late", "comment": COMMENT},
        **more,
    }
    return client.post("/auth/status", data=form)


def test_a_status_waits_for_its_people_and_is_published_where_that_is_wished(
    own_app: KlimatDash, own_url: str, provider: str
) -> None:
    editor, publisher, neighbour = (
        signed_in(own_app, provider, subject) for subject in ("redaktor", "publicist", "granne")
    )
    anyone = own_app.server.test_client()
    city = "/sv/kommun/provkoping"
    # Of what the city has promised, the drafts of the store have stopped everything.
    assert counts(editor)[:3] == (0, 0, 0)
    told = report(editor).headers["Location"]
    assert told == f"{PAGE}?id={PROMISE}&done=status_draft"
    assert "sparat som utkast" in editor.get(told).text
    assert counts(editor)[:3] == (1, 0, 0)  # late, past its date, to report
    shown = editor.get(f"{PAGE}?id={PROMISE}").text
    assert COMMENT in shown
    assert "2026-05-03" not in re.findall(r'name="date"[^>]*value="([^"]*)"', shown)
    assert COMMENT in publisher.get(city).text
    for stranger in (neighbour, anyone):
        assert COMMENT not in stranger.get(city).text
        assert COMMENT not in stranger.get(f"{PAGE}?id={PROMISE}").text
    # Nobody but a publisher publishes, and a day has one status.
    assert report(editor, do="publish", date="2026-05-04").status_code == 409
    again = report(publisher, status="done")
    assert again.status_code == 422
    assert COMMENT in again.text  # what was written is there to be mended
    done = report(publisher, do="publish", date="2026-05-05", comment="Klar", status="done")
    shown = publisher.get(done.headers["Location"]).text
    assert "alla ser det nu" in shown
    # What everyone sees is corrected from where it stands, by who may; a draft is not.
    link = "/sv/inne/ratta?owner=9001&amp;kind=statuses&amp;key=PROV-1+2026-05-"
    assert re.findall(re.escape(link) + r"(\d\d)", shown) == ["05"]
    assert "Klar" in publisher.get(unescape(f"{link}05&amp;action=correct")).text
    assert link not in editor.get(f"{PAGE}?id={PROMISE}").text
    assert "PROV-1 2026-05-05</a> " in publisher.get("/sv/inne/ratta").text
    assert "Klar" in anyone.get("/sv/part/provkopings-kommun").text
    assert log(own_url)[:2] == [("publicist", "publish"), ("publicist", "draft")]


def test_a_status_is_of_what_the_owner_has_promised_and_of_a_day_that_has_been(
    app: KlimatDash, provider: str
) -> None:
    editor = signed_in(app, provider, "redaktor")
    for wrong, words in (
        ({"id": OTHERS}, "har åtagit sig"),
        ({"date": "2199-01-01"}, "en dag som har varit"),
        ({"status": "sover"}, "sover"),
        ({"date": ""}, "dag"),
    ):
        refused = report(editor, **wrong)
        assert refused.status_code == 422, wrong
        assert words in refused.text
    assert report(editor, owner="9101").status_code == 409
    assert report(editor, token="0" * 32).status_code == 403
    assert report(editor, comment="x" * 3000).status_code == 413
    assert report(signed_in(app, provider, "lasare")).status_code == 409
    agency = signed_in(app, provider, "myndighet")
    assert "PROV-2" in agency.get(PAGE).text
    assert PROMISE not in agency.get(PAGE).text


def test_the_workbook_to_fill_in_is_the_owners_and_comes_back_as_it_was_filled(
    app: KlimatDash, provider: str
) -> None:
    editor, neighbour = (signed_in(app, provider, who) for who in ("redaktor", "granne"))
    there = "/auth/template.xlsx?owner=9001&kind=statuses&lang=sv"
    assert unescape(editor.get(PAGE).text).count(there) == 1
    for client, status in ((neighbour, 409), (app.server.test_client(), 401)):
        assert client.get(there).status_code == status
    assert editor.get(there.replace("statuses", "grants")).status_code == 404
    response = editor.get(there)
    assert response.headers["Cache-Control"] == "private, no-store"
    book = openpyxl.load_workbook(BytesIO(response.data))
    sheet = book.worksheets[0]
    header = [cell.value for cell in sheet[1]]
    rows = {row[0]: dict(zip(header, row, strict=True)) for row in sheet.values if row[0]}
    promised = set(re.findall(r"\?id=([^#\"]+)#report", editor.get(PAGE).text))
    assert rows.keys() - {header[0]} == promised
    assert rows[PROMISE]["Senaste läge"] == "avbrutet"  # a draft that its owner's people see
    lists = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    last = sheet.max_row
    assert lists[f"G2:G{last}"] == (
        '"status inte rapporterad,ej påbörjat,pågår,försenat,klart,avbrutet"'
    )
    assert "befintliga resurser räcker" in lists[f"J2:J{last}"]
    (number,) = (row[0].row for row in sheet.iter_rows() if row[0].value == PROMISE)
    for column, value in (("Dag", "2026-05-20"), ("Läge", "försenat"), ("Kommentar", COMMENT)):
        sheet.cell(number, header.index(column) + 1).value = value
    filled = BytesIO()
    book.save(filled)
    form = {"token": token_of(editor), "lang": "sv", "owner": "9001", "do": "check"}
    file = (BytesIO(filled.getvalue()), "lagen.xlsx")
    preview = editor.post("/auth/upload", data={**form, "file": file})
    assert preview.status_code == 200, preview.text[-2500:]
    assert f"{PROMISE} 2026-05-20" in preview.text
    assert re.search(r"Nya rader</dt><dd>1<", preview.text)
