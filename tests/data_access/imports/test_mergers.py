"""Made-up municipalities end by data alone, and their history is carried to what they became."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine, insert, select

from callbacks.typed_addresses import meant
from data_access import imports, questions, tables
from data_access.corrections.undoing import undo
from data_access.derived.emission_totals import wrong_totals
from data_access.derived.grant_columns import wrong_columns
from data_access.engine import open_store
from data_access.imports import ImportProblems
from data_access.shapes import municipality_shapes, outlines
from tests.data_access.imports.conftest import Write, counts
from tests.data_access.made_up import SECTOR_IDS, fill
from tests.stores import new_store

HEADER = "earlier_code,municipality_code,name,change,since,source_title\n"
MERGED = "9001,9101,Provköping,merged,2025-01-01,Prov\n"
WORKED_OUT = {
    *("carried_forward", "change_log", "correction", "goal_years", "hindcast"),
    *("release_comparison", "sector_start", "verdict"),
}
"""What is made anew after an import, and what tells of it."""

NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture
def filled(sqlite_url: str) -> Iterator[Engine]:
    """A made-up store of three municipalities with a little of everything."""
    engine = open_store(new_store(sqlite_url, fill), read_only=False)
    yield engine
    engine.dispose()


def everything(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the store, but for the log and what an import leaves when it is undone."""
    with engine.connect() as conn:
        return {
            table.name: sorted((tuple(row) for row in conn.execute(select(table))), key=repr)
            for table in tables.metadata.sorted_tables
            if table.name not in WORKED_OUT
        }


def test_two_become_one_with_the_sums_of_both_and_it_can_be_undone(
    filled: Engine, write: Write
) -> None:
    path = write("m.csv", HEADER + MERGED)
    newest = select(tables.release.c.release_id).where(tables.release.c.label == "prov-co2e-2")
    with filled.begin() as conn:
        conn.execute(
            insert(tables.population).values(
                release_id=conn.scalar(select(tables.population.c.release_id).limit(1)),
                municipality_code="9101",
                year=2023,
                inhabitants=500,
            )
        )
        conn.execute(
            insert(tables.emission_subsector),
            [
                {
                    **{"release_id": release_id, "municipality_code": code, "tonnes": tonnes},
                    **{"sector_id": SECTOR_IDS["transport"], "name": "Provlastbilar"},
                }
                for code, tonnes in (("9001", {"2022": 3.0}), ("9101", {"2022": 4.0, "2023": 5.0}))
                for release_id in conn.scalars(newest)
            ],
        )
        old, new = (questions.totals(conn, "prov-co2e-2")[code] for code in ("9001", "9101"))
        promised = {each.commitment_id for each in questions.commitments(conn, "9001")}
    whole = everything(filled)
    tried = imports.run("earlier-codes", [path], filled, dry_run=True, now=NOW)
    assert everything(filled) == whole
    result = imports.run("earlier-codes", [path], filled, release="m", now=NOW)
    assert [str(note) for note in tried.notes] == [str(note) for note in result.notes]
    assert str(result.notes[-1]).startswith("Provköping (9001) ends")
    with filled.connect() as conn:
        assert [each.code for each in questions.municipalities(conn)] == ["9002", "9101"]
        totals = questions.totals(conn, "prov-co2e-2")["9101"]
        assert [point.value for point in totals] == [
            one.value + other.value for one, other in zip(old, new, strict=True)
        ]
        part = tables.emission_subsector.c
        told = select(part.municipality_code, part.tonnes).where(part.name == "Provlastbilar")
        assert conn.execute(told).all() == [("9101", {"2022": 7.0, "2023": 5.0})]
        assert questions.totals(conn, "prov-co2e-1") == {}  # it held but one of the two
        assert questions.population(conn, "9101") == {2023: 1011 + 500}
        assert {each.commitment_id for each in questions.commitments(conn, "9101")} >= promised
        goals = [each for each in questions.goals(conn, "9101") if each.goal_id[:4] == "9001"]
        assert {each.status for each in goals} == {"superseded"}
        assert questions.municipality_spellings(conn)["PROVKÖPINGS KOMMUN"] == "9101"
        there = meant(conn, "/sv/kommun/provkoping/pengar", {"city", "money"})
        assert there == "/sv/kommun/testvik/pengar"
        assert [*wrong_totals(conn), *wrong_columns(conn)] == []
    with filled.begin() as conn:
        undo(conn, "m", "prov", NOW)
    assert everything(filled) == whole


def test_what_was_of_another_code_is_of_the_new_one_as_it_was(filled: Engine, write: Write) -> None:
    with filled.connect() as conn:
        label = questions.releases(conn)[0].label
        totals, goals = questions.totals(conn, label)["9001"], questions.goals(conn, "9001")
    new = (
        "municipality_code,name,county_code,contract_since,eu_mission\n9003,Nyprov,90,2019,false\n"
    )
    imports.run("municipalities", [write("n.csv", new)], filled, now=NOW)
    row = "9001,9003,Provköping,renumbered,2024-01-01,Prov\n"
    imports.run("earlier-codes", [write("r.csv", HEADER + row)], filled, now=NOW)
    with filled.connect() as conn:
        assert questions.totals(conn, label)["9003"] == totals
        known = questions.goals(conn, "9003")
        assert [each.status for each in known] == [each.status for each in goals]


def test_what_merged_is_drawn_as_one(filled: Engine) -> None:
    drawn = municipality_shapes()
    with filled.connect() as conn:
        assert outlines(conn) == drawn
        conn.execute(
            insert(tables.earlier_code),
            [
                {
                    **{"earlier_code": code, "municipality_code": "9101", "name": "Prov"},
                    **{"change": "merged", "since": day, "source_title": "Prov"},
                }
                for code, day in (("0114", date(2025, 1, 1)), ("0115", date(2026, 1, 1)))
            ],
        )
        assert outlines(conn).keys() == drawn.keys() - {"0114", "0115"} | {"9101"}
        assert outlines(conn)["9101"] == f"{drawn['0114']} {drawn['0115']}"


def test_a_municipality_does_not_end_before_its_day(filled: Engine, write: Write) -> None:
    held = counts(filled)
    path = write("m.csv", HEADER + MERGED.replace("2025-01-01", "2027-01-01"))
    with pytest.raises(ImportProblems) as caught:
        imports.run("earlier-codes", [path], filled, now=NOW)
    assert [problem.column for problem in caught.value.problems] == ["since"]
    assert counts(filled) == held
