"""What a reader asks of the portfolio, and which rows of its frame that is.

The frame's columns are those of `data_access.frames.grants`. Every kind of choice has a mask of its
own, so that what could still be chosen is counted without the choice that it would replace.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from progress.money.filters import WORDS
from progress.money.kinds import Allocation, Kind

Mask = npt.NDArray[np.bool_]

FIGURES = [
    *(*WORDS, "kind", "allocation", "city", "shared", "climate"),
    *("year", "amount", "sek", "kept_nominal"),
]
"""Columns that rows are grouped by, with their kronor."""

NO_GROUPS: Mapping[str, frozenset[str]] = {}

PLACES_APART = ";"
"""Between the codes of municipalities in one text."""


@dataclass(frozen=True, slots=True)
class GrantChoice:
    """None and empty leave the choice open.

    `named` holds the chosen words of columns of a grant, any of which a row may have; `cities` are
    contract cities that it belongs to or names (`place` in `without`, whose rows are all but those
    that the same words would choose); `search` is part of its title or recipient; and
    `without_largest` leaves out its largest single amount (RULES §7.12).
    """

    kind: Kind = Kind.GRANTED
    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    allocation: Allocation | None = None
    climate: bool | None = None
    first_year: int | None = None
    last_year: int | None = None
    cities: tuple[str, ...] = ()
    without: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    search: str = ""
    without_largest: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows of a priced frame (`portfolio.priced`) that a choice asks for."""

    frame: pd.DataFrame
    choice: GrantChoice
    masks: Mapping[str, Mask]
    funder_groups: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def mask(self, *but: str) -> Mask:
        """Which rows are chosen, whatever the choices `but` say."""
        result = np.ones(len(self.frame), bool)
        for name, mask in self.masks.items():
            if name not in but:
                result &= mask
        return result

    def rows(self, *but: str, columns: Sequence[str] = FIGURES) -> pd.DataFrame:
        """The chosen rows, each money once: these columns of them, since to copy all takes time,
        and which of them are years of one grant."""
        once = self.mask(*but) & ~self.frame["repeats"].to_numpy()
        result: pd.DataFrame = self.frame.loc[once, list(dict.fromkeys((*columns, "part_of")))]
        return result


def choose(
    frame: pd.DataFrame,
    choice: GrantChoice,
    titled: Callable[[str], Mask],
    funder_groups: Mapping[str, frozenset[str]] = NO_GROUPS,
) -> Chosen:
    """The rows that are asked for; `titled` tells whose case-folded titles hold a text.

    Undated rows fall outside any span of years. Whoever gives under several names, jointly or
    through what belongs to it, is chosen with all of them: `funder_groups` (`money.registry`).
    """
    masks: dict[str, Mask] = {"kind": _among(frame["kind"], [choice.kind])}
    for name, words in {**choice.named, "place": choice.cities}.items():
        if words:
            masks[name] = _of(frame, name, words, funder_groups)
    for name, words in choice.without.items():
        others = ~_of(frame, name, words, funder_groups)
        masks[name] = masks[name] & others if name in masks else others
    if choice.allocation is not None:
        masks["allocation"] = _among(frame["allocation"], [choice.allocation])
    if choice.climate is not None:
        masks["climate"] = _among(frame["climate"], ["yes" if choice.climate else "no"])
    years = frame["year"].to_numpy()
    if choice.first_year is not None:
        masks["years"] = years >= choice.first_year
    if choice.last_year is not None:
        until = (years > 0) & (years <= choice.last_year)
        masks["years"] = masks["years"] & until if "years" in masks else until
    if choice.search:
        wanted_text = choice.search.casefold()
        masks["search"] = titled(wanted_text) | _where(
            frame["beneficiary"], lambda name: wanted_text in name.casefold()
        )
    chosen = Chosen(frame, choice, masks, funder_groups)
    if not choice.without_largest:
        return chosen
    rows = chosen.rows()["sek"]
    if not rows.notna().any():
        return chosen
    without = {"largest": frame.index.to_numpy() != rows.idxmax()}
    return Chosen(frame, choice, masks | without, funder_groups)


def _of(
    frame: pd.DataFrame, name: str, words: Sequence[str], groups: Mapping[str, frozenset[str]]
) -> Mask:
    """The rows with one of these words; of cities, those that belong to one or name it."""
    wanted = set(words)
    if name == "place":
        return _among(frame["city"], wanted) | _where(
            frame["shared"], lambda codes: not wanted.isdisjoint(codes.split(PLACES_APART))
        )
    if name == "funder":
        wanted = wanted.union(*(groups.get(word, ()) for word in words))
    return _among(frame[name], wanted)


def _where(column: "pd.Series[Any]", test: Callable[[str], bool]) -> Mask:
    """The rows whose word passes a test, which is asked of each different word once."""
    passed = np.array([test(word) for word in column.cat.categories], bool)
    if not len(passed):
        return np.zeros(len(column), bool)
    result: Mask = passed[column.cat.codes.to_numpy()]
    return result


def _among(column: "pd.Series[Any]", words: Iterable[str]) -> Mask:
    wanted = {str(word) for word in words}
    return _where(column, lambda word: word in wanted)
