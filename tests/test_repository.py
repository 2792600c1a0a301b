"""What the repository promises: pinned packages, nothing of the machine it was made on."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-test.lock")
REQUIREMENT = re.compile(r"^(?P<name>[a-z0-9][a-z0-9-]*)(\[[a-z,]+\])?==(?P<version>[^\s;\\]+)")
HASH = re.compile(r"^ {4}--hash=sha256:[0-9a-f]{64}( \\)?$")

# Written in parts so that this file doesn't match itself.
FORBIDDEN = {
    "a package registry or mirror": re.compile(
        r"(py" + r"pi\.org|python" + r"hosted|registry\.[ny]|/sim" + r"ple/|proxy\.go" + "lang)",
        re.I,
    ),
    "an index option": re.compile(r"--(extra-)?index-url[ =]|--find-links[ =]|^-i ", re.M),
    "a path of somebody's machine": re.compile(r"(?<![\w.])/(work|root|home|Users|opt)/[\w.]"),
}


def tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def text_of(path: Path) -> str:
    """The file's text; bundled third-party scripts and binary files count as empty."""
    if "vendor" in path.parts or path == Path(__file__):
        return ""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_tracked_file_names(what: str) -> None:
    pattern = FORBIDDEN[what]
    result = {
        str(path.relative_to(ROOT)): match.group()
        for path in tracked_files()
        if (match := pattern.search(text_of(path)))
    }
    assert result == {}


def entries_of(lock: str) -> dict[str, list[str]]:
    """Each requirement line of a lock file with its hash lines."""
    entries: dict[str, list[str]] = {}
    current: list[str] = []
    for line in (ROOT / lock).read_text().splitlines():
        if line.startswith("#"):
            continue
        if line.startswith(" "):
            current.append(line)
        else:
            current = entries[line] = []
    return entries


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_pins_every_package_exactly_with_hashes(lock: str) -> None:
    entries = entries_of(lock)
    assert len(entries) > 20
    for requirement, hashes in entries.items():
        assert REQUIREMENT.match(requirement), requirement
        assert hashes, f"{requirement} has no hash"
        assert all(HASH.match(line) for line in hashes), requirement


@pytest.mark.parametrize("package", ["numpy", "pandas", "sqlalchemy", "psycopg-binary"])
def test_lock_holds_the_hashes_of_every_platform(package: str) -> None:
    entries = entries_of("requirements.lock")
    assert all(
        len(hashes) > 10 for line, hashes in entries.items() if line.startswith(f"{package}==")
    )


def names_in(lock: str) -> dict[str, set[str]]:
    versions: dict[str, set[str]] = {}
    for requirement in entries_of(lock):
        match = REQUIREMENT.match(requirement)
        assert match
        versions.setdefault(match["name"], set()).add(match["version"])
    return versions


def test_tests_run_on_the_versions_that_are_served() -> None:
    run, test = (names_in(lock) for lock in LOCKS)
    assert run.items() <= test.items()


def test_every_named_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    named = {
        re.split(r"[\[>=<~! ]", requirement, maxsplit=1)[0]
        for requirement in project["dependencies"]
    }
    assert named <= names_in("requirements.lock").keys()
    for package in (
        "dash",
        "plotly",
        "pandas",
        "sqlalchemy",
        "dash-bootstrap-components",
        "gunicorn",
    ):
        assert package in named


def test_every_named_dependency_has_a_written_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    reasons = (ROOT / "docs/decisions/0001-packages.md").read_text()
    named = project["dependencies"] + project["optional-dependencies"]["test"]
    names = {re.split(r"[\[>=<~! ]", requirement, maxsplit=1)[0] for requirement in named}
    assert {name for name in names if f"`{name}`" not in reasons} == set()


def test_ci_runs_exactly_make_test() -> None:
    ci = ROOT / ".ci/run"
    assert ci.stat().st_mode & 0o111
    commands = [line for line in ci.read_text().splitlines() if "make" in line]
    assert commands == ["CI=true exec make test"]


def test_no_made_up_float_is_subnormal() -> None:
    """Below 2.2e-308 a float has fewer digits: no tonne is so small, and no arithmetic holds."""
    calls = [
        (path.relative_to(ROOT), call)
        for path in tracked_files()
        if path.suffix == ".py"
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("st.floats")
    ]
    assert calls
    without = [
        f"{path}:{call.lineno}"
        for path, call in calls
        if "allow_subnormal=False" not in [f"{k.arg}={ast.unparse(k.value)}" for k in call.keywords]
    ]
    assert without == []
