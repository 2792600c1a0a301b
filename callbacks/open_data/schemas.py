"""What the API takes and gives, as the schemas of its OpenAPI document."""

from collections.abc import Sequence
from typing import Any

from callbacks.open_data.dumps import AS_OF
from callbacks.open_data.query import (
    CODES,
    COUNT,
    DEFAULT_LIMIT,
    FIRST_YEAR,
    LAST_YEAR,
    MOST_ROWS,
    MOST_VALUES,
    NAMES,
    groupable,
)
from data_access.open_data import EMISSIONS, added_names, cursor_pattern
from progress.dataset import Column, Dataset, Filter, Kind

Schema = dict[str, Any]

EXAMPLES = {
    "municipality": "1880",
    "release": "smhi-co2e-2026",
    "county": "18",
    "year": 2024,
    "sector": "transport",
}
"""By parameter: values of the store that the product comes with."""

PATTERNS = {
    "municipality_code": "^[0-9]{4}$",
    **dict.fromkeys(("release", "label"), "^[A-Za-z0-9._-]+$"),
}
ANY_PART = "^[^/]+$"
"""How the parts of a row's key look in its address: by column, and else."""

_TYPES: dict[Kind, Schema] = {
    Kind.TEXT: {"type": "string"},
    Kind.INTEGER: {"type": "integer"},
    Kind.NUMBER: {"type": "number"},
    Kind.DECIMAL: {"type": "string", "format": "decimal"},
    Kind.BOOLEAN: {"type": "boolean"},
    Kind.DATE: {"type": "string", "format": "date"},
    Kind.MOMENT: {"type": "string", "format": "date-time"},
    Kind.LIST: {"type": "array", "items": {"type": "string"}},
    Kind.OBJECT: {"type": "object"},
    Kind.OBJECTS: {"type": "array", "items": {"type": "object"}},
}


def parameter(filter_: Filter) -> Schema:
    """A filter as a parameter of the query."""
    schema = _value(filter_)
    if filter_.many:
        schema = {"type": "array", "items": schema, "minItems": 1, "maxItems": MOST_VALUES}
    described: Schema = {
        "name": filter_.name,
        "in": "query",
        "description": filter_.column.description,
        "schema": schema,
        "explode": True,
    }
    example = EXAMPLES.get(filter_.name)
    if example is not None and (not filter_.column.values or example in filter_.column.values):
        described["example"] = [example] if filter_.many else example
    return described


