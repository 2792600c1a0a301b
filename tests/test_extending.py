"""The recipes of docs/extending.md work as they stand, block by block in a copy of the program."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from tests.conftest import make

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("layouts", "callbacks", "data_access", "progress", "assets", "locale", "scripts")
BLOCK = re.compile(r"^```(python|sh)\n(.*?)^```$", re.M | re.S)
PLACE = re.compile(r"# before: (?P<file>\S+?): (?P<line>.*)")


@dataclass(frozen=True)
class Copy:
    """A copy of the program, and an empty store for it."""

    root: Path
    store: str

    def run(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def follow(self, recipe: str) -> None:
        """Do what the recipe's blocks say."""
        for language, block in blocks(recipe):
            if language == "sh":
                for line in block.splitlines():
                    command, *arguments = shlex.split(line)
                    assert command == "python"
                    self.run(*arguments)
                continue
            first, _, content = block.partition("\n")
            place = PLACE.fullmatch(first)
            if place is None:
                (self.root / first.removeprefix("# file: ")).write_text(content, "utf-8")
                continue
            path = self.root / place["file"]
            text = path.read_text("utf-8")
            assert text.count(place["line"]) == 1, place["line"]
            path.write_text(text.replace(place["line"], content + place["line"]), "utf-8")

    def get(self, *paths: str) -> list[str]:
        """What the program answers, each with its status first."""
        asked = (
            "import sys; from app import Settings, create_app;"
            f"client = create_app(Settings({self.store!r}, public_url='https://x.example'))"
            ".server.test_client();"
            "print('\\0'.join(f'{r.status_code} {r.text}' for r in map(client.get, sys.argv[1:])))"
        )
        return self.run("-c", asked, *paths).split("\0")


def blocks(recipe: str) -> Iterator[tuple[str, str]]:
    for match in BLOCK.finditer(recipe):
        yield match[1], match[2]


def recipe(heading: str) -> str:
    """The part of the page under a heading."""
    text = (ROOT / "docs" / "extending.md").read_text("utf-8")
    return text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


@pytest.fixture
def program(tmp_path: Path) -> Copy:
    root = tmp_path / "program"
    root.mkdir()
    for name in PARTS:
        copytree(ROOT / name, root / name, ignore=ignore_patterns("__pycache__"))
    (root / "app.py").write_bytes((ROOT / "app.py").read_bytes())
    return Copy(root, make(tmp_path / "empty.db"))


def test_a_document(program: Copy) -> None:
    before = program.get("/en/number-of-cities")[0]
    assert before.startswith("404")
    program.follow(recipe("A document"))
    swedish, english, about, sitemap, typed = program.get(
        "/sv/antal-stader", "/en/number-of-cities", "/sv/om", "/sitemap.xml", "/sv/Antal-Städer/"
    )
    assert swedish.startswith("200")
    assert "0 av 0 kommuner har ett klimatkontrakt." in swedish
    assert 'href="/en/number-of-cities"' in swedish
    assert "0 of 0 municipalities have a climate contract." in english
    assert 'href="/sv/antal-stader">Antal städer</a>' in about
    assert "https://x.example/sv/antal-stader" in sitemap
    assert typed.startswith("301")
