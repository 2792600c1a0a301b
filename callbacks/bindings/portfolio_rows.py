"""Asks for the grants behind a choice row by row, in an order and a part of them at a time."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from data_access import frames, questions
from data_access.reading import Connection
from layouts.boards.portfolio import RowOfGrants
from layouts.overview.order import swedish
from progress.money.choice import Chosen

LARGEST_FIRST: Mapping[str, bool] = {"sek": False}


def rows_of(
    conn: Connection, chosen: Chosen, part: range, order: Mapping[str, bool] = LARGEST_FIRST
) -> tuple[RowOfGrants, ...]:
    """A part of the chosen rows. `order` maps columns of the frame to whether they rise; what is
    unknown comes last, and rows that are alike by it stand by falling kronor.
    """
    frame = chosen.frame
    positions = _ordered(frame, np.flatnonzero(chosen.mask()), part, order)
    some = frame[["sek", "repeats"]].iloc[positions]
    of_id = dict(
        zip(
            frames.grant_ids(conn).take(positions),
            some.itertuples(index=False, name=None),
            strict=True,
        )
    )
    return tuple(
        RowOfGrants(grant, None if np.isnan(sek) else float(sek), bool(repeats))
        for grant in questions.grant_rows(conn, list(of_id))
        for sek, repeats in [of_id[grant.grant_id]]
    )


def _ordered(
    frame: pd.DataFrame, positions: np.ndarray, part: range, order: Mapping[str, bool]
) -> np.ndarray:
    """The places in the frame of a part of these rows, once they are in order."""
    if dict(order) == LARGEST_FIRST and part.stop < len(positions):
        keys = _keys(frame, positions, "sek", rising=False)
        first = np.argpartition(keys, part.stop - 1)[: part.stop]
        positions = positions[first]
    by = [*order.items(), *LARGEST_FIRST.items()]
    columns = [_keys(frame, positions, name, rising=rising) for name, rising in by]
    places = np.lexsort((positions, *reversed(columns)))
    result: np.ndarray = positions[places][part.start : part.stop]
    return result


def _keys(frame: pd.DataFrame, positions: np.ndarray, name: str, *, rising: bool) -> np.ndarray:
    """What rows are put in order by: numbers that rise, endless where nothing is known."""
    column = frame[name]
    if isinstance(column.dtype, pd.CategoricalDtype):
        words = [str(word) for word in column.cat.categories]
        rank = np.empty(len(words), np.float64)
        rank[sorted(range(len(words)), key=lambda place: swedish(words[place]))] = np.arange(
            len(words)
        )
        rank[[not word for word in words]] = np.nan
        keys = rank[column.cat.codes.to_numpy()[positions]]
    else:
        keys = column.to_numpy(np.float64)[positions]
        if name == "year":
            keys = np.where(keys > 0, keys, np.nan)
    result: np.ndarray = np.nan_to_num(keys if rising else -keys, nan=np.inf)
    return result
