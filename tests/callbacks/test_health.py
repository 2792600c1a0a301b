"""Health: the program and its store are told apart."""

from flask.testing import FlaskClient


def test_a_program_with_its_store_lives_and_is_ready(client: FlaskClient) -> None:
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 200


def test_a_program_without_its_store_lives_but_is_not_ready(
    client_without_store: FlaskClient,
) -> None:
    assert client_without_store.get("/healthz").status_code == 200
    assert client_without_store.get("/readyz").status_code == 503


def test_robots_and_icon_are_there(client: FlaskClient) -> None:
    assert "User-agent" in client.get("/robots.txt").text
    assert client.get("/favicon.ico").mimetype == "image/svg+xml"
