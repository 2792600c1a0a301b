"""What is fetched and laid out when: what a reader sees and uses comes before everything else."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor

CITY = "/sv/kommun/orebro"
SECTIONS = "document.querySelectorAll('main .section').length"
LEFT = "document.querySelectorAll('main .section:not(.is-laid)').length"

BLOCK_END = re.compile("</(?:p|ul|nav|div|figure|details|section)>")
PLACES = """() => [...document.querySelectorAll("header *, main :not(svg *)")].map((each) => {
    const box = each.getBoundingClientRect();
    return box.height && each.checkVisibility() ? [box.top,
    `${each.tagName}.${each.getAttribute("class")}`] : null;
})"""
"""Where each element of a page stands, in the document's order."""

TABLE = "main :is(.dense, .page-map .section .data)"
CELLS = f"""() => {{ const table = document.querySelector("{TABLE}");
    return [...table.rows].slice(0, 4).flatMap((row) => [...row.cells].map((each) => {{
        const box = each.getBoundingClientRect();
        return [Math.round(box.left), Math.round(box.width), Math.round(box.top)];
    }})); }}"""
"""Where the cells of a page's first rows stand, its heads among them."""
CUT_OFF = f"(document.querySelector('{TABLE}').parentElement)"
WIDER = f"{CUT_OFF}.scrollWidth - {CUT_OFF}.clientWidth"
"""By how much the table is wider than its place."""

STOPS = """() => [...document.querySelectorAll("main :is(a[href], summary)")].filter((each) =>
        each.checkVisibility() && !each.closest("details:not([open]) > :not(summary)")
    ).map((each) => [each.getBoundingClientRect().bottom, each.textContent])"""
"""Where the keyboard stops, in its order."""


def test_no_script_but_the_first_is_asked_for_before_the_page_is_seen(
    visitor: Visitor, real: str
) -> None:
    visit = visitor(real)
    visit.page.add_init_script(
        "const look = () => document.querySelector('main h1')"
        " ? window.frameWithPage = performance.now() : requestAnimationFrame(look);"
        "requestAnimationFrame(look);"
    )
    visit.open(CITY)
    scripts = (
        "performance.getEntriesByType('resource').filter(entry => entry.initiatorType === 'script')"
    )
    visit.until(f"{scripts}.length > 3")
    result = visit.page.evaluate(
        "({frame: window.frameWithPage,"
        f" scripts: {scripts}.map(entry => [entry.name, entry.startTime])}})"
    )
    early = [name for name, start in result["scripts"] if start < result["frame"]]
    assert len(early) == 1
    assert "/assets/load.js" in early[0]


def test_links_answer_before_every_script_has_come(visitor: Visitor, real: str) -> None:
    visit = visitor(real)
    held: list[object] = []
    visit.page.route("**/share.js*", lambda route: held.append(route))
    visit.page.goto(real + CITY, wait_until="commit")
    visit.wait(lambda: bool(held), "the script is asked for")
    visit.page.click("a[hreflang=en]")
    expect(visit.page.locator("html")).to_have_attribute("lang", "en")
    visit.forgiving = True


def test_what_is_below_is_laid_out_when_nothing_else_goes_on(visitor: Visitor, real: str) -> None:
    visit = visitor(real)
    visit.open(CITY)
    visit.until(f"{LEFT} === 0 && {SECTIONS} > 5")
    visit.page.click("a[hreflang=en]")
    visit.at("/en/municipality/orebro")
    visit.until(f"{LEFT} === 0 && {SECTIONS} > 5")


def test_a_place_far_down_is_found_and_kept(visitor: Visitor, real: str) -> None:
    visit = visitor(real)
    visit.open(CITY + "#sources")
    expect(visit.page.locator("#sources")).to_be_in_viewport()
    visit.until(f"{LEFT} === 0")
    expect(visit.page.locator("#sources")).to_be_in_viewport()
    visit.page.locator("main .section:has(#sources) a[href^='/sv/']:visible").first.click()
    visit.page.wait_for_url(lambda url: "orebro" not in url)
    visit.page.go_back()
    visit.page.wait_for_url(lambda url: "orebro" in url)
    expect(visit.page.locator("#sources")).to_be_in_viewport()


def test_without_scripts_every_section_is_there(visitor: Visitor, real: str) -> None:
    visit = visitor(real, java_script_enabled=False)
    visit.open(CITY, ready=False)
    visit.page.locator("#sources").scroll_into_view_if_needed()
    expect(visit.page.locator("#sources")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1440])
def test_what_is_seen_stays_where_it_is_as_the_rest_of_the_page_comes(
    visitor: Visitor, real: str, width: int
) -> None:
    """On a slow line a page comes in pieces, and each is painted as it comes."""
    page = visitor(real, viewport={"width": width, "height": 844}).page
    for path in ("kommun/borlange", "", "kommun/malmo/pengar", "uppfoljning", "jamfor", "karta"):
        html = page.request.get(f"{real}/sv/{path}").text()
        page.set_content(html)
        whole = page.evaluate(PLACES)
        seen = [place for place in whole if place is not None and place[0] < 844]
        assert len(seen) > 20, path
        ends = [match.end() for match in BLOCK_END.finditer(html, html.index("<main"))]
        for end in ends[:24:2]:
            page.set_content(html[:end])
            came = page.evaluate(PLACES)
            moved = [
                (before, after)
                for before, after in zip(came, whole, strict=False)
                if before and after and before[0] < 844 and abs(before[0] - after[0]) > 1
            ]
            assert moved == [], (path, end)


@pytest.mark.parametrize("width", [768, 1024, 1440])
def test_columns_fit_and_stay_where_they_are_as_rows_come(
    visitor: Visitor, real: str, width: int
) -> None:
    page = visitor(real, viewport={"width": width, "height": 900}).page
    for path in (
        *("sv/", "sv/jamfor", "sv/uppfoljning", "sv/karta"),
        *("en/", "en/compare", "en/follow-up", "en/map"),
    ):
        html = page.request.get(f"{real}/{path}").text()
        page.set_content(html)
        whole = page.evaluate(CELLS)
        assert page.evaluate(WIDER) == 0, path
        first = html.index("<table", html.index("<main"))
        ends = [match.end() for match in re.finditer("</tr>", html[first:])]
        for end in ends[3:20:5]:
            page.set_content(html[: first + end])
            assert page.evaluate(CELLS) == whole, (path, end)


def test_a_phones_keyboard_goes_down_the_page(visitor: Visitor, real: str) -> None:
    page = visitor(real, viewport={"width": 390, "height": 844}, java_script_enabled=False).page
    page.goto(real + CITY)
    stops = page.evaluate(STOPS)
    assert len(stops) > 20
    up = [(before, after) for before, after in pairwise(stops) if after[0] < before[0] - 30]
    assert up == []
