"""The board of all municipalities in a browser: a brush, a click and the years."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor

LIVE = "#react-entry-point"
STRONG = """() => ["spridning", "rangordning", "karta"].map((id) =>
    Array.from(document.querySelectorAll(`#react-entry-point #${id} .points > path`))
        .filter((dot) => Number(dot.style.opacity) >= 0.9).length)"""
"""How many dots and places stand out in each view."""


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
    eventually(page, lambda strong: strong[2] > 0)  # before the button is let go
    page.mouse.up()
    page.wait_for_url("**&x-fran=**")
    marked = board.locator(".board-marked")
    expect(marked).to_contain_text(" markerade: ")
    number = int(marked.inner_text().partition(" ")[0])
    assert 0 < number < 290
    eventually(page, lambda strong: set(strong) == {number})
    expect(board.locator('input[id*="x-fran"]')).not_to_have_value("")
    assert board.locator("#over-tid .marked-lines").get_attribute("d")
    board.locator(".board-chip").click()
    page.wait_for_url("**/sv/utforska?ar=2022")
    expect(marked).to_contain_text("Klicka på en kommun")
    board.get_by_role("button", name="Spela åren").click()
    page.wait_for_url("**/sv/utforska?ar=2023")
    page.wait_for_url("**/sv/utforska")
    expect(board.locator(".board-sentence")).to_contain_text("2024")
    assert visit.documents == 1
