"""No way in tells of a draft or a note: every address, for every role; on SQLite, for everyone."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from callbacks.first_response import KlimatDash
from data_access.columns import FORMULA_STARTS
from layouts.links.addresses import Address, href, parse_href
from progress.media_types import XLSX
from tests.boards import explore_question, portfolio_question, question, what_if_question
from tests.callbacks.inside.addresses import (
    all_addresses,
    boards,
    in_a_draft_too,
    pages,
    with_label,
)
from tests.callbacks.inside.conftest import (
    OF_OTHERS,
    OF_OWNER,
    app_on,
    filled,
    leave_stores,
    plant_drafts,
    signed_in,
)
from tests.data_access.drafts import LABEL, MARKER, NOTE, SCRIPT

SECRETS = (MARKER, NOTE, "utkast-", "731\N{NO-BREAK SPACE}579", "731579")
WHEN_MADE = re.compile(r"<dcterms:(created|modified)[^>]*>[^<]*")
ECHOED = re.compile(re.escape(LABEL))


@pytest.fixture(scope="module")
def drafts_url(postgres_url: str) -> Iterator[str]:
    """A store with drafts, only to be read: on PostgreSQL, where cities share one.

    SQLite has its own round of every address below, before and after there was a draft.
    """
    plant_drafts(filled(postgres_url))
    yield postgres_url
    leave_stores()


@pytest.fixture(scope="module")
def app(drafts_url: str, provider: str) -> KlimatDash:
    return app_on(drafts_url, provider)


@dataclass(frozen=True)
class Answer:
    """What an address answered somebody."""

    status: str
    headers: str
    kind: str
    body: bytes

    def told(self, address: str) -> str:
        """All that it says: headers and body, but for what the address itself said."""
        text = f"{self.status}\n{self.headers}\n{plain(self.body)}"
        return ECHOED.sub("", text) if LABEL in address else text


Answers = dict[str, dict[str, Answer]]
"""Somebody → address → what they got."""


def asked(client: FlaskClient, address: str) -> Answer:
    with client.get(address) as response:
        kind = response.mimetype or ""
        return Answer(response.status, str(response.headers), kind, response.get_data())


@pytest.fixture(scope="module")
def answers(app: KlimatDash, drafts_url: str, provider: str) -> Answers:
    """What every address answers each role: to everyone after its owner's people were there."""
    clients = {who: signed_in(app, provider, who) for who in (*OF_OWNER, *OF_OTHERS)}
    result: Answers = {who: {} for who in clients}
    # A picture has no words to find; its bytes are compared before and after there was a draft.
    with_words = (
        address for address in all_addresses(app, drafts_url) if not address.endswith(".png")
    )
    addresses = [*with_words, "/sv/inne", "/en/inside"]
    assert len(addresses) > 150
    for address in addresses:
        for who, client in clients.items():
            result[who][address] = asked(client, address)
    return result


def plain(body: bytes) -> str:
    """The words of a body; of all that is packed in it, where it is a workbook or slides."""
    if not body.startswith(b"PK"):
        return body.decode("utf-8", "replace")
    with ZipFile(BytesIO(body)) as packed:
        return "\n".join(plain(packed.read(name)) for name in packed.namelist())


