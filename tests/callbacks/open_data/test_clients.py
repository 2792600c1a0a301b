"""Other people's generators make whole clients from the API's document, and these read the API."""

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx
import pytest
from flask import Flask
from flask.testing import FlaskClient

from data_access.open_data import DATASETS

BASE = "http://localhost/api/v1"


@pytest.fixture(scope="module")
def folder(server: Flask, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where generated modules can be imported from, with the document that they are made from."""
    path = tmp_path_factory.mktemp("clients")
    document = server.test_client().get("/api/v1/openapi.json").data
    (path / "openapi.json").write_bytes(document)
    (path / "config.yml").write_text("post_hooks: []\n")  # nothing to make pretty
    sys.path.insert(0, str(path))
    yield path
    sys.path.remove(str(path))


def generated(folder: Path, module: str, *arguments: str) -> str:
    """What a generator says. It must succeed."""
    command = [sys.executable, "-m", module, *arguments]
    result = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=300, check=True
    )
    return result.stdout + result.stderr


def page(client: FlaskClient, name: str) -> Any:
    return client.get(f"/api/v1/{name}?limit=1000").json


def test_openapi_python_client_reads_every_dataset(
    folder: Path, server: Flask, client: FlaskClient
) -> None:
    said = generated(
        folder,
        "openapi_python_client",
        *("generate", "--path", "openapi.json", "--meta", "none"),
        *("--output-path", "klimat_client", "--config", "config.yml"),
    )
    assert "arning" not in said, said
    made = import_module("klimat_client")
    paths = json.loads((folder / "openapi.json").read_text(encoding="utf-8"))["paths"]
    modules = {path.stem for path in (folder / "klimat_client/api/default").glob("[a-z]*.py")}
    assert modules == {path["get"]["operationId"] for path in paths.values()}
    transport = httpx.WSGITransport(app=server)
    with made.Client(base_url=BASE, httpx_args={"transport": transport}) as api:
        for name in DATASETS:
            operation = import_module(f"klimat_client.api.default.{name.replace('-', '_')}")
            assert operation.sync(client=api, limit=1000).to_dict() == page(client, name), name
        goals = import_module("klimat_client.api.default.goals")
        problem = goals.sync(client=api, municipality=["nowhere"])
        assert (problem.status, problem.errors[0].parameter) == (404, "municipality")


def test_models_of_datamodel_code_generator_take_every_row(
    folder: Path, client: FlaskClient
) -> None:
    generated(
        folder,
        "datamodel_code_generator",
        *("--input", "openapi.json", "--input-file-type", "openapi", "--formatters", "builtin"),
        *("--output", "klimat_models.py", "--output-model-type", "pydantic_v2.BaseModel"),
    )
    models = import_module("klimat_models")
    for name in DATASETS:
        model = getattr(models, name.title().replace("-", ""))
        for row in page(client, name)["items"]:
            told = model.model_validate(row).model_dump(mode="json", by_alias=True)
            assert {key for key, value in told.items() if value is not None} == {
                key for key, value in row.items() if value is not None
            }
