"""Whether the tests tell a right figure from a wrong one: `make mutants`, decision 0120.

`tests/mutants/<room>.toml` lists small faults, one line each, that somebody could make. Each is put
into a copy of the repository in turn, and its related tests are run: those that it names (`tests`),
else those that import its module. A fault that no test sees has survived. A test that fails
without the fault as well sees nothing: each that failed is run once more on the whole copy.
"""

import argparse
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copy2
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
LISTS = ROOT / "tests" / "mutants"
ENOUGH = 0.95
"""The share of faults that must be seen."""
MOST_SECONDS = 900
"""A fault that keeps its tests from ever ending is seen too."""
SEEN, SURVIVED, STALE = "seen", "survived", "stale"
FAILED = (1, 2)
"""What pytest returns where a test failed, or where its module could not be read."""
FIRST_FAILURE = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mutant:
    """`old`, which stands once in `file`, becomes `new`: the fault that `what` says in words."""

    room: str
    what: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...] = ()


def mutants(rooms: list[str]) -> Iterator[Mutant]:
    """The faults of these rooms, of all where none is named."""
    for path in sorted(LISTS.glob("*.toml")):
        if not rooms or path.stem in rooms:
            for fields in tomllib.loads(path.read_text("utf-8"))["mutant"]:
                yield Mutant(path.stem, **{**fields, "tests": tuple(fields.get("tests", ()))})


def related(mutant: Mutant) -> tuple[str, ...]:
    """The tests that must see it: those it names, else those that import its module."""
    if mutant.tests:
        return mutant.tests
    module = mutant.file.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    package, _, name = module.rpartition(".")
    imports = re.compile(rf"{re.escape(module)}\b|from {re.escape(package)} import .*\b{name}\b")
    return tuple(
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        if "browser" not in path.parts and imports.search(path.read_text("utf-8"))
    )


def run(tests: tuple[str, ...], copy: Path) -> subprocess.CompletedProcess[str]:
    """These tests in a copy of the repository, until the first that fails."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    return subprocess.run(command, cwd=copy, capture_output=True, text=True, timeout=MOST_SECONDS)


def outcome(mutant: Mutant, copy: Path) -> tuple[str, str]:
    """What becomes of a fault in a copy that is whole again afterwards, and which test saw it."""
    path = copy / mutant.file
    whole = path.read_text("utf-8") if path.exists() else ""
    if whole.count(mutant.old) != 1:
        return STALE, ""
    tests = related(mutant)
    if not tests:
        return SURVIVED, ""
    path.write_text(whole.replace(mutant.old, mutant.new), "utf-8")
    try:
        ended = run(tests, copy)
    except subprocess.TimeoutExpired:
        return SEEN, "no end"
    finally:
        path.write_text(whole, "utf-8")
    failure = FIRST_FAILURE.search(ended.stdout)
    if ended.returncode not in FAILED or failure is None:
        return SURVIVED, ""
    if run((failure[1],), copy).returncode in FAILED:
        return SURVIVED, f"{failure[1]} fails without the fault too"
    return SEEN, failure[1]


def copy_to(folder: Path) -> None:
    """The files that git knows or would take, as they are now."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            copy2(ROOT / name, folder / name)


def main() -> int:
    """Print what became of each fault and the share seen by room; 1 where too many survived."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rooms", nargs="*", help="rooms (progress, layouts …), else all")
    parser.add_argument("--about", default="", help="only faults whose file or words hold this")
    options = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    with TemporaryDirectory() as folder:
        copy_to(Path(folder))
        for mutant in mutants(options.rooms):
            if options.about in f"{mutant.file} {mutant.what}":
                result, test = outcome(mutant, Path(folder))
                counts[mutant.room, result] += 1
                print(f"{result:9}{mutant.file}: {mutant.what} [{test}]", flush=True)
    enough = True
    for room in dict.fromkeys(room for room, _ in counts):
        seen, of = counts[room, SEEN], sum(n for (each, _), n in counts.items() if each == room)
        print(f"{room}: {seen} of {of} seen")
        enough = enough and seen >= ENOUGH * of and not counts[room, STALE]
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
