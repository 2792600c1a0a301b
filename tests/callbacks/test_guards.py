"""Callback bodies: what is not as registered never reaches Dash nor makes an error of ours."""

import copy
import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.boards import ADDRESS, question

GOOD = question()


def changed(**parts: Any) -> dict[str, Any]:
    return {**copy.deepcopy(GOOD), **parts}


@pytest.fixture
def client(reader: FlaskClient) -> FlaskClient:
    return reader


def test_a_good_body_is_answered_with_the_mark(client: FlaskClient) -> None:
    response = client.post(ADDRESS, json=GOOD)
    assert response.status_code == 200
    answered = response.get_json()["response"]
    assert len(answered) == 6  # two legends, three texts, and what is drawn
    assert not any("figure" in each for each in answered.values())


def test_without_a_store_the_answer_says_so(client_without_store: FlaskClient) -> None:
    response = client_without_store.post(ADDRESS, json=GOOD)
    assert response.status_code == 503
    assert response.get_json()["error"]


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        "x",
        {},
        changed(output="nothing.data"),
        changed(output=["board-address.data"]),
        changed(output={"id": 1}),
        changed(inputs=None),
        changed(inputs=[]),
        changed(inputs=[{}]),
        changed(inputs=["ar"]),
        changed(inputs=[{"id": "answer", "property": "data"}]),
        changed(inputs=[*GOOD["inputs"], *GOOD["inputs"]]),
        changed(inputs=[[{"id": "ar", "property": "value"}]]),
        changed(inputs=[[{**GOOD["inputs"][0][0], "value": True}]]),
        changed(inputs=[[{**GOOD["inputs"][0][0], "value": {"href": 1}}]]),
        changed(inputs=[GOOD["inputs"][0] * 99]),
        changed(state=[{"id": "x", "property": "y"}]),
        changed(changedPropIds="ar.value"),
        changed(changedPropIds=["x.y"]),
        changed(changedPropIds=[["ar.value"]]),
        changed(outputs={"id": "x", "property": "y"}),
        changed(outputs=[]),
    ],
)
def test_a_malformed_body_is_a_400_in_json(client: FlaskClient, body: Any) -> None:
    response = client.post(ADDRESS, data=json.dumps(body), content_type="application/json")
    assert response.status_code == 400
    assert response.get_json()["error"]
    assert len(response.data) < 300


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"NaN"])
def test_what_is_not_json_is_a_400(client: FlaskClient, data: bytes) -> None:
    for kind in ("application/json", "text/plain"):
        assert client.post(ADDRESS, data=data, content_type=kind).status_code == 400


def test_a_body_that_is_too_large_is_a_413(client: FlaskClient) -> None:
    response = client.post(ADDRESS, json=changed(more="x" * 70_000))
    assert response.status_code == 413
    assert response.get_json()["error"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(key=st.sampled_from(sorted(GOOD)), value=JSON, inner=JSON)
def test_no_body_makes_an_error_of_ours(
    client: FlaskClient, key: str, value: Any, inner: Any
) -> None:
    for body in (
        changed(**{key: value}),
        changed(inputs=[[{**GOOD["inputs"][0][0], "value": inner}]]),
    ):
        assert client.post(ADDRESS, json=body).status_code in (200, 400)


@pytest.mark.parametrize("file", ["dash/no-such-file.js", "no-such-package/x.js", "../app.py"])
def test_a_file_that_dash_does_not_have_is_a_404(client: FlaskClient, file: str) -> None:
    response = client.get(f"/_dash-component-suites/{file}")
    assert response.status_code == 404
    assert "registered" not in response.text
