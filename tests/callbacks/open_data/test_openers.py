"""Every whole file opens by default in the programs that readers use, and says the same there."""

from io import BytesIO
from pathlib import Path
from typing import Any

import duckdb
import polars
import pytest
from flask.testing import FlaskClient

from data_access.exports import csv_lines
from data_access.open_data import DATASETS, whole
from data_access.open_data.first_rows import typical_first
from data_access.reading import StoreReader
from progress.dataset import Column, Dataset, Kind

NUMBERS = (Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL)
CODES = ("municipality_code", "code", "county_code", "beneficiary_municipality_code")


@pytest.fixture(scope="module", params=list(DATASETS))
def opened(
    request: pytest.FixtureRequest,
    reader: FlaskClient,
    seeded_file: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Dataset, Path, list[Any]]:
    """A dataset, its file as it is downloaded from the seeded store, and its rows there."""
    dataset = DATASETS[request.param]
    path = tmp_path_factory.mktemp("opened") / f"{dataset.name}.csv"
    path.write_bytes(reader.get(f"/data/{path.name}", buffered=True).data)
    with StoreReader(f"sqlite:///{seeded_file}").connection() as conn:
        return dataset, path, list(whole(conn, dataset.name))


def total(rows: list[Any], column: Column) -> float:
    return float(sum(row[column.name] for row in rows if row[column.name] is not None))


def test_duckdb_reads_counts_codes_and_sums(opened: tuple[Dataset, Path, list[Any]]) -> None:
    dataset, path, rows = opened
    table = duckdb.read_csv(str(path))
    assert tuple(table.columns) == dataset.fields
    types = dict(zip(table.columns, map(str, table.types), strict=True))
    read = table.fetchall()
    assert len(read) == len(rows)
    for place, column in enumerate(dataset.columns):
        told = [row[column.name] for row in rows if row[column.name] not in (None, "")]
        if not told:
            continue
        cells = [row[place] for row in read if row[place] is not None]
        assert len(cells) == len(told), column.name
        if column.kind in NUMBERS:
            assert types[column.name] in ("BIGINT", "DOUBLE"), column.name
            assert sum(cells) == pytest.approx(total(rows, column))
        if column.name in CODES:
            assert {str(cell) for cell in cells} == set(told)
            zeros = any(code.startswith("0") for code in told)
            assert types[column.name] == "VARCHAR" or not zeros, column.name


def test_polars_reads_counts_and_sums(opened: tuple[Dataset, Path, list[Any]]) -> None:
    """It takes digits for numbers even between quotation marks: codes lose their zeros there."""
    dataset, path, rows = opened
    table = polars.read_csv(path)
    assert tuple(table.columns) == dataset.fields
    assert table.height == len(rows)
    for column in dataset.columns:
        told = [row[column.name] for row in rows if row[column.name] not in (None, "")]
        cells = table[column.name].drop_nulls()
        assert len(cells) == len(told), column.name
        if told and column.kind in NUMBERS:
            assert cells.sum() == pytest.approx(total(rows, column)), column.name
        if told and column.name in CODES and told[0].isdigit():
            assert {str(cell).zfill(len(told[0])) for cell in cells} == set(told)


def test_parquet_has_types_so_that_codes_are_text(
    opened: tuple[Dataset, Path, list[Any]], reader: FlaskClient
) -> None:
    dataset, _, rows = opened
    file = reader.get(f"/data/{dataset.name}.parquet", buffered=True)
    assert file.mimetype == "application/vnd.apache.parquet"
    table = polars.read_parquet(BytesIO(file.data))
    assert (tuple(table.columns), table.height) == (dataset.fields, len(rows))
    for column in dataset.columns:
        if column.kind is Kind.TEXT:
            told = {row[column.name] or None for row in rows}
            assert set(table[column.name]) == told, column.name
        if column.kind in NUMBERS:
            assert float(table[column.name].sum()) == pytest.approx(total(rows, column))
    if dataset.name == "emissions":
        assert len(file.data) <= 600_000


def test_the_first_rows_show_what_each_column_holds(tmp_path: Path) -> None:
    columns = (Column("case", Kind.TEXT, ""), Column("sek", Kind.DECIMAL, ""))
    rows: list[dict[str, Any]] = [{"case": str(number), "sek": None} for number in range(200)]
    rows += [{"case": "2018/00076", "sek": None}, {"case": "", "sek": 1.5}]
    result = typical_first(rows, columns)
    assert result == [rows[200], rows[201], *rows[:200]]
    path = tmp_path / "file.csv"
    path.write_text("".join(csv_lines(("case", "sek"), result)), encoding="utf-8")
    assert polars.read_csv(path)["sek"].sum() == 1.5
