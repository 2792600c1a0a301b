"""Columns of the grants that hold now, of all the releases that a reader sees."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from sqlalchemy import Connection

from data_access.derived.grant_columns import KEY, YEARS, GrantColumns, Words, read_columns
from data_access.derived.texts import Texts
from progress.money.loaded import LoadedSource


@dataclass(frozen=True, slots=True)
class HeldGrants:
    """The columns of each release, and which of its rows hold."""

    releases: Sequence[tuple[GrantColumns, npt.NDArray[np.bool_]]]

    def words(self, name: str) -> Words:
        """A column of words."""
        words: dict[str, int] = {}
        codes = [np.empty(0, np.int32)]
        for columns, rows in self.releases:
            column = columns.words[name]
            own = [words.setdefault(word, len(words)) for word in column.words]
            codes.append(np.array(own, np.int32)[column.codes[rows]])
        return Words(np.concatenate(codes), list(words))

    def years(self) -> npt.NDArray[np.int16]:
        """The year that each row is dated, the first of `YEARS` that is known; 0 where none is."""
        result = np.empty(0, np.int16)
        for name in reversed(YEARS):
            column = self.words(name)
            years = np.array([_year(word) for word in column.words], np.int16)
            own = years[column.codes]
            result = np.where(own > 0, own, result) if len(result) else own
        return result

    def numbers(self, name: str) -> npt.NDArray[Any]:
        """A column of numbers."""
        some = [columns.numbers[name][rows] for columns, rows in self.releases]
        return np.concatenate(some) if some else np.empty(0)

    def texts(self, name: str) -> Texts:
        """A column of texts."""
        return Texts.joined(columns.texts[name].only(rows) for columns, rows in self.releases)

    def of_level(self, level: str) -> "HeldGrants":
        """The rows of one level."""
        result = []
        for columns, rows in self.releases:
            levels = columns.words["level"]
            of_level = np.array([word == level for word in levels.words], bool)
            result.append((columns, rows & of_level[levels.codes]))
        return HeldGrants(result)

    def sources(self) -> tuple[LoadedSource, ...]:
        """The sources of the rows (`source_id` and `YEARS` are read), the largest first."""
        years, sources = self.years(), self.words("source_id")
        result = []
        for code, source in enumerate(sources.words):
            of_source = years[sources.codes == code]
            dated = of_source[of_source > 0]
            ends = (int(dated.min()), int(dated.max())) if len(dated) else (None, None)
            if len(of_source):
                result.append(LoadedSource(source, len(of_source), *ends))
        return tuple(sorted(result, key=lambda loaded: (-loaded.rows, loaded.source_id)))


def held_grants(conn: Connection, names: Collection[str]) -> HeldGrants:
    """These columns of the rows of all levels.

    Of an id that came several times the row of the last release holds.
    """
    releases = read_columns(conn, {*names, "level", KEY})
    if not releases:
        return HeldGrants(())
    keys = np.concatenate([columns.numbers[KEY] for columns in releases])
    holds = ~pd.Index(keys).duplicated(keep="last")
    ends = np.cumsum([len(columns.numbers[KEY]) for columns in releases])
    return HeldGrants(list(zip(releases, np.split(holds, ends[:-1]), strict=True)))


def _year(stated: str) -> int:
    return int(stated[:4]) if stated[:4].isdigit() else 0
