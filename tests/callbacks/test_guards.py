"""Callback bodies: what is not as registered never reaches Dash nor makes an error of ours."""

import copy
import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exploring import CALLBACKS, exploring

GOOD = exploring("/en/municipality/provkoping?explore=made-up")


def changed(**parts: Any) -> dict[str, Any]:
    return {**copy.deepcopy(GOOD), **parts}


def opened(response: Any) -> bool:
    assert response.status_code == 200
    return bool(response.get_json()["response"]["explore"]["is_open"])


def asked(address: str) -> dict[str, Any]:
    return changed(inputs=[{**GOOD["inputs"][0], "value": {"href": address}}])


def test_a_good_body_is_answered_with_the_chart(client: FlaskClient) -> None:
    response = client.post(CALLBACKS, json=GOOD)
    assert opened(response)
    assert response.get_json()["response"]["explore-chart"]["figure"]["data"]


@pytest.mark.parametrize(
    "wanted", ["/sv/kommun/x?utforska=made-up", "/sv/?utforska=made-up", "/nowhere", "", "http://["]
)
def test_what_names_no_chart_opens_nothing(client: FlaskClient, wanted: str) -> None:
    assert not opened(client.post(CALLBACKS, json=asked(wanted)))


def test_without_a_store_nothing_opens(client_without_store: FlaskClient) -> None:
    assert not opened(client_without_store.post(CALLBACKS, json=GOOD))


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        "x",
        {},
        changed(output="nothing.data"),
        changed(output=["explore.is_open"]),
        changed(output={"id": 1}),
        changed(inputs=None),
        changed(inputs=[]),
        changed(inputs=[{}]),
        changed(inputs=["asked"]),
        changed(inputs=[{"id": "answer", "property": "data"}]),
        changed(inputs=[*GOOD["inputs"], *GOOD["inputs"]]),
        changed(inputs=[{"id": "asked", "property": "data"}]),
        changed(inputs=[{**GOOD["inputs"][0], "value": None}]),
        changed(inputs=[{**GOOD["inputs"][0], "value": {"href": 1}}]),
        changed(inputs=[{**GOOD["inputs"][0], "value": {"href": "/" * 9999}}]),
        changed(state=[{"id": "x", "property": "y"}]),
        changed(changedPropIds="asked.data"),
        changed(changedPropIds=["x.y"]),
        changed(changedPropIds=[["asked.data"]]),
        changed(outputs={"id": "x", "property": "y"}),
        changed(outputs=[]),
    ],
)
def test_a_malformed_body_is_a_400_in_json(client: FlaskClient, body: Any) -> None:
    response = client.post(CALLBACKS, data=json.dumps(body), content_type="application/json")
    assert response.status_code == 400
    assert response.get_json()["error"]
    assert len(response.data) < 300


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"NaN"])
def test_what_is_not_json_is_a_400(client: FlaskClient, data: bytes) -> None:
    for kind in ("application/json", "text/plain"):
        assert client.post(CALLBACKS, data=data, content_type=kind).status_code == 400


def test_a_body_that_is_too_large_is_a_413(client: FlaskClient) -> None:
    response = client.post(CALLBACKS, json=changed(more="x" * 70_000))
    assert response.status_code == 413
    assert response.get_json()["error"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(key=st.sampled_from(sorted(GOOD)), value=JSON, inner=JSON)
def test_no_body_makes_an_error_of_ours(
    client: FlaskClient, key: str, value: Any, inner: Any
) -> None:
    for body in (changed(**{key: value}), changed(inputs=[{**GOOD["inputs"][0], "value": inner}])):
        assert client.post(CALLBACKS, json=body).status_code in (200, 400)


@pytest.mark.parametrize("file", ["dash/no-such-file.js", "no-such-package/x.js", "../app.py"])
def test_a_file_that_dash_does_not_have_is_a_404(client: FlaskClient, file: str) -> None:
    response = client.get(f"/_dash-component-suites/{file}")
    assert response.status_code == 404
    assert "registered" not in response.text
