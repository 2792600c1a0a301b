"""The API described for programs: OpenAPI 3.1, made from the description of the datasets."""

import json
from collections.abc import Sequence
from typing import Any

from callbacks.open_data.problems import PROBLEM_TYPE
from callbacks.open_data.schemas import (
    Schema,
    api_info_schema,
    item_schema,
    key_parameters,
    key_word,
    own_parameters,
    page_schema,
    parameter,
    problem_schema,
    provenance_schema,
    row_schema,
)
from data_access.open_data import DATASETS
from data_access.open_data.forms import forms_of
from layouts.frame.site import Site
from layouts.links.addresses import Address, href
from layouts.metadata.atom import feed_href
from layouts.metadata.datapackage import PATH as DATA_PACKAGE
from layouts.phrases.text import text
from progress.dataset import EVERYTHING, Dataset

API_NAME = "klimatkontrakt-2030"
API_VERSION = "1.2.0"
API_RELEASED = "2026-12-01"
API_INFO = "api-info"
ERRORS = {
    "400": "A parameter or value that cannot be used; it is named.",
    "404": "A municipality, release or row that does not exist.",
    "406": "No form that the reader accepts.",
    "413": "A request with a body of more than 64 kB.",
    "414": "The query is too long.",
    "429": "Too many questions in a short time, where the operator limits them; see Retry-After.",
    "500": "Something went wrong at our end.",
    "503": "The store does not answer; see Retry-After.",
}


def overview(base: str) -> str:
    """The datasets and where they are, as JSON."""
    datasets = [
        {
            "name": dataset.name,
            "title": dataset.title("en"),
            "description": dataset.description("en"),
            "json": f"{base}/api/v1/{dataset.name}",
            "csv": f"{base}/api/v1/{dataset.name}.csv",
            "file": f"{base}/data/{dataset.name}.csv",
            "workbook": f"{base}/data/{dataset.name}.xlsx",
            "forms": [f"{base}/data/{dataset.name}{form.suffix}" for form in forms_of(dataset)],
            "item": f"{base}/api/v1{_item_path(dataset)}",
        }
        for dataset in DATASETS.values()
    ]
    ways = {
        "openapi": f"{base}/api/v1/openapi.json",
        "api_info": f"{base}/api/v1/{API_INFO}",
        "everything": f"{base}/data/{EVERYTHING}",
        "data_package": base + DATA_PACKAGE,
        "feed": base + feed_href("en"),
        "documentation": base + href(Address("open_data", "en")),
    }
    return _text({"datasets": datasets, **ways})


def api_info(base: str) -> str:
    """What the API is, as the national profile for REST APIs has it told."""
    return _text(
        {
            "apiName": API_NAME,
            "apiVersion": API_VERSION,
            "apiReleased": API_RELEASED,
            "apiDocumentation": base + href(Address("open_data", "sv")),
            "apiStatus": "active",
        }
    )


def openapi(base: str, site: Site) -> str:
    """The whole document as JSON."""
    paths: dict[str, Schema] = {f"/{API_INFO}": {"get": _info_operation()}}
    for dataset in DATASETS.values():
        paths[f"/{dataset.name}"] = {
            "get": _operation(base, dataset, dataset.name, ("json", "csv"))
        }
        paths[f"/{dataset.name}.csv"] = {
            "get": _operation(base, dataset, f"{dataset.name}.csv", ("csv",))
        }
        paths[_item_path(dataset)] = {"get": _item_operation(dataset)}
    page = base + href(Address("open_data", "en"))
    info: Schema = {
        "title": text("en")("catalogue.service.title"),
        "version": API_VERSION,
        "description": "\n\n".join(
            text(lang)(f"catalogue.{key}")
            for lang in ("sv", "en")
            for key in ("service.description", "description", "rights", "limits")
        ),
        "termsOfService": page,
        "license": {
            "name": "as stated in each row or release",
            "url": base + href(Address("data", "en")),
        },
    }
    if site.operator:
        info["contact"] = {"name": site.operator}
        if site.contact:
            info["contact"]["email"] = site.contact
    return _text(
        {
            "openapi": "3.1.0",
            "info": info,
            "externalDocs": {"description": "How to ask, columns and examples", "url": page},
            "servers": [{"url": f"{base}/api/v1"}],
            "paths": paths,
            "components": {
                "responses": _shared_responses(),
                "schemas": {dataset.name: row_schema(dataset) for dataset in DATASETS.values()}
                | {
                    "problem": problem_schema(),
                    "provenance": provenance_schema(),
                    API_INFO: api_info_schema(),
                },
            },
        }
    )


def _item_path(dataset: Dataset) -> str:
    return f"/{dataset.name}/" + "/".join(f"{{{key_word(name)}}}" for name in dataset.key)


def _operation(base: str, dataset: Dataset, name: str, forms: tuple[str, ...]) -> Schema:
    content: dict[str, Schema] = {}
    if "json" in forms:
        content["application/json"] = {"schema": page_schema(dataset)}
    content["text/csv"] = {"schema": {"type": "string"}}
    links = {"row": _row_link(dataset)} if "json" in forms else {}
    return {
        "operationId": name.replace("-", "_").replace(".", "_"),
        "summary": dataset.title("en"),
        "description": dataset.description("en"),
        # Not as the example of an answer: generators would fetch them all.
        "externalDocs": {
            "description": "The first rows as they are now",
            "url": f"{base}/api/v1/{name}?limit=2",
        },
        "parameters": [
            *(parameter(filter_) for filter_ in dataset.filters),
            *own_parameters(dataset),
        ],
        "responses": _responses(
            "A page of rows; `Link` with rel=next leads to the one after.",
            content,
            ("ETag", "Last-Modified", "Link"),
            links,
        ),
    }


def _row_link(dataset: Dataset) -> Schema:
    """How a row of a page is had by itself, with where it comes from."""
    return {
        "operationId": _item_id(dataset),
        "description": "The first row of the page with its releases.",
        "parameters": {key_word(name): f"$response.body#/items/0/{name}" for name in dataset.key},
    }


def _item_id(dataset: Dataset) -> str:
    return f"{dataset.name}_item".replace("-", "_")


def _item_operation(dataset: Dataset) -> Schema:
    content = {"application/json": {"schema": item_schema(dataset)}}
    return {
        "operationId": _item_id(dataset),
        "summary": f"{dataset.title('en')}: one row",
        "description": "One row by its key, with the releases that it comes from.",
        "parameters": key_parameters(dataset),
        "responses": _responses("The row and its provenance.", content),
    }


def _info_operation() -> Schema:
    schema = {"$ref": f"#/components/schemas/{API_INFO}"}
    return {
        "operationId": "api_info",
        "summary": "About the API",
        "description": "Name, version and status of the API.",
        "responses": _responses("What the API is.", {"application/json": {"schema": schema}}),
    }


def _responses(
    words: str, content: Schema, headers: Sequence[str] = ("ETag",), links: Schema | None = None
) -> Schema:
    response: Schema = {
        "description": words,
        "headers": {name: {"schema": {"type": "string"}} for name in headers},
        "content": content,
    }
    if links:
        response["links"] = links
    others = {code: {"$ref": f"#/components/responses/{code}"} for code in ("304", *ERRORS)}
    return {"200": response, **others}


def _shared_responses() -> Schema:
    """What every operation can answer besides, by status."""
    problem = {PROBLEM_TYPE: {"schema": {"$ref": "#/components/schemas/problem"}}}
    return {
        "304": {"description": "Nothing has changed."},
        **{code: {"description": said, "content": problem} for code, said in ERRORS.items()},
    }


def _text(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1)
