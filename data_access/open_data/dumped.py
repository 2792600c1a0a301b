"""The rows of a dataset as a dump of an earlier day holds them."""

import json
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from data_access.open_data.rows import Row, in_key_order
from progress.dataset import EVERYTHING, Dataset, Kind

_READ: Mapping[Kind, Callable[[Any], Any]] = {
    Kind.DECIMAL: Decimal,
    Kind.BOOLEAN: bool,
    Kind.DATE: date.fromisoformat,
    Kind.MOMENT: datetime.fromisoformat,
    Kind.LIST: json.loads,
    Kind.OBJECT: json.loads,
    Kind.OBJECTS: json.loads,
}
"""From what a cell of the SQLite file holds to a value of the column's kind, where they differ."""


class NotInDump(LookupError):  # noqa: N818
    """The dataset was not given out yet on the day of the dump."""


def dumped_rows(dump: Path, dataset: Dataset) -> tuple[Row, ...]:
    """Every row, in order of the key. A column that was not there yet holds nothing.

    `dump` is the folder of a day. Raises NotInDump, OSError where the dump cannot be read.
    """
    address = f"{(dump / EVERYTHING).absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as store:
            there = {row[1] for row in store.execute(f'PRAGMA table_info("{dataset.name}")')}
            if not there.issuperset(dataset.key):
                raise NotInDump(dataset.name)
            columns = [column for column in dataset.columns if column.name in there]
            names = ", ".join(f'"{column.name}"' for column in columns)
            readers = [(column.name, _READ.get(column.kind)) for column in columns]
            nothing = dict.fromkeys(dataset.fields)
            rows = [
                {
                    **nothing,
                    **{
                        name: value if value is None or read is None else read(value)
                        for (name, read), value in zip(readers, row, strict=True)
                    },
                }
                for row in store.execute(f'SELECT {names} FROM "{dataset.name}"')
            ]
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
    return tuple(in_key_order(dataset, rows))
