"""What a browser asks of a board."""

import json
import re
from collections.abc import Iterator
from typing import Any

from layouts.addresses import Address, href

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
    known = list(_ids(layout))
    outputs = [
        [
            {"id": name, "property": prop}
            for name in known
            if name["board"] == "portfolio" and kind in name
        ]
        for kind, prop in (("region", "children"), ("chart", "figure"), ("legend", "children"))
    ]
    changed = {"board": "portfolio", "control": control}
    names = (
        '{"board":"portfolio","region":["ALL"]}.children',
        '{"board":"portfolio","chart":["ALL"]}.figure',
        '{"board":"portfolio","legend":["ALL"]}.children',
    )
    return {
        "output": f"..{'...'.join(names)}..",
        "outputs": outputs,
        "inputs": [[{"id": changed, "property": "value", "value": value}]],
        "changedPropIds": [json.dumps(changed, separators=(",", ":")) + ".value"],
    }


def what_if_question(layout: Any, control: str, value: Any) -> dict[str, Any]:
    """The body of the question by which something is chosen on the board of what it would take."""
    known = list(_ids(layout))
    kinds = (("chart", "figure"), ("legend", "children"), ("text", "children"))
    outputs: list[Any] = [
        [{"id": name, "property": prop} for name in known if kind in name] for kind, prop in kinds
    ]
    drag = {"board": "what_if", "store": "drag"}
    changed = {"board": "what_if", "control": control}
    names = [f'{{"board":"what_if","{kind}":["ALL"]}}.{prop}' for kind, prop in kinds]
    names.append('{"board":"what_if","store":"drag"}.data')
    return {
        "output": f"..{'...'.join(names)}..",
        "outputs": [*outputs, {"id": drag, "property": "data"}],
        "inputs": [[{"id": changed, "property": "value", "value": value}]],
        "changedPropIds": [json.dumps(changed, separators=(",", ":")) + ".value"],
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
