"""The lead of every page can be read by a fifteen-year-old: few and short sentences, plain words.

LIX is words per sentence plus the share of words longer than six letters in per cent: below 30 is
a children's book, 40 to 50 a newspaper. What is quoted, such as a goal's own name, is left out.
"""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import Settings, create_app
from data_access.engine import open_store
from data_access.questions import municipalities, verdicts
from layouts.links.addresses import parse_href
from layouts.links.query import LANGUAGES
from layouts.links.routes import ROUTES, Kind
from progress.phrases.lead import lead
from tests.every_page import every_address

MOST_SENTENCES = 3
MOST_WORDS = 26
MOST_LIX = 50
JARGON = re.compile(
    r"\bNone\b|\bnan\b|(?i:territorial|scope|konfidens|robust|estimat|aggreger|laddad|i kraft)"
)
QUOTED = re.compile(r"[”“][^”“]*[”“]|\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard a text is to read."""

    sentences: int
    longest: int
    lix: float


def reading(text: str) -> Reading:
    """Counts of a lead; what binds a number to its unit binds them to one word."""
    plain = QUOTED.sub("X", text.replace("\u00a0", ""))
    sentences = [one.split() for one in re.split(r"(?<=[.!?])\s+", plain) if one]
    words = [word.strip(".,:;!?") for sentence in sentences for word in sentence]
    long = sum(len(word) > 6 and not word[0].isdigit() for word in words)
    longest = max(len(sentence) for sentence in sentences)
    return Reading(len(sentences), longest, len(words) / len(sentences) + 100 * long / len(words))


def complaints(where: str, text: str) -> list[str]:
    result = reading(text)
    limits = (
        ("sentences", result.sentences, MOST_SENTENCES),
        ("words in a sentence", result.longest, MOST_WORDS),
        ("LIX", result.lix, MOST_LIX),
    )
    wrong = [f"{where}: {value:.0f} {what}: {text}" for what, value, most in limits if value > most]
    if match := JARGON.search(QUOTED.sub("", text)):
        wrong.append(f"{where}: {match[0]!r}: {text}")
    return wrong


@pytest.fixture(scope="module")
def reader(seeded_file: Path) -> FlaskClient:
    settings = Settings(f"sqlite:///{seeded_file}", operator="Prov", contact="prov@example.org")
    client: FlaskClient = create_app(settings).server.test_client()
    return client


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lead_of_each_municipality_is_plain(seeded_file: Path, lang: str) -> None:
    with open_store(f"sqlite:///{seeded_file}").connect() as conn:
        places, every = municipalities(conn), verdicts(conn)
    assert len(places) == 290
    wrong = []
    for place in places:
        own = tuple(one for one in every if one.goal.municipality_code == place.code)
        wrong += complaints(f"{lang} {place.name}", lead(own, place, lang).text)
    assert wrong == []


def test_the_lead_of_every_page_is_plain(reader: FlaskClient) -> None:
    wrong = []
    for path in every_address():
        address = parse_href(path)
        if address is not None and ROUTES[address.address.page].kind is Kind.BOARD:
            continue  # a board's sentence says what is drawn; nobody is told how it goes
        html = reader.get(path).get_data(as_text=True)
        result = re.findall(r'<p class="(?:meeting-)?lead(?: [^"]*)?">(.*?)</p>', html, re.DOTALL)
        assert result, path
        wrong += complaints(path, unescape(re.sub(r"<[^>]+>", "", result[0])))
    assert wrong == []


def test_the_reading_is_counted_as_it_says() -> None:
    assert reading(
        "Det är kort. Utsläppen minskade med 7\u00a0% (se ”Metod och annat”)."
    ) == Reading(2, 5, 4 + 100 * 2 / 8)
