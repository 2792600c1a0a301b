"""The recipes of docs/extending.md work as they stand, block by block in a copy of the program."""

import csv
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest

from app import Settings, create_app
from data_access import migrations
from tests.processes import start
from tests.steps import take
from tests.stores import new_store

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("layouts", "callbacks", "data_access", "progress", "assets", "locale", "scripts")
BLOCK = re.compile(r"^```(python|sh)\n(.*?)^```$", re.M | re.S)
PLACE = re.compile(r"# before: (?P<file>\S+?): (?P<line>.*)")


AS_WRITTEN = 'down_revision = "0200"'
"""A recipe's migration follows the newest there is; the page was written when this was it."""

UPGRADED = """
import sys
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from data_access import migrations
from data_access.engine import open_store
from data_access.tables import metadata
engine = open_store(sys.argv[1], read_only=False, check=False)
migrations.upgrade(engine)
with engine.connect() as conn:
    print(compare_metadata(MigrationContext.configure(conn, opts={"compare_type": True}), metadata))
migrations.downgrade(engine, sys.argv[2])
"""
"""Brings a store up, says how its tables differ from those that the code describes, and back."""

IMPORTED = """
import sys
from pathlib import Path
from sqlalchemy import insert
from data_access import imports, migrations, tables
from data_access.engine import open_store
engine = open_store(sys.argv[1], read_only=False, any_version=True)
migrations.upgrade(engine)
with engine.begin() as conn:
    conn.execute(insert(tables.sector).values(sector_id=1, code="total"))
    conn.execute(insert(tables.county).values(code="01", name="Stockholms län"))
    conn.execute(
        insert(tables.municipality).values(
            code="0180", name="Stockholm", slug="stockholm", county_code="01", eu_mission=False
        )
    )
result = imports.run("charging-points", [Path(sys.argv[2])], engine)
print("\\n".join(result.lines()))
"""


@dataclass(frozen=True)
class Copy:
    """A copy of the program, and an empty store for it."""

    root: Path
    store: str

    def run(self, *steps: Sequence[str]) -> list[str]:
        """What each step prints, where all are taken by one process of the program."""
        printed = start(take, str(self.root), steps).result()
        assert isinstance(printed, list), printed
        return printed

    def follow(self, recipe: str) -> None:
        """Do what the recipe's blocks say."""
        for language, block in blocks(recipe):
            if language == "sh":
                lines = [shlex.split(line) for line in block.splitlines()]
                assert {line[0] for line in lines} == {"python"}
                self.run(*(line[1:] for line in lines))
                continue
            first, _, content = block.partition("\n")
            content = content.replace(AS_WRITTEN, f'down_revision = "{migrations.newest()}"')
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
        return self.run(*(self.request(path) for path in paths))

    def request(self, path: str) -> tuple[str, ...]:
        """The step that asks the program for an address."""
        return ("-c", REQUEST, self.store, path)


REQUEST = """
import sys
from app import Settings, create_app
client = create_app(Settings(sys.argv[1], public_url="https://x.example")).server.test_client()
response = client.get(sys.argv[2])
print(response.status_code, response.text)
"""

COMMAND = ("-m", "data_access.command")


def test_the_files_of_the_recipes_are_as_make_lint_wants_them() -> None:
    for language, block in blocks((ROOT / "docs/extending.md").read_text("utf-8")):
        first, _, content = block.partition("\n")
        if language != "python" or not first.startswith("# file: "):
            continue
        name = first.removeprefix("# file: ")
        for check in (("check", "-q"), ("format", "-q", "--diff")):
            ruff = [sys.executable, "-m", "ruff", *check, "--stdin-filename", name, "-"]
            said = subprocess.run(ruff, input=content, capture_output=True, text=True, cwd=ROOT)
            assert said.returncode == 0, f"{name}: {said.stdout}"


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
        copytree(ROOT / name, root / name)  # with what is compiled: it is still newer
    (root / "app.py").write_bytes((ROOT / "app.py").read_bytes())
    (root / "seed_data").symlink_to(ROOT / "seed_data")
    return Copy(root, new_store(f"sqlite:///{tmp_path / 'empty.db'}"))


