"""What a browser asks of a board."""

import json
import re
from collections.abc import Iterator
from typing import Any

from callbacks.callback_bodies import is_many, pattern
from layouts.boards.twins import dom_id
from layouts.links.addresses import Address, href

CALLBACKS = "/_dash-update-component"
MALMO = Address("city_board", "sv", slug="malmo")


def prefix_of(document: str) -> str:
    """What the requests of the board in a document begin with, with a final slash."""
    (found,) = re.findall(r'"requests_pathname_prefix":"([^"]+)"', document)
    return str(json.loads(f'"{found}"'))


def place(path: str) -> str:
    """The same of the board at a path, as a light page on a wide screen has it."""
    return f"/_board/light-wide{path}/~_"


def question(value: str = "2021", name: str = "ar") -> dict[str, Any]:
    """The body of the question by which a year, or something else, is chosen in two graphs."""
    control = {"board": "city", "control": name}
    charts = ("emissions", "sectors")
    outputs = [
        [{"id": {"board": "city", kind: name}, "property": prop} for name in charts]
        for kind, prop in (("chart", "figure"), ("legend", "children"))
    ]
    texts = [
        {"id": {"board": "city", "text": name}, "property": "children"}
        for name in ("sentence", "year", "marks")
    ]
    drawn = {"id": {"board": "city", "store": "drawn"}, "property": "data"}
    names = (
        '{"board":"city","chart":["ALL"]}.figure',
        '{"board":"city","legend":["ALL"]}.children',
        '{"board":"city","text":"sentence"}.children',
        '{"board":"city","text":"year"}.children',
        '{"board":"city","text":"marks"}.children',
        '{"board":"city","store":"drawn"}.data',
    )
    return {
        "output": f"..{'...'.join(names)}..",
        "outputs": [*outputs, *texts, drawn],
        "inputs": [[{"id": control, "property": "value", "value": value}]],
        "state": [drawn | {"value": {"address": href(MALMO), "linked": [], "marked": []}}],
        "changedPropIds": [json.dumps(control, separators=(",", ":")) + ".value"],
    }


def portfolio_question(layout: Any, control: str, value: Any) -> dict[str, Any]:
    """The body of the question by which something is chosen on the portfolio's board.

    `layout` is what Dash was given of it: it says which parts there are.
    """
    parts = (("chart", "figure"), ("legend", "children"))
    asked = _question(layout, "portfolio", parts, control, value)
    asked = _besides(asked, {"board": "portfolio", "view": "main"}, "children")
    return _besides(asked, {"board": "portfolio", "parts": "all"}, "parts")


def what_if_question(layout: Any, control: str, value: Any) -> dict[str, Any]:
    """The same on the board of what it would take, which also tells what a drag needs."""
    parts = (("chart", "figure"), ("legend", "children"), ("text", "children"))
    asked = _question(layout, "what_if", parts, control, value)
    return _besides(asked, {"board": "what_if", "store": "drag"}, "data")


def explore_question(layout: Any, control: str, value: Any) -> dict[str, Any]:
    """The same on the board of all municipalities, which also tells where its figures are."""
    parts = (("chart", "figure"), ("legend", "children"), ("text", "children"))
    asked = _question(layout, "explore", parts, control, value)
    return _besides(asked, {"board": "explore", "store": "series"}, "data")


def well_formed(dependency: dict[str, Any], layout: Any) -> dict[str, Any]:
    """A body as an entry of a board's list of callbacks wants it, with ids of its layout; with a
    made-up one for a part that comes later."""
    known = list(_ids(layout))

    def components(written: str, prop: str, **value: str) -> Any:
        wanted = pattern(written)
        if isinstance(wanted, str):
            return {"id": wanted, "property": prop, **value}
        fitting = [
            {"id": each, "property": prop, **value}
            for each in known
            if each.keys() == wanted.keys()
            and all(isinstance(own, list) or each[key] == own for key, own in wanted.items())
        ]
        if is_many(wanted):
            return fitting[:2]
        later = {key: "later" if isinstance(own, list) else own for key, own in wanted.items()}
        return fitting[0] if fitting else {"id": later, "property": prop, **value}

    output = dependency["output"]
    names = [name.rsplit(".", 1) for name in output.strip(".").split("...")]
    outputs = [components(own, prop.partition("@")[0]) for own, prop in names]
    return {
        "output": output,
        "outputs": outputs if output.startswith("..") else outputs[0],
        **{
            name: [components(each["id"], each["property"], value="x") for each in dependency[name]]
            for name in ("inputs", "state")
        },
        "changedPropIds": [],
    }


def _besides(asked: dict[str, Any], own_id: dict[str, str], prop: str) -> dict[str, Any]:
    """The question with one part more, of an id of its own, as the last that it writes."""
    asked["outputs"].append({"id": own_id, "property": prop})
    asked["output"] = asked["output"].removesuffix("..") + f"...{dom_id(own_id)}.{prop}.."
    return asked


def _question(
    layout: Any, board: str, parts: tuple[tuple[str, str], ...], control: str, value: Any
) -> dict[str, Any]:
    """Of a callback that writes all parts of these kinds, by the property of each."""
    known = [each for each in _ids(layout) if each["board"] == board]
    outputs: list[Any] = [
        [{"id": each, "property": prop} for each in known if kind in each] for kind, prop in parts
    ]
    names = [f'{{"board":"{board}","{kind}":["ALL"]}}.{prop}' for kind, prop in parts]
    changed = {"board": board, "control": control}
    return {
        "output": f"..{'...'.join(names)}..",
        "outputs": outputs,
        "inputs": [[{"id": changed, "property": "value", "value": value}]],
        "changedPropIds": [f"{dom_id(changed)}.value"],
    }


def _ids(component: Any) -> Iterator[dict[str, str]]:
    """The ids of several parts in a layout, parents first."""
    if isinstance(component, list):
        for child in component:
            yield from _ids(child)
    elif isinstance(component, dict):
        props = component.get("props", {})
        if isinstance(props.get("id"), dict):
            yield props["id"]
        yield from _ids(props.get("children"))


ADDRESS = place(href(MALMO)) + CALLBACKS
"""Where the board of Malmö asks."""
