"""The portfolio's board in a browser: what is clicked filters all the rest, and can be let go."""

import csv
import re
from io import StringIO

import pytest
from playwright.sync_api import expect

from tests.browser.axe import ALL, violations
from tests.browser.conftest import Visitor

LIVE = "#react-entry-point"


def test_a_clicked_funder_filters_all_the_rest_and_back_lets_go(
    visitor: Visitor, real: str
) -> None:
    visit = visitor(real, viewport={"width": 1440, "height": 900})
    visit.open("/sv/portfolj")
    board = visit.page.locator(LIVE)
    sentence, rows = board.locator(".portfolio-sentence"), board.locator(".portfolio-rows tbody tr")
    whole = sentence.inner_text()
    board.locator(".heat thead").get_by_role("link", name="Trafikverket").click()
    visit.page.wait_for_url("**/sv/portfolj?finansiar=Trafikverket")
    expect(board.locator(".chip")).to_have_count(1)
    expect(rows).to_have_count(12)  # its eleven grants, and their sum
    expect(board.get_by_label("Trafikverket")).to_be_checked()
    expect(sentence).not_to_have_text(whole)
    assert visit.questions == 1
    heat = board.locator(".heat")
    focused = heat.locator("a:focus")
    expect(focused).to_have_text("Trafik\u00adverket")  # another table, the same place in it
    visit.page.keyboard.press("ArrowDown")
    expect(focused).to_have_text("249,7")  # Stockholm's
    visit.page.keyboard.press("ArrowLeft")
    visit.page.keyboard.press("End")
    assert heat.locator("a:not([tabindex='-1'])").count() == 1
    heat.get_by_role("link", name="Gävle").press("Enter")
    visit.page.wait_for_url("**?finansiar=Trafikverket&kommun=2180")
    expect(rows).to_have_count(2)
    expect(focused).to_have_text("Gävle")
    assert violations(visit.page, ALL) == []
    visit.page.go_back()
    expect(rows).to_have_count(12)
    board.locator(".chip").click()
    visit.page.wait_for_url("**/sv/portfolj")
    expect(sentence).to_have_text(whole)
    assert visit.documents == 1


def test_the_form_does_the_same_by_the_keyboard_on_a_phone(visitor: Visitor, real: str) -> None:
    visit = visitor(real, viewport={"width": 390, "height": 844})
    visit.open("/sv/portfolj?mottagare=kommunen")
    board = visit.page.locator(LIVE)
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 390
    board.locator(".choices-fold > summary").press("Enter")
    funder = board.get_by_label("Trafikverket")
    funder.focus()
    visit.page.keyboard.press("Space")
    visit.page.wait_for_url("**?finansiar=Trafikverket&mottagare=kommunen")
    expect(board.locator(".chip")).to_have_count(2)
    expect(funder).to_be_checked()
    expect(funder).to_be_focused()  # its list has been written anew
    search = board.get_by_label("Sök projekt eller mottagare")
    search.fill("gävle")
    search.press("Enter")
    visit.page.wait_for_url("**?sok=g%C3%A4vle&finansiar=Trafikverket&mottagare=kommunen")
    expect(board.locator(".portfolio-rows tbody tr")).to_have_count(2)


CIRCLE = """(key) => {
    const graph = document.querySelector("#react-entry-point #karta-over-pengarna .js-plotly-plot");
    const trace = graph.data.at(-1), layout = graph._fullLayout;
    const box = graph.getBoundingClientRect();
    const place = trace.customdata.indexOf(key);
    return [
        box.left + layout.xaxis._offset + layout.xaxis.l2p(trace.x[place]),
        box.top + layout.yaxis._offset + layout.yaxis.l2p(trace.y[place]),
    ];
}"""


