"""The elements of HTML, named and called as in `dash.html`, in documents and on boards.

Those of `dash.html` check every argument, which takes twenty times as long; a page has hundreds.
`to_html` writes these, and Dash's own JSON holds them as what they are called after.
"""

from typing import Any

from layouts.html.markup import Element


class _Named(Element):
    """An element whose class is named after its tag."""

    def __init_subclass__(cls) -> None:
        cls.tag = cls.__name__.lower()

    def __init__(self, children: Any = None, **attributes: Any) -> None:
        self.children = children
        self.attributes = attributes


class A(_Named): ...


class Article(_Named): ...


class Blockquote(_Named): ...


class Br(_Named): ...


class Button(_Named): ...


class Caption(_Named): ...


class Code(_Named): ...


class Datalist(_Named): ...


class Dd(_Named): ...


class Del(_Named): ...


class Details(_Named): ...


class Div(_Named): ...


class Dl(_Named): ...


class Dt(_Named): ...


class Fieldset(_Named): ...


class Figcaption(_Named): ...


class Figure(_Named): ...


class Footer(_Named): ...


class Form(_Named): ...


class H1(_Named): ...


class H2(_Named): ...


class H3(_Named): ...


class H4(_Named): ...


class Header(_Named): ...


class Ins(_Named): ...


class Kbd(_Named): ...


class Label(_Named): ...


class Legend(_Named): ...


class Li(_Named): ...


class Main(_Named): ...


class Nav(_Named): ...


class Ol(_Named): ...


class Optgroup(_Named): ...


class Option(_Named): ...


class P(_Named): ...


class Pre(_Named): ...


class Section(_Named): ...


class Select(_Named): ...


class Small(_Named): ...


class Span(_Named): ...


class Strong(_Named): ...


class Summary(_Named): ...


class Table(_Named): ...


class Tbody(_Named): ...


class Td(_Named): ...


class Textarea(_Named): ...


class Th(_Named): ...


class Thead(_Named): ...


class Tr(_Named): ...


class Ul(_Named): ...
