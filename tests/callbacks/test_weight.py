"""What a reader has to fetch, in bytes: the deterministic part of how fast pages are."""

import pytest
from flask.testing import FlaskClient

from tests.callbacks.test_first_response import loader_of, scripts_of
from tests.going_on import CALLBACKS, going_on

FIRST_LOAD = 350_000
ANSWER = 26_000
CITIES = ("orebro", "borlange", "goteborg", "stockholm", "umea")
BROTLI = {"Accept-Encoding": "br"}


@pytest.mark.parametrize("slug", CITIES)
def test_a_first_load_is_light_and_has_no_charting_library(reader: FlaskClient, slug: str) -> None:
    path = f"/sv/kommun/{slug}"
    text = reader.get(path).text
    sources = [str(loader_of(text)["src"]), *scripts_of(text)]
    fetched = 0
    for address in (path, *sources):
        with reader.get(address, headers=BROTLI) as response:
            fetched += len(response.data)
    assert fetched < FIRST_LOAD
    assert len(sources) <= 14
    assert not any("plotly" in source for source in sources)


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("slug", CITIES)
def test_going_on_is_one_light_answer(reader: FlaskClient, slug: str, lang: str) -> None:
    folder = {"sv": "kommun", "en": "municipality"}[lang]
    asked = going_on(f"/{lang}/{folder}/{slug}", f"/{lang}/")
    response = reader.post(CALLBACKS, json=asked, headers=BROTLI)
    assert response.status_code == 200
    assert response.headers["Content-Encoding"] == "br"
    assert len(response.data) < ANSWER


def test_a_page_can_be_kept_by_anyone_and_is_asked_for_again(reader: FlaskClient) -> None:
    first = reader.get("/sv/kommun/orebro", headers=BROTLI)
    assert first.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    tag = first.headers["ETag"]
    again = reader.get("/sv/kommun/orebro", headers={**BROTLI, "If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
