"""From the query of an address to what is asked of a dataset."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from callbacks.open_data.problems import Problem, bad_parameter
from data_access.open_data import Chosen
from progress.dataset import Dataset, Filter, Kind

DEFAULT_LIMIT, MOST_ROWS = 100, 1000
MOST_VALUES = 100
MOST_QUERY_CHARACTERS = 3000
FIRST_YEAR, LAST_YEAR = 1900, 2200
OWN_PARAMETERS = ("fields", "limit", "cursor")
DIGITS = {"municipality": 4, "county": 2}
"""Filters whose values are codes, and how many digits those have."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows, and which of their columns in which order."""

    chosen: Chosen
    fields: tuple[str, ...]


def read(query: str, dataset: Dataset) -> Asked:
    """What a query (without `?`) asks. Raises Problem with the first fault."""
    if len(query) > MOST_QUERY_CHARACTERS:
        raise Problem(414, f"at most {MOST_QUERY_CHARACTERS} characters after the question mark")
    filters = {filter_.name: filter_ for filter_ in dataset.filters}
    given: Mapping[str, list[str]] = defaultdict(list)
    for name, text in parse_qsl(query, keep_blank_values=True, errors="replace"):
        if name not in filters and name not in OWN_PARAMETERS:
            known = ", ".join((*filters, *OWN_PARAMETERS))
            raise bad_parameter(name, text, f"no such parameter; there are {known}")
        given[name].append(text)
    for name, texts in given.items():
        many = name in filters and filters[name].many
        if len(texts) > (MOST_VALUES if many else 1):
            most = MOST_VALUES if many else 1
            often = "once" if most == 1 else f"{most} times"
            raise bad_parameter(name, ", ".join(texts), f"given more than {often}")
    values = {
        name: tuple(_value(filters[name], text) for text in texts)
        for name, texts in given.items()
        if name in filters
    }
    cursor = next(iter(given.get("cursor", [])), None)
    return Asked(Chosen(values, cursor, _limit(given)), _fields(given, dataset))


def _limit(given: Mapping[str, list[str]]) -> int:
    if "limit" not in given:
        return DEFAULT_LIMIT
    return _whole_number("limit", given["limit"][0], 1, MOST_ROWS)


def _fields(given: Mapping[str, list[str]], dataset: Dataset) -> tuple[str, ...]:
    if "fields" not in given:
        return dataset.fields
    text = given["fields"][0]
    names = tuple(dict.fromkeys(text.split(",")))
    for name in names:
        if name not in dataset.fields:
            known = ", ".join(dataset.fields)
            raise bad_parameter("fields", text, f"no column {name[:80]!r}; there are {known}")
    return names


def _value(filter_: Filter, text: str) -> Any:
    column = filter_.column
    if column.kind is Kind.INTEGER:
        return _whole_number(filter_.name, text, FIRST_YEAR, LAST_YEAR)
    if column.kind is Kind.BOOLEAN:
        if text not in ("true", "false"):
            raise bad_parameter(filter_.name, text, "expected true or false")
        return text == "true"
    if (digits := DIGITS.get(filter_.name)) is not None:
        if not (text.isascii() and text.isdecimal() and len(text) == digits):
            raise bad_parameter(filter_.name, text, f"expected a code of {digits} digits")
    elif text and column.values and text not in column.values:
        known = ", ".join(value for value in column.values if value)
        raise bad_parameter(filter_.name, text, f"expected one of {known}")
    elif not text:
        raise bad_parameter(filter_.name, text, "the value is empty")
    return text


def _whole_number(name: str, text: str, least: int, most: int) -> int:
    fits = text.isascii() and text.isdecimal() and len(text) <= len(str(most))
    if not fits or not least <= int(text) <= most:
        raise bad_parameter(name, text, f"expected a whole number from {least} to {most}")
    return int(text)
