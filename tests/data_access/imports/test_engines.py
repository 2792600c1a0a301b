"""A publisher's file goes the same way into both kinds of store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from data_access import imports, migrations
from data_access.engine import open_store
from data_access.questions import goals, totals, verdicts
from progress.goals.goal import YARDSTICK_ID


@pytest.fixture(scope="module")
def postgres(postgres_url: str) -> Iterator[Engine]:
    """A PostgreSQL store with the seed data."""
    engine = open_store(postgres_url, read_only=False, check=False)
    migrations.upgrade(engine)
    imports.seed(engine)
    yield engine
    engine.dispose()


def rounded(conn: Connection, label: str) -> dict[tuple[str, int], float]:
    """Totals to the kilogram: the two engines add in another order."""
    return {
        (code, point.year): round(point.value, 3)
        for code, points in totals(conn, label).items()
        for point in points
    }


def test_both_stores_hold_the_same_figures_and_verdicts(postgres: Engine, seeded: Engine) -> None:
    with postgres.connect() as there, seeded.connect() as here:
        for label in ("smhi-co2-2023", "smhi-co2e-2026"):
            assert rounded(there, label) == rounded(here, label)
        assert goals(there) == goals(here)
        told = [verdict.sentence_sv for verdict in verdicts(there, code="2081")]
        assert told == [verdict.sentence_sv for verdict in verdicts(here, code="2081")]
        assert any(verdict.goal.goal_id == YARDSTICK_ID for verdict in verdicts(there, code="2081"))


def test_a_dry_run_writes_nothing_in_postgresql_either(postgres: Engine, tmp_path: Path) -> None:
    path = tmp_path / "prov.csv"
    path.write_text("municipality_code,year,sector,tonnes\n2081,2020,total,400000\n")
    shown = imports.run(
        "emissions",
        [path],
        postgres,
        release="prov-co2e-2027",
        edition=2026,
        dry_run=True,
        partial=True,
    )
    assert (shown.difference.restated, shown.difference.new) == (1, 0)
    with postgres.connect() as conn:
        assert totals(conn, "prov-co2e-2027") == {}
