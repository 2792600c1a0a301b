"""No way in tells of a draft: every address, for everyone and for the people of others."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient

from callbacks.first_response import KlimatDash
from layouts.addresses import Address, href, parse_href
from tests.callbacks.inside.addresses import CALLBACKS, all_addresses, callback, pages, with_label
from tests.callbacks.inside.conftest import OF_OTHERS, OF_OWNER, app_on, plant_drafts, signed_in
from tests.callbacks.open_data.conftest import made_up_store
from tests.data_access.drafts import LABEL, MARKER

SECRETS = (MARKER, "utkast-", "731\N{NO-BREAK SPACE}579", "731579")
WHEN_MADE = re.compile(r"<dcterms:(created|modified)[^>]*>[^<]*")
ECHOED = re.compile(re.escape(LABEL))


def told(client: FlaskClient, address: str) -> str:
    """All that an answer says: headers and body, but for what the address itself said."""
    with client.get(address) as response:
        body = plain(response.get_data())
        text = f"{response.status}\n{response.headers}\n{body}"
    return ECHOED.sub("", text) if LABEL in address else text


def plain(body: bytes) -> str:
    """The words of a body; of all that is packed in it, where it is a workbook or slides."""
    if not body.startswith(b"PK"):
        return body.decode("utf-8", "replace")
    with ZipFile(BytesIO(body)) as packed:
        return "\n".join(plain(packed.read(name)) for name in packed.namelist())


def secrets_in(text: str) -> list[str]:
    return [one for one in SECRETS if one in text]


@pytest.mark.parametrize("subject", OF_OTHERS)
def test_no_address_tells_others_of_a_draft_even_after_its_owner_was_there(
    app: KlimatDash, drafts_url: str, provider: str, subject: str
) -> None:
    owner = signed_in(app, provider, "publicist")
    other = signed_in(app, provider, subject)
    addresses = all_addresses(app, drafts_url)
    assert len(addresses) > 80
    for address in addresses:
        owner.get(address).close()
        assert secrets_in(told(other, address)) == [], address


def test_everyone_gets_to_the_letter_what_they_got_before_there_was_a_draft(
    tmp_path_factory: pytest.TempPathFactory, provider: str
) -> None:
    store = made_up_store(tmp_path_factory.mktemp("before"))

    def answers(app: KlimatDash) -> dict[str, tuple[int, str | None, str]]:
        client = app.server.test_client()
        found = {}
        for address in all_addresses(app, store):
            with client.get(address) as response:
                tag = response.headers.get("ETag")
                body = WHEN_MADE.sub("", plain(response.get_data()))
                found[address] = (response.status_code, tag, body)
        return found

    before = answers(app_on(store, provider))
    plant_drafts(store)
    after = answers(app_on(store, provider))
    for address, answer in before.items():
        assert after[address] == answer, address


@pytest.mark.parametrize("subject", ["", *OF_OWNER, "granne"])
def test_going_on_by_callback_tells_no_more_than_the_page(
    app: KlimatDash, drafts_url: str, provider: str, subject: str
) -> None:
    client, owner = signed_in(app, provider, subject), signed_in(app, provider, "lasare")
    seen = False
    for address in pages(drafts_url):
        owner.post(CALLBACKS, data=callback(address), content_type="application/json")
        response = client.post(CALLBACKS, data=callback(address), content_type="application/json")
        assert response.status_code == 200
        text = ECHOED.sub("", response.text) if LABEL in address else response.text
        found = secrets_in(text)
        seen = seen or MARKER in found
        assert subject in OF_OWNER or found == [], address
        if subject:
            assert response.headers["Cache-Control"] == "private, no-store"
    assert seen == (subject in OF_OWNER)


@pytest.mark.parametrize("subject", OF_OWNER)
def test_the_owners_people_see_their_drafts_and_nobody_keeps_the_answer(
    app: KlimatDash, drafts_url: str, provider: str, subject: str
) -> None:
    client = signed_in(app, provider, subject)
    seen = 0
    for address in pages(drafts_url):
        response = client.get(address)
        assert response.status_code == 200
        seen += MARKER in response.text
        assert 'id="drafts-shown"' in response.text
        assert response.headers["Cache-Control"] == "private, no-store"
        assert "ETag" not in response.headers
        assert "Cookie" in response.headers["Vary"]
    assert seen > 5


@pytest.mark.parametrize("subject", OF_OWNER)
def test_open_data_and_files_of_rows_are_the_same_for_everyone(
    app: KlimatDash, drafts_url: str, provider: str, subject: str
) -> None:
    client, anyone = signed_in(app, provider, subject), app.server.test_client()
    for address in all_addresses(app, drafts_url):
        if address.startswith(("/api/", "/data/")):
            with client.get(address) as mine, anyone.get(address) as theirs:
                assert mine.get_data() == theirs.get_data(), address
            assert secrets_in(told(client, address)) == [], address


def test_a_tag_of_the_owners_page_fits_nobody_elses(
    app: KlimatDash, drafts_url: str, provider: str
) -> None:
    owner, anyone = signed_in(app, provider, "lasare"), app.server.test_client()
    for address in pages(drafts_url):
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
