"""What page trees need beyond `dash.html`: finished markup, light elements, form fields,
aria and data names."""

from typing import Any

from dash.development.base_component import Component


class Raw(Component):
    """A leaf of the component tree whose `markup` is written out as it stands.

    Only for SVG and HTML from our own renderers, which escape what they are given; never for text
    from a file, a form or an address. `to_html` is the only reader, Dash never sees it.
    """

    _namespace = "layouts"
    _type = "Raw"

    def __init__(self, markup: str) -> None:
        self.markup = markup


class Element(Component):
    """An HTML element by its tag: `Element("td", "12", className="num")`, named as in `dash.html`.

    Made twenty times as fast as those, which check every argument: for cells, which a page has by
    the thousand. `to_html` refuses the same tags.
    """

    _namespace = "layouts"
    _type = "Element"

    def __init__(self, tag: str, children: Any = None, **attributes: Any) -> None:
        self.tag = tag
        self.children = children
        self.attributes = attributes

    @classmethod
    def alike(cls, tag: str, children: Any, attributes: dict[str, Any]) -> "Element":
        """One of many that share their attributes: those of a column. Nobody changes them."""
        made = cls.__new__(cls)
        made.tag, made.children, made.attributes = tag, children, attributes
        return made


class Input(Element):
    """A native `<input>`, which `dash.html` lacks: `Input(type="search", name="sok", value=…)`."""

    _type = "Input"

    def __init__(self, **attributes: Any) -> None:
        super().__init__("input", None, **attributes)


def aria(**attributes: Any) -> dict[str, Any]:
    """`html.Nav(…, **aria(label="Huvudmeny", current="page"))`."""
    return {f"aria-{name}": value for name, value in attributes.items()}


def data(**attributes: Any) -> dict[str, Any]:
    """`html.Td(…, **data(sort="12"))`."""
    return {f"data-{name.replace('_', '-')}": value for name, value in attributes.items()}
