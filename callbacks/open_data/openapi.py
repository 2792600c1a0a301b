"""The API described for programs: OpenAPI 3.1, made from the description of the datasets."""

import json
from typing import Any

from callbacks.open_data.asking import (
    DEFAULT_LIMIT,
    DIGITS,
    FIRST_YEAR,
    LAST_YEAR,
    MOST_ROWS,
    MOST_VALUES,
)
from callbacks.open_data.problems import PROBLEM_TYPE
from data_access.open_data import DATASETS, cursor_pattern
from progress.dataset import Column, Dataset, Filter, Kind

Schema = dict[str, Any]

API_VERSION = "1.0.0"
EXAMPLES = {"municipality": "1880", "release": "smhi-co2e-2026", "county": "18"}

_TYPES: dict[Kind, Schema] = {
    Kind.TEXT: {"type": "string"},
    Kind.INTEGER: {"type": "integer"},
    Kind.NUMBER: {"type": "number"},
    Kind.DECIMAL: {"type": "string", "format": "decimal"},
    Kind.BOOLEAN: {"type": "boolean"},
    Kind.DATE: {"type": "string", "format": "date"},
    Kind.MOMENT: {"type": "string", "format": "date-time"},
    Kind.LIST: {"type": "array"},
    Kind.OBJECT: {"type": "object"},
    Kind.RATE: {"type": ["number", "string"]},
}


def overview(base: str) -> str:
    """The datasets and where they are, as JSON."""
    told = [
        {
            "name": one.name,
            "title": one.title_en,
            "description": one.description_en,
            "json": f"{base}/api/v1/{one.name}",
            "csv": f"{base}/api/v1/{one.name}.csv",
            "file": f"{base}/data/{one.name}.csv",
        }
        for one in DATASETS.values()
    ]
    return _text({"datasets": told, "openapi": f"{base}/api/v1/openapi.json"})


def openapi(base: str) -> str:
    """The whole document as JSON."""
    paths = {}
    for one in DATASETS.values():
        paths[f"/{one.name}"] = {"get": _operation(one, one.name, ("json", "csv"))}
        paths[f"/{one.name}.csv"] = {"get": _operation(one, f"{one.name}.csv", ("csv",))}
    return _text(
        {
            "openapi": "3.1.0",
            "info": {
                "title": "Klimatkontrakt 2030: open data",
                "version": API_VERSION,
                "description": (
                    "Emissions, goals, verdicts, promises and money of the Swedish cities with a "
                    "climate city contract. The figures belong to their publishers; each row or "
                    "its release names publisher and licence."
                ),
            },
            "servers": [{"url": f"{base}/api/v1"}],
            "paths": paths,
            "components": {
                "schemas": {one.name: _row(one) for one in DATASETS.values()}
                | {"problem": _problem()}
            },
        }
    )


def _operation(dataset: Dataset, name: str, forms: tuple[str, ...]) -> Schema:
    content: dict[str, Schema] = {}
    if "json" in forms:
        content["application/json"] = {"schema": _page(dataset)}
    content["text/csv"] = {"schema": {"type": "string"}}
    problem = {PROBLEM_TYPE: {"schema": {"$ref": "#/components/schemas/problem"}}}
    errors = {
        "400": "A parameter or value that cannot be used; it is named.",
        "404": "A municipality or release that does not exist.",
        "406": "No form that the reader accepts.",
        "414": "The query is too long.",
        "500": "Something went wrong at our end.",
        "503": "The store does not answer; see Retry-After.",
    }
    return {
        "operationId": name.replace("-", "_").replace(".", "_"),
        "summary": dataset.title_en,
        "description": dataset.description_en,
        "parameters": [
            *(_parameter(one) for one in dataset.filters),
            *_own_parameters(dataset),
        ],
        "responses": {
            "200": {
                "description": "A page of rows; `Link` with rel=next leads to the one after.",
                "headers": {
                    "ETag": {"schema": {"type": "string"}},
                    "Last-Modified": {"schema": {"type": "string"}},
                    "Link": {"schema": {"type": "string"}},
                },
                "content": content,
            },
            "304": {"description": "Nothing has changed."},
            **{code: {"description": words, "content": problem} for code, words in errors.items()},
        },
    }


def _parameter(one: Filter) -> Schema:
    schema = _value(one)
    if one.many:
        schema = {"type": "array", "items": schema, "minItems": 1, "maxItems": MOST_VALUES}
    described: Schema = {
        "name": one.name,
        "in": "query",
        "description": one.column.description,
        "schema": schema,
        "explode": True,
    }
    if one.name in EXAMPLES:
        example = EXAMPLES[one.name]
        described["example"] = [example] if one.many else example
    return described


def _value(one: Filter) -> Schema:
    column = one.column
    if column.kind is Kind.INTEGER:
        return {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
    if column.kind is Kind.BOOLEAN:
        return {"type": "boolean"}
    if one.name in DIGITS:
        return {"type": "string", "pattern": f"^[0-9]{{{DIGITS[one.name]}}}$"}
    if column.values:
        return {"type": "string", "enum": [value for value in column.values if value]}
    return {"type": "string", "minLength": 1}


def _own_parameters(dataset: Dataset) -> list[Schema]:
    names = {"type": "string", "enum": list(dataset.fields)}
    return [
        {
            "name": "fields",
            "in": "query",
            "description": "Only these columns, in this order, with commas between them.",
            "schema": {"type": "array", "items": names, "minItems": 1},
            "explode": False,
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


def _page(dataset: Dataset) -> Schema:
    return {
        "type": "object",
        "required": ["dataset", "count", "next", "items"],
        "properties": {
            "dataset": {"const": dataset.name},
            "count": {"type": "integer", "minimum": 0, "maximum": MOST_ROWS},
            "next": {"type": ["string", "null"]},
            "items": {
                "type": "array",
                "items": {"$ref": f"#/components/schemas/{dataset.name}"},
            },
        },
    }


def _row(dataset: Dataset) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            one.name: _property(one, one.name in dataset.key) for one in dataset.columns
        },
    }


def _property(column: Column, in_key: bool) -> Schema:
    schema = dict(_TYPES[column.kind])
    if not in_key:
        kinds = schema["type"]
        schema["type"] = [*(kinds if isinstance(kinds, list) else [kinds]), "null"]
    if column.values:
        empty: list[str | None] = [] if in_key else [None, ""]
        schema["enum"] = [*dict.fromkeys([*column.values, *empty])]
    schema["description"] = column.description
    if column.unit:
        schema["x-unit"] = column.unit
    return schema


def _problem() -> Schema:
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


def _text(document: Schema) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1)
