"""The forms of a whole dataset as a file: what each is called, and how it is written."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from data_access.exports import Sheet, write_csv, write_workbook
from data_access.exports.json_stat import write_json_stat
from data_access.exports.parquet import parquet_is_there, write_parquet
from data_access.open_data.datasets import DATASETS
from data_access.open_data.explained import about_sheet, column_sheet
from data_access.open_data.first_rows import in_file_order, typical_first
from data_access.open_data.rows import LATEST, whole
from data_access.open_data.wide import WIDE, wide
from progress import media_types
from progress.dataset import Dataset
from progress.emissions.sectors import SECTORS
from progress.phrases.words import sector_word

Rows = Iterable[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Form:
    """`suffix` follows the dataset's name; `text` gains from being packed on its way."""

    suffix: str
    mime: str
    write: Callable[[Connection, Dataset, Rows, Path], None]
    text: bool = False
    of_series: bool = False
    """Whether only datasets of yearly figures have it."""


def _csv(_conn: Connection, dataset: Dataset, rows: Rows, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        write_csv(dataset.fields, in_file_order(dataset, rows), out)


def _wide(_conn: Connection, dataset: Dataset, rows: Rows, path: Path) -> None:
    by_year, series = wide(dataset, rows)
    with path.open("w", encoding="utf-8", newline="") as out:
        write_csv(by_year.fields, typical_first(series, by_year.columns), out)


def _workbook(_conn: Connection, dataset: Dataset, rows: Rows, path: Path) -> None:
    sheets = [
        Sheet(dataset.name, dataset.fields, in_file_order(dataset, rows)),
        Sheet("columns", *column_sheet(dataset)),
        Sheet("about", *about_sheet(dataset)),
    ]
    with path.open("wb") as book:
        write_workbook(sheets, book)


def _parquet(_conn: Connection, dataset: Dataset, rows: Rows, path: Path) -> None:
    write_parquet(dataset.columns, rows, path)


def _json_stat(conn: Connection, dataset: Dataset, rows: Rows, path: Path) -> None:
    names = {row["code"]: row["name"] for row in whole(conn, "municipalities")}
    sectors = {code: sector_word(code, "en") for code in SECTORS}
    with path.open("w", encoding="utf-8") as out:
        write_json_stat(dataset, rows, {"municipality_code": names, "sector": sectors}, out)


CSV = Form(".csv", media_types.CSV, _csv, text=True)
WIDE_CSV = Form(f"{WIDE}.csv", media_types.CSV, _wide, text=True, of_series=True)
XLSX = Form(".xlsx", media_types.XLSX, _workbook)
PARQUET = Form(".parquet", media_types.PARQUET, _parquet)
JSON_STAT = Form(".json-stat", media_types.JSON, _json_stat, text=True, of_series=True)
FORMS = (WIDE_CSV, CSV, XLSX, PARQUET, JSON_STAT)


def forms_of(dataset: Dataset) -> Iterator[Form]:
    """The forms that a dataset can be had in, from this installation."""
    for form in FORMS:
        if (dataset.series or not form.of_series) and (form is not PARQUET or parquet_is_there()):
            yield form


def write(conn: Connection, name: str, release: str | None, form: Form, path: Path) -> None:
    """A dataset, or the emissions of one release, as a file. Raises TooManyRows."""
    form.write(conn, DATASETS[name], whole(conn, name, release or LATEST), path)
