"""The cases of `tests/cases/cases.csv`, each through every door by which a file comes in.

A case is a small file that a real file, report or habit led to, or several that come together.
`row` and `value` of one that is read are a key of the store and what it then holds; of one that is
refused, the row and the cell of the first message. `word` is said to whoever sends the file. What
follows from figures that came in (verdicts, sums of money) is worked out elsewhere, and not here.
`first` is the kind and the file of what has to be there before.
"""

import re
import shutil
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Connection, Row, select

from app import Settings, create_app
from callbacks.inside.settings import inside_settings
from data_access.command import main
from data_access.engine import open_store
from data_access.imports import running
from data_access.inside.publishing import NOT_DRAFTS
from data_access.questions import totals
from data_access.readers import OPERATOR
from data_access.status_tables import STATUS_TABLES
from data_access.tables import commitment, contract, grant, release
from tests.callbacks.inside.test_ways_in import BY_PROXY
from tests.case_table import FOLDER, HEADS, Case, cases, counts

DOCUMENT = Path(__file__).parents[3] / "docs/import-cases.md"
OUTCOMES = {"read", "refused"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a door says: whether the file came in, and in which words."""

    read: bool
    words: str


Door = Callable[..., Answer]


@pytest.fixture(autouse=True)
def nothing_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "refresh_after", lambda *_: None)


@pytest.fixture
def store(seeded_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of the case's own copy of the seeded store."""
    path = tmp_path / "case.db"
    shutil.copy(seeded_file, path)
    url = f"sqlite:///{path}"
    monkeypatch.setenv("DATABASE_URL", url)
    return url


@pytest.fixture
def send(capsys: pytest.CaptureFixture[str]) -> Door:
    """Sends a case with options of a door."""

    def through(case: Case, *options: str) -> Answer:
        if case.first:
            kind, file = case.first.split()
            assert main(["import", kind, str(FOLDER / file)]) == 0
            capsys.readouterr()
        code = main([*case.command, *options])
        said = capsys.readouterr()
        return Answer(code == 0, said.out + said.err)

    return through


DOORS: Mapping[str, tuple[str, ...]] = {
    "at once": (),
    "looked at first": ("--dry-run",),
    "as a draft": ("--draft-for", "1880"),
}
"""Every way by which a file comes in, with the options of the command that it is."""


TITLES = {
    "contracts": (contract, "contract_id"),
    "commitments": (commitment, "commitment_id"),
}
"""Kinds of which the title is what a case tells, with their tables and ids."""


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
    if case.kind in TITLES:
        table, name = TITLES[case.kind]
        row = conn.execute(select(table).where(table.c[name] == case.row)).one()
        return str(row.title if name == "contract_id" else row.title_sv)
    if case.kind.startswith("grants"):
        rows = select(grant).where(grant.c.grant_id == case.row).order_by(grant.c.release_id.desc())
        row = conn.execute(rows).first()
        return "" if row is None else grant_told(row)
    label = conn.scalars(select(release.c.label).order_by(release.c.release_id.desc())).first()
    points = totals(conn, str(label), (key[0],))[key[0]]
    return next(f"{point.value:.10g}" for point in points if str(point.year) == key[1])


def grant_told(row: Row[Any]) -> str:
    """What stands first of a grant: its amount and whose it is."""
    amount = "unknown" if row.amount is None else f"{row.amount.normalize():f} {row.currency}"
    return f"{amount} {row.beneficiary_municipality_code or row.beneficiary}"


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.file} {case.options}".strip())
def test_a_case_comes_out_as_the_table_says(case: Case, door: str, store: str, send: Door) -> None:
    assert case.outcome in OUTCOMES
    answer = send(case, *DOORS[door])
    if door == "as a draft" and case.kind in NOT_DRAFTS and case.outcome == "read":
        assert not answer.read
        assert "it cannot be a draft" in answer.words
        return
    assert answer.read is (case.outcome == "read"), answer.words
    assert case.word in answer.words
    if case.outcome == "refused":
        assert not case.row or re.search(rf"rows? {case.row}\b", answer.words), answer.words
        assert case.value in answer.words
        return
    engine = open_store(store, reader=OPERATOR)
    with closing(engine.connect()) as conn:
        if door == "looked at first":
            assert f"{case.rows} rows would be imported" in answer.words
            assert "nothing was written" in answer.words
        else:
            assert f"{case.rows} rows imported" in answer.words
            assert held(conn, case) == case.value
            line = document()[case.file, case.told, case.outcome]
            told = tuple(line[name] for name in ("new", "changed", "missing", "unchanged"))
            assert counts(answer.words) == told
    engine.dispose()


@pytest.fixture(scope="module")
def site(seeded_file: Path) -> FlaskClient:
    """The product on the seeded store, only looked at, behind a server that says who asks."""
    settings = inside_settings(BY_PROXY)
    assert settings is not None
    client: FlaskClient = create_app(
        Settings(f"sqlite:///{seeded_file}", inside=settings)
    ).server.test_client()
    return client


