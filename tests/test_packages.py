"""The packages that the product names are those that it imports, and the other way round."""

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PRODUCT = (
    "app.py",
    "callbacks",
    "data_access",
    "layouts",
    "progress",
    "scripts",
    "gunicorn.conf.py",
)
GIVEN = {
    "dash",
    "plotly",
    "pandas",
    "sqlalchemy",
    "dash-bootstrap-components",
    "gunicorn",
}
"""What the product is built with."""

EXTRAS = ("parquet", "rdf", "mcp")
"""What only who asks for it installs: imported where it is used, never when the product starts."""

NOT_IMPORTED = {
    "gunicorn": "serves it: gunicorn.conf.py",
    "psycopg": "SQLAlchemy opens PostgreSQL with it",
    "python-calamine": "pandas reads workbooks with it",
}
"""Named, and used by name alone."""


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def named() -> frozenset[str]:
    """What the product needs, and what its extras need (docs/decisions/0001-packages.md)."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    needed = [*project["dependencies"], *(one for name in EXTRAS for one in extras[name])]
    assert extras.keys() == {*EXTRAS, "test"}
    return frozenset(normal(re.split(r"[\\[<>=~! ]", one)[0]) for one in needed)


@cache
def imported() -> frozenset[str]:
    """The distributions whose modules the product imports."""
    own = {path.name.removesuffix(".py") for path in ROOT.iterdir()}
    result: set[str] = set()
    for place in PRODUCT:
        path = ROOT / place
        for module in path.rglob("*.py") if path.is_dir() else [path]:
            for node in ast.walk(ast.parse(module.read_text("utf-8"))):
                if isinstance(node, ast.Import):
                    result |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                    result.add(node.module.partition(".")[0])
    distributions = packages_distributions()
    return frozenset(
        normal(distribution)
        for module in result - own - set(sys.stdlib_module_names) - {"_typeshed"}
        for distribution in distributions.get(module, [module])[:1]
    )


def test_every_import_is_named_among_the_dependencies() -> None:
    assert imported() - named() == set()


def test_every_dependency_is_used() -> None:
    assert named() - imported() - set(NOT_IMPORTED) == set()


@pytest.mark.parametrize("package", sorted(GIVEN))
def test_what_the_product_is_built_with_is_in_use(package: str) -> None:
    assert package in named()
    if package not in NOT_IMPORTED:
        assert package in imported()


def test_plotly_draws_the_boards_graphs() -> None:
    """What is made here and what draws it are of the same package."""
    bundle = list((ROOT / "assets" / "vendor").glob("plotly-*.min.js"))
    assert len(bundle) == 1
    assert "dcc.Graph(" in (ROOT / "layouts" / "boards" / "board.py").read_text("utf-8")
