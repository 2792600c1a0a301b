"""What a record is: its fields, each said once, and what tells its rows apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any


class Kind(Enum):
    """What a field holds: how a cell is read, how the store keeps it, how open data types it."""

    TEXT = auto()  # as it stands: ids, references, quotations
    ADDRESS = auto()  # an address that opens, or words such as a case number
    PROSE = auto()  # without e-mail addresses and telephone numbers
    WORD = auto()  # one of `Field.words`
    MUNICIPALITY = auto()  # a code
    COUNTY = auto()  # a code
    CONTRACT = auto()  # an id
    INDICATOR = auto()  # an id
    ORGANISATION_KIND = auto()  # an id
    PARTY_KIND = auto()  # an id of a kind that can be party to a contract
    SOURCE = auto()  # an id; the release's where a row names none
    ORGANISATION_NUMBER = auto()
    TIME = auto()  # a day, or as much of it as is known
    DAY = auto()
    YEAR = auto()
    COUNT = auto()  # whole, zero or more
    RATING = auto()  # whole, 1 to 5
    NUMBER = auto()
    AMOUNT = auto()  # exact; zero or more, unless its bound is SIGNED
    TRUTH = auto()
    LIST = auto()  # words or codes


class Bound(Enum):
    """What a number is held to in the store."""

    NOT_NEGATIVE = auto()
    SHARE = auto()
    SIGNED = auto()  # an amount that can be negative: money that was paid back


TEXTS = frozenset(
    {
        *(Kind.TEXT, Kind.ADDRESS, Kind.PROSE, Kind.WORD, Kind.ORGANISATION_NUMBER, Kind.TIME),
        *(Kind.ORGANISATION_KIND, Kind.PARTY_KIND),
    }
)
"""Kinds whose unknown value is an empty text."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record.

    `meaning` describes it in the open data; `sv` and `en` say in the template how it is filled in.
    `columns` are the names that files may have for it, the template's first; its own name where
    none are given. `headers` are Swedish headers that mean the same. `needed`: a file must have the
    column. `filled`: a row must have a value, which the store then always has. `nothing` is what
    the store has where a word is unknown. `checked`: the store holds `words` and nothing else.
    `retained`: a row that is known keeps its value where a file has no column for it. `read`: it
    comes from files. `stored`, `open` and `compared`: whether it is a column of the table, one of
    the export and the open data, and whether an import tells when it changes; the last two as the
    first where nothing else is said. `examples` are its cells in the template's example rows.
    """

    name: str
    kind: Kind
    meaning: str = ""
    sv: str = ""
    en: str = ""
    unit: str = ""
    words: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    needed: bool = False
    filled: bool = False
    nothing: str | None = ""
    checked: bool = True
    bound: Bound | None = None
    retained: bool = False
    read: bool = True
    stored: bool = True
    open: bool | None = None
    compared: bool | None = None
    examples: tuple[str, ...] = ()

    @property
    def column(self) -> str:
        """The name that files have for it."""
        return self.columns[0] if self.columns else self.name

    @property
    def all_columns(self) -> tuple[str, ...]:
        """Every name that files may have for it."""
        return (self.columns or (self.name,)) if self.read else ()

    def heading_in(self, lang: str) -> str:
        """What files in Swedish or English call the column."""
        return self.headers[0] if lang == "sv" and self.headers else self.column

    def meaning_in(self, lang: str) -> str:
        """How it is filled in, in Swedish or English, where that is told."""
        return self.sv if lang == "sv" and self.sv else self.en

    @property
    def is_open(self) -> bool:
        return self.stored if self.open is None else self.open

    @property
    def is_compared(self) -> bool:
        return self.stored if self.compared is None else self.compared

    @property
    def unknown(self) -> object:
        """What a row has where nothing is known."""
        if self.kind is Kind.LIST:
            return []
        return self.nothing if self.kind in TEXTS else None


@dataclass(frozen=True, slots=True)
class Record:
    """A kind of row. `kind` is the KIND of `klimat import`.

    `key` tells rows apart. `scope` tells what a file speaks of: a row of the store is missing from
    a file that has none of its key but has a row with the same value in each of these fields.
    """

    kind: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    scope: tuple[str, ...]

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields)

    def field(self, name: str) -> Field:
        """The field of this name. Raises KeyError."""
        return {field.name: field for field in self.fields}[name]

    @property
    def stored(self) -> tuple[Field, ...]:
        """The fields that are columns of the table."""
        return tuple(field for field in self.fields if field.stored)

    @property
    def open(self) -> tuple[str, ...]:
        """The names of the columns of its export."""
        return tuple(field.name for field in self.fields if field.is_open)

    @property
    def compared(self) -> tuple[str, ...]:
        """The fields whose changes an import tells."""
        names = (field.name for field in self.fields if field.is_compared)
        return tuple(name for name in names if name not in self.key)

    @property
    def required(self) -> tuple[str, ...]:
        """The columns that a file must have."""
        return tuple(field.column for field in self.fields if field.needed)

    @property
    def optional(self) -> tuple[str, ...]:
        """The columns that a file may have besides."""
        every = (column for field in self.fields for column in field.all_columns)
        return tuple(column for column in every if column not in self.required)

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that a file may have, those first that it must have."""
        return (*self.required, *self.optional)

    def key_of(self, row: Mapping[Any, Any]) -> str:
        """The key of a row as an import tells it."""
        return " ".join(str(row[name]) for name in self.key)

    def complete(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """The row with what is unknown in the fields that it lacks."""
        return {field.name: row.get(field.name, field.unknown) for field in self.stored}


def named(field: Field, **changes: object) -> Field:
    """A field that several records share, with what this one says of it."""
    return replace(field, **changes)  # type: ignore[arg-type]
