"""From the query of an address to what is asked of a dataset."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl

from callbacks.open_data.dumps import AS_OF
from callbacks.open_data.problems import Problem, bad_parameter
from data_access.clock import moment_of
from data_access.open_data import ALL, EMISSIONS, LATEST, Chosen, added_names
from data_access.open_data.building import PROVENANCE
from progress.dataset import Dataset, Filter, Kind, Match

DEFAULT_LIMIT, MOST_ROWS = 100, 1000
MOST_VALUES = 100
MOST_QUERY_CHARACTERS = 3000
FIRST_YEAR, LAST_YEAR = 1900, 2200
OWN_PARAMETERS = ("fields", "include", "q", "sort", "group_by", "sum", "limit", "cursor", AS_OF)
NAMES = "names"
COUNT = "count"
MUNICIPALITY = r"[0-9]{4}|[a-zåäö][a-zåäö-]*"
"""A municipality's code, or its name as addresses have it."""

CODES: Mapping[str, tuple[str, str]] = {
    "municipality": (MUNICIPALITY, "a code of four digits or a name as in addresses (orebro)"),
    "county": ("[0-9]{2}", "a code of two digits"),
}
"""Filters whose values are codes: the form of a value, as an expression and in words."""


@dataclass(frozen=True, slots=True)
class Query:
    """Which rows, and which of their columns in which order; whether names are added to codes."""

    chosen: Chosen
    fields: tuple[str, ...]
    names: bool = False


def read(query: str, dataset: Dataset) -> Query:
    """What a query (without `?`) asks. Raises Problem with the first fault."""
    if len(query) > MOST_QUERY_CHARACTERS:
        raise Problem(414, f"at most {MOST_QUERY_CHARACTERS} characters after the question mark")
    filters = {filter_.name: filter_ for filter_ in dataset.filters}
    given: Mapping[str, list[str]] = defaultdict(list)
    for name, text in parse_qsl(query, keep_blank_values=True, errors="replace"):
        if name not in filters and name not in OWN_PARAMETERS:
            known = ", ".join((*filters, *OWN_PARAMETERS))
            raise bad_parameter(name, text, f"no such parameter; there are {known}")
        separable = name in filters and filters[name].separable
        given[name] += text.split(",") if separable else [text]
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
    _check_release(values.get("release", ()), dataset)
    if AS_OF in given:
        _check_day(given[AS_OF][0], dataset, values)
    names = _include(given) and bool(added_names(dataset))
    group_by = _group_by(given, dataset)
    sums = _sums(given, dataset, values, group_by)
    columns = (*group_by, COUNT, *sums) if group_by else dataset.fields
    sort = _sort(given, dataset, columns, grouped=bool(group_by))
    if names:
        columns += tuple(
            column.name for column, of in added_names(dataset) if not group_by or of in group_by
        )
    chosen = Chosen(
        values,
        next(iter(given.get("cursor", [])), None),
        _limit(given),
        tuple(given.get("q", [""])[0].casefold().split()),
        sort,
        group_by,
        sums,
    )
    if chosen.words and dataset.name in EMISSIONS:
        raise bad_parameter("q", given["q"][0], "these rows have no text to look in")
    return Query(chosen, _fields(given, columns), names)


def _limit(given: Mapping[str, list[str]]) -> int:
    if "limit" not in given:
        return DEFAULT_LIMIT
    return _whole_number("limit", given["limit"][0], 1, MOST_ROWS)


def _fields(given: Mapping[str, list[str]], columns: tuple[str, ...]) -> tuple[str, ...]:
    return _columns("fields", given["fields"][0], columns) if "fields" in given else columns


def _columns(parameter: str, text: str, known: Sequence[str]) -> tuple[str, ...]:
    """Columns named with commas between them, each once."""
    names = tuple(dict.fromkeys(text.split(",")))
    for name in names:
        if name not in known:
            words = ", ".join(known)
            raise bad_parameter(parameter, text, f"no column {name[:80]!r}; there are {words}")
    return names


def _include(given: Mapping[str, list[str]]) -> bool:
    if given.get("include", [NAMES]) != [NAMES]:
        raise bad_parameter("include", given["include"][0], f"expected {NAMES}")
    return "include" in given


def _group_by(given: Mapping[str, list[str]], dataset: Dataset) -> tuple[str, ...]:
    if "group_by" not in given:
        return ()
    return _columns("group_by", given["group_by"][0], groupable(dataset))


def groupable(dataset: Dataset) -> list[str]:
    """The columns that rows can be grouped by."""
    measures = {measure.column for measure in dataset.measures}
    from_the_store = dataset.name in EMISSIONS
    return [
        column.name
        for column in dataset.columns
        if column.is_single
        and column.name not in measures
        and not (from_the_store and column.name in PROVENANCE)
    ]


