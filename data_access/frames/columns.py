"""Whole columns of a question, each as one text that the database joins and Python splits: some
times faster than as many rows, where a board reads all there are."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Text,
    cast,
    func,
    literal_column,
    select,
)

ROWS, FIELDS = "\x1e", "\x1f"
"""Between rows of a column, and between fields that are read as one column: no text holds them."""


def read_columns(
    conn: Connection, rows: FromClause, columns: Sequence[ColumnElement[Any]], *where: Any
) -> list[list[str]]:
    """The values of each column as texts, all in the same order of rows; NULL is an empty text."""
    whole = [
        func.aggregate_strings(func.coalesce(cast(column, Text), literal_column("''")), ROWS)
        for column in columns
    ]
    texts = conn.execute(select(*whole).select_from(rows).where(*where)).one()
    return [[] if text is None else text.split(ROWS) for text in texts]


def side_by_side(*columns: ColumnElement[Any]) -> ColumnElement[str]:
    """Columns of few values as one, which costs less to read; `apart` takes them apart again."""
    result: ColumnElement[str] = func.coalesce(cast(columns[0], Text), literal_column("''"))
    for column in columns[1:]:
        text = func.coalesce(cast(column, Text), literal_column("''"))
        result = result.op("||")(literal_column(f"'{FIELDS}'")).op("||")(text)
    return result


def numbered(values: Sequence[Any]) -> tuple[np.ndarray, list[Any]]:
    """Each value's place among the different ones, and these, in the order of their first row."""
    different = list(dict.fromkeys(values))
    place = {value: number for number, value in enumerate(different)}
    return np.fromiter(map(place.__getitem__, values), np.int32, len(values)), different


def categories(codes: np.ndarray, words: Sequence[str]) -> pd.Categorical:
    """A column of words of which `codes` are places in `words`, which may repeat themselves."""
    own, different = numbered(words)
    return pd.Categorical.from_codes(
        own[codes] if len(words) else codes, pd.Index(different, dtype=object)
    )
