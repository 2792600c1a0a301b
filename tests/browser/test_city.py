"""A city's first screen: what a reader sees without scrolling, and how long the page is."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.axe import ALL, CONTRAST, violations
from tests.browser.conftest import Visitor

CITIES = ("borlange", "orebro", "ale", "gotland")
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
MOST_HIGH = {1440: 5500, 390: 9000}


def bottom(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def in_the_way(page: Page) -> list[str]:
    """What of the head of the page is cut or lies under something else, at any of its ends."""
    result: list[str] = page.evaluate(
        """() => [...document.querySelectorAll(".site-bar a, .site-bar input")].filter((each) => {
            const box = each.getBoundingClientRect();
            return [box.left + 1, box.right - 1].some((x) =>
                !each.contains(document.elementFromPoint(x, box.top + box.height / 2)));
        }).map((each) => each.textContent)"""
    )
    return result


@pytest.mark.parametrize("slug", CITIES)
def test_a_desk_sees_chart_figures_pair_and_cards(visitor: Visitor, real: str, slug: str) -> None:
    visit = visitor(real, viewport=DESK)
    visit.open(f"/sv/kommun/{slug}", ready=False)
    page = visit.page
    for selector in (".city-first svg.chart-svg.wide", ".tiles", ".pair", ".strip-svg"):
        assert bottom(page, selector) <= 900, selector
    cards = page.locator(".small-cards").bounding_box()
    assert cards is not None
    assert cards["y"] < 860
    assert page.evaluate("document.documentElement.scrollHeight") <= MOST_HIGH[1440]


@pytest.mark.parametrize(
    "path", [*(f"/sv/kommun/{slug}" for slug in CITIES), "/en/municipality/sigtuna"]
)
def test_a_phone_sees_badge_lead_and_chart(visitor: Visitor, real: str, path: str) -> None:
    visit = visitor(real, viewport=PHONE, has_touch=True)
    visit.open(path, ready=False)
    page = visit.page
    drawing = page.locator(".city-first svg.chart-svg.narrow")
    _, _, _, _, top, _ = (float(n) for n in str(drawing.get_attribute("data-axis")).split())
    panel = page.locator(".city-first svg.narrow .panel").first.bounding_box()
    assert panel is not None
    assert panel["height"] >= 260
    assert panel["y"] + panel["height"] <= 640
    assert top < panel["height"]
    assert len(page.locator(".city-head .lead:visible").inner_text()) <= 140
    assert in_the_way(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("document.documentElement.scrollHeight") <= MOST_HIGH[390]


@pytest.mark.parametrize("path", ["/sv/kommun/goteborg", "/en/municipality/sigtuna"])
def test_the_longest_figures_have_room_in_their_tiles(
    visitor: Visitor, real: str, path: str
) -> None:
    page = visitor(real, java_script_enabled=False).page
    page.goto(real + path)
    for width in (320, 360, 390, 768, 1024, 1440):
        page.set_viewport_size({"width": width, "height": 844})
        wide = page.eval_on_selector_all(
            ".tiles dd", "every => every.map(each => each.scrollWidth - each.clientWidth)"
        )
        assert len(wide) >= 4
        assert max(wide) <= 1, width


@pytest.mark.parametrize(("scheme", "rules"), [("light", ALL), ("dark", CONTRAST)])
def test_axe_finds_nothing(visitor: Visitor, real: str, scheme: str, rules: dict[str, Any]) -> None:
    visit = visitor(real, viewport=DESK, color_scheme=scheme)
    visit.open("/sv/kommun/borlange", ready=False)
    visit.page.wait_for_selector("html[data-live]", state="attached")
    assert violations(visit.page, rules) == []


def test_a_keyboard_is_at_the_sections_within_sixty_stops(visitor: Visitor, real: str) -> None:
    visit = visitor(real, viewport=DESK)
    visit.open("/sv/kommun/malmo", ready=False)
    visit.page.wait_for_selector("html[data-live]", state="attached")
    stops = visit.page.evaluate(
        """() => {
            const first = document.querySelector(".contents");
            const all = "a[href],button,input,select,textarea,summary,[tabindex='0']";
            return [...document.querySelectorAll(all)].filter((each) =>
                each.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING &&
                each.checkVisibility() && !(each.closest("details:not([open])") &&
                each.tagName !== "SUMMARY")).length;
        }"""
    )
    assert 20 < stops <= 60


@pytest.mark.parametrize("view", ["utan-industrin", "per-person", "per-sektor", "tabell"])
def test_each_view_has_an_address_and_says_that_it_is_shown(
    visitor: Visitor, real: str, view: str
) -> None:
    visit = visitor(real, java_script_enabled=False)
    visit.page.goto(f"{real}/sv/kommun/orebro")
    visit.page.locator(f".choices a[href$='/{view}']").click()
    visit.page.wait_for_url(f"{real}/sv/kommun/orebro/{view}")
    here = visit.page.locator(".chart-views [aria-current]")
    assert here.count() == 1
    assert str(here.get_attribute("href")).endswith(view)
    assert (visit.page.locator(".city-chart details[open] table").count() == 1) == (
        view == "tabell"
    )
