"""Callback bodies: what is not as registered never reaches Dash nor makes an error of ours."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from callbacks.boards.registry import BOARDS
from layouts.links.addresses import Address, href
from layouts.links.routes import ROUTES
from tests.boards import ADDRESS, CALLBACKS, place, question, well_formed

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


def nested(levels: int) -> Any:
    return [nested(levels - 1)] if levels else "x"


WRONG: tuple[Any, ...] = (
    None,
    0,
    True,
    "x",
    [],
    {},
    [[]],
    [{}],
    [None],
    nested(300),
    {"id": "x", "property": "y"},
)
WRONG_IDS: tuple[Any, ...] = (None, "x", ["ALL"], {}, {"board": ["MATCH"]}, "x" * 200)
LAST_ROWS: tuple[Any, ...] = (float("inf"), "9" * 5000, [], 10**9)
ORDERS: tuple[Any, ...] = (7, ["x"], [{"colId": {}}])
WRONG_VALUES: tuple[Any, ...] = (
    *(None, True, -1, float("inf"), float("nan"), 10**400, "\ud800", "a" * 5000, {"a": 1}),
    *(["\ud800"], ["a"] * 3000, nested(300), {"address": "/sv/?ar=\ud800"}, {"address": 5}),
    *({"startRow": 0, "endRow": last} for last in LAST_ROWS),
    *({"startRow": 0, "endRow": 1, "sortModel": order} for order in ORDERS),
)


def malformed(good: dict[str, Any]) -> Iterator[tuple[bool, dict[str, Any]]]:
    """Bodies with one thing wrong, and whether that is its form: a value may be of use."""
    for key in good:
        yield key in ("output", "inputs"), {name: good[name] for name in good if name != key}
        for wrong in WRONG:
            if wrong != good[key]:
                yield wrong != [[]], {**good, key: wrong}  # a pattern may stand for nothing
    for key in ("inputs", "state"):
        for number, expected in enumerate(good[key]):
            for name, choices in (("id", WRONG_IDS), ("property", WRONG), ("value", WRONG_VALUES)):
                for wrong in choices:
                    body = copy.deepcopy(good)
                    components = body[key][number]
                    several = isinstance(expected, list)
                    (components[0] if several else components)[name] = wrong
                    yield name != "value", body
    for number, output in enumerate(good["outputs"]):
        if isinstance(output, list) and output:
            body = copy.deepcopy(good)
            (kind,) = output[0]["id"].keys() - {"board"}
            body["outputs"][number][0]["id"][kind] = "no-such"
            yield False, body
            yield True, {**good, "outputs": [output * 99, *good["outputs"][1:]]}


@pytest.mark.parametrize("page", sorted(BOARDS))
def test_no_callback_of_any_board_answers_what_is_malformed(
    client: FlaskClient, caplog: pytest.LogCaptureFixture, page: str
) -> None:
    slug = "malmo" if ROUTES[page].varies_by == "slug" else None
    prefix = place(href(Address(page, "sv", slug=slug)))
    layout = client.get(f"{prefix}/_dash-layout").get_json()
    described = client.get(f"{prefix}/_dash-dependencies").get_json()
    assert sum(each["clientside_function"] is None for each in described) >= 1
    for each in described:
        good = well_formed(each, layout)
        in_browser = each["clientside_function"] is not None
        for wrong_form, body in [(in_browser, good), *malformed(good)]:
            data = json.dumps(body)
            response = client.post(prefix + CALLBACKS, data=data, content_type="application/json")
            known = (400,) if wrong_form or in_browser else (200, 204, 400)
            assert response.status_code in known, (each["output"], data[:500])
            if response.status_code == 400:
                assert response.get_json()["error"]
                assert len(response.data) < 300
    assert caplog.text == ""


@pytest.mark.parametrize("file", ["dash/no-such-file.js", "no-such-package/x.js", "../app.py"])
def test_a_file_that_dash_does_not_have_is_a_404(client: FlaskClient, file: str) -> None:
    response = client.get(f"/_dash-component-suites/{file}")
    assert response.status_code == 404
    assert "registered" not in response.text
