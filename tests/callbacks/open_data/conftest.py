"""A client of the product on the made-up store, with verdicts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import Settings, create_app
from tests.data_access.made_up import fill
from tests.stores import new_store, with_verdicts


def made_up_store(folder: Path) -> str:
    """A store with the made-up country and its verdicts."""
    return new_store(f"sqlite:///{folder / 'made-up.db'}", fill, with_verdicts)


@pytest.fixture(scope="package")
def store_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return made_up_store(tmp_path_factory.mktemp("open-data"))


@pytest.fixture(scope="package")
def server(store_url: str) -> Flask:
    flask: Flask = create_app(Settings(database_url=store_url)).server
    return flask


@pytest.fixture
def client(server: Flask) -> Iterator[FlaskClient]:
    with server.test_client() as client:
        yield client
