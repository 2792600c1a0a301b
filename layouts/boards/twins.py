"""The static twin of a board's tree: the same page of plain HTML, for the first response.

Graphs become drawings of the same chart description, controls the fields of a form that asks for
the same address, and what only works in a browser nothing. Elements of `html` stay as they are;
a component without a twin is a TypeError when the page is written.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc
from dash._utils import stringify_id
from dash.development.base_component import Component
from dash_ag_grid import AgGrid

from layouts import html
from layouts.boards.parts import CountedList, Parts
from layouts.boards.region import Region
from layouts.charts.description import Chart
from layouts.charts.svg import board_svg
from layouts.html.markup import Element, Input, Raw, attributes_of, tag_of
from layouts.links.addresses import Address, href
from layouts.phrases.text import text

NOTHING = "-"
"""The value of the choice of nothing: Bootstrap's select shows no option with an empty one."""

Charts = Mapping[str, Chart]
Twin = Callable[[Any, Address, Charts], Any]


def static(tree: Any, address: Address, charts: Charts) -> Any:
    """The tree with a twin in place of every component of Dash that is no element."""
    kind = type(tree)
    if kind is list or kind is tuple:
        return [static(each, address, charts) for each in tree]
    twin = TWINS.get(kind)
    if twin is not None:
        return twin(tree, address, charts)
    if not isinstance(tree, Component) or isinstance(tree, Raw):
        return tree
    if not isinstance(tree, Element) and tree._namespace != "dash_html_components":
        raise TypeError(f"{tree._namespace}.{tree._type} has no static twin; see boards/twins.py")
    attributes = attributes_of(tree)
    if isinstance(attributes.get("id"), dict):
        attributes = {**attributes, "id": static_id(attributes["id"])}
    if str(attributes.get("htmlFor", "")).startswith("{"):
        attributes = {**attributes, "htmlFor": _static(attributes["htmlFor"])}
    children = static(getattr(tree, "children", None), address, charts)
    return Element.alike(tag_of(tree), children, attributes)


def dom_id(own_id: Mapping[str, str]) -> str:
    """The id of a component as Dash writes it into the page."""
    written: str = stringify_id(own_id)
    return written


def static_id(own_id: Mapping[str, str]) -> str:
    """The id of a component's twin: both are in the page for a while."""
    return _static(dom_id(own_id))


def _static(written: str) -> str:
    """`{"board":"city","control":"gas"}` → `static-control-gas`."""
    values: dict[str, str] = json.loads(written)
    return "-".join(["static", *(f"{key}-{values[key]}" for key in values if key != "board")])


def _name(node: Any) -> str | None:
    """The parameter that a control stands for; a slider that moves another field has none."""
    name: str | None = node.id.get("control")
    return name


def _props(node: Component) -> dict[str, Any]:
    return {name: value for name, value in vars(node).items() if name[0] != "_"}


def _select(node: Any, _address: Address, _charts: Charts) -> Element:
    props = _props(node)
    chosen = props.get("value") or ""
    return Element(
        "select",
        [
            Element(
                "option",
                each["label"],
                value="" if each["value"] == NOTHING else each["value"],
                selected=each["value"] == chosen,
            )
            for each in props["options"]
        ],
        id=static_id(node.id),
        name=_name(node),
        className=props.get("class_name") or props.get("className") or "form-select",
    )


def _marked(kind: str) -> Twin:
    """The twin of a list of checkboxes or of radio buttons."""

    def write(node: Any, address: Address, charts: Charts) -> html.Div:
        props = _props(node)
        value = props.get("value")
        chosen = value if isinstance(value, list) else [value or ""]
        look = "form-check form-switch" if props.get("switch") else "form-check"
        fields = []
        for number, each in enumerate(props["options"]):
            label = static(each["label"], address, charts)
            box = {"type": kind, "value": each["value"], "checked": each["value"] in chosen}
            fields.append(html.Div(_box(node, number, label, box), className=look))
        css = props.get("class_name") or props.get("className")
        return html.Div(fields, id=static_id(node.id), className=css)

    return write


