"""What open data is described with: a dataset, its columns and the choices that can be made."""

from dataclasses import dataclass
from enum import StrEnum

from progress.i18n import text

EVERYTHING = "klimat.sqlite"
"""The name of the file that holds all datasets."""


WITH_COMMAS = ("funder", "subsector")
"""Filters whose values can have a comma in them."""


class Kind(StrEnum):
    """The type of a column's values. `DECIMAL` travels as text, exact; a `LIST` is of text."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    DATE = "date"
    MOMENT = "moment"
    LIST = "list"
    OBJECT = "object"
    OBJECTS = "objects"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, type, what it says, its unit, and its values where they are few."""

    name: str
    kind: Kind
    description: str
    unit: str = ""
    values: tuple[str, ...] = ()

    @property
    def is_prose(self) -> bool:
        """Whether words can be looked for in it."""
        return self.kind is Kind.TEXT and not self.values

    @property
    def is_single(self) -> bool:
        """Whether a value is one thing, by which rows can be put in order or grouped."""
        return self.kind not in (Kind.LIST, Kind.OBJECT, Kind.OBJECTS)


class Match(StrEnum):
    """How a chosen value meets a column's: is one of them, is in its list, bounds it.

    `READ_ON` takes no rows away: it names the release that the rows are worked out on.
    """

    ONE_OF = "one_of"
    IN_LIST = "in_list"
    FROM = "from"
    TO = "to"
    READ_ON = "read_on"


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice that a reader can make: the parameter's name and the column that it is about."""

    name: str
    column: Column
    match: Match = Match.ONE_OF

    @property
    def many(self) -> bool:
        """Whether several values can be given, by naming the parameter again."""
        return self.match in (Match.ONE_OF, Match.IN_LIST)

    @property
    def separable(self) -> bool:
        """Whether several values can also be given with commas between them: no value has one."""
        return self.many and self.column.kind is not Kind.BOOLEAN and self.name not in WITH_COMMAS


@dataclass(frozen=True, slots=True)
class Measure:
    """A column of figures, and the columns in which rows must agree for its sum to mean anything.

    `apart` are grouped by, or limited to one value, where the figures are added.
    """

    column: str
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """What catalogues are told of a dataset.

    `themes` are codes of the EU's list of data themes, `keywords` the words of `catalogue.keyword`,
    `kinds` those of the releases that rows come from, of emissions those of `gas`; `yearly` where a
    year adds new figures. `own_work` is what the site makes itself of what others publish.
    """

    themes: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    yearly: bool = False
    gas: str = ""
    own_work: bool = False


@dataclass(frozen=True, slots=True)
class Dataset:
    """One dataset. `key` names the columns that tell its rows apart, in the order of the rows."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    filters: tuple[Filter, ...]
    subject: Subject = Subject()
    measures: tuple[Measure, ...] = ()
    no_sum: str = ""
    """Why columns of figures that are no measures may not be added."""

    series: str = ""
    """The column of figures that makes a series over the years of `year`, where one does."""
    yearly: tuple[str, ...] = ()
    """The columns that differ between the years of a series."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def title(self, lang: str) -> str:
        """The title in a language."""
        return text(lang)(f"dataset.{self.name}.title")

    def description(self, lang: str) -> str:
        """What it holds, in a language."""
        return text(lang)(f"dataset.{self.name}.about")

    def measure(self, name: str) -> Measure | None:
        """A column whose rows may be added; None where they may not."""
        return next((measure for measure in self.measures if measure.column == name), None)

    def has_filter(self, name: str) -> bool:
        """Whether rows can be chosen by this parameter."""
        return any(filter_.name == name for filter_ in self.filters)

    @property
    def has_history(self) -> bool:
        """Whether rows of earlier releases are given out too: `release=all` asks for them."""
        return "release" in self.key

    def column(self, name: str) -> Column:
        """A column by its name. Raises KeyError."""
        return {column.name: column for column in self.columns}[name]
