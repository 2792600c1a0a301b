"""The arrows of the house: which room may know which, held by reading the imports."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("app", "callbacks", "data_access", "layouts", "progress")
MAY_KNOW = {
    "progress": set[str](),
    "layouts": {"progress"},
    "data_access": {"progress"},
    "callbacks": {"layouts", "data_access", "progress"},
    "app": {"callbacks", "layouts", "data_access", "progress"},
}
# Packages that belong to one room only.
KEEPERS = {
    "sqlalchemy": {"data_access"},
    "alembic": {"data_access"},
    "psycopg": {"data_access"},
    "openpyxl": {"data_access"},
    "pptx": {"layouts"},
    "flask": {"app", "callbacks"},
    "dash": {"app", "callbacks", "layouts"},
    "dash_bootstrap_components": {"app", "callbacks", "layouts"},
}
CLOCKS = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today")}
CLOCKS |= {("time", "time"), ("time", "localtime"), ("time", "gmtime")}
LONGEST_MODULE = 300
MOST_VAGUE = {"one": 40, "found": 20, "told": 15, "kept": 10, "asked": 10, "joined": 10}
"""How often a word that says nothing of what it holds may be a name in the rooms."""
MOST_WITH_BOTH = 12
"""How many functions may take a language beside words that know theirs; there is none today."""
# Written-down schemas may be long: they are read as lists, not as code.
LISTS = (ROOT / "data_access" / "migrations" / "versions",)


@dataclass(frozen=True)
class Module:
    room: str
    path: Path
    tree: ast.Module

    @property
    def name(self) -> str:
        return str(self.path.relative_to(ROOT))

    @cached_property
    def imported(self) -> frozenset[str]:
        """Top-level names of everything the module imports, inside functions too."""
        return frozenset(self._imported())

    def _imported(self) -> Iterator[str]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                # A relative import stays in its own room: the rooms lie side by side at the top.
                yield (node.module or "").partition(".")[0] if node.level == 0 else self.room


@cache
def modules() -> list[Module]:
    paths = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    paths += [ROOT / "app.py"] if (ROOT / "app.py").exists() else []
    return [
        Module(
            path.relative_to(ROOT).parts[0].removesuffix(".py"), path, ast.parse(path.read_text())
        )
        for path in paths
    ]


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_only_knows_those_the_arrows_allow(room: str) -> None:
    forbidden = set(ROOMS) - MAY_KNOW[room] - {room}
    result = {
        (module.name, name)
        for module in modules()
        if module.room == room
        for name in module.imported
        if name in forbidden
    }
    assert result == set()


@pytest.mark.parametrize("package", KEEPERS)
def test_a_package_stays_in_its_rooms(package: str) -> None:
    result = {
        module.name
        for module in modules()
        if module.room not in KEEPERS[package] and package in module.imported
    }
    assert result == set()


def test_no_room_imports_the_tests() -> None:
    assert {module.name for module in modules() if "tests" in module.imported} == set()


def clock_readings(tree: ast.Module) -> Iterator[str]:
    """Calls that ask what time it is, such as `date.today()` or `datetime.datetime.now()`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = ast.unparse(node.func.value).rpartition(".")[2]
            if (owner, node.func.attr) in CLOCKS:
                yield f"{ast.unparse(node.func)}() on line {node.lineno}"


@pytest.mark.parametrize("room", ["progress", "layouts"])
def test_rules_and_pages_have_no_clock(room: str) -> None:
    result = {
        f"{module.name}: {reading}"
        for module in modules()
        if module.room == room
        for reading in clock_readings(module.tree)
    }
    assert result == set()


def test_no_module_is_long() -> None:
    lengths = {
        module.name: len(module.path.read_text().splitlines())
        for module in modules()
        if not any(folder in module.path.parents for folder in LISTS)
    }
    assert {name: n for name, n in lengths.items() if n > LONGEST_MODULE} == {}


@pytest.mark.parametrize("word", MOST_VAGUE)
def test_a_name_says_what_it_holds(word: str) -> None:
    """`for one in found` reads as nothing where `for city in matches` reads as itself.

    The rooms were once full of such names, 2 700 of `one` alone. The ceilings leave room for the
    rare place where nothing better is to be said; lower them when the count falls, never raise
    them: name the row, the city, the release, the match or the request.
    """
    places = [
        f"{module.name}:{node.lineno}"
        for module in modules()
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Name) and node.id == word)
        or (isinstance(node, ast.arg) and node.arg == word)
        or (isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == word)
    ]
    assert len(places) <= MOST_VAGUE[word], places


def test_hardly_a_function_takes_a_language_beside_its_words() -> None:
    """`Text` knows its language (`t.lang`): given both, the two could be of different languages."""
    both = [
        f"{module.name}:{node.lineno}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef)
        and any(
            argument.arg == "lang"
            for argument in ast.walk(node.args)
            if isinstance(argument, ast.arg)
        )
        and any(isinstance(name, ast.Name) and name.id == "Text" for name in ast.walk(node.args))
    ]
    assert both == []


def test_every_module_says_what_it_is() -> None:
    assert {module.name for module in modules() if not ast.get_docstring(module.tree)} == set()


@pytest.mark.parametrize(
    "source",
    ["from datetime import date\ndate.today()", "import datetime\ndatetime.datetime.now()"],
)
def test_a_clock_is_seen_however_it_is_imported(source: str) -> None:
    assert list(clock_readings(ast.parse(source)))


@pytest.mark.parametrize(
    "source",
    ["import sqlalchemy.orm", "from sqlalchemy import select", "def f():\n import sqlalchemy"],
)
def test_an_import_is_seen_however_it_is_written(source: str) -> None:
    module = Module("layouts", ROOT / "layouts" / "x.py", ast.parse(source))
    assert "sqlalchemy" in set(module.imported)