def secrets_in(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


@pytest.mark.parametrize("subject", OF_OTHERS)
def test_no_address_tells_others_of_a_draft_even_after_its_owner_was_there(
    answers: Answers, subject: str
) -> None:
    for address, answer in answers[subject].items():
        assert secrets_in(answer.told(address)) == [], address


def test_everyone_gets_to_the_letter_what_they_got_before_there_was_a_draft(
    sqlite_url: str, provider: str
) -> None:
    store = filled(sqlite_url)
    before_app = app_on(store, provider)
    addresses = all_addresses(before_app, store)

    def all_of(client: FlaskClient) -> dict[str, tuple[int, str | None, str]]:
        result = {}
        for address in addresses:
            with client.get(address) as response:
                tag = response.headers.get("ETag")
                body = WHEN_MADE.sub("", plain(response.get_data()))
                result[address] = (response.status_code, tag, body)
        return result

    before = all_of(before_app.server.test_client())
    plant_drafts(store)
    client = app_on(store, provider).server.test_client()
    after = all_of(client)
    tags = 0
    for address, answer in before.items():
        assert after[address] == answer, address
        if answer[1] and address.startswith(("/api/", "/data/", "/datasets/")):
            tags += 1
            known = client.get(address, headers={"If-None-Match": answer[1]})
            assert known.status_code == 304, address
    assert tags > 30


@pytest.mark.parametrize("subject", ["", *OF_OWNER, "granne"])
def test_a_board_tells_no_more_than_a_page(
    app: KlimatDash, drafts_url: str, provider: str, subject: str
) -> None:
    client, owner = signed_in(app, provider, subject), signed_in(app, provider, "lasare")
    seen = False
    for place in boards(drafts_url):
        for answered in (layout_and_figures(owner, place), layout_and_figures(client, place)):
            assert [one.status_code for one in answered] == [200, 200], place
        for response in answered:
            result = secrets_in(response.text)
            seen = seen or MARKER in result
            assert subject in OF_OWNER or result == [], place
            assert SCRIPT not in response.text, place
            if subject:
                assert response.headers["Cache-Control"] == "private, no-store"
    assert seen == (subject in OF_OWNER)


def layout_and_figures(client: FlaskClient, place: str) -> list[TestResponse]:
    """What Dash is given of a board first, and when something is chosen."""
    layout = client.get(f"{place}_dash-layout")
    if "/portf" in place:
        asked = portfolio_question(layout.json, "sok" if "/sv/" in place else "q", "prov")
    elif "/vad-kravs" in place or "/what-would" in place:
        asked = what_if_question(layout.json, "takt" if "/sv/" in place else "rate", "7")
    elif "/kommun/" not in place and "/municipality/" not in place:
        asked = explore_question(layout.json, "x", "ton" if "/sv/" in place else "tonnes")
    else:
        asked = question("-" if "/sv/" in place else "2021")
        control = {"board": "city", "control": "bredvid" if "/sv/" in place else "beside"}
        asked["inputs"] = [[{"id": control, "property": "value", "value": "9101"}]]
        asked["changedPropIds"] = [json.dumps(control, separators=(",", ":")) + ".value"]
    return [layout, client.post(f"{place}_dash-update-component", json=asked)]


@pytest.mark.parametrize("subject", OF_OWNER)
def test_the_owners_people_see_their_drafts_and_nobody_keeps_the_answer(
    app: KlimatDash, drafts_url: str, provider: str, subject: str
) -> None:
    client = signed_in(app, provider, subject)
    seen = 0
    for address in filter(in_a_draft_too, pages(drafts_url)):
        response = client.get(address)
        assert response.status_code == 200, address
        seen += MARKER in response.text
        assert 'id="drafts-shown"' in response.text
        assert response.headers["Cache-Control"] == "private, no-store"
        assert "ETag" not in response.headers
        assert "Cookie" in response.headers["Vary"]
    assert seen > 5


@pytest.mark.parametrize("subject", [*OF_OWNER, "granne"])
def test_open_data_and_files_of_rows_are_the_same_for_everyone(
    answers: Answers, subject: str
) -> None:
    compared = 0
    of_money = ("/pengar.csv", "/money.csv")
    assert any(address.endswith(of_money) for address in answers[subject])
    for address, answer in answers[subject].items():
        if address.startswith(("/api/", "/data/", "/datasets/", "/sitemap")) or (
            address.endswith(of_money)
        ):
            compared += 1
            assert answer.body == answers[""][address].body, address
            assert secrets_in(answer.told(address)) == [], address
    assert compared > 60


def test_a_tag_of_the_owners_page_fits_nobody_elses(
    app: KlimatDash, drafts_url: str, provider: str
) -> None:
    owner, anyone = signed_in(app, provider, "lasare"), app.server.test_client()
    for address in filter(in_a_draft_too, pages(drafts_url)):
        parsed = parse_href(address)
        assert parsed is not None
        with owner:
            owner.get(address)
            version = app.pages.version()
        tags = [f'W/"{version}"', f'"{version}"', owner.get(address).headers.get("ETag", '""')]
        response = anyone.get(address, headers={"If-None-Match": ", ".join(tags)})
        assert response.status_code == 200
        assert owner.get(address, headers={"If-None-Match": response.headers["ETag"]}).text != (
            response.text
        )


def test_what_is_kept_for_everyone_is_not_given_to_the_owner_nor_the_other_way(
    app: KlimatDash, provider: str
) -> None:
    owner, anyone = signed_in(app, provider, "lasare"), app.server.test_client()
    address = "/sv/kommun/provkoping/mote"
    first = anyone.get(address).text
    assert MARKER in owner.get(address).text
    assert anyone.get(address).text == first
    assert MARKER in owner.get(address).text


@pytest.mark.parametrize("method", ["head", "options", "put", "delete"])
def test_other_methods_tell_nothing(app: KlimatDash, drafts_url: str, method: str) -> None:
    client = app.server.test_client()
    for address in ["/sv/inne", "/auth/publish", *list(pages(drafts_url))[:6]]:
        response = client.open(address, method=method.upper())
        assert response.status_code < 500
        assert secrets_in(f"{response.headers}{response.text}") == []


def test_a_page_about_a_draft_is_there_for_its_owner_only(app: KlimatDash, provider: str) -> None:
    owner, anyone = signed_in(app, provider, "lasare"), app.server.test_client()
    for page in with_label():
        there = href(Address(page, "sv", slug=LABEL))
        assert owner.get(there).status_code == 200
        assert anyone.get(there).status_code == 404


def test_a_part_of_a_whole_file_holds_no_draft(app: KlimatDash) -> None:
    client = app.server.test_client()
    with client.get("/data/emissions.csv") as response:
        whole = response.get_data()
    assert MARKER.encode() not in whole
    for start in range(0, len(whole), max(1, len(whole) // 5)):
        wish = {"Range": f"bytes={start}-"}
        with client.get("/data/emissions.csv", headers=wish) as part:
            assert part.get_data() == whole[start:]
    assert client.get(f"/data/emissions-{LABEL}.csv").status_code == 404


@pytest.mark.parametrize("subject", OF_OWNER)
def test_a_note_is_on_its_citys_page_and_the_inside_page_and_nowhere_else(
    answers: Answers, subject: str
) -> None:
    told = [one for one, answer in answers[subject].items() if NOTE in answer.told(one)]
    pages = {"/sv/inne", "/en/inside", "/sv/kommun/provkoping", "/en/municipality/provkoping"}
    assert {address.partition("?")[0] for address in told} == pages


def test_what_a_draft_says_is_taken_for_words_by_whatever_shows_it(answers: Answers) -> None:
    seen = set()
    for address, answer in answers["publicist"].items():
        body = plain(answer.body)
        if MARKER in body:
            seen.add(answer.kind)
        if answer.kind == "text/csv":
            cells = [cell for row in csv.reader(body.splitlines()) for cell in row]
            assert not any(cell.startswith(FORMULA_STARTS) and MARKER in cell for cell in cells)
        else:
            assert SCRIPT not in body, address
        assert answer.kind != XLSX or not re.search(r"<(\w+:)?f[ >]", body), address
    assert {"text/html", XLSX} <= seen


@pytest.mark.parametrize("form", ["pptx", "xlsx"])
def test_the_meetings_files_compare_with_an_internal_snapshot_for_whom_its_page_does(
    app: KlimatDash, provider: str, form: str
) -> None:
    address = f"/sv/kommun/provkoping/mote.{form}?sedan=1"
    client = signed_in(app, provider, "lasare")
    assert f'href="{address}"' in client.get("/sv/kommun/provkoping/mote?vy=1&sedan=1").text
    with client.get(address) as response:
        assert response.status_code == 200
        assert response.headers["Cache-Control"] == "private, no-store"
        assert "ETag" not in response.headers
        words = plain(response.get_data())
    assert "Kan innehålla utkast som bara syns för" in words
    assert "Jämfört med" in words
    for subject in OF_OTHERS:
        answer = asked(signed_in(app, provider, subject), address)
        assert answer.status.startswith("400")