def _sums(
    given: Mapping[str, list[str]],
    dataset: Dataset,
    values: Mapping[str, tuple[Any, ...]],
    group_by: tuple[str, ...],
) -> tuple[str, ...]:
    """The columns to add up. Raises Problem with the reason where they may not be added."""
    if "sum" not in given:
        return ()
    text = given["sum"][0]
    if not group_by:
        raise bad_parameter("sum", text, "sums are of groups: name the columns in group_by")
    names = _columns("sum", text, dataset.fields)
    alike = _alike(dataset, values)
    for name in names:
        measure = dataset.measure(name)
        if measure is None:
            raise bad_parameter("sum", text, f"{name} may not be added: {dataset.no_sum}")
        for column in measure.apart:
            if column not in group_by and column not in alike:
                raise bad_parameter(
                    "sum",
                    text,
                    f"{name} of different {column} may not be added: "
                    f"choose one, or name {column} in group_by",
                )
    return names


def _alike(dataset: Dataset, values: Mapping[str, tuple[Any, ...]]) -> set[str]:
    """The columns that have one value in all rows that are chosen."""
    alike = {
        filter_.column.name
        for filter_ in dataset.filters
        if filter_.many and len(values.get(filter_.name, ())) == 1
    }
    if dataset.name in EMISSIONS:
        label = values.get("release", (LATEST,))
        if label == (LATEST,):
            # Each municipality's figures are from one release, and of one gas where no two are.
            alike |= {"release", "scope"} | ({"gas"} if len(values.get("gas", "1")) == 1 else set())
        elif label == (ALL,):
            alike.discard("release")
        elif len(label) == 1:
            alike |= {"gas", "scope"}
    return alike


def _sort(
    given: Mapping[str, list[str]], dataset: Dataset, columns: tuple[str, ...], *, grouped: bool
) -> tuple[tuple[str, bool], ...]:
    if "sort" not in given:
        return ()
    text = given["sort"][0]
    if dataset.name in EMISSIONS and not grouped:
        raise bad_parameter("sort", text, "rows come by release, municipality, year and sector")
    known = [
        name for name in columns if name not in dataset.fields or dataset.column(name).is_single
    ]
    result = []
    for part in text.split(","):
        (name,) = _columns("sort", part.removeprefix("-"), known)
        result.append((name, part.startswith("-")))
    return tuple(result)


def _check_release(labels: tuple[Any, ...], dataset: Dataset) -> None:
    for word in (LATEST, ALL):
        if word in labels and len(labels) > 1:
            raise bad_parameter("release", word, f"{word} stands alone")
    if ALL in labels and not dataset.has_history:
        raise bad_parameter("release", ALL, "of these rows there are only the newest")


def _check_day(text: str, dataset: Dataset, values: Mapping[str, tuple[Any, ...]]) -> None:
    """Raises Problem where what is asked for of an earlier day was not given out then."""
    by_name = {filter_.name: filter_ for filter_ in dataset.filters}
    if "release" in values and by_name["release"].match is Match.READ_ON:
        what = f"of that day there are {dataset.name} on the releases that were the newest"
        raise bad_parameter(AS_OF, text, f"{what}: leave out release")
    if dataset.name in EMISSIONS and values.get("release", (LATEST,)) != (LATEST,):
        what = "of that day there is the release that was shown; each release does not change"
        raise bad_parameter(AS_OF, text, f"{what}: leave out release, or as_of")
    gas = EMISSIONS.get(dataset.name)
    if gas is not None and values.get("gas", (gas,)) != (gas,):
        raise bad_parameter(AS_OF, text, f"of that day there is {gas} here")


def _value(filter_: Filter, text: str) -> Any:
    column = filter_.column
    if column.kind is Kind.INTEGER:
        return _whole_number(filter_.name, text, FIRST_YEAR, LAST_YEAR)
    if column.kind is Kind.MOMENT:
        return _moment(filter_.name, text)
    if column.kind is Kind.BOOLEAN:
        if text not in ("true", "false"):
            raise bad_parameter(filter_.name, text, "expected true or false")
        return text == "true"
    if (code := CODES.get(filter_.name)) is not None:
        if re.fullmatch(code[0], text) is None:
            raise bad_parameter(filter_.name, text, f"expected {code[1]}")
    elif text and column.values and text not in column.values:
        known = ", ".join(value for value in column.values if value)
        raise bad_parameter(filter_.name, text, f"expected one of {known}")
    elif not text:
        raise bad_parameter(filter_.name, text, "the value is empty")
    return text


def _moment(name: str, text: str) -> datetime:
    try:
        return moment_of(text)
    except ValueError:
        raise bad_parameter(name, text, "expected a day or a moment (2026-11-01)") from None


def _whole_number(name: str, text: str, least: int, most: int) -> int:
    fits = text.isascii() and text.isdecimal() and len(text) <= len(str(most))
    if not fits or not least <= int(text) <= most:
        raise bad_parameter(name, text, f"expected a whole number from {least} to {most}")
    return int(text)
