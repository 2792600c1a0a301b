"""The frame of grants with funders, programmes and recipients as the register names them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from progress.money.registry import Registry

KNOWN_BY = {"beneficiary_orgnr": "orgnr", "beneficiary_municipality_code": "code"}
"""Columns by which a recipient is known before its spelling → as `Registry.organisation` names
them; the last that knows it says who it is."""

RECIPIENT = ("beneficiary", *KNOWN_BY)


Spellings = Mapping[str, tuple[str, ...]]
"""Organisation number → the spellings of its name, the commonest first."""


def spellings_of_numbers(frame: pd.DataFrame, registry: Registry) -> Spellings:
    """Of numbers that publishers spell in several ways: those numbers and spellings that the
    register does not have."""
    numbers, spellings = frame["beneficiary_orgnr"], frame["beneficiary"]
    unknown = np.array(
        [bool(word) and registry.organisation("", word) is None for word in numbers.cat.categories],
        bool,
    )
    own = numbers.cat.codes.to_numpy(np.int64)
    rows = unknown[own] if len(unknown) else np.zeros(len(own), bool)
    size = max(len(spellings.cat.categories), 1)
    pairs, counts = np.unique(
        own[rows] * size + spellings.cat.codes.to_numpy(np.int64)[rows], return_counts=True
    )
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for pair, count in zip(pairs.tolist(), counts.tolist(), strict=True):
        spelling = " ".join(str(spellings.cat.categories[pair % size]).split())
        if spelling and registry.organisation(spelling) is None:
            found[str(numbers.cat.categories[pair // size])][spelling] += count
    return {
        number: tuple(sorted(names, key=lambda name: (-names[name], name)))
        for number, names in found.items()
        if len(names) > 1
    }


def registered(
    frame: pd.DataFrame, registry: Registry, several: Spellings | None = None
) -> pd.DataFrame:
    """Words of publishers that mean the same become one word, the Swedish name of the register;
    those that it does not have stand as published (RULES §7.9). A recipient is known by its
    municipality and its number before its spelling, by a number that the register does not have as
    its commonest spelling (`spellings_of_numbers`); the columns of these are left out."""
    several = spellings_of_numbers(frame, registry) if several is None else several
    return frame.assign(
        funder=_renamed(frame["funder"], registry.funder_name),
        programme=_renamed(frame["programme"], registry.programme_name),
        beneficiary=_recipients(frame, registry, several),
    ).drop(columns=list(KNOWN_BY))


def _renamed(column: "pd.Series[str]", name: Callable[[str], str]) -> pd.Categorical:
    return _categorical(column.cat.codes.to_numpy(), [name(word) for word in column.cat.categories])


def _recipients(frame: pd.DataFrame, registry: Registry, several: Spellings) -> pd.Categorical:
    names = [registry.recipient_name(word) for word in frame["beneficiary"].cat.categories]
    codes = frame["beneficiary"].cat.codes.to_numpy(np.int32)
    if several:
        numbers = frame["beneficiary_orgnr"].cat
        others = {name for of_number in several.values() for name in of_number}
        can_be = np.array([name in others for name in names], bool)[codes]
        has = np.array([number in several for number in numbers.categories], bool)
        own = numbers.codes.to_numpy(np.int32)
        codes = np.where(has[own] & can_be, own + len(names), codes)
        names += [several.get(number, ("",))[0] for number in numbers.categories]
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