def test_a_document(program: Copy) -> None:
    before = create_app(Settings(program.store)).server.test_client()
    assert before.get("/en/number-of-cities").status_code == 404
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


def test_a_column(program: Copy) -> None:
    program.follow(recipe("A column"))
    differences, template, guide, described = program.run(
        ("-c", UPGRADED, program.store, migrations.newest()),
        (*COMMAND, "template", "grants"),
        (*COMMAND, "template", "grants", "--guide"),
        program.request("/api/v1/openapi.json"),
    )
    assert differences.strip() == "[]"
    header, example, _ = template.split("\n", 2)
    cells = dict(zip(header.split(","), next(csv.reader([example])), strict=True))
    assert cells["outcome"] == "tolv laddplatser"
    assert "What came of it" in guide
    assert "what came of it, in the funder's words" in described
    program.follow(recipe("A column of a status"))
    differences, template, described = program.run(
        ("-c", UPGRADED, program.store, migrations.newest()),
        (*COMMAND, "template", "work-packages"),
        program.request("/api/v1/openapi.json"),
    )
    assert differences.strip() == "[]"
    assert "status_cost" in template.splitlines()[0].split(",")
    assert described.count('"status_cost"') >= 2  # of commitments and of activities


def test_an_importer(program: Copy) -> None:
    program.follow(recipe("An importer"))
    rows = program.root / "points.csv"
    rows.write_text("Kommunkod;År;Laddpunkter\n0180;2024;1 200\n", "utf-8")
    differences, imported = program.run(
        ("-c", UPGRADED, program.store, migrations.newest()),
        ("-c", IMPORTED, program.store, str(rows)),
    )
    assert differences.strip() == "[]"
    assert "charging-points" in imported
    assert "new 1, restated 0, missing 0, unchanged 0" in imported


def test_a_filter(program: Copy) -> None:
    program.follow(recipe("A filter"))
    swedish, english, file = program.get(
        "/sv/portfolj?insatsomrade=Prov", "/en/portfolio", "/sv/portfolj.csv?insatsomrade=Prov"
    )
    assert swedish.startswith("200")
    assert "static-control-insatsomrade" in swedish
    assert "Insatsområde" in swedish
    assert "Prov" in swedish  # told as a value that nothing has
    assert "static-control-priority" in english
    assert file.startswith("400")


def test_a_chart(program: Copy) -> None:
    program.follow(recipe("A chart"))
    (shown,) = program.run(
        (
            "-c",
            "from layouts.links.addresses import Address; from layouts.html.to_html import to_html;"
            "from layouts.charts.figure import figure; from layouts.halved import *;"
            "print(to_html(halved_block(Address('method', 'sv'))));"
            "print(figure(halved_chart('en'))['data'][0]['y'])",
        )
    )
    assert "Halverat på tio år" in shown
    assert 'class="chart-svg wide"' in shown
    assert '<td class="num">500</td>' in shown
    assert "[1000.0, None, 500.0]" in shown


def test_a_board_with_a_callback(program: Copy) -> None:
    program.follow(recipe("A board with a callback"))
    document, layout, answer = program.run(
        program.request("/sv/takter?takt=10"),
        program.request("/_board/light-wide/sv/takter/~_/_dash-layout"),
        ("-c", ASK_RATES.format(store=program.store)),
    )
    assert document.startswith("200")
    assert '<option selected value="10">10 %</option>' in document
    assert "board.js" in document
    assert layout.startswith("200")
    assert answer.strip() == "200 [100.0, 84.0]"


ASK_RATES = """
from app import Settings, create_app
client = create_app(Settings({store!r})).server.test_client()
control = {{"board": "rates", "control": "takt"}}
response = client.post("/_board/light-wide/sv/takter/~_/_dash-update-component", json={{
    "output": '{{"board":"rates","chart":["ALL"]}}.figure',
    "outputs": [{{"id": {{"board": "rates", "chart": "rates"}}, "property": "figure"}}],
    "inputs": [[{{"id": control, "property": "value", "value": "16"}}]],
    "changedPropIds": ['{{"board":"rates","control":"takt"}}.value'],
}})
(answer,) = response.get_json()["response"].values()
print(response.status_code, answer["figure"]["data"][-1]["y"][:2])
"""
