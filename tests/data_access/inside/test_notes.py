"""Internal notes: written and taken away by their own, seen by nobody else, never forgotten."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from data_access import questions
from data_access.actors import acting_as
from data_access.command import main
from data_access.engine import open_store
from data_access.inside.notes import NoteRefused, add_note, withdraw_note
from data_access.inside.publishing import PublishingRefused
from data_access.log import Wanted, changes
from data_access.readers import EVERYONE, OPERATOR, Reader
from progress.notes import MOST_CHARACTERS, Note
from tests.data_access.made_up import NOW

CITY, OTHER, AGENCY = "9001", "9002", "provverket"


def seen(url: str, *owners: str, operator: bool = False) -> tuple[Note, ...]:
    engine = open_store(url, reader=OPERATOR if operator else Reader(frozenset(owners)))
    with engine.connect() as conn:
        result = questions.notes(conn)
    engine.dispose()
    return result


def write(url: str, owner: str = CITY, words: str = "Prov", about: str = CITY) -> int:
    engine = open_store(url, read_only=False)
    with acting_as("anna"), engine.begin() as conn:
        number = add_note(conn, about, owner, words, NOW)
    engine.dispose()
    return number


def test_a_note_is_seen_by_its_owners_people_and_the_operator_only(writable_url: str) -> None:
    number = write(writable_url, AGENCY)
    (note,) = seen(writable_url, AGENCY, OTHER)
    assert note == Note(number, CITY, AGENCY, "anna", NOW, "Prov")
    assert seen(writable_url, operator=True) == (note,)
    assert seen(writable_url) == seen(writable_url, CITY) == seen(writable_url, OTHER) == ()


def test_a_note_that_is_taken_away_is_seen_no_more_and_not_forgotten(writable_url: str) -> None:
    number = write(writable_url)
    engine = open_store(writable_url, read_only=False)
    later = NOW + timedelta(hours=1)
    with engine.begin() as conn:
        with pytest.raises(NoteRefused):
            withdraw_note(conn, number, later, owners={OTHER})
        withdraw_note(conn, number, later, owners={CITY, OTHER})
        with pytest.raises(NoteRefused):
            withdraw_note(conn, number, later)
        (kept,) = questions.notes(conn, CITY, withdrawn=True)
    engine.dispose()
    assert kept.withdrawn == later
    assert seen(writable_url, CITY) == ()


def test_the_log_says_who_wrote_and_took_away_but_not_what(writable_url: str) -> None:
    number = write(writable_url, words="Hemligt")
    engine = open_store(writable_url, read_only=False)
    with acting_as("bo"), engine.begin() as conn:
        withdraw_note(conn, number, NOW)
        result = list(changes(conn, Wanted(limit=2)))
    engine.dispose()
    assert [(row["actor"], row["action"]) for row in result] == [
        ("bo", "withdraw-note"),
        ("anna", "note"),
    ]
    assert not any(row["seen_by_all"] for row in result)
    assert "Hemligt" not in str(result)


def test_a_note_changes_the_store_for_its_owners_people_only(writable_url: str) -> None:
    def version(reader: Reader) -> str:
        engine = open_store(writable_url, reader=reader)
        with engine.connect() as conn:
            result = questions.store_version(conn)
        engine.dispose()
        return result

    own = Reader(frozenset({CITY}))
    before = version(EVERYONE), version(own)
    write(writable_url)
    assert version(EVERYONE) == before[0]
    assert version(own) != before[1]


@pytest.mark.parametrize("words", ["", " \n\t", "\x00\u202e\u200b", "x" * (MOST_CHARACTERS + 1)])
def test_a_note_without_words_or_with_too_many_is_refused(scratch: Connection, words: str) -> None:
    with pytest.raises(NoteRefused):
        add_note(scratch, CITY, CITY, words, NOW)


def test_what_nobody_sees_in_a_text_is_left_out(scratch: Connection) -> None:
    add_note(scratch, CITY, CITY, "å\x00b\u202e\r\n\td\x1b[31m ", NOW, author="A\nB\x00")
    (note,) = questions.notes(scratch, CITY)
    assert note.text == "åb\n d[31m"
    assert note.author == "A B"


def test_a_note_is_about_a_municipality_and_somebodys(scratch: Connection) -> None:
    with pytest.raises(NoteRefused, match="no municipality"):
        add_note(scratch, "0000", CITY, "Prov", NOW)
    for owner in ("", "nobody", "9001'; DROP TABLE note", "provkopings-kommun"):
        with pytest.raises(PublishingRefused, match="no owner"):
            add_note(scratch, CITY, owner, "Prov", NOW)
    with pytest.raises(IntegrityError):
        scratch.execute(
            text("INSERT INTO note (municipality_code, owner, written) VALUES ('9001', '', :now)"),
            {"now": NOW.replace(tzinfo=None)},
        )


def test_the_command_line_writes_lists_and_takes_away(
    writable_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", writable_url)
    assert main(["--as", "anna", "note", "add", "--city", CITY, "Rad ett\nrad två"]) == 0
    assert main(["note", "add", "--city", CITY, "--for", AGENCY, "Om staden"]) == 0
    assert "seen by provverket only" in capsys.readouterr().out
    assert main(["note", "list"]) == 0
    listed = capsys.readouterr().out
    assert "anna" in listed
    assert "Rad ett rad två" in listed
    number = next(row.split()[0] for row in listed.splitlines() if "anna" in row)
    assert main(["note", "withdraw", number]) == 0
    assert main(["note", "withdraw", number]) == 2
    capsys.readouterr()
    assert main(["log", "--action", "withdraw-note"]) == 0
    assert "withdraw-note" in capsys.readouterr().out.split()
    assert main(["note", "add", "--city", CITY, " "]) == 2
    capsys.readouterr()
    assert main(["note", "list", "--city", CITY]) == 0
    assert "Rad ett" not in capsys.readouterr().out
    assert main(["note", "list", "--all"]) == 0
    assert "taken away" in capsys.readouterr().out
