"""The frame of grants with funders, programmes and recipients as the register names them."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from progress.money.registry import Registry

RECIPIENT = ("beneficiary", "beneficiary_orgnr", "beneficiary_municipality_code")
"""By what a recipient is known: its name as published, its number and its municipality."""


def registered(frame: pd.DataFrame, registry: Registry) -> pd.DataFrame:
    """Words of publishers that mean the same become one word, the Swedish name of the register;
    those that it does not have stand as published (RULES §7.9). A recipient is known by its number
    and its municipality before its spelling; the columns of these are left out."""
    return frame.assign(
        funder=_renamed(frame, ("funder",), registry.funder_name),
        programme=_renamed(frame, ("programme",), registry.programme_name),
        beneficiary=_renamed(frame, RECIPIENT, registry.recipient_name),
    ).drop(columns=list(RECIPIENT[1:]))


def _renamed(
    frame: pd.DataFrame, columns: tuple[str, ...], name: Callable[..., str]
) -> pd.Categorical:
    """The name for each row's words in these columns, asked once for those that are the same."""
    words = [frame[column].cat.categories for column in columns]
    sizes = tuple(max(len(of_column), 1) for of_column in words)
    cells = np.ravel_multi_index(
        [frame[column].cat.codes.to_numpy(np.int64) for column in columns], sizes
    )
    different, cell_of = np.unique(cells, return_inverse=True)
    named = [
        name(*(of_column[place] for of_column, place in zip(words, places, strict=True)))
        for places in zip(*np.unravel_index(different, sizes), strict=True)
    ]
    place = {word: number for number, word in enumerate(dict.fromkeys(named))}
    codes = np.array([place[word] for word in named], np.int32)
    return pd.Categorical.from_codes(codes[cell_of], pd.Index(list(place), dtype=object))