def _counted(node: Any, _address: Address, _charts: Charts) -> html.Div:
    """The same checkboxes."""
    fields = []
    for number, each in enumerate(node.choices):
        label = html.Span(
            [
                html.Span(each["label"], className="choice-name"),
                html.Span(str(each["count"]), className="choice-count"),
            ],
            className="choice",
        )
        box = {"type": "checkbox", "value": each["value"], "checked": each["value"] in node.value}
        fields.append(html.Div(_box(node, number, label, box), className="form-check"))
    return html.Div(fields, id=static_id(node.id), className=node.className)


def _box(node: Any, number: int, label: Any, box: Mapping[str, Any]) -> list[Component]:
    """A field to tick, by its number in its list, and its label."""
    field_id = f"{static_id(node.id)}-{number}"
    return [
        Input(id=field_id, name=_name(node), className="form-check-input", **box),
        html.Label(label, htmlFor=field_id, className="form-check-label"),
    ]


def _input(node: Any, _address: Address, _charts: Charts) -> Input:
    """A field as it is: those of Bootstrap are the browser's own."""
    props = _props(node)
    attributes = {
        name: props[name]
        for name in ("type", "min", "max", "step", "value", "placeholder")
        if name in props
    }
    return Input(
        **attributes, id=static_id(node.id), name=_name(node), className=props.get("class_name")
    )


def _slider(node: Any, _address: Address, _charts: Charts) -> Element:
    """A slider's marks as a select: its last mark is what holds where nothing is chosen."""
    props = _props(node)
    last = max(props["marks"])
    return Element(
        "select",
        [
            Element(
                "option",
                each["label"] if isinstance(each, dict) else each,
                value="" if value == last else str(value),
                selected=value == props.get("value"),
            )
            for value, each in sorted(props["marks"].items())
        ],
        id=static_id(node.id),
        name=_name(node),
        className="form-select",
    )


def _graph(node: Any, _address: Address, charts: Charts) -> html.Div:
    wide, narrow = (float(node.style[name].removesuffix("px")) for name in ("--wide", "--narrow"))
    drawing = board_svg(charts[node.id["chart"]], wide, narrow)
    return html.Div(Raw(drawing), className="board-drawing", style=node.style)


def _form(node: Any, address: Address, charts: Charts) -> html.Form:
    """The form of the controls, with the button that who has no script needs."""
    return html.Form(
        [
            static(node.children, address, charts),
            html.Button(text(address.lang)("word.show"), type="submit", className="board-show"),
        ],
        action=href(address.without_query()),
        method="get",
        className=_props(node).get("class_name"),
    )


def _region(node: Any, _address: Address, _charts: Charts) -> Element:
    """The same HTML."""
    own_id = {"id": static_id(node.id)} if hasattr(node, "id") else {}
    return Element.alike(node.tag, Raw(node.markup), {**node.attributes, **own_id})


def _nothing(_node: Any, _address: Address, _charts: Charts) -> None:
    """What only works in a browser."""


TWINS: dict[type[Component], Twin] = {
    dbc.Select: _select,
    dcc.Dropdown: _select,
    dbc.Checklist: _marked("checkbox"),
    dcc.Checklist: _marked("checkbox"),
    dbc.RadioItems: _marked("radio"),
    dcc.RadioItems: _marked("radio"),
    dbc.Input: _input,
    dcc.Slider: _slider,
    dcc.Graph: _graph,
    Region: _region,
    CountedList: _counted,
    Parts: _nothing,
    dbc.Form: _form,
    AgGrid: _nothing,
    dcc.Store: _nothing,
    dcc.Location: _nothing,
    dcc.Interval: _nothing,
}
"""Component → what stands for it in the document."""