def test_one_krona_is_followed_from_the_map_to_its_row_its_page_and_its_files(
    visitor: Visitor, real: str
) -> None:
    """Gävle's circle, its largest row in the grid, the same row in the file of the choice, the
    grant's page and the file of that."""
    visit = visitor(real, viewport={"width": 1440, "height": 900})
    visit.open("/sv/portfolj")
    board = visit.page.locator(LIVE)
    visit.page.mouse.click(*visit.page.evaluate(CIRCLE, "kommun:2180"))
    visit.page.wait_for_url("**/sv/portfolj?kommun=2180")
    expect(board.locator(".chip")).to_contain_text("Gävle")
    assert not any("dash_ag_grid" in request.url for request in visit.requests)
    board.get_by_role("link", name="Rader (").click()
    visit.page.wait_for_url("**/sv/portfolj?kommun=2180&vy=rader")
    cells = board.locator('.ag-center-cols-container [row-index="0"]').locator("[col-id]")
    expect(cells.first).not_to_be_empty()
    row = {cell.get_attribute("col-id"): cell.inner_text() for cell in cells.all()}
    amount = int(re.sub(r"\D", "", str(row["sek"])))
    assert violations(visit.page, ALL) == []
    link = board.locator(".portfolio-grid-view").get_by_role("link", name="CSV")
    written = visit.page.request.get(f"{real}{link.get_attribute('href')}").text()
    rows = list(csv.DictReader(StringIO(written.lstrip("\ufeff"))))
    (same,) = [each for each in rows if each["title"] == row["title"]]
    assert float(same["amount_sek"]) == amount
    counted = sum(float(each["amount_sek"]) for each in rows if each["counted_in_sums"] == "true")
    first = board.locator(".ag-floating-top-container [col-id=sek]").inner_text()
    assert int(re.sub(r"\D", "", first)) == round(counted)
    visit.page.go_back()
    expect(board.locator(".heat")).to_be_visible()
    assert visit.documents == 1
    visit.page.go_forward()
    cells.first.get_by_role("link").click()
    visit.page.wait_for_url("**/sv/bidrag/**")
    main = visit.page.locator("main")
    assert str(row["sek"]) in main.inner_text()
    file = main.get_by_role("link", name="CSV").get_attribute("href")
    (own,) = csv.DictReader(
        StringIO(visit.page.request.get(f"{real}{file}").text().lstrip("\ufeff"))
    )
    assert (own["grant_id"], float(own["amount_sek"])) == (same["grant_id"], amount)


BROKEN = """() => [...document.querySelectorAll("#board-static .heat thead th")].flatMap((head) => {
    const walk = document.createTreeWalker(head, NodeFilter.SHOW_TEXT), broken = [];
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        for (const part of node.data.matchAll(/[^\\s\u00ad]+/g)) {
            const range = document.createRange();
            range.setStart(node, part.index + 1);  // a soft hyphen's own box is the part's first
            range.setEnd(node, part.index + part[0].length);
            if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) {
                broken.push(part[0]);
            }
        }
    }
    return broken;
})"""
BARS = """() => [...document.querySelectorAll("#board-static svg rect.bar")]
    .filter((bar) => bar.checkVisibility())
    .map((bar) => [bar.getBBox().height, Number(bar.getAttribute("height"))])"""
TEXT_SIZE = """() => {
    const drawing = [...document.querySelectorAll("#board-static svg.chart-svg")]
        .find((each) => each.checkVisibility());
    return drawing.getScreenCTM().a * parseFloat(getComputedStyle(drawing.querySelector("text"))
        .fontSize);
}"""


def test_a_circle_at_the_edge_of_the_map_is_whole(visitor: Visitor, real: str) -> None:
    """Göteborg's, of what was applied for, reaches out over the map on the left."""
    visit = visitor(real, viewport={"width": 390, "height": 844})
    visit.open("/sv/portfolj?belopp=sokt")
    out, cut = visit.page.evaluate(
        """() => {
            const map = [...document.querySelectorAll("#react-entry-point .js-plotly-plot")].pop();
            const points = [...map.querySelectorAll(".point")];
            const lefts = points.map((one) => one.getBoundingClientRect().left);
            const around = [map.closest(".board-drawing"), ...map.querySelectorAll("svg")];
            return [map.getBoundingClientRect().left - Math.min(...lefts),
                    around.filter((one) => getComputedStyle(one).overflow !== "visible").length];
        }"""
    )
    assert 0 < out < 16, "within the page's own margin"
    assert cut == 0


def test_without_scripts_bars_are_as_high_as_drawn_and_heads_whole(
    visitor: Visitor, real: str
) -> None:
    visit = visitor(real, java_script_enabled=False)
    for width in (1440, 1280, 768, 390):
        visit.page.set_viewport_size({"width": width, "height": 900})
        visit.open("/sv/portfolj", ready=False)
        bars = visit.page.evaluate(BARS)
        assert len(bars) > 20
        assert all(shown == pytest.approx(drawn, abs=0.01) for shown, drawn in bars), width
        assert visit.page.evaluate(TEXT_SIZE) >= 10, width
        assert visit.page.evaluate(BROKEN) == [], width
        heat = visit.page.locator("#board-static .portfolio-table")
        overflow = heat.evaluate("each => each.scrollWidth - each.clientWidth")
        assert overflow > 0 if width == 390 else overflow <= 0, width
        heat.evaluate("each => { each.scrollLeft = 200; }")
        title = heat.locator("caption span").bounding_box()
        assert title is not None
        assert 0 <= title["x"] <= title["x"] + title["width"] <= width
