"""Publishers' tables of counts, of which indicators are worked out."""

from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import Engine, insert, select

from data_access import imports, tables
from data_access.imports.statistics import power_circle, trafa
from data_access.tables import indicator_value

INDICATORS = (
    trafa.ALL_ELECTRIC,
    trafa.CHARGEABLE,
    power_circle.PER_POINT,
    power_circle.PER_THOUSAND,
)
NAME = "Nyregistrerade personbilar efter kommun och drivmedel"


@pytest.fixture
def country(small: Engine) -> Engine:
    """The made-up country with the four indicators, and Provköping's inhabitants of 2025."""
    with small.begin() as conn:
        (prov,) = conn.execute(select(tables.indicator)).mappings()
        for indicator_id in INDICATORS:
            conn.execute(insert(tables.indicator).values({**prov, "indicator_id": indicator_id}))
    return small


def values(engine: Engine) -> dict[tuple[str, str, int], tuple[float, float, float]]:
    table = indicator_value.c
    with engine.connect() as conn:
        return {
            (row.indicator_id, row.municipality_code, row.year): (
                row.value,
                row.numerator,
                row.denominator,
            )
            for row in conn.execute(select(*table))
        }


def workbook(path: Path, *rows: list[object]) -> Path:
    """Trafikanalys' form: a list of contents, a table of another kind, and the one that is read."""
    book = openpyxl.Workbook()
    contents = book.active
    assert contents is not None
    contents.title = "Innehåll"
    contents.append(["Tabell", "Table", 5, f"Tabell 5. {NAME}. År 2025."])
    heading = [
        ["Kommun-", "Kommun", "Bensin", "El", "Elhybrider1)", "Laddhybrider", "Totalt"],
        ["kod", "Municipality", "Petrol", "Electricity", "Electric", "Plug-in", "Total"],
    ]
    for title, sheet in (("Personbilar i trafik", "Tabell 4"), (NAME, "Tabell 5")):
        table = book.create_sheet(sheet)
        table.append([f"{sheet}. {title}. År 2025."])
        for line in (*heading, *rows):
            table.append(line)
    book.save(path)
    return path


def test_new_cars_are_shares_of_all_that_are_new(country: Engine, tmp_path: Path) -> None:
    first = [9001, "Provköping", 157, 306, 99, 243, 834]
    path = workbook(tmp_path / "t.xlsx", first, [9002, "Teststad", "–", "–", "–", "–", "–"])
    result = imports.run("indicators-trafa", [path], country)
    assert result.rows == 2  # where no car is new there is no share
    assert values(country) == {
        (trafa.ALL_ELECTRIC, "9001", 2025): (round(306 / 834, 6), 306, 834),
        (trafa.CHARGEABLE, "9001", 2025): (round((306 + 243) / 834, 6), 549, 834),
    }
    with country.connect() as conn:
        row = conn.execute(select(tables.release)).one()
    assert (row.kind, row.source_id) == ("indicators", "trafa-new-cars")


CHARGING = '"","Antal laddhybrider","Antal elbilar","Laddbara fordon/capita","Antal laddpunkter"\n'


def test_charge_points_are_held_against_cars_and_inhabitants(
    country: Engine, tmp_path: Path
) -> None:
    population = tmp_path / "p.csv"
    population.write_text("municipality_code,year,persons\n9001,2025,2000\n", "utf-8")
    imports.run("population", [population], country)
    path = tmp_path / "dec-2025.csv"
    lines = '"PROVKÖPING","649","1032","5,48","50"\n"TESTSTAD","1","2","0","0"\n'
    path.write_text(CHARGING + lines, "utf-8-sig")
    result = imports.run("indicators-power-circle", [path], country)
    assert values(country) == {
        (power_circle.PER_POINT, "9001", 2025): (round(1681 / 50, 6), 1681, 50),
        (power_circle.PER_THOUSAND, "9001", 2025): (25, 50, 2),
    }
    assert "1 municipalities without known inhabitants" in "\n".join(map(str, result.notes))


FAULTS = [
    ("indicators-power-circle", "dec.csv", '"PROVKÖPING","1","2","0","3"', "year in the file’s"),
    ("indicators-power-circle", "2025.csv", '"INGENSTAD","1","2","0","3"', "municipality’s name"),
    ("indicators-power-circle", "2025.csv", '"PROVKÖPING","1","x","0","3"', "a number"),
    ("indicators-power-circle", "2025.csv", '"PROVKÖPING","-1","2","0","3"', "zero or more"),
    ("indicators-trafa", "2025.csv", '"PROVKÖPING","1","2","0","3"', "no such table"),
]


@pytest.mark.parametrize(("kind", "name", "line", "word"), FAULTS)
def test_a_table_that_is_another_is_named(
    country: Engine, tmp_path: Path, kind: str, name: str, line: str, word: str
) -> None:
    path = tmp_path / name
    path.write_text(CHARGING + line + "\n", "utf-8")
    with pytest.raises(imports.ImportProblems, match=word):
        imports.run(kind, [path], country)


def test_an_indicator_must_be_defined_first(small: Engine, tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", [9001, "Provköping", 1, 1, 1, 1, 4])
    with pytest.raises(imports.ImportProblems, match="indicator-definitions"):
        imports.run("indicators-trafa", [path], small)
