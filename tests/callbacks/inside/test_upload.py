"""An agency's own list of grants: checked, then a draft that its people see until it is out."""

import re
from io import BytesIO

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from callbacks.first_response import KlimatDash
from callbacks.inside.uploads import MOST_FILE_BYTES
from tests.callbacks.inside.conftest import signed_in
from tests.callbacks.inside.test_forms import token_of

LIST = (
    "grant_id,level,funder,programme,title,beneficiary,beneficiary_municipality_code,amount,currency,"
    "amount_kind,decision,decision_year\n"
    "prov-1,project,Provmyndigheten,Provprogram,Hemlig provbro,Provköpings kommun,9001,1234567,SEK,"
    "granted,granted,2025\n"
)
FUNDER = "Provmyndigheten"


def send(
    client: FlaskClient, do: str, content: str = LIST, owner: str = "provverket", token: str = ""
) -> TestResponse:
    form = {
        **{"token": token or token_of(client), "lang": "sv", "owner": owner, "do": do},
        "confirmed": "yes",  # the made-up country has far larger grants
    }
    file = (BytesIO(content.encode()), "lista.csv")
    return client.post("/auth/grants", data={**form, "file": file})


def test_an_editor_checks_a_list_and_loads_it_for_the_agencys_people_until_it_is_published(
    own_app: KlimatDash, provider: str
) -> None:
    agency, others = (
        signed_in(own_app, provider, "myndighet"),
        signed_in(own_app, provider, "publicist"),
    )
    anyone = own_app.server.test_client()

    def seen() -> list[bool]:
        return [
            FUNDER in client.get("/sv/portfolj?vy=rader").text
            and "1 234 567 kr" in client.get("/sv/portfolj?vy=rader").text.replace("\u00a0", " ")
            for client in (agency, others, anyone)
        ]

    (form,) = re.findall(r'<form[^>]*action="/auth/grants"[^>]*>', agency.get("/sv/inne").text)
    assert 'enctype="multipart/form-data"' in form  # else a browser sends the file's name alone
    assert 'action="/auth/grants"' not in others.get("/sv/inne").text
    checked = send(agency, "check")
    assert checked.status_code == 200, checked.text[-2500:]
    assert "1 rows would be imported" in checked.text
    assert seen() == [False, False, False]
    loaded = send(agency, "load")
    assert loaded.status_code == 200
    assert seen() == [True, False, False]
    (label,) = set(re.findall(r"grants-[a-z0-9-]+", agency.get("/sv/inne").text))
    form = {"token": token_of(agency), "lang": "sv", "name": label, "to": "published"}
    assert agency.post("/auth/publish", data=form).status_code == 303
    assert seen() == [True, True, True]


def test_a_list_with_faults_or_of_another_agency_is_refused_whole(
    own_app: KlimatDash, provider: str
) -> None:
    agency = signed_in(own_app, provider, "myndighet")
    broken = send(agency, "load", LIST.replace("1234567", "många"))
    assert broken.status_code == 422
    assert "amount" in broken.text
    assert send(agency, "load", owner="viable-cities").status_code == 409
    assert send(agency, "load", token="0" * 32).status_code == 403
    assert send(signed_in(own_app, provider, "publicist"), "load", owner="9001").status_code == 409
    too_large = {"CONTENT_LENGTH": str(MOST_FILE_BYTES + 1)}
    assert agency.post("/auth/grants", data={}, environ_overrides=too_large).status_code == 413
