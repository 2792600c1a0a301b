"""A component tree as an HTML string: the only way in which a page reaches a browser.

Covers `dash.html.*` (except elements that run or embed things), the Bootstrap layout components
in `BOOTSTRAP`, and those of `layouts.markup`. Everything else is a TypeError when
the page is written, not a surprise when it is read.
"""

import re
from collections.abc import Iterable
from html import escape
from typing import Any

from dash.development.base_component import Component

from layouts.markup import Input, Raw

FORBIDDEN = frozenset(
    {"script", "style", "iframe", "object", "embed", "base", "link", "meta", "applet", "frame"}
)
"""Elements that run, embed or redirect; the shell writes the few that a document needs."""

VOID = frozenset({"area", "br", "col", "hr", "img", "input", "param", "source", "track", "wbr"})

NOT_ATTRIBUTES = frozenset(
    {
        "children",
        "key",
        "n_clicks",
        "n_clicks_timestamp",
        "disable_n_clicks",
        "loading_state",
        "available_properties",
        "available_wildcard_properties",
    }
)

ATTRIBUTE_NAMES = {"className": "class", "htmlFor": "for", "acceptCharset": "accept-charset"}
"""Names that are not simply the lower-case of the component's argument."""

BOOLEAN = frozenset(
    {
        "async",
        "autofocus",
        "autoplay",
        "checked",
        "controls",
        "default",
        "defer",
        "disabled",
        "formnovalidate",
        "hidden",
        "ismap",
        "loop",
        "multiple",
        "muted",
        "novalidate",
        "open",
        "readonly",
        "required",
        "reversed",
        "selected",
    }
)

ADDRESSES = frozenset({"href", "src", "action", "formaction", "cite", "poster"})

SAFE_ADDRESS = re.compile(
    r"(?:https?:|mailto:|tel:|data:image/(?:png|webp|jpeg);|[^:]*(?:[/?#]|$))", re.I
)
"""Schemes that a link may have, or none at all; a link with another scheme loses its address."""

UNITLESS = frozenset(
    {"flex", "flexGrow", "flexShrink", "fontWeight", "lineHeight", "opacity", "order", "zIndex"}
)

ELEMENT_NAMES = {"MapEl": "map", "ObjectEl": "object"}

BOOTSTRAP = {
    "Row": ("div", "row"),
    "Col": ("div", ""),
    "Container": ("div", "container"),
    "Stack": ("div", "vstack"),
    "Card": ("div", "card"),
    "CardHeader": ("div", "card-header"),
    "CardBody": ("div", "card-body"),
    "CardFooter": ("div", "card-footer"),
    "Badge": ("span", "badge"),
    "Alert": ("div", "alert"),
    "Table": ("table", "table"),
}
"""Bootstrap layout components that pages may use: element and the class that Bootstrap gives it."""

BOOTSTRAP_PLAIN = frozenset({"id", "className", "style", "children", "title"})
COLUMN_SIZES = ("xs", "sm", "md", "lg", "xl", "xxl")

_UPPER = re.compile(r"[A-Z]")


def to_html(tree: Any) -> str:
    """The tree as HTML. Text and attributes are escaped; None gives nothing, zero gives "0".

    Takes a component, a string, a number, None or a sequence of those.
    Raises TypeError for what a page may not hold.
    """
    parts: list[str] = []
    _write(tree, parts)
    return "".join(parts)


def _write(node: Any, parts: list[str]) -> None:
    if node is None or isinstance(node, bool):
        return
    if isinstance(node, str):
        parts.append(escape(node, quote=False))
    elif isinstance(node, Raw):
        parts.append(node.markup)
    elif isinstance(node, Component):
        _write_component(node, parts)
    elif isinstance(node, int | float):
        parts.append(str(node))
    elif isinstance(node, Iterable):
        for child in node:
            _write(child, parts)
    else:
        raise TypeError(f"a page cannot hold {type(node).__name__}: {node!r}")


def _write_component(node: Component, parts: list[str]) -> None:
    namespace, kind = node._namespace, node._type
    properties: dict[str, Any] = vars(node)
    if isinstance(node, Input):
        tag, properties = "input", node.attributes
    elif namespace == "dash_html_components":
        tag = ELEMENT_NAMES.get(kind) or kind.lower()
        if tag in FORBIDDEN:
            raise TypeError(f"a page cannot hold <{tag}>")
    elif namespace == "dash_bootstrap_components" and kind in BOOTSTRAP:
        tag, properties = _bootstrap(kind, properties)
    else:
        raise TypeError(f"a page cannot hold {namespace}.{kind}; see layouts/to_html.py")
    parts.append("<" + tag)
    # In one order: it would otherwise vary between processes.
    for name in sorted(name for name in properties if name not in NOT_ATTRIBUTES):
        value = properties[name]
        if value is not None and name[0] != "_":
            _write_attribute(name, value, parts)
    parts.append(">")
    if tag not in VOID:
        _write(properties.get("children"), parts)
        parts.append(f"</{tag}>")


def _write_attribute(name: str, value: Any, parts: list[str]) -> None:
    if "-" in name:
        html_name = name.lower()
        if isinstance(value, bool):
            value = "true" if value else "false"
    else:
        html_name = ATTRIBUTE_NAMES.get(name) or name.lower()
        if html_name in BOOLEAN:
            if value is not False:
                parts.append(" " + html_name)
            return
        if value is False:
            return
        if value is True:
            value = "true"
        if name == "style":
            value = _css(value)
    text = value if isinstance(value, str) else str(value)
    if html_name in ADDRESSES and not SAFE_ADDRESS.match(text.strip()):
        return
    parts.append(f' {html_name}="{escape(text)}"')


def _css(style: dict[str, Any]) -> str:
    declarations = []
    for name, value in style.items():
        if value is None:
            continue
        css_name = name if name.startswith("--") else _UPPER.sub(lambda m: "-" + m[0].lower(), name)
        if (
            isinstance(value, int | float)
            and value != 0
            and name not in UNITLESS
            and css_name[:2] != "--"
        ):
            value = f"{value}px"
        declarations.append(f"{css_name}:{str(value).replace(';', ' ')}")
    return ";".join(declarations)


def _bootstrap(kind: str, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    tag, base = BOOTSTRAP[kind]
    classes = [base] if base else []
    color = properties.get("color")
    if kind == "Col":
        classes += _column_classes(properties)
    elif kind == "Badge" and color:
        classes.append(f"bg-{color}")
    elif kind == "Alert" and color:
        classes.append(f"alert-{color}")
    plain = {
        name: value for name, value in properties.items() if name in BOOTSTRAP_PLAIN or "-" in name
    }
    if properties.get("className"):
        classes.append(properties["className"])
    plain["className"] = " ".join(classes)
    if kind == "Alert":
        plain.setdefault("role", "status")
    return tag, plain


def _column_classes(properties: dict[str, Any]) -> list[str]:
    classes = []
    for size, prefix in (
        ("width", "col"),
        *((s, "col" if s == "xs" else f"col-{s}") for s in COLUMN_SIZES),
    ):
        span = properties.get(size)
        if span is True:
            classes.append(prefix)
        elif isinstance(span, int | str) and span is not False:
            classes.append(f"{prefix}-{span}")
    return classes or ["col"]
