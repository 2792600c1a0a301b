"""The files that come with the product: where they are from, and what must not be in them."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from data_access.imports.source_addresses import is_address, opens

FOLDER = Path(__file__).parents[2] / "seed_data"
FILES = sorted(FOLDER.rglob("*.csv"))
E_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[a-zA-Z]{2,}")
PHONE = re.compile(r"(?:\+46|(?<!\d )\b0\d{1,3}[-/])\s?\d[\d ]{5,}")


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.name))
def test_a_file_is_plain_csv_in_utf_8(path: Path) -> None:
    data = path.read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    lines = list(csv.reader(data.decode().splitlines(keepends=True), strict=True))
    assert {len(line) for line in lines} == {len(lines[0])}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.name))
def test_a_file_names_no_person_to_write_to_or_call(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert E_MAIL.findall(text) == []
    assert PHONE.findall(text) == []


def test_every_file_stands_in_the_readme() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for path in FILES:
        folder = path.parent.name
        assert path.name in readme or f"{folder}/*.csv" in readme, path.name


def test_every_source_that_a_row_names_is_described_with_its_licence() -> None:
    sources = {row["source_id"]: row for row in rows_of(FOLDER / "sources.csv")}
    named = {row["source_id"] for path in FILES for row in rows_of(path) if row.get("source_id")}
    assert named <= sources.keys()
    assert all(row["licence"] and row["publisher"] for row in sources.values())


def test_every_release_has_its_file_and_every_emission_file_its_release() -> None:
    named = {row["file"] for row in rows_of(FOLDER / "releases.csv")}
    assert all((FOLDER / name).is_file() for name in named)
    emissions = {f"emissions/{path.name}" for path in (FOLDER / "emissions").iterdir()}
    assert emissions <= named


def test_every_goal_has_an_english_title_and_readings_are_of_known_goals() -> None:
    goals = {row["goal_id"] for row in rows_of(FOLDER / "goals.csv")}
    titles = {row["goal_id"]: row["title_en"] for row in rows_of(FOLDER / "goals.csv")}
    assert all(titles.values())
    added = {row["goal_id"] for row in rows_of(FOLDER / "own/goals_added.csv")}
    translated = {row["goal_id"] for row in rows_of(FOLDER / "own/goal_titles_en.csv")}
    assert translated | added == goals
    assert {row["goal_id"] for row in rows_of(FOLDER / "own/goal_assumptions.csv")} <= goals


def test_every_address_in_the_files_has_a_form_that_opens() -> None:
    """A place in a repository as owner/name@commit opens nowhere."""
    wrong = [
        f"{path.name}: {address}"
        for path in FILES
        for row in rows_of(path)
        for cell in row.values()
        for address in cell.split("; ")
        if is_address(address) and not opens(address)
    ]
    assert wrong == []


def test_a_goal_that_was_corrected_or_found_later_names_its_source_and_the_day() -> None:
    notes = {row["goal_id"]: row["note"] for row in rows_of(FOLDER / "goals.csv")}
    for row in rows_of(FOLDER / "own/goal_corrections.csv"):
        assert f"{row['source_ref']}, read {row['read_on']}" in notes[row["goal_id"]]
        assert row["quote"]
    for row in rows_of(FOLDER / "own/goals_added.csv"):
        assert row["source_ref"]
        assert "read 2026-11-30" in row["note"]
