"""Errors that readers report: to whom they come, who answers, and what of it everyone reads."""

import re
from datetime import timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from callbacks.first_response import KlimatDash
from data_access import clock
from data_access.inside import error_reports
from tests.callbacks.inside.conftest import PLACE, signed_in
from tests.callbacks.inside.test_forms import log, token_of

FORM, PAGE = "/sv/stammer-inte", "/sv/inne/stammer-inte"
CITY, OTHER_CITY = "/sv/kommun/provkoping", "/sv/kommun/ovre-prov"
MESSAGE = "Enligt årsredovisningen är det hälften"
ANSWER = "Siffran är rättad i dag."
LINK = re.compile(r'href="(/sv/stammer-inte\?[^"]+)"')


def report(client: FlaskClient, **more: str) -> TestResponse:
    form = {"address": CITY, "about": "Utsläpp 2021: 100 ton", "message": MESSAGE, **more}
    return client.post(FORM, data=form)


def respond(client: FlaskClient, number: str, **more: str) -> int:
    form = {"token": token_of(client), "lang": "sv", "report": number, "do": "answer"}
    form |= {"about": "Utsläpp 2021", "text": ANSWER, **more}
    return client.post("/auth/error-report", data=form).status_code


def numbers(client: FlaskClient) -> list[str]:
    """The reports that can be answered, newest first."""
    return re.findall(r'name="report" type="hidden" value="(\d+)"', client.get(PAGE).text)


def test_what_a_reader_reports_of_a_page_is_answered_on_it_by_its_owners_people(
    own_app: KlimatDash, own_url: str, provider: str
) -> None:
    anyone, publisher = own_app.server.test_client(), signed_in(own_app, provider, "publicist")
    editor, neighbour = (signed_in(own_app, provider, who) for who in ("redaktor", "granne"))
    before = numbers(publisher)
    # The link beside a figure carries its release and its value to the form.
    links = [unescape(link) for link in LINK.findall(anyone.get(CITY).text)]
    chart = next(link for link in links if "emissions-chart" in link)
    form = anyone.get(chart)
    assert form.headers["Cache-Control"] == "no-store"
    assert "(prov-co2e-2, 2023: 1\N{NO-BREAK SPACE}140\N{NO-BREAK SPACE}ton)" in unescape(form.text)
    carried = dict(re.findall(r'name="(address|about)"[^>]*value="([^"]*)"', form.text))
    sent = report(anyone, **{name: unescape(value) for name, value in carried.items()})
    assert sent.status_code == 200, sent.text[-1500:]
    assert report(anyone, address=carried["address"]).status_code == 200  # once is enough
    (number,) = set(numbers(publisher)) - set(before)
    assert log(own_url)[0] == ("reader", "error-report")
    assert MESSAGE in editor.get(PAGE).text
    for stranger in (neighbour, anyone):
        assert MESSAGE not in stranger.get(PAGE).text
    assert MESSAGE not in anyone.get(CITY).text
    # Who may not publish answers nothing, nor does anybody of another city.
    assert [respond(who, number) for who in (editor, neighbour)] == [409, 409]
    assert respond(publisher, number, text=" ") == 409
    assert respond(publisher, number, token="0" * 32) == 403
    assert ANSWER not in anyone.get(CITY).text
    assert respond(publisher, number) == 303
    assert respond(publisher, number) == 409
    for page in (CITY, f"{CITY}?gas=co2e", "/en/municipality/provkoping"):
        shown = anyone.get(page).text
        assert ANSWER in shown
        # A line in the figure's own element leads to the answer.
        figure = shown.partition('id="emissions-chart"')[2]
        mark = figure.index(f'class="answered"><a href="#answer-{number}"')
        assert mark < figure.index("</figure>")
        assert f'id="answer-{number}"' in shown
        assert MESSAGE not in anyone.get(page).text
    assert ANSWER not in anyone.get(OTHER_CITY).text
    assert log(own_url)[0] == ("publicist", "answer-error-report")
    assert respond(publisher, number, do="reopen") == 303
    assert ANSWER not in anyone.get(CITY).text
    assert respond(publisher, number, do="close") == 303
    assert log(own_url)[0] == ("publicist", "close-error-report")
    assert respond(publisher, number, do="throw") == 400


def test_words_are_shown_as_words(own_app: KlimatDash, provider: str) -> None:
    anyone, publisher = own_app.server.test_client(), signed_in(own_app, provider, "publicist")
    script = "<script>alert(1)</script>"
    report(anyone, about=script, message=f"{script}\u202e")
    number = numbers(publisher)[0]
    assert script not in publisher.get(PAGE).text
    respond(publisher, number, about=script, text=f"{script}\njavascript:alert(1)")
    page = anyone.get(CITY).text
    assert script not in page
    assert "javascript:alert(1)" in page
    assert 'href="javascript' not in page
    money = "/sv/kommun/provkoping/pengar.csv"
    for wrong in (money, "//evil.example", "javascript:alert(1)", "/auth/publish", "", "/sv/inne"):
        assert 'href="/sv/"' in anyone.get(FORM, query_string={"address": wrong}).text
        assert 'href="javascript' not in anyone.get(FORM, query_string={"address": wrong}).text


def test_a_report_comes_to_those_who_answer_for_the_page(
    own_app: KlimatDash, provider: str
) -> None:
    anyone = own_app.server.test_client()
    subjects = ("publicist", "granne", "myndighet")
    people = {subject: signed_in(own_app, provider, subject) for subject in subjects}
    expected: dict[str, set[str]] = {subject: set() for subject in subjects}
    for address, subject in (
        (CITY, "publicist"),
        ("/en/municipality/provkoping/money", "publicist"),
        ("/sv/part/provkopings-kommun", "publicist"),
        ("/sv/part/provverket", "myndighet"),
        (OTHER_CITY, "granne"),
        ("/sv/karta", ""),  # the operator's
    ):
        message = f"Fel på {address}!"
        assert report(anyone, address=address, message=message).status_code == 200
        for who, messages in expected.items():
            messages |= {message} if who == subject else set()
    for who, client in people.items():
        assert set(re.findall(r"Fel på [^<]*!", client.get(PAGE).text)) == expected[who]


def test_reports_are_bounded_and_taken_from_pages_of_ours(
    own_app: KlimatDash, monkeypatch: pytest.MonkeyPatch
) -> None:
    anyone = own_app.server.test_client()
    for lacking in ({"message": " "}, {"about": ""}, {"message": "x" * 2001}):
        refused = report(anyone, **lacking)
        assert refused.status_code == 422
        assert "Ingenting är sparat" in refused.text
    assert report(anyone, message="x" * 100_000).status_code == 413
    form = {"address": CITY, "about": "x", "message": "y"}
    for origin, status in (("https://evil.example", 403), (PLACE, 200)):
        sent = anyone.post(FORM, data=form, headers={"Origin": origin})
        assert sent.status_code == status
    monkeypatch.setattr(error_reports, "MOST_AN_HOUR", 1)
    refused = report(anyone)
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) > 0
    assert MESSAGE in refused.text  # what was written is not lost
    later = clock.now() + timedelta(hours=2)
    monkeypatch.setattr("data_access.clock.now", lambda: later)
    assert report(anyone).status_code == 200
    monkeypatch.setattr(error_reports, "MOST_OPEN", 2)
    later += timedelta(hours=2)
    assert report(anyone, message="En till").status_code == 429
