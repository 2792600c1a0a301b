"""What an import says that a file changes: each field that is another, and what is missing."""

import csv
from io import StringIO

import pytest
from sqlalchemy import Engine, insert

from data_access import imports, tables
from data_access.imports.differences import Difference
from data_access.records import GRANT, Field
from tests.data_access.imports.conftest import Write

FULL = dict.fromkeys((field.column for field in GRANT.fields), "") | {
    "grant_id": "g1",
    "level": "project",
    "funder": "Provverket",
    "programme": "Provprogrammet",
    "call": "Provutlysning 1",
    "title": "Prov",
    "beneficiary": "Provköpings kommun",
    "beneficiary_orgnr": "212000-0142",
    "beneficiary_municipality_code": "9001",
    "allocation": "own",
    "theme": "Provtema",
    "priority": "Provområde",
    "is_climate": "true",
    "decision_year": "2020",
    "start": "2020-01",
    "end": "2021",
    "amount": "1000",
    "currency": "SEK",
    "amount_kind": "granted",
    "amount_note": "allt",
    "total_cost": "2000",
    "quality_flag": "ok",
    "note": "Provanmärkning; med semikolon",
    "source_id": "prov",
    "source_ref": "dnr 1",
    "municipalities": "9001",
}
OTHER = {
    "level": "programme",
    "beneficiary_orgnr": "202100-5489",
    "beneficiary_municipality_code": "9002",
    "allocation": "multi_municipality",
    "is_climate": "false",
    "decision_year": "2021",
    "decision": "rejected",
    "start": "2020-02",
    "end": "2022",
    "amount": "1001",
    "currency": "EUR",
    "amount_kind": "applied",
    "amount_basis": "whole",
    "part_year": "2021",
    "total_cost": "",
    "source_id": "prov-2",
    "municipalities": "9001;9002",
}


def as_csv(*rows: dict[str, str]) -> str:
    stream = StringIO()
    lines = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
    lines.writeheader()
    lines.writerows(rows)
    return stream.getvalue()


def shown(store: Engine, write: Write, kind: str, text: str) -> Difference:
    return imports.run(kind, [write("later.csv", text)], store, dry_run=True).difference


@pytest.mark.parametrize("field", [field for field in GRANT.fields if field.name != "grant_id"])
def test_each_field_of_a_grant_that_is_another_is_told(
    small: Engine, write: Write, field: Field
) -> None:
    with small.begin() as conn:
        conn.execute(
            insert(tables.source).values(
                source_id="prov-2", title="Prov 2", publisher="Prov", licence="Prov"
            )
        )
    imports.run("grants", [write("first.csv", as_csv(FULL))], small)
    assert shown(small, write, "grants", as_csv(FULL) + "\n").unchanged == 1
    text = as_csv({**FULL, field.column: OTHER.get(field.column, "annat")})
    change = shown(small, write, "grants", text)
    assert (change.new, change.restated, change.missing) == (0, 1, 0)
    (told,) = change.restated_sample
    assert told.old.startswith(f"{field.name} ")
    assert told.new.startswith(f"{field.name} ")
    assert told.old != told.new


def test_what_other_places_years_and_sources_have_is_not_missing(
    small: Engine, write: Write
) -> None:
    others = (
        {**FULL, "grant_id": "same", "title": "Ett till"},
        {**FULL, "grant_id": "year", "decision_year": "2019"},
        {**FULL, "grant_id": "source", "source_id": "operator"},
        {
            **FULL,
            "grant_id": "place",
            "beneficiary_municipality_code": "9002",
            "municipalities": "9002",
        },
    )
    with small.begin() as conn:
        conn.execute(
            insert(tables.source).values(
                source_id="operator", title="Prov", publisher="Prov", licence="Prov"
            )
        )
    imports.run("grants", [write("all.csv", as_csv(FULL, *others))], small)
    change = shown(small, write, "grants", as_csv({**FULL, "note": ""}))
    assert (change.restated, change.missing_sample) == (1, ("same",))


def test_one_row_for_one_city_and_year_lacks_nothing_of_other_cities_and_years(
    small: Engine, write: Write
) -> None:
    header = "municipality_code,year,persons\n"
    every = "".join(f"{code},{year},1000\n" for code in (9001, 9002) for year in (2020, 2021))
    imports.run("population", [write("all.csv", header + every)], small)
    change = shown(small, write, "population", header + "9001,2021,1001\n")
    assert (change.new, change.restated, change.missing, change.unchanged) == (0, 1, 0, 0)
    assert change.restated_sample[0].new == "inhabitants 1001"
    gap = shown(small, write, "population", header + "9001,2021,1000\n9002,2020,1000\n")
    assert gap.missing_sample == ("9001 2020", "9002 2021")
