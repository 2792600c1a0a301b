"""What readers see names statistics by their year; the label of a release is for addresses."""

import re

import pytest
from flask.testing import FlaskClient

PAGES = (
    "/sv/",
    "/sv/kommun/orebro",
    "/sv/kommun/borlange",
    "/en/municipality/malmo",
    "/sv/kommun/orebro/utforska",
    "/sv/kommun/orebro/vad-kravs",
    "/en/municipality/malmo/what-would-it-take",
    "/sv/kommun/borlange/mote?vy=alla",
    "/sv/kommun/malmo/pengar",
    "/sv/kommun/orebro/revideringar",
    "/sv/revideringar",
    "/sv/uppfoljning",
    "/sv/karta",
    "/en/map",
    "/sv/jamfor?kommun=1880&kommun=2081&kommun=2380&kommun=0780",
    "/en/compare?municipality=1880&municipality=2081&municipality=2380",
)
NOT_READ = re.compile(r"(?s)<(head|script|style|code|pre)\b.*?</\1>|<[^>]*>")
LABEL = re.compile(r".{0,60}(?<![=/])\bsmhi-co2e?-20\d\d\b(?!\.csv).{0,20}")


@pytest.mark.parametrize("path", PAGES)
def test_no_label_of_a_release_stands_as_a_word(reader: FlaskClient, path: str) -> None:
    response = reader.get(path, follow_redirects=True)
    assert response.status_code == 200
    assert LABEL.findall(NOT_READ.sub(" ", response.text)) == []
