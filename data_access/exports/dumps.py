"""Everything as it is on a day, in a folder of its own that is never written again."""

import gzip
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import rmtree

from sqlalchemy import Connection

from data_access.exports.sqlite_file import write_everything
from data_access.exports.writing import csv_lines
from data_access.open_data import DATASETS, whole
from data_access.open_data.first_rows import in_file_order
from data_access.releases import file_hash
from progress.dataset import EVERYTHING

CHECKSUMS = "SHA256SUMS"
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class DumpExists(ValueError):  # noqa: N818
    """The day has a dump, and what has been given out under an address stays."""


def write_dump(conn: Connection, folder: Path, day: date) -> Path:
    """Every dataset as CSV packed with gzip, all as one SQLite file, and their checksums.

    The files appear together, when all are written. Raises DumpExists.
    """
    done = folder / day.isoformat()
    if done.exists():
        raise DumpExists(done)
    begun = folder / f".{day.isoformat()}"
    rmtree(begun, ignore_errors=True)
    begun.mkdir(parents=True)
    for name, dataset in DATASETS.items():
        rows = in_file_order(dataset, whole(conn, name))
        with (
            (begun / f"{name}.csv.gz").open("wb") as file,
            gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed,
        ):
            for piece in csv_lines(dataset.fields, rows):
                packed.write(piece.encode())
    write_everything(conn, begun / EVERYTHING)
    sums = (f"{file_hash(path)}  {path.name}\n" for path in sorted(begun.iterdir()))
    (begun / CHECKSUMS).write_text("".join(list(sums)), encoding="utf-8")
    begun.rename(done)
    return done


def dumps(folder: Path) -> Iterator[date]:
    """The days of which there is a dump, the newest first."""
    names = (path.name for path in folder.iterdir()) if folder.is_dir() else ()
    for name in sorted(filter(DAY.fullmatch, names), reverse=True):
        yield date.fromisoformat(name)


def dump_of(folder: Path, day: date) -> date | None:
    """The day of the newest dump that is not after this one; None where there is none."""
    return next((each for each in dumps(folder) if each <= day), None)
