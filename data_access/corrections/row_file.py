"""A row as the file that an import of its kind would read."""

import csv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def row_file(name: str, cells: Mapping[str, str]) -> Iterator[Path]:
    """A CSV file with one row, under the columns of its cells; gone afterwards."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([[*cells], [*cells.values()]])
        yield path
