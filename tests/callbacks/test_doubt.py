"""A verdict that other years change is told nowhere without its doubt (RULES §5).

Every verdict that can be uncertain is made so, and its words are marked: on every page and in
every file each must then be followed at once by that it is uncertain.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient

from layouts.links.query import LANGUAGES
from progress.goals.verdict_change import Reading
from progress.goals.verdict_model import Attainment, Verdict
from progress.i18n.catalogs import messages
from tests.callbacks.conftest import client_on
from tests.every_page import every_address, every_choice

OPEN = (Attainment.YES, Attainment.CLOSE, Attainment.NO, Attainment.DEPENDS)
"""What a pace decides; the others are observed, or no verdict."""

BEGINS, ENDS, DOUBT = "⟦", "⟧", "⟪"
"""Stand before and after the word of such a verdict, and for what makes it uncertain."""

BARE = re.compile(
    f"(?s).{{0,90}}{BEGINS}[^{ENDS}]*{ENDS}(?!{DOUBT}|[ \u00a0]\\d+ \\(|[ \u00a0]\\(\\d+ ).{{0,20}}"
)
"""A word without its doubt. Counts have it in brackets: "Nås 4 (3 osäkra)", "4 nås (3 osäkert)"."""

FILES = (
    "/sv/kommun/goteborg/mote.xlsx",
    "/en/municipality/goteborg/meeting.pptx",
    "/sv/uppfoljning/2024.xlsx",
)
"""The slides with their notes, and whole workbooks."""

OFFERING = (
    "/sv/",
    "/en/municipality/orebro",
    "/sv/kommun/orebro/vad-kravs",
    "/en/follow-up/2024",
    "/sv/jamfor?kommun=1880&kommun=2081&kommun=2480",
    "/sv/karta?visa=takt",
)
"""Pages whose charts and tables are looked through in every form that they offer."""

SITE = "https://klimat.example"

OFFERED = re.compile(
    rf"""(?:href="|{SITE})(/(?:sv|en)/(?:[^\s"&]*\.(?:csv|xlsx)|badda-in/|embed/)[^\s"]*?)"""
    r"""(?:"|&quot;)"""
)
"""The addresses of a page's files, and those in the code that shows a chart elsewhere."""

CERTAIN = re.compile(r"(?<!o)\bsäker[ta]?\b|\bcertain(ly)?\b", re.IGNORECASE)
"""What is never said of a verdict (RULES §5)."""


@pytest.fixture(scope="module")
def doubtful(seeded_file: Path) -> Iterator[FlaskClient]:
    """A reader of the product in which every verdict on a pace is uncertain."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Verdict, "fragile", property(lambda verdict: verdict.attainment in OPEN))
        stored = vars(Reading)["uncertain"]  # kept, for readings that outlive this module
        uncertain = property(lambda reading: reading.effective in OPEN, stored.__set__)
        patch.setattr(Reading, "uncertain", uncertain)
        for lang in LANGUAGES:
            catalog = messages(lang)
            assert isinstance(catalog, dict)
            for attainment in OPEN:
                key = f"verdict.attainment.{attainment.value}"
                word = f"{BEGINS}{catalog[key].forms[0]}{ENDS}"
                patch.setitem(catalog, key, replace(catalog[key], forms=(word,)))
            doubt = replace(catalog["verdict.uncertain"], forms=(f"{{word}}{DOUBT}",))
            patch.setitem(catalog, "verdict.uncertain", doubt)
        yield client_on(f"sqlite:///{seeded_file}", public_url=SITE)


def recounts() -> re.Pattern[str]:
    """What a recount of a verdict gives: the doubt itself, not the verdict."""
    phrases = [
        re.escape(catalog[key].forms[0]).replace(r"\{year\}", r"\d{4}")
        for catalog in map(messages, LANGUAGES)
        for key in catalog
        if key.startswith("verdict.variant.")
    ]
    told = "|".join(phrases)
    word = f"{BEGINS}[^{ENDS}]*{ENDS}"
    in_table = f"</t[hd]><td[^>]*>[^<]*</td><td[^>]*>{word}"
    in_sheet = rf"[ |\d.,\-]*{word}"
    return re.compile(f"(?:{told})(?: \\({word}\\)|{in_table}|{in_sheet})")


def words_of(data: bytes) -> str:
    """The words of an Office file, part by part."""
    with ZipFile(BytesIO(data)) as file:
        parts = [file.read(name).decode() for name in file.namelist() if name.endswith(".xml")]
    return " | ".join(re.sub(r"<[^>]+>", " | ", part) for part in parts)


def test_no_page_tells_an_uncertain_verdict_bare(doubtful: FlaskClient) -> None:
    bare, told, counted_again, certain = {}, 0, recounts(), {}
    for path in (*every_address(), *every_choice()):
        html = counted_again.sub("", doubtful.get(path).text)
        told += html.count(DOUBT)
        if found := [unescape(each) for each in BARE.findall(html)]:
            bare[path] = found[:5]
        if word := CERTAIN.search(unescape(re.sub(r"<[^>]+>", " ", html))):
            certain[path] = word.string[word.start() - 60 : word.end() + 60]
    assert bare == {}
    assert certain == {}
    assert told > 500


def test_no_chart_shown_elsewhere_and_no_file_of_a_page_tells_one_bare(
    doubtful: FlaskClient,
) -> None:
    offered = {
        unescape(address)
        for path in OFFERING
        for address in OFFERED.findall(doubtful.get(path).text)
    }
    for kind in (".csv", ".xlsx", "/badda-in/", "/embed/"):
        assert any(kind in path for path in offered), kind
    bare, told, counted_again = {}, 0, recounts()
    for path in sorted(offered):
        response = doubtful.get(path)
        assert response.status_code == 200, path
        packed = response.data.startswith(b"PK")
        words = words_of(response.data) if packed else response.get_data(as_text=True)
        told += words.count(DOUBT)
        if found := BARE.findall(counted_again.sub("", words)):
            bare[path] = found[:3]
    assert bare == {}
    assert told


@pytest.mark.parametrize("path", FILES)
def test_no_file_tells_an_uncertain_verdict_bare(doubtful: FlaskClient, path: str) -> None:
    response = doubtful.get(path)
    assert response.status_code == 200
    words = words_of(response.data)
    assert DOUBT in words
    assert BARE.findall(words) == []
