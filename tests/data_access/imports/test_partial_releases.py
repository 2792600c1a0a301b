"""A release of some municipalities alone is the newest of these, and of no others (RULES §1.4)."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from data_access import imports
from data_access.imports import ImportProblems
from data_access.questions import default_release, has_partial_release, verdicts
from data_access.tables import release
from progress.verdict_model import Verdict


def without_bands(found: tuple[Verdict, ...]) -> list[Verdict]:
    """Verdicts without how wide estimates are: that is told from the errors of all places."""
    return [replace(one, estimates=()) for one in found]


FILE = Path(__file__).parents[2] / "cases" / "strategist" / "em-own.xlsx"
LABEL = "prov-co2e-2027"
NOW = datetime(2026, 11, 30, tzinfo=UTC)
HELD, OTHER = "1880", "2080"


def test_each_municipality_is_read_from_the_newest_release_that_holds_it(
    seeded_copy: Engine,
) -> None:
    with seeded_copy.connect() as conn:
        before = default_release(conn, "co2e")
        falun = verdicts(conn, OTHER)
        orebro = verdicts(conn, HELD)
        assert not has_partial_release(conn)
    assert falun
    imports.run("emissions", [FILE], seeded_copy, release=LABEL, partial=True, now=NOW)
    with seeded_copy.connect() as conn:
        assert has_partial_release(conn)
        assert default_release(conn, "co2e") == before
        assert default_release(conn, "co2e", OTHER) == before
        assert default_release(conn, "co2e", HELD) == LABEL
        assert without_bands(verdicts(conn, OTHER)) == without_bands(falun)
        again = verdicts(conn, HELD)
        assert [one.goal.goal_id for one in again] == [one.goal.goal_id for one in orebro]
        assert again != orebro
        everyone = verdicts(conn)
        assert [one for one in everyone if one.goal.municipality_code == HELD] == list(again)
        others = tuple(one for one in everyone if one.goal.municipality_code == OTHER)
        assert without_bands(others) == without_bands(falun)


def test_a_file_of_few_is_refused_where_nobody_says_that_it_is_meant(seeded_copy: Engine) -> None:
    with pytest.raises(ImportProblems, match=r"without 288 .* all 290 municipalities"):
        imports.run("emissions", [FILE], seeded_copy, release=LABEL, now=NOW)
    with seeded_copy.connect() as conn:
        assert LABEL not in set(conn.scalars(select(release.c.label)))