def _value(filter_: Filter) -> Schema:
    column = filter_.column
    if column.kind is Kind.INTEGER:
        return {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
    if column.kind is Kind.MOMENT:
        return {"type": "string", "format": "date"}
    if column.kind is Kind.BOOLEAN:
        return {"type": "boolean"}
    if filter_.name in CODES:
        return {"type": "string", "pattern": f"^(?:{CODES[filter_.name][0]})$"}
    if column.values:
        return {"type": "string", "enum": [value for value in column.values if value]}
    return {"type": "string", "minLength": 1}


def own_parameters(dataset: Dataset) -> list[Schema]:
    """Which columns, how many rows, from where on."""
    own = [_listed("fields", "Only these columns, in this order.", dataset.fields)]
    if added_names(dataset):
        names = {"type": "string", "enum": [NAMES]}
        said = "Adds the names that codes stand for."
        own.append({"name": "include", "in": "query", "description": said, "schema": names})
    said = "One row for each choice of these columns' values, with their number as `count`."
    own.append(_listed("group_by", said, groupable(dataset)))
    if dataset.measures:
        said = "With group_by: the sum of these columns; 400 where it would mean nothing."
        own.append(_listed("sum", said, [measure.column for measure in dataset.measures]))
    if dataset.name not in EMISSIONS:
        said = "Only rows in whose texts all of these words are found."
        words = {"type": "string"}
        own.append({"name": "q", "in": "query", "description": said, "schema": words})
        columns = [column.name for column in dataset.columns if column.is_single]
        said = "In this order; a column with - before it from the highest down."
        own.append(_listed("sort", said, [*columns, *(f"-{name}" for name in columns)]))
    return [
        *own,
        {
            "name": AS_OF,
            "in": "query",
            "description": "The rows as they were on this day, by the newest dump until then.",
            "schema": {"type": "string", "format": "date"},
        },
        {
            "name": "limit",
            "in": "query",
            "description": "The most rows on a page.",
            "schema": {
                "type": "integer",
                "minimum": 1,
                "maximum": MOST_ROWS,
                "default": DEFAULT_LIMIT,
            },
        },
        {
            "name": "cursor",
            "in": "query",
            "description": "Where the page before ended; taken from its `next`.",
            "schema": {"type": "string", "pattern": cursor_pattern(dataset)},
        },
    ]


def _listed(name: str, said: str, words: Sequence[str]) -> Schema:
    """A parameter of words with commas between them."""
    items = {"type": "string", "enum": list(words)}
    return {
        "name": name,
        "in": "query",
        "description": f"{said} Several have commas between them.",
        "schema": {"type": "array", "items": items, "minItems": 1},
        "explode": False,
    }


def page_schema(dataset: Dataset) -> Schema:
    """A page of rows."""
    return {
        "type": "object",
        "required": ["dataset", "count", "next", "items"],
        "properties": {
            "dataset": {"const": dataset.name},
            AS_OF: {"type": "string", "format": "date", "description": "Day of the dump."},
            "count": {"type": "integer", "minimum": 0, "maximum": MOST_ROWS},
            "next": {"type": ["string", "null"]},
            "items": {
                "type": "array",
                "items": {"$ref": f"#/components/schemas/{dataset.name}"},
            },
        },
    }


def row_schema(dataset: Dataset) -> Schema:
    """One row: the columns that are asked for. Later versions may have more."""
    count = {"type": "integer", "description": "With group_by: how many rows these are."}
    return {
        "type": "object",
        "properties": {
            **{c.name: _property(c, c.name in dataset.key) for c in dataset.columns},
            **{column.name: _property(column, False) for column, _ in added_names(dataset)},
            COUNT: count,
        },
    }


def _property(column: Column, in_key: bool) -> Schema:
    schema = dict(_TYPES[column.kind])
    if column.values:
        schema["enum"] = [value for value in column.values if value]
    if not in_key:
        schema = {"anyOf": [schema, {"type": "null"}]}
    schema["description"] = column.description
    if column.unit:
        schema["x-unit"] = column.unit
    return schema


def problem_schema() -> Schema:
    """The one shape of every error."""
    words = {"type": "string"}
    fault = {
        "type": "object",
        "required": ["parameter", "value", "message"],
        "properties": {"parameter": words, "value": words, "message": words},
    }
    return {
        "type": "object",
        "required": ["type", "title", "status", "detail", "instance", "errors"],
        "properties": {
            "type": words,
            "title": words,
            "status": {"type": "integer"},
            "detail": words,
            "instance": words,
            "errors": {"type": "array", "items": fault},
        },
    }


def key_parameters(dataset: Dataset) -> list[Schema]:
    """The parts of a row's key as parts of its address."""
    return [
        {
            "name": key_word(name),
            "in": "path",
            "required": True,
            "description": dataset.column(name).description,
            "schema": _path_value(dataset.column(name)),
            **({"example": EXAMPLES[key_word(name)]} if key_word(name) in EXAMPLES else {}),
        }
        for name in dataset.key
    ]


def key_word(name: str) -> str:
    """A key column as it is called in addresses: without an underscore."""
    return name.removesuffix("_id").removesuffix("_code")


def item_schema(dataset: Dataset) -> Schema:
    """One row with where it comes from."""
    return {
        "type": "object",
        "required": ["dataset", "item", "provenance"],
        "properties": {
            "dataset": {"const": dataset.name},
            "item": {"$ref": f"#/components/schemas/{dataset.name}"},
            "provenance": {"$ref": "#/components/schemas/provenance"},
        },
    }


def provenance_schema() -> Schema:
    """The releases that a row rests on; for a verdict its inputs and rules too."""
    words = {"type": "string"}
    perhaps = {"type": ["string", "null"]}
    release = {
        "type": "object",
        "required": ["label", "publisher", "licence", "file_name", "sha256", "imported"],
        "properties": {
            **dict.fromkeys(("label", "kind", "title", "publisher", "licence"), words),
            **dict.fromkeys(("source_title", "file_name", "sha256", "address", "page"), words),
            "source_address": perhaps,
            "source_file": perhaps,
            "released": perhaps,
            "imported": {"type": "string", "format": "date-time"},
        },
    }
    return {
        "type": "object",
        "required": ["releases"],
        "properties": {
            "releases": {"type": "array", "items": release},
            "inputs": {"type": "array", "items": words},
            "rules": words,
        },
    }


def api_info_schema() -> Schema:
    """What the API is, under the names that the national profile gives."""
    words = {"type": "string"}
    names = ("apiName", "apiVersion", "apiReleased", "apiDocumentation", "apiStatus")
    return {"type": "object", "required": list(names), "properties": dict.fromkeys(names, words)}


def _path_value(column: Column) -> Schema:
    if column.kind is Kind.INTEGER:
        return {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
    return {"type": "string", "pattern": PATTERNS.get(column.name, ANY_PART)}
