"""What `klimat export` writes, `klimat import` takes in again and finds nothing changed."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, delete

from data_access import imports
from data_access.exports import EXPORTS, export, write_csv, write_json
from data_access.imports import ImportProblems
from data_access.imports.statuses import import_statuses
from data_access.questions import local_contracts
from data_access.readmission import BY_RELEASE, EXPORTED
from data_access.tables import commitment_status
from tests.data_access.imports.conftest import Write
from tests.data_access.imports.test_tables import GOOD

GOALS = (
    "goal_id,municipality_code,kind,scope,gas,title_sv,quote_sv,base_year,base_value,unit,"
    "target_year,reduction_percent\n"
    "9001-G01,9001,reduction,territorial,co2e,Provmål,Provord,1990,12,kton,2030,70\n"
    "9002-G01,9002,reduction,group,co2,Testmål,,2010,,,2030,50\n"
)
FILES = {**GOOD, "goals": GOALS}


@pytest.mark.parametrize("form", ["csv", "json"])
@pytest.mark.parametrize("kind", EXPORTED)
def test_an_export_comes_in_again_and_nothing_is_changed(
    small: Engine, write: Write, tmp_path: Path, kind: str, form: str
) -> None:
    imports.run(kind, [write("first.csv", FILES[kind])], small)
    path = tmp_path / f"exported.{form}"
    with small.connect() as conn, path.open("w", encoding="utf-8", newline="") as stream:
        rows = export(conn, kind)
        (write_csv if form == "csv" else write_json)(EXPORTS[kind].columns, rows, stream)
    result = imports.run(kind, [path], small, dry_run=True).difference
    assert (result.new, result.restated, result.missing) == (0, 0, 0)
    assert result.unchanged >= 2


def test_what_does_not_come_in_again_has_a_reason() -> None:
    assert (EXPORTS.keys() & imports.KINDS.keys()) - set(EXPORTED) == BY_RELEASE


def test_a_number_that_is_about_is_so_in_its_words_or_in_its_column(
    small: Engine, write: Write
) -> None:
    head = "municipality_code,at,signatories,approximate,source_title\n"
    rows = "9001,2021,40,true,P\n9001,2022,cirka 40,,P\n9001,2023,40,false,P\n9001,2024,40,,P\n"
    imports.run("local-contracts", [write("c.csv", head + rows)], small)
    with small.connect() as conn:
        assert [local_contract.approximate for local_contract in local_contracts(conn)] == [
            True,
            True,
            False,
            False,
        ]
    other = write("d.csv", f"{head}9001,2025,cirka 40,false,P\n")
    with pytest.raises(ImportProblems, match="approximate"):
        imports.run("local-contracts", [other], small)


@pytest.mark.parametrize("word", ["running", "not_begun"])
def test_exported_statuses_come_into_another_store(
    small: Engine, write: Write, tmp_path: Path, word: str
) -> None:
    commitments = f"{GOOD['commitments'].splitlines()[0]},status,status_date,status_comment\n"
    commitments += f"c1,municipality,Provköping,9001,Prov,{word},2024-05-31,Provord\n"
    imports.run("commitments", [write("c.csv", commitments)], small)
    path = tmp_path / "statuses.csv"
    with small.connect() as conn, path.open("w", encoding="utf-8", newline="") as stream:
        told = list(export(conn, "statuses"))
        write_csv(EXPORTS["statuses"].columns, told, stream)
    with small.begin() as conn:
        conn.execute(delete(commitment_status))
    assert import_statuses([path], small).difference.new == 1
    with small.connect() as conn:
        assert list(export(conn, "statuses")) == told
