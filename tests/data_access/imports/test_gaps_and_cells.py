"""Gaps of plans come in as printed or not at all; new grants are in the portfolio's frame."""

import pytest
from sqlalchemy import Engine

from data_access.frames import grants
from data_access.imports import ImportProblems, run
from data_access.questions import emission_gaps
from tests.data_access.imports.conftest import Write

GAPS = (
    "municipality_code,basis,sector,unit,gap,existing_strategies_reduction,quality_flag,source_id\n"
    "9001,provmål 2030,Provtransport,kt CO2e,1.5,-37,ok,prov\n"
    "9001,provmål 2030,Provavfall,kt CO2e,,,tbd,prov\n"
    "9001,provmål 2030,Provenergi,kt CO2e,0,,ok,prov\n"
)
GRANTS = """grant_id,level,funder,title,amount,currency,amount_kind,source_id
prov-1,project,Provfonden,Provprojekt,1000,SEK,granted,prov
"""


def test_gaps_keep_unit_zero_and_what_is_unknown(small: Engine, write: Write) -> None:
    run("emission-gaps", [write("gaps.csv", GAPS)], small)
    with small.connect() as conn:
        result = {emission_gap.sector: emission_gap for emission_gap in emission_gaps(conn, "9001")}
        assert emission_gaps(conn, "9002") == ()
    assert result["Provtransport"].gap == 1.5
    assert result["Provtransport"].gap_tonnes == 1500
    assert result["Provtransport"].existing_strategies_reduction == -37
    assert result["Provavfall"].gap_tonnes is None
    assert result["Provenergi"].gap_tonnes == 0


@pytest.mark.parametrize(
    ("good", "bad", "column"),
    [
        ("kt CO2e,1.5", "Mt,1.5", "unit"),
        ("9001,provmål 2030,Provavfall", "9009,provmål 2030,Provavfall", "municipality_code"),
        ("Provavfall", "Provtransport", "sector"),
        (",0,", ",noll,", "gap"),
    ],
)
def test_a_bad_gap_leaves_the_store_as_it_was(
    small: Engine, write: Write, good: str, bad: str, column: str
) -> None:
    with pytest.raises(ImportProblems) as told:
        run("emission-gaps", [write("gaps.csv", GAPS.replace(good, bad, 1))], small)
    assert told.value.problems[0].column == column
    with small.connect() as conn:
        assert emission_gaps(conn, "9001") == ()


def test_a_new_import_of_grants_is_in_the_frame(small: Engine, write: Write) -> None:
    for name, file in (("a", GRANTS), ("b", GRANTS.replace("prov-1", "prov-2"))):
        run("grants", [write(f"{name}.csv", file)], small)
    with small.connect() as conn:
        assert grants(conn)["amount"].tolist() == [1000, 1000]
    run("grants", [write("c.csv", GRANTS.replace("1000", "500"))], small)
    with small.connect() as conn:
        assert sorted(grants(conn)["amount"]) == [500, 1000]


def test_the_seeded_store_has_every_gap(seeded: Engine) -> None:
    with seeded.connect() as conn:
        assert len(emission_gaps(conn, "1283")) == 12
