"""What is wrong with a callback's body, by the callbacks that are registered.

An id is a text, or a pattern: a dictionary in which `ALL`, `MATCH` or `ALLSMALLER` stands for any
value. The browser sends a list of components for a pattern with `ALL`, one for other ids.
"""

import json
from typing import Any

MOST_COMPONENTS = 60
"""Of one pattern on one page."""
MOST_CHARACTERS = 80
"""Of a value in an id."""

Pattern = str | dict[str, Any]


def fault_in(body: Any, callbacks: dict[str, Any]) -> str | None:
    """What is wrong with a callback's body, by the registered callbacks; None if nothing."""
    if not isinstance(body, dict):
        return "expected a JSON object"
    output = body.get("output")
    if not isinstance(output, str) or output not in callbacks:
        return "no such output"
    spec = callbacks[output]
    if "callback" not in spec:
        return "this output is made in the browser"
    if not _is_unicode(body):
        return "expected Unicode text"
    known: set[str] = set()
    for name, expected in (("inputs", spec["inputs"]), ("state", spec["state"])):
        given = body.get(name, [])
        if not isinstance(given, list) or len(given) != len(expected):
            return f"{name}: expected {len(expected)}"
        for item, wanted in zip(given, expected, strict=True):
            if not fits(item, pattern(wanted["id"]), wanted["property"]):
                return f"{name}: expected {wanted['id']}.{wanted['property']}"
            if name == "inputs":
                known |= names(item)
    changed = body.get("changedPropIds", [])
    if not isinstance(changed, list) or not all(
        isinstance(prop, str) and prop in known for prop in changed
    ):
        return "changedPropIds: expected names of inputs"
    if "outputs" in body and not _fit_outputs(body["outputs"], output):
        return "outputs: do not match output"
    if "outputs" not in body and "{" in output:
        return "outputs: expected"
    return None


def pattern(written: str) -> Pattern:
    """An id as it was registered, from its written form."""
    if not written.startswith("{"):
        return written
    read: dict[str, Any] = json.loads(written)
    return read


def is_many(wanted: Pattern) -> bool:
    """Whether an id stands for a list of components."""
    return isinstance(wanted, dict) and any(
        value in (["ALL"], ["ALLSMALLER"]) for value in wanted.values()
    )


def fits(given: Any, wanted: Pattern, prop: str) -> bool:
    """Whether a component, or a list of them, is what an id with its property stands for."""
    if is_many(wanted):
        return (
            isinstance(given, list)
            and len(given) <= MOST_COMPONENTS
            and all(_fits_one(item, wanted, prop) for item in given)
        )
    return _fits_one(given, wanted, prop)


def names(given: Any) -> set[str]:
    """The components' properties as `changedPropIds` names them."""
    components = given if isinstance(given, list) else [given]
    return {f"{_written(component['id'])}.{component['property']}" for component in components}


def _fits_one(given: Any, wanted: Pattern, prop: str) -> bool:
    if not isinstance(given, dict) or given.get("property") != prop:
        return False
    own = given.get("id")
    if isinstance(wanted, str):
        return bool(own == wanted)
    return (
        isinstance(own, dict)
        and own.keys() == wanted.keys()
        and all(
            _is_value(own[key]) if isinstance(value, list) else own[key] == value
            for key, value in wanted.items()
        )
    )


def _is_value(value: Any) -> bool:
    """What may stand in an id: a short text or a number."""
    if isinstance(value, str):
        return len(value) <= MOST_CHARACTERS
    return isinstance(value, int | float) and not isinstance(value, bool)


def _written(own: Any) -> str:
    if isinstance(own, str):
        return own
    return json.dumps(own, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _is_unicode(value: Any) -> bool:
    """Whether all texts are: JSON's escapes can also write halves of characters."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _fit_outputs(given: Any, output: str) -> bool:
    several = output.startswith("..")
    wanted = output.removeprefix("..").removesuffix("..").split("...")
    listed = given if several else [given]
    if not isinstance(listed, list) or len(listed) != len(wanted):
        return False
    for listed_output, name in zip(listed, wanted, strict=True):
        own_id, prop = name.rsplit(".", 1)
        if not fits(listed_output, pattern(own_id), prop.partition("@")[0]):
            return False
    return True
