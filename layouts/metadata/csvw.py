"""The columns of a CSV file for programs (W3C's CSV on the Web)."""

import json
import re
from typing import Any

from layouts.phrases.text import text
from progress.dataset import Column, Dataset, Kind

SUFFIX = "-metadata.json"
"""Where the standard looks: the file's own address with this after it."""

MIME = "application/csvm+json"
BASES = {
    Kind.TEXT: "string",
    Kind.INTEGER: "integer",
    Kind.NUMBER: "number",
    Kind.DECIMAL: "decimal",
    Kind.DATE: "date",
    Kind.MOMENT: "dateTime",
    Kind.LIST: "json",
    Kind.OBJECT: "json",
    Kind.OBJECTS: "json",
}


def table_description(dataset: Dataset, file: str) -> str:
    """The description of `file`, a name beside which it lies."""
    both = ("sv", "en")
    document = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": file,
        "dc:title": [_said(dataset.title(lang), lang) for lang in both],
        "dc:description": [_said(dataset.description(lang), lang) for lang in both],
        "rdfs:comment": [_said(text(lang)("catalogue.csvw.apostrophe"), lang) for lang in both],
        "dialect": {"encoding": "utf-8", "header": True, "delimiter": ","},
        "tableSchema": {
            "columns": [_column(column, column.name in dataset.key) for column in dataset.columns],
            "primaryKey": list(dataset.key),
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _column(column: Column, in_key: bool) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        "datatype": _datatype(column),
        "null": "",
    }
    if in_key:
        described["required"] = True
    if column.unit:
        described["schema:unitText"] = column.unit
    return described


def _datatype(column: Column) -> Any:
    if column.kind is Kind.BOOLEAN:
        return {"base": "boolean", "format": "true|false"}
    if column.values:
        words = "|".join(re.escape(value) for value in column.values if value)
        return {"base": "string", "format": f"^(?:{words})$"}
    return BASES[column.kind]


def _said(words: str, lang: str) -> dict[str, str]:
    return {"@value": words, "@language": lang}