OF_COUNTRY = {"emissions", "contracts"}
"""Kinds that no city or agency loads: the operator does."""


def uploaded(case: Case) -> bool:
    """Whether a case is one that people load in a browser: one file of theirs, no other options."""
    alone = case.options in ("", "--yes") and len(case.files) == 1 and not case.first
    return alone and case.kind not in OF_COUNTRY


@pytest.mark.parametrize(
    "case",
    [case for case in cases() if uploaded(case)],
    ids=lambda case: f"{case.file} {case.options}".strip(),
)
def test_a_case_comes_out_the_same_in_a_browser(case: Case, site: FlaskClient) -> None:
    """Previewed in the form where its people load it: the same rows, refused in the same words."""
    owner = owner_of(case)
    headers = {"X-Remote-User": "anna", "X-Remote-Roles": f"{owner}:publisher"}
    start = site.get("/en/inside/add", headers=headers).text
    token = re.search(r'name="token"[^>]* value="([0-9a-f]+)"', start)
    assert token is not None
    with (FOLDER / case.file).open("rb") as stream:
        form = {"token": token[1], "lang": "en", "owner": owner, "kind": case.kind}
        form |= {"do": "check", "confirmed": "yes" if case.options else ""}
        response = site.post("/auth/upload", data={**form, "file": stream}, headers=headers)
    page = unescape(re.sub(r"<[^>]+>", " ", response.text))
    assert response.status_code == (200 if case.outcome == "read" else 422), page
    # Counts stand in a table, and a preview has no label yet.
    in_table = re.match(r"(new|columns that change:) ", case.word)
    words = re.findall(r"\d+", case.word) if in_table else [case.word]
    assert all(word in page for word in words if not word.startswith("own-")), page
    if case.outcome == "refused":
        assert not case.row or re.search(rf"rows? {case.row}\b", page), page
        assert all(value.strip("'") in page for value in case.value.split(", "))
    else:
        rows = (
            re.search(rf"\b{word} rows\s+(\d+)\b", page) for word in ("New", "Changed", "Unchanged")
        )
        assert sum(int(number[1]) for number in rows if number) == int(case.rows), page


def owner_of(case: Case) -> str:
    """Whose people load the file: the city that its rows are of, an agency for lists of grants."""
    if case.kind.startswith("grants"):
        return "energimyndigheten"
    if "consumption" in case.file:
        return "0780"
    code = case.row.split()[0] if case.outcome == "read" else "1880"
    return "2081" if code.startswith("BOR-") else code


@cache
def document() -> dict[tuple[str, str, str], dict[str, str]]:
    """The lines of the table in the docs, by file, options and outcome."""
    lines = [line for line in DOCUMENT.read_text("utf-8").splitlines() if line.startswith("|")]
    rows = [
        dict(zip(HEADS, map(str.strip, line.strip("|").split("|")), strict=True))
        for line in lines[2:]
    ]
    return {(row["file"], row["options"], row["outcome"]): row for row in rows}


def test_the_table_of_imports_has_every_case_and_none_is_new_twice() -> None:
    assert [
        (line["reader"], line["rows"], line["again: new"], line["again: changed"])
        for case in cases()
        for line in [document()[case.file, case.told, case.outcome]]
    ] == [
        (case.kind, case.rows, "0", "0") if case.rows else (case.kind, "", "", "")
        for case in cases()
    ]
    assert len(document()) == len(cases())


def test_every_file_of_the_folder_is_in_the_table() -> None:
    files = {str(path.relative_to(FOLDER)) for path in FOLDER.glob("*/*")}
    assert files == {file for case in cases() for file in case.files}


def test_grants_come_in_as_they_stand_where_their_days_are_right(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Money that was paid back is negative, nothing is nothing, unknown is unknown."""
    text = (FOLDER / "strategist/grants-names.csv").read_text(encoding="utf-8")
    for wrong, right in {"2023-02-29": "2023-02-28", "2024-13": "2024-12", "24-01-02": ""}.items():
        text = text.replace(wrong, right)
    path = tmp_path / "grants.csv"
    path.write_text(text, encoding="utf-8")
    assert main(["import", "grants", str(path)]) == 0
    assert (
        "1917 was the code of Heby until 2007-01-01 and is read as 0331" in capsys.readouterr().out
    )
    engine = open_store(store)
    with engine.connect() as conn:
        rows = conn.execute(select(grant).where(grant.c.grant_id.like("D-%"))).all()
    engine.dispose()
    assert {row.grant_id: (grant_told(row), row.start) for row in rows} == {
        "D-1": ("1250000 SEK 0980", "2024-02-29"),
        "D-2": ("-50000 SEK 0331", "2006-12-31"),
        "D-3": ("0 SEK 0643", "2023-02-28"),
        "D-4": ("unknown 0305", "2024-12"),
        "D-5": ("1250000.5 SEK 1290", ""),
        "D-6": ("1000000 EUR 1280", "2024-03-31"),
    }
