"""Words about a person: erased by the people of an owner from what is theirs, and nobody else's."""

import re
from html import unescape
from pathlib import Path

from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from callbacks.first_response import KlimatDash
from data_access.engine import open_store
from data_access.readers import OPERATOR
from data_access.tables import commitment_status, error_report, metadata
from tests.callbacks.inside.conftest import signed_in
from tests.callbacks.inside.test_corrections import correct, make_previewed
from tests.callbacks.inside.test_forms import log, token_of
from tests.callbacks.inside.test_statuses import report

PERSON = "Åsa Exempelsson"


def erase(client: FlaskClient, **more: str) -> TestResponse:
    form = {"token": token_of(client), "lang": "sv", "do": "check", "owner": "9001"}
    return client.post("/auth/erase", data={**form, "words": PERSON, **more})


def places(url: str) -> dict[str, int]:
    """In how many rows of each table the name stands."""
    engine = open_store(url, reader=OPERATOR)
    with engine.connect() as conn:
        result = {
            table.name: sum("Exempelsson" in str(row) for row in conn.execute(select(table)))
            for table in metadata.sorted_tables
        }
    engine.dispose()
    return {name: rows for name, rows in result.items() if rows}


def test_a_name_is_erased_from_what_is_the_citys_and_the_operator_is_asked_for_the_rest(
    own_app: KlimatDash, own_url: str, provider: str
) -> None:
    publisher, neighbour = (signed_in(own_app, provider, who) for who in ("publicist", "granne"))
    anyone, party = own_app.server.test_client(), "/sv/part/provkopings-kommun"
    report(publisher, do="publish", date="2026-05-05", comment=f"Fråga {PERSON}, vikarie")
    status = {"kind": "statuses", "key": "PROV-1 2026-05-05"}
    corrected = correct(publisher, **status, **{"field-source": "Möte"}, reason=f"{PERSON} bad")
    make_previewed(publisher, corrected)
    for client, city in ((publisher, "9001"), (neighbour, "9002")):
        note = {"token": token_of(client), "lang": "sv", "about": city, "owner": city}
        assert client.post("/auth/note", data={**note, "text": f"Ring {PERSON}"}).status_code == 303
    before = places(own_url)
    assert before == {"change_log": 1, "commitment_status": 1, "correction": 1, "note": 2}
    preview = erase(publisher, request="yes")
    assert preview.status_code == 200, preview.text[-2500:]
    assert "3 texter skulle ändras" in preview.text
    assert "Fråga [borttaget], vikarie" in preview.text
    assert "Ring [borttaget]" in preview.text
    assert places(own_url) == before
    mistyped = erase(publisher, do="make", again="Åsa Exempelson", request="yes")
    assert mistyped.status_code == 422
    assert places(own_url) == before
    made = erase(publisher, do="make", again=PERSON, request="yes")
    assert "Borttaget ur 3 texter" in unescape(made.text)
    # The neighbour's note and the log are the operator's to change, who was asked.
    assert places(own_url) == {"change_log": 1, "error_report": 1, "note": 1}
    assert "Fråga [borttaget], vikarie" in anyone.get(party).text
    assert log(own_url)[0] == ("publicist", "error-report")
    assert log(own_url)[1] == ("publicist", "erase")
    engine = open_store(own_url, reader=OPERATOR)
    with engine.connect() as conn:
        asked = conn.execute(select(error_report).where(error_report.c.message == PERSON)).one()
        comments = conn.scalars(select(commitment_status.c.comment)).all()
    engine.dispose()
    assert (asked.owner, asked.about) == ("", "Begäran om radering från 9001")
    assert "Fråga [borttaget], vikarie" in comments
    for who in (publisher, neighbour, anyone):
        assert PERSON not in who.get("/sv/inne/stammer-inte").text
    # Nothing tells whether the words stand in what is others'.
    for words in (PERSON, "Nånannan Nånstansson"):
        nowhere = erase(publisher, words=words)
        assert nowhere.status_code == 422
        assert "orden står ingenstans i det som är ert" in nowhere.text


def test_what_was_erased_is_not_left_in_the_file(
    own_app: KlimatDash, own_url: str, provider: str
) -> None:
    publisher = signed_in(own_app, provider, "publicist")
    report(publisher, do="publish", date="2026-05-05", comment=f"Fråga {PERSON}")
    file = Path(own_url.removeprefix("sqlite:///"))
    files = [file, file.with_name(f"{file.name}-wal")]

    def held() -> bool:
        return any(PERSON.encode() in each.read_bytes() for each in files if each.exists())

    assert held()
    assert erase(publisher, do="make", again=PERSON).status_code == 200
    assert not held()


def test_only_publishers_erase_and_of_their_own_alone(app: KlimatDash, provider: str) -> None:
    publisher = signed_in(app, provider, "publicist")
    for subject in ("lasare", "redaktor", "granne"):
        assert erase(signed_in(app, provider, subject)).status_code == 409
    assert erase(publisher, owner="9002").status_code == 409
    assert erase(publisher, token="0" * 32).status_code == 403
    assert erase(app.server.test_client(), token="x").status_code == 401
    assert erase(publisher, words="x" * 500).status_code == 413
    assert erase(publisher, words="Bo").status_code == 422
    page = publisher.get("/sv/inne/ratta").text
    form = re.search(r'<form[^>]*action="/auth/erase".*?</form>', page, re.DOTALL)
    assert form is not None
    assert re.findall(r'<option[^>]*value="([^"]*)"', form[0]) == ["9001"]
