"""The cases of `tests/cases/cases.csv`, each through every door by which a file comes in.

A case is a small file that a real file, report or habit led to. `row` and `value` of one that is
read are a key of the store and what it then holds; of one that is refused, the row and the cell of
the first message. `word` is said to whoever sends the file.
"""

import csv
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from data_access.command import main
from data_access.engine import open_store
from data_access.questions import totals
from data_access.status_tables import STATUS_TABLES
from data_access.tables import release

FOLDER = Path(__file__).parents[2] / "cases"
TABLE = FOLDER / "cases.csv"
OUTCOMES = {"read", "refused"}


@dataclass(frozen=True, slots=True)
class Case:
    """One line of the table."""

    file: str
    kind: str
    options: str
    outcome: str
    rows: str
    row: str
    value: str
    word: str

    @property
    def path(self) -> Path:
        return FOLDER / self.file


@dataclass(frozen=True, slots=True)
class Answer:
    """What a door says: whether the file came in, and in which words."""

    read: bool
    words: str


Door = Callable[[Case], Answer]


def cases() -> list[Case]:
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return [Case(**line) for line in csv.DictReader(stream)]


@pytest.fixture
def store(seeded_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of the case's own copy of the seeded store."""
    path = tmp_path / "case.db"
    shutil.copy(seeded_file, path)
    url = f"sqlite:///{path}"
    monkeypatch.setenv("DATABASE_URL", url)
    return url


@pytest.fixture
def command_line(capsys: pytest.CaptureFixture[str]) -> Door:
    """The door of `klimat import`."""

    def send(case: Case) -> Answer:
        code = main(["import", case.kind, str(case.path), *case.options.split()])
        said = capsys.readouterr()
        return Answer(code == 0, said.out + said.err)

    return send


DOORS = ("command_line",)
"""Fixtures that take a case in; a new door is another name here."""


def held(conn: Connection, case: Case) -> str:
    """What the store has under the key that the case names."""
    key = case.row.split()
    if case.kind == "statuses":
        for table, name in STATUS_TABLES.values():
            row = conn.execute(
                select(table.c.status)
                .where(table.c[name] == key[0])
                .order_by(table.c.status_date.desc())
            ).first()
            if row is not None:
                return str(row.status)
        return ""
    label = conn.scalars(select(release.c.label).order_by(release.c.release_id.desc())).first()
    points = totals(conn, str(label), (key[0],))[key[0]]
    return next(f"{point.value:.10g}" for point in points if str(point.year) == key[1])


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.file} {case.options}".strip())
def test_a_case_comes_out_as_the_table_says(
    case: Case, door: str, store: str, request: pytest.FixtureRequest
) -> None:
    assert case.outcome in OUTCOMES
    send: Door = request.getfixturevalue(door)
    answer = send(case)
    assert answer.read is (case.outcome == "read"), answer.words
    assert case.word in answer.words
    if case.outcome == "refused":
        assert not case.row or f"row {case.row}, " in answer.words
        assert case.value in answer.words
        return
    assert f"{case.rows} rows imported" in answer.words
    engine = open_store(store)
    with closing(engine.connect()) as conn:
        assert held(conn, case) == case.value
    engine.dispose()


def test_every_file_of_the_folder_is_in_the_table() -> None:
    files = {str(path.relative_to(FOLDER)) for path in FOLDER.glob("*/*")}
    assert files == {case.file for case in cases()} | WAITING


WAITING = {
    "strategist/com26.csv",
    "strategist/grants-names.csv",
}
