"""The frame of grants with funders, programmes and recipients as the register names them."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from progress.money.registry import Registry

KNOWN_BY = {"beneficiary_orgnr": "orgnr", "beneficiary_municipality_code": "code"}
"""Columns by which a recipient is known before its spelling → as `Registry.organisation` names
them; the last that knows it says who it is."""

RECIPIENT = ("beneficiary", *KNOWN_BY)


def registered(frame: pd.DataFrame, registry: Registry) -> pd.DataFrame:
    """Words of publishers that mean the same become one word, the Swedish name of the register;
    those that it does not have stand as published (RULES §7.9). A recipient is known by its
    municipality and its number before its spelling; the columns of these are left out."""
    return frame.assign(
        funder=_renamed(frame["funder"], registry.funder_name),
        programme=_renamed(frame["programme"], registry.programme_name),
        beneficiary=_recipients(frame, registry),
    ).drop(columns=list(KNOWN_BY))


def _renamed(column: "pd.Series[str]", name: Callable[[str], str]) -> pd.Categorical:
    return _categorical(column.cat.codes.to_numpy(), [name(word) for word in column.cat.categories])


def _recipients(frame: pd.DataFrame, registry: Registry) -> pd.Categorical:
    names = [registry.recipient_name(word) for word in frame["beneficiary"].cat.categories]
    codes = frame["beneficiary"].cat.codes.to_numpy(np.int32)
    for column, known_by in KNOWN_BY.items():
        words = frame[column].cat.categories
        known = [registry.organisation("", **{known_by: word}) for word in words]
        is_known = np.array([each is not None for each in known], bool)
        own = frame[column].cat.codes.to_numpy(np.int32)
        codes = np.where(is_known[own], own + len(names), codes)
        names += ["" if each is None else each.name for each in known]
    return _categorical(codes, names)


def _categorical(codes: npt.NDArray[np.integer], names: Sequence[str]) -> pd.Categorical:
    """The names at these places, each once; only those that are there."""
    place: dict[str, int] = {}
    own = np.zeros(len(names), np.int32)
    for number in np.flatnonzero(np.bincount(codes, minlength=len(names))).tolist():
        own[number] = place.setdefault(names[number], len(place))
    return pd.Categorical.from_codes(own[codes], pd.Index(list(place), dtype=object))
