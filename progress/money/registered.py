"""The frame of grants with funders, programmes and recipients as the register names them."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from progress.money.registry import Registry


def registered(frame: pd.DataFrame, registry: Registry) -> pd.DataFrame:
    """Words of publishers that mean the same become one word, the Swedish name of the register;
    those that it does not have stand as published (RULES §7.9)."""
    return frame.assign(
        funder=_renamed(frame["funder"], registry.funder_name),
        programme=_renamed(frame["programme"], registry.programme_name),
        beneficiary=_renamed(frame["beneficiary"], registry.recipient_name),
    )


def _renamed(column: "pd.Series[str]", name: Callable[[str], str]) -> pd.Categorical:
    names = [name(word) for word in column.cat.categories]
    different = list(dict.fromkeys(names))
    place = {word: number for number, word in enumerate(different)}
    codes = np.array([place[word] for word in names], np.int32)[column.cat.codes.to_numpy()]
    return pd.Categorical.from_codes(codes, pd.Index(different, dtype=object))
