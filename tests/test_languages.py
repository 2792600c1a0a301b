"""A third language is a folder of catalogs and nothing else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from progress.i18n import catalogs, text

TEN_WORDS = {
    "shell.nav": "Päävalikko",
    "shell.nav.overview": "Yleiskuva",
    "shell.nav.compare": "Vertaa",
    "shell.skip": "Siirry sisältöön",
    "word.year": "Vuosi",
    "word.source": "Lähde",
    "about.title": "Tietoa sivustosta",
    "figure.missing": "ei tietoa",
    "figure.tonnes.thousands": "{number} tuhatta tonnia",
    "shell.language": "Suomeksi",
}

HEAD = (
    'msgid ""\nmsgstr ""\n"Language: fi\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
)

READ = """
import json, sys
from pathlib import Path
from progress.i18n import catalogs
catalogs.LOCALE = Path(sys.argv[1])
from app import Settings, create_app
client = create_app(Settings(sys.argv[2], public_url="https://klimat.example")).server.test_client()
print(json.dumps({path: [(r := client.get(path)).status_code, r.text] for path in sys.argv[3:]}))
"""
"""A process of its own: the product learns its languages when it starts."""

CITY, ABOUT, FILE = "/fi/municipality/borlange", "/fi/about", "/fi/portfolio.csv"
SWEDISH = "/sv/kommun/borlange"


@pytest.fixture(scope="module")
def finnish(tmp_path_factory: pytest.TempPathFactory, seeded_file: Path) -> dict[str, str]:
    """Pages of the product in a language that has ten words, by their addresses."""
    locale = tmp_path_factory.mktemp("locale")
    for folder in catalogs.LOCALE.iterdir():
        (locale / folder.name).symlink_to(folder)
    folder = locale / "fi" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    for key, words in TEN_WORDS.items():
        path = folder / f"{key.partition('.')[0]}.po"
        before = path.read_text(encoding="utf-8") if path.exists() else HEAD
        path.write_text(f'{before}\nmsgid "{key}"\nmsgstr "{words}"\n', encoding="utf-8")
    paths = (CITY, ABOUT, SWEDISH, "/fi/", FILE, "/sitemap.xml")
    given = [sys.executable, "-c", READ, str(locale), f"sqlite:///{seeded_file}", *paths]
    done = subprocess.run(given, capture_output=True, text=True, check=True, timeout=120)
    answers: dict[str, tuple[int, str]] = json.loads(done.stdout)
    assert {status for status, _ in answers.values()} == {200}
    return {path: html for path, (_, html) in answers.items()}


def test_its_words_are_said_and_english_for_the_others(finnish: dict[str, str]) -> None:
    page = finnish[ABOUT]
    assert '<html lang="fi"' in page
    for key in ("about.title", "shell.skip", "shell.nav.compare"):
        assert TEN_WORDS[key] in page
    assert text("en")("about.how.heading") in page


def test_its_numbers_are_written_as_it_writes_them(finnish: dict[str, str]) -> None:
    assert "tuhatta\u00a0tonnia" in finnish[CITY]


def test_every_language_leads_to_the_others(finnish: dict[str, str]) -> None:
    swedish = finnish[SWEDISH]
    assert TEN_WORDS["shell.language"] in swedish
    assert f'hreflang="fi" href="https://klimat.example{CITY}"' in swedish
    assert f"{CITY}<" in finnish["/sitemap.xml"]
    assert SWEDISH in finnish[CITY]
