"""All CSV files and their columns as a Data Package, with Table Schema (frictionlessdata.io)."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from layouts.frame.site import Site
from layouts.metadata.citing import cite_dataset
from layouts.metadata.licences import NAMES
from layouts.metadata.rests import Rests
from layouts.phrases.text import text
from progress.dataset import Column, Dataset, Kind

PATH = "/data/datapackage.json"
MIME = "application/json"
TYPES = {
    Kind.TEXT: "string",
    Kind.INTEGER: "integer",
    Kind.NUMBER: "number",
    Kind.DECIMAL: "number",
    Kind.BOOLEAN: "boolean",
    Kind.DATE: "date",
    Kind.MOMENT: "datetime",
    Kind.LIST: "array",
    Kind.OBJECT: "object",
    Kind.OBJECTS: "array",
}
REFERENCES = {
    "municipality_code": ("municipalities", "code"),
    "release": ("releases", "label"),
    "indicator_id": ("indicator-definitions", "indicator_id"),
    "source_id": ("sources", "source_id"),
}
"""Column → the dataset and column that its values are from."""


def data_package(site: Site, datasets: Sequence[Dataset], rests: Mapping[str, Rests]) -> str:
    """The document. `rests`: dataset → what its rows come from."""
    t = text("en")
    names = {dataset.name for dataset in datasets}
    document: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "klimatkontrakt-2030",
        "title": t("catalogue.title"),
        "description": t("catalogue.description"),
        "resources": [_resource(dataset, names, rests[dataset.name], site) for dataset in datasets],
    }
    if site.public_url:
        document["homepage"] = f"{site.public_url}/en/"
    if site.operator:
        document["contributors"] = [{"title": site.operator, "role": "publisher"}]
    return json.dumps(document, ensure_ascii=False, indent=1)


def _resource(dataset: Dataset, names: set[str], rests: Rests, site: Site) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "profile": "tabular-data-resource",
        "name": dataset.name,
        "path": f"{dataset.name}.csv",
        "title": dataset.title("en"),
        "description": dataset.description("en"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column, column.name in dataset.key) for column in dataset.columns],
            "primaryKey": list(dataset.key),
            "missingValues": [""],
            "foreignKeys": [
                {"fields": name, "reference": {"resource": resource, "fields": field}}
                for name, (resource, field) in REFERENCES.items()
                if name in dataset.fields and resource in names and dataset.name != resource
            ],
        },
    }
    if rests.licence is not None:
        name = NAMES.get(rests.licence, rests.licence)
        resource["licenses"] = [{"name": name, "path": rests.licence}]
    resource["sources"] = [
        {"title": release.source.title, "path": release.source.address}
        if release.source.address
        else {"title": release.source.title}
        for release in rests.releases
    ]
    resource["citation"] = cite_dataset(dataset, rests, "en", site.public_url)
    return resource


def _field(column: Column, in_key: bool) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": TYPES[column.kind],
        "description": column.description,
    }
    constraints: dict[str, Any] = {"required": True} if in_key else {}
    if column.values:
        constraints["enum"] = [value for value in column.values if value]
    if constraints:
        field["constraints"] = constraints
    if column.unit:
        field["unit"] = column.unit
    return field
