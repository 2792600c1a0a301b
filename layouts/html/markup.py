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

    Made twenty times as fast as those, which check every argument. `to_html` refuses the same tags.
    """

    _namespace = "layouts"
    _type = "Element"

    tag: str

    def __init__(self, tag: str, children: Any = None, **attributes: Any) -> None:
        self.tag = tag
        self.children = children
        self.attributes = attributes

    def to_plotly_json(self) -> dict[str, Any]:
        """What Dash's JSON holds of a component: here of the one of `dash.html` with this tag."""
        props = {name: value for name, value in self.attributes.items() if value is not None}
        return {
            "props": props if self.children is None else {"children": self.children, **props},
            "type": self.tag.capitalize(),
            "namespace": "dash_html_components",
        }

    @classmethod
    def alike(cls, tag: str, children: Any, attributes: dict[str, Any]) -> "Element":
        """One of many that share their attributes: those of a column. Nobody changes them."""
        made = cls.__new__(cls)
        made.tag, made.children, made.attributes = tag, children, attributes
        return made


def tag_of(node: Component) -> str:
    """The tag of an element, of a document or of `dash.html`."""
    tag: str | None = getattr(node, "tag", None)
    return tag or str(node._type).lower()


def attributes_of(node: Component) -> dict[str, Any]:
    """Its attributes, named as in `dash.html`."""
    if isinstance(node, Element):
        return node.attributes
    own = {"children", "available_properties", "available_wildcard_properties"}
    return {name: value for name, value in vars(node).items() if name[0] != "_" and name not in own}


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
