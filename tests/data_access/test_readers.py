"""Whoever reads sees no draft of another's: every question, export and dataset, on both engines."""

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, select

from data_access import exports, open_data, questions, tables
from data_access.derived.comparisons import compared
from data_access.derived.verdicts import refresh_verdicts
from data_access.engine import open_store
from data_access.exports.emissions import EmissionChoice
from data_access.readers import EVERYONE, OPERATOR, Reader
from data_access.snapshots import freeze, read_snapshot, snapshot_names
from tests.data_access.drafts import (
    LABEL,
    MARKER,
    OWNER,
    STRANGER,
    WORDS,
    plant,
    release_tables,
)

OWN = Reader(frozenset({OWNER}))
OTHER = Reader(frozenset({STRANGER, "prov-myndighet"}))

GIVEN: dict[str, tuple[Any, ...]] = {
    "release_label": (LABEL, "prov-co2e-2"),
    "release_labels": ((LABEL, "prov-co2e-2"),),
    "label": (LABEL, "prov-co2e-2"),
    "release": (LABEL, None),
    "old": ("prov-co2e-2",),
    "new": (LABEL,),
    "code": (OWNER,),
    "codes": ((OWNER,),),
    "slug": ("provkoping",),
    "sector_code": ("transport",),
    "gas": ("co2e", "co2"),
    "year": (2023,),
    "years": ((2022, 2023),),
    "indicator_id": ("cycle-metres",),
    "keys": (frozenset({(OWNER, "9001-G01"), (OWNER, "yardstick-2045")}),),
    "column": ("funder", "programme"),
    "value": (MARKER,),
}
"""What the questions are given, by the name of the argument."""

SHOWN_TO_ALL = {
    "county",
    "municipality",
    "municipality_spelling",
    "organisation",
    "sector",
    "indicator",
    "contract",
    "goal_years",
}
"""Tables that hold no draft: none of their rows comes with a release that can wait."""


def asked(conn: Connection) -> Iterator[tuple[str, Any]]:
    """Every question with the arguments above, every export and every dataset."""
    for name in questions.__all__:
        question: Callable[..., Any] = getattr(questions, name)
        named = list(inspect.signature(question).parameters.values())[1:]
        needed = [one.name for one in named if one.default is one.empty or one.name in GIVEN]
        for arguments in combined([one for one in needed if one in GIVEN]):
            if set(arguments) >= {one.name for one in named if one.default is one.empty}:
                result = question(conn, **arguments)
                told = list(result) if isinstance(result, Iterator) else result
                yield f"{name} {sorted(arguments.items(), key=str)}", told
    for what in exports.EXPORTS:
        yield f"export {what}", [dict(row) for row in exports.export(conn, what)]
    for what in open_data.DATASETS:
        yield f"dataset {what}", [dict(row) for row in open_data.whole(conn, what)]
    for name in open_data.EMISSIONS:
        chosen = EmissionChoice({"release": [LABEL]})
        yield f"{name} of the draft", [dict(r) for r in open_data.emissions(conn, name, chosen)]
    yield "snapshots", snapshot_names(conn)
    yield "a snapshot", [read_snapshot(conn, number) for number in range(5)]
    yield "what a snapshot freezes", freeze(conn, OWNER)


def combined(names: list[str]) -> Iterator[dict[str, Any]]:
    if not names:
        yield {}
        return
    for value in GIVEN[names[0]]:
        for rest in combined(names[1:]):
            yield {names[0]: value, **rest}


def answers(url: str, reader: Reader = EVERYONE) -> dict[str, Any]:
    engine = open_store(url, reader=reader)
    with engine.connect() as conn:
        result = dict(asked(conn))
    engine.dispose()
    return result


def with_drafts(url: str) -> None:
    engine = open_store(url, read_only=False)
    with engine.begin() as conn:
        plant(conn)
    engine.dispose()


def ready(url: str) -> None:
    engine = open_store(url, read_only=False)
    with engine.begin() as conn:
        refresh_verdicts(conn, 2026)
    engine.dispose()


