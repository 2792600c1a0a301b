"""Health: the program and its store are told apart."""

import time
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from callbacks.pages import VERSION_SECONDS
from tests.made_up import empty_store, made_up_app


def test_a_program_with_its_store_lives_and_is_ready(client: FlaskClient) -> None:
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 200


def test_a_program_without_its_store_lives_but_is_not_ready(
    client_without_store: FlaskClient,
) -> None:
    assert client_without_store.get("/healthz").status_code == 200
    assert client_without_store.get("/readyz").status_code == 503


def test_a_store_that_comes_back_is_used_without_a_restart(tmp_path: Path) -> None:
    server: Flask = made_up_app(f"sqlite:///{tmp_path / 'empty.db'}").server
    client = server.test_client()
    assert client.get("/sv/").status_code == 503
    empty_store(tmp_path)
    time.sleep(VERSION_SECONDS)
    assert client.get("/sv/").status_code == 200
    assert client.get("/readyz").status_code == 200
