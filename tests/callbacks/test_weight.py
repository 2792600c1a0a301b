"""What a reader has to fetch, in bytes: the deterministic part of how fast pages are."""

import pytest
from flask.testing import FlaskClient

from tests.callbacks.test_first_response import loader_of, scripts_of

DOCUMENT = 70_000
SCRIPTS = 14_000
CITIES = ("orebro", "borlange", "goteborg", "stockholm", "umea")
BROTLI = {"Accept-Encoding": "br"}


@pytest.mark.parametrize("slug", CITIES)
def test_a_first_load_is_light_and_has_no_charting_library(reader: FlaskClient, slug: str) -> None:
    path = f"/sv/kommun/{slug}"
    text = reader.get(path).text
    sources = [str(loader_of(text)["src"]), *scripts_of(text)]
    weights = []
    for address in (path, *sources):
        with reader.get(address, headers=BROTLI) as response:
            weights.append(len(response.data))
    assert sum(weights) < DOCUMENT
    assert sum(weights[1:]) < SCRIPTS
    assert not any("plotly" in source or "_dash" in source for source in sources)


def test_a_page_can_be_kept_by_anyone_and_is_asked_for_again(reader: FlaskClient) -> None:
    first = reader.get("/sv/kommun/orebro", headers=BROTLI)
    assert first.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    tag = first.headers["ETag"]
    again = reader.get("/sv/kommun/orebro", headers={**BROTLI, "If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