def test_no_answer_is_another_for_the_drafts_that_somebody_has(writable_url: str) -> None:
    ready(writable_url)
    before = answers(writable_url)
    assert len(before) > 50
    with_drafts(writable_url)
    everyone, other = answers(writable_url), answers(writable_url, OTHER)
    for name, told in before.items():
        assert everyone[name] == told, name
        if not name.startswith(("store_version", "store_state", "store_changed", "last_changes")):
            assert other[name] == told, name
    assert MARKER not in f"{list(everyone.values())} {list(other.values())}"


def test_the_owners_people_see_their_drafts_as_if_they_were_published(writable_url: str) -> None:
    ready(writable_url)
    with_drafts(writable_url)
    engine = open_store(writable_url, reader=OWN)
    with engine.connect() as conn:
        assert questions.default_release(conn, "co2e") == LABEL
        assert questions.totals(conn, LABEL)[OWNER]
        assert questions.verdicts(conn, OWNER, LABEL)
        assert WORDS in [snapshot_name.name for snapshot_name in snapshot_names(conn, OWNER)]
        assert [note.author for note in questions.notes(conn, OWNER)] == [WORDS]
        assert {commitment.status for commitment in questions.commitments(conn)} == {"stopped"}
        assert MARKER in str(questions.sources(conn))
        assert compared(conn, "prov-co2e-2", LABEL).restated
    engine.dispose()


def test_versions_tell_readers_apart_and_a_draft_changes_nobody_elses(writable_url: str) -> None:
    def version(reader: Reader) -> str:
        engine = open_store(writable_url, reader=reader)
        with engine.connect() as conn:
            result = questions.store_version(conn)
        engine.dispose()
        return result

    before = {reader: version(reader) for reader in (EVERYONE, OWN, OTHER, OPERATOR)}
    assert len(set(before.values())) == len(before)
    with_drafts(writable_url)
    assert version(EVERYONE) == before[EVERYONE]
    assert version(OWN) != before[OWN]


def test_what_the_log_tells_readers_names_nobody_and_no_draft(writable_url: str) -> None:
    with_drafts(writable_url)
    for reader in (EVERYONE, OWN, OTHER):
        engine = open_store(writable_url, reader=reader)
        with engine.connect() as conn:
            rows = conn.execute(select(tables.change_log)).all()
        engine.dispose()
        assert rows
        assert {row.actor for row in rows} == {""}
        assert "utkast" not in str(rows).lower()


def test_every_table_with_rows_of_a_release_is_guarded(writable_url: str) -> None:
    """A new table is guarded if its rows name a release; one that does not is listed above."""
    engine = open_store(writable_url)
    guarded = {
        table.name
        for table in tables.metadata.sorted_tables
        if "WHERE" in str(select(table).compile(engine, dialect=engine.dialect))
    }
    engine.dispose()
    assert {table.name for table in release_tables()} <= guarded
    assert {"release", "source", "snapshot", "note", "change_log"} <= guarded
    assert {"commitment_status", "activity_status", "release_comparison"} <= guarded
    assert guarded & SHOWN_TO_ALL == set()


def test_a_table_is_guarded_under_any_name(store_url: str) -> None:
    engine = open_store(store_url)
    aliased = tables.release.alias("another")
    joined = select(tables.release.c.label, aliased.c.title).join(
        aliased, aliased.c.release_id == tables.release.c.release_id
    )
    inner = select(joined.subquery().alias("outer"))
    written = str(inner.compile(dialect=engine.dialect))
    engine.dispose()
    assert written.count("FROM release WHERE published") == 2
    assert "AS another" in written


@pytest.mark.parametrize("word", ["", "9001'; DROP TABLE release", "A", "å", "a b", "-"])
def test_a_word_that_is_no_owner_makes_no_reader(word: str) -> None:
    with pytest.raises(ValueError, match="no city or agency"):
        Reader(frozenset({word}))


@pytest.mark.parametrize("read_only", [True, False])
def test_the_operator_and_who_writes_see_all(writable_url: str, read_only: bool) -> None:
    with_drafts(writable_url)
    engine = open_store(writable_url, read_only=read_only, reader=OPERATOR)
    with engine.connect() as conn:
        labels = set(conn.scalars(select(tables.release.c.label)))
    engine.dispose()
    assert LABEL in labels
