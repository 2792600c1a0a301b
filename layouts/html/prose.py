"""Pages of plain prose: headings with a paragraph or a list, all from the texts."""

from collections.abc import Mapping
from typing import Any

from layouts import html
from layouts.frame.page import Page
from layouts.html.cards import section
from layouts.links.addresses import Address
from layouts.phrases.text import text


def prose_page(address: Address, parts: Mapping[str, int], *last: Any) -> Page:
    """The page `address.page`. `parts` maps each part to its number of list items, 0 for a
    paragraph; `last` comes after them."""
    t = text(address.lang)
    name = address.page

    def content(part: str, items: int) -> Any:
        if items == 0:
            return html.P(t(f"{name}.{part}"))
        return html.Ul([html.Li(t(f"{name}.{part}.{n}")) for n in range(1, items + 1)])

    sections = [
        section(part, t(f"{name}.{part}.heading"), content(part, items))
        for part, items in parts.items()
    ]
    return Page(
        title=t(f"{name}.title"),
        description=t(f"{name}.description"),
        lang=address.lang,
        address=address,
        body=html.Div(
            [
                html.H1(t(f"{name}.title")),
                html.P(t(f"{name}.lead"), className="lead"),
                *sections,
                *last,
            ]
        ),
    )
