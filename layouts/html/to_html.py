"""A component tree as an HTML string: the only way in which a page reaches a browser.

Covers `dash.html.*` (except elements that run or embed things) and those of `layouts.html.markup`.
Everything else is a TypeError when the page is written, not a surprise when it is read.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache, partial
from html import escape
from typing import Any

from dash.development.base_component import Component

from layouts.html.markup import Element, Raw

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

_UPPER = re.compile(r"[A-Z]")


def to_html(tree: Any) -> str:
    """The tree as HTML. Text and attributes are escaped; None gives nothing, zero gives "0".

    Takes a component, a string, a number, None or a sequence of those.
    Raises TypeError for what a page may not hold.
    """
    parts: list[str] = []
    _WRITERS[type(tree)](tree, parts.append)
    return "".join(parts)


_Write = Callable[[str], None]
_Writer = Callable[[Any, _Write], None]


class _Writers(dict[type[Any], _Writer]):
    """How things of a type are written; found out once, since a page holds thousands of things."""

    def __missing__(self, kind: type[Any]) -> _Writer:
        writer = self[kind] = _writer(kind)
        return writer


_WRITERS = _Writers()


def _writer(kind: type[Any]) -> _Writer:
    if kind in (type(None), bool):
        return _write_nothing
    if issubclass(kind, str):
        return _write_text
    if issubclass(kind, Raw):
        return _write_raw
    if issubclass(kind, Element):
        return _write_element
    if issubclass(kind, Component):
        return _component_writer(kind)
    if issubclass(kind, int | float):
        return _write_number
    return _write_all if issubclass(kind, Iterable) else _refuse


def _component_writer(kind: type[Component]) -> _Writer:
    if kind._namespace == "dash_html_components":
        return partial(_write_component, ELEMENT_NAMES.get(kind._type) or kind._type.lower())
    return _refuse


def _write_nothing(_node: object, _write: _Write) -> None:
    """None and booleans show nothing: `condition and component` is a child."""


def _write_text(node: str, write: _Write) -> None:
    special = (
        "&" in node or "<" in node or ">" in node
    )  # few texts: a third of the time of `escape`
    write(escape(node, quote=False) if special else node)


def _write_raw(node: Raw, write: _Write) -> None:
    write(node.markup)


def _write_number(node: float, write: _Write) -> None:
    write(str(node))


def _write_all(nodes: Iterable[Any], write: _Write) -> None:
    for node in nodes:
        if node is not None:
            _WRITERS[type(node)](node, write)


def _refuse(node: object, _write: _Write) -> None:
    if isinstance(node, Component):
        named = f"{node._namespace}.{node._type}"
    else:
        named = type(node).__name__
    raise TypeError(f"a page cannot hold {named}; see layouts/html/to_html.py")


def _write_element(node: Element, write: _Write) -> None:
    tag, attributes, children = node.tag, node.attributes, node.children
    try:
        opening = _opening(tag, *attributes, *attributes.values()) if attributes else _plain(tag)
    except TypeError:  # a value that is no key, such as a style; or a tag that is refused here too
        opening = _opening_tag(tag, attributes)
    if type(children) is str and tag not in VOID:  # as most
        special = "&" in children or "<" in children or ">" in children
        write(f"{opening}{escape(children, quote=False) if special else children}</{tag}>")
    else:
        _write_inside(opening, tag, children, write)


def _write_component(tag: str, node: Component, write: _Write) -> None:
    properties = vars(node)
    _write_inside(_opening_tag(tag, properties), tag, properties.get("children"), write)


def _write_inside(opening: str, tag: str, children: Any, write: _Write) -> None:
    """What follows an opening tag."""
    if tag in VOID:
        write(opening)
    elif children is None:
        write(f"{opening}</{tag}>")
    else:
        write(opening)
        _WRITERS[type(children)](children, write)
        write(f"</{tag}>")


@lru_cache(maxsize=5000, typed=True)  # typed: 1 is not True, and neither is 1.0
def _opening(tag: str, *names_then_values: Any) -> str:
    """An opening tag; cells of a column share theirs."""
    half = len(names_then_values) // 2
    names, values = names_then_values[:half], names_then_values[half:]
    return _opening_tag(tag, dict(zip(names, values, strict=True)))


def _opening_tag(tag: str, properties: Mapping[str, Any]) -> str:
    opening = _plain(tag)[:-1]
    for name, html_name, ordinary in _attributes_among(tuple(properties)):
        value = properties[name]
        if ordinary and type(value) is str:
            opening += f' {html_name}="{_escaped(value)}"'
        elif value is not None:
            opening += _attribute(name, html_name, value)
    return opening + ">"


@cache
def _plain(tag: str) -> str:
    """An opening tag without attributes."""
    if tag in FORBIDDEN:
        raise TypeError(f"a page cannot hold <{tag}>")
    return f"<{tag}>"


_escaped = lru_cache(maxsize=5000)(escape)  # the same class or label, of hundreds of elements


@lru_cache(maxsize=5000)
def _attributes_among(names: tuple[str, ...]) -> tuple[tuple[str, str, bool], ...]:
    """Each attribute with its name in HTML and whether text is written as it is, in one order.

    It would otherwise vary between processes. A page has few sets of names, on many elements.
    """
    result = []
    for name in sorted(names):
        if name not in NOT_ATTRIBUTES and name[0] != "_":
            html_name = name.lower() if "-" in name else ATTRIBUTE_NAMES.get(name) or name.lower()
            special = html_name in ADDRESSES or html_name in BOOLEAN or name == "style"
            result.append((name, html_name, not special))
    return tuple(result)


def _attribute(name: str, html_name: str, value: Any) -> str:
    if "-" in name:
        if isinstance(value, bool):
            value = "true" if value else "false"
    else:
        if html_name in BOOLEAN:
            return "" if value is False else " " + html_name
        if value is False:
            return ""
        if value is True:
            value = "true"
        if name == "style":
            value = _css(value)
    text = value if isinstance(value, str) else str(value)
    if html_name in ADDRESSES and not SAFE_ADDRESS.match(text.strip()):
        return ""
    return f' {html_name}="{_escaped(text)}"'


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
