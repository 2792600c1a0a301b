"""A region of a board as ready HTML: one component of Dash, however many elements it holds.

Dash renders every element of a tree as a component of its own, a few tenths of a millisecond each;
what has no component in it needs none of that. The browser's half is `assets/boards/portfolio.js`.
"""

from typing import Any

from dash.development.base_component import Component

from layouts.html.to_html import to_html


class Region(Component):
    """An element whose inside is the HTML of `children`: elements of `layouts.html` alone.

    A callback writes it as one of the board's `Parts`. Links in it choose as those of Dash's
    elements do, and the focus stays where it was. Attributes are named as in `dash.html`.
    """

    _namespace = "klimat_boards"
    _type = "Region"

    def __init__(
        self,
        children: Any,
        tag: str = "div",
        own_id: dict[str, str] | None = None,
        **attributes: Any,
    ) -> None:
        self.markup = to_html(children)
        self.tag = tag
        self.attributes = attributes
        if own_id is not None:
            self.id = own_id

    def to_plotly_json(self) -> dict[str, Any]:
        """The component as the browser's half takes it."""
        props = {"markup": self.markup, "tag": self.tag, "attributes": self.attributes}
        if hasattr(self, "id"):
            props["id"] = self.id
        return {"props": props, "type": self._type, "namespace": self._namespace}
