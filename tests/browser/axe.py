"""What axe finds wrong on a page that a browser shows: WCAG 2.2 A and AA, and best practice."""

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
ALL: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": list(TAGS)},
    "rules": {"target-size": {"enabled": True}},  # axe leaves this one of WCAG 2.2 out by itself
    "resultTypes": ["violations"],
}
LAYOUT: dict[str, Any] = {
    "runOnly": {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]},
    "resultTypes": ["violations"],
}
"""What longer or other words can change on a page made of the same elements."""
CONTRAST: dict[str, Any] = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
"""What another colour scheme can change: everything else is the same."""


def violations(page: Page, options: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """Each broken rule with the first elements that break it.

    The whole page is laid out first: axe would take sections that wait for the reader to come near
    to lie over one another.
    """
    page.evaluate("document.documentElement.classList.add('is-whole')")
    result = Axe().run(page, options=options).response["violations"]
    return [(rule["id"], [node["html"][:120] for node in rule["nodes"][:3]]) for rule in result]


def without_scripts(page: Page) -> None:
    """From now on every script that the page fetches is empty, as where none can run."""

    def nothing(route: Route) -> None:
        route.fulfill(body="", content_type="text/javascript")

    page.route(re.compile(r"\.js(\?|$)"), nothing)
