"""The board of all municipalities in a browser: a brush, a click and the years."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor

LIVE = "#react-entry-point"
STRONG = """() => ["spridning", "rangordning", "karta"].map((id) =>
    Array.from(document.querySelectorAll(id === "karta" ? `#react-entry-point #karta .points > path`
            : `#react-entry-point #${id} .dots > path`))
        .filter((dot) => Number(getComputedStyle(dot).opacity) >= 0.9).length)"""
"""How many dots and places stand out in each view."""
BEYOND = """() => {
    const canvas = document.querySelector("#react-entry-point #over-tid canvas.marks");
    const top = canvas.closest(".js-plotly-plot")._fullLayout._size.t;
    const above = Math.floor(top * canvas.height / canvas.getBoundingClientRect().height) - 1;
    return canvas.getContext("2d").getImageData(0, 0, canvas.width, above).data
        .filter((value) => value).length;
}"""
"""How much is drawn over time above the axis."""


def eventually(page: Page, holds: Callable[[list[int]], bool]) -> None:
    """Waits until it holds of how many stand out in each view. (No function can be waited for where
    nothing may be evaluated.)"""
    for _ in range(100):
        strong = page.evaluate(STRONG)
        if holds(strong):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"in the end {strong} stand out")


def test_a_brush_marks_in_all_views_and_is_the_forms_limits_and_the_years_play(
    visitor: Visitor, real: str
) -> None:
    visit = visitor(real, viewport={"width": 1440, "height": 900})
    visit.open("/sv/utforska?ar=2022")
    board, page = visit.page.locator(LIVE), visit.page
    box = board.locator("#spridning .js-plotly-plot").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 900
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + 190, steps=6)
    on_map = board.locator("#karta canvas.marks")
    expect(on_map).to_have_attribute("data-marked", re.compile("[1-9]"))  # before it is let go
    following = int(on_map.get_attribute("data-marked") or 0)
    page.mouse.up()
    page.wait_for_url("**&x-fran=**")
    marked = board.locator(".board-marked")
    expect(marked).to_contain_text(" markerade: ")
    number = int(marked.inner_text().partition(" ")[0])
    assert 0 < number == following < 290
    eventually(page, lambda strong: set(strong) == {number})
    expect(board.locator('input[id*="x-fran"]')).not_to_have_value("")
    over_time = board.locator("#over-tid canvas.marks")
    expect(over_time).to_have_attribute("data-marked", str(number))
    assert page.evaluate(BEYOND) == 0
    expect(on_map).to_have_attribute("data-marked", "0")  # plotly's own marks hold
    board.locator(".board-chip").click()
    page.wait_for_url("**/sv/utforska?ar=2022")
    expect(marked).to_contain_text("Klicka på en kommun")
    board.get_by_role("button", name="Spela åren").click()
    page.wait_for_url("**/sv/utforska?ar=2023")
    page.wait_for_url("**/sv/utforska")
    expect(board.locator(".board-sentence")).to_contain_text("2024")
    assert visit.documents == 1
