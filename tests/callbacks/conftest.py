"""Clients of the product: with made-up pages on an empty store, and on stores with figures."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import Settings, create_app
from callbacks.first_response import KlimatDash
from tests.made_up import empty_store, made_up_app


@pytest.fixture(scope="module")
def dash_app(tmp_path_factory: pytest.TempPathFactory) -> KlimatDash:
    return made_up_app(empty_store(tmp_path_factory.mktemp("store")))


@pytest.fixture
def client(dash_app: KlimatDash) -> FlaskClient:
    server: Flask = dash_app.server
    return server.test_client()


@pytest.fixture
def client_without_store(tmp_path: Path) -> FlaskClient:
    server: Flask = made_up_app(f"sqlite:///{tmp_path / 'missing.db'}").server
    return server.test_client()


@pytest.fixture(scope="session")
def reader(seeded_file: Path) -> FlaskClient:
    """A reader of the product with the seeded store, whom all tests share that change nothing."""
    return client_on(f"sqlite:///{seeded_file}")


def client_on(store: str, public_url: str = "") -> FlaskClient:
    """A reader of the product over the store at an address."""
    server: Flask = create_app(Settings(store, public_url=public_url)).server
    return server.test_client()
