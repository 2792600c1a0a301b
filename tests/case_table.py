"""`python -m tests.case_table STORE`: the table of docs/import-cases.md, of a seeded SQLite store.

Each case of `tests/cases/cases.csv` is imported into a copy of the store, and then once more as if
it were another file with the same content.
"""

import csv
import io
import os
import re
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from data_access.command import main
from data_access.imports import running

FOLDER = Path(__file__).parent / "cases"
COUNTS = re.compile(r"new (\d+), restated (\d+), missing (\d+), unchanged (\d+)")
COLUMNS = re.compile(r"columns that change: (.+)")
ROWS = re.compile(r"(\d+) rows imported")
ANOTHER_FILE = "UPDATE release SET sha256 = printf('%064d', release_id), label = label || '-1'"
"""Makes a store forget that it has this very file, which it would refuse."""

HEADS = (
    *("file", "reader", "options", "outcome", "rows", "new", "changed", "columns that change"),
    *("missing", "unchanged", "again: new", "again: changed"),
)


@dataclass(frozen=True, slots=True)
class Case:
    """One line of the table of cases; `data_access/imports/test_cases.py` says what it means."""

    file: str
    kind: str
    options: str
    outcome: str
    rows: str
    row: str
    value: str
    word: str
    first: str | None = None

    @property
    def files(self) -> list[str]:
        return self.file.split()

    @property
    def told(self) -> str:
        """Its options in the table, and what comes before it."""
        return f"after {self.first.split()[1]}" if self.first else self.options

    @property
    def command(self) -> list[str]:
        """What `klimat` is told to import it."""
        files = [str(FOLDER / file) for file in self.files]
        return ["import", self.kind, *files, *self.options.split()]


def cases() -> list[Case]:
    with (FOLDER / "cases.csv").open(encoding="utf-8", newline="") as stream:
        return [Case(**line) for line in csv.DictReader(stream)]


def said(command: list[str]) -> str:
    """What the command line answers, in both its streams."""
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(out):
        main(command)
    return out.getvalue()


def counts(words: str) -> tuple[str, ...]:
    """New, restated, missing and unchanged rows."""
    match = COUNTS.search(words)
    return match.groups() if match else ("", "", "", "")


def line_of(case: Case, store: Path) -> list[str]:
    """A case as a line of the table, imported into this store twice."""
    if case.first:
        kind, file = case.first.split()
        said(["import", kind, str(FOLDER / file)])
    words = said(case.command)
    new, restated, missing, unchanged = counts(words)
    read, columns = ROWS.search(words), COLUMNS.search(words)
    with closing(sqlite3.connect(store)) as conn, conn:
        conn.execute(ANOTHER_FILE)
    again = counts(said(case.command)) if read else ("", "", "", "")
    return [
        *(case.file, case.kind, case.told, "read" if read else "refused"),
        *(read[1] if read else "", new, restated, columns[1] if columns else ""),
        *(missing, unchanged, *again[:2]),
    ]


def table(seeded: Path) -> Iterator[str]:
    """The lines of the table, its heads first."""
    running.refresh_after = lambda *_: None
    for cells in (HEADS, ["---"] * len(HEADS)):
        yield f"| {' | '.join(cells)} |"
    with TemporaryDirectory() as folder:
        store = Path(folder) / "case.db"
        os.environ["DATABASE_URL"] = f"sqlite:///{store}"
        for case in cases():
            shutil.copy(seeded, store)
            yield f"| {' | '.join(line_of(case, store))} |"


if __name__ == "__main__":
    for row in table(Path(sys.argv[1])):
        print(row, flush=True)
