"""What a page asks is found by an index: no question reads a whole large table in PostgreSQL.

The store of a test is small, and a small table is read whole whatever indexes it has; so the
planner is told that this is dear. Then what it still reads whole has no index to be found by.
`python -m tests.load.scale` shows the plans' cost on a hundred million values.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, text

from data_access import questions
from data_access.engine import open_store
from data_access.exports.emissions import EmissionChoice, emission_rows, newest_territorial
from progress.emissions.series import Gas
from tests.data_access.made_up import fill
from tests.statements import heard, is_question
from tests.stores import new_store

LARGE = {
    "emission",
    "emission_total",
    "population",
    "verdict",
    "indicator_value",
    "grant",
    "grant_place",
}

CODE, RELEASE = "9001", "prov-co2e-2"

MAIN: dict[str, Callable[[Connection], object]] = {
    "the version": questions.store_version,
    "a municipality by its address": lambda conn: questions.municipality_by_slug(conn, "testvik"),
    "its emissions by sector": lambda conn: questions.sectors(conn, RELEASE, CODE),
    "its inhabitants": lambda conn: questions.population(conn, CODE),
    "everybody's inhabitants in a year": lambda conn: questions.populations(conn, 2023),
    "its verdicts": lambda conn: questions.verdicts(conn, CODE),
    "its verdicts on a release": lambda conn: questions.verdicts(conn, CODE, RELEASE),
    "everybody's yardsticks on a release": lambda conn: questions.pace_gaps(conn, RELEASE),
    "its goals": lambda conn: questions.goals(conn, CODE),
    "its grants": lambda conn: questions.grants(conn, CODE),
    "an indicator": lambda conn: questions.indicator_values(conn, "cycle-metres"),
    "a release's totals": lambda conn: questions.totals(conn, RELEASE),
    "some municipalities' totals": lambda conn: questions.totals(conn, RELEASE, (CODE, "9002")),
    "everybody's totals in a year": lambda conn: questions.totals_of_year(conn, RELEASE, 2023),
    "the years of a release": lambda conn: questions.observed_years(conn, RELEASE),
    "some municipalities' inhabitants": lambda conn: questions.populations_of_years(
        conn, (2022, 2023), (CODE, "9002")
    ),
    "the sum of all municipalities": lambda conn: questions.national(conn, RELEASE),
    "a page of the API": lambda conn: list(
        emission_rows(conn, EmissionChoice({"municipality_code": (CODE,)}, limit=100))
    ),
    "a later page of the API": lambda conn: list(
        emission_rows(conn, EmissionChoice({}, after=(2, CODE, 2020, 1), limit=100))
    ),
}


@pytest.fixture(scope="module")
def postgres(postgres_url: str) -> Iterator[Engine]:
    engine = open_store(new_store(postgres_url, fill))
    yield engine
    engine.dispose()


@pytest.mark.parametrize("what", MAIN)
def test_a_main_question_reads_no_large_table_whole(postgres: Engine, what: str) -> None:
    with postgres.connect() as conn:
        with heard(conn) as asked:
            MAIN[what](conn)
        conn.execute(text("SET LOCAL enable_seqscan = off"))
        plans = [
            conn.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", values).scalar_one()
            for statement, values in asked
            if is_question(statement)
        ]
    assert plans
    for plan in plans:
        for node in nodes(plan[0]["Plan"]):
            if node.get("Relation Name") in LARGE:
                assert node["Node Type"] != "Seq Scan", node
                if node["Node Type"] in ("Index Scan", "Index Only Scan"):
                    assert "Index Cond" in node, node


def test_what_the_api_tells_of_one_municipality_reads_no_others_totals(postgres: Engine) -> None:
    gases = list(Gas)
    with postgres.connect() as conn:
        with heard(conn) as asked:
            held = newest_territorial(conn, gases, [CODE])
        everyones = newest_territorial(conn, gases)
    totals = [statement for statement, _ in asked if "FROM emission_total" in statement]
    assert totals
    assert all("emission_total.municipality_code IN" in statement for statement in totals)
    assert held == {release: [CODE] for release, codes in everyones.items() if CODE in codes}


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A plan's steps, whatever they are under."""
    yield plan
    for below in plan.get("Plans", []):
        yield from nodes(below)
