"""Every page in a browser: no complaint, no sideways scrolling, nothing that axe finds wrong.

Each page is held against the rules of how words are laid out. Against all of them are held one page
of each kind, as it is shown with scripts and in the dark, and those pages without scripts that show
what none of the former does. `test_every_way` holds every page in every way, where that is asked
for.
"""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from callbacks.first_response import KlimatDash
from layouts.links.addresses import parse_href
from layouts.links.routes import ROUTES, Kind
from tests.browser.axe import ALL, CONTRAST, LAYOUT, violations, without_scripts
from tests.browser.conftest import Visit, Visitor, windows
from tests.browser.shapes import fewest, shapes
from tests.every_page import KEYS, PARTY_SLUGS, SLUGS, every_address

WIDE, PHONE, REFLOW = 1440, 390, 320
HEIGHT = 800
UNFOLD = "document.querySelectorAll('details').forEach(fold => { fold.open = true })"
EMBEDDED = ("/sv/badda-in/orebro/emissions-chart", "/en/embed/orebro/sectors-chart")


def _is_another(path: str) -> bool:
    parsed = parse_href(path)
    assert parsed is not None
    page, slug = parsed.address.page, parsed.address.slug
    return slug in {**KEYS, "party": PARTY_SLUGS}.get(page, SLUGS)[1:]


OTHERS = {path for path in every_address() if _is_another(path)}
"""Pages of places, parties and keys beyond the first of their kind."""


def one_of_each_kind() -> list[str]:
    """An address of each kind of page, by turns in one language and the other."""
    kinds = [path for path in every_address() if path not in OTHERS]
    swedish = [path for path in kinds if path.startswith("/sv/")]
    english = [path for path in kinds if path.startswith("/en/")]
    pairs = zip(swedish, english, strict=True)
    return [pair[number % 2] for number, pair in enumerate(pairs)]


def is_board(path: str) -> bool:
    parsed = parse_href(path)
    return parsed is not None and ROUTES[parsed.address.page].kind is Kind.BOARD


@pytest.fixture(scope="module")
def unlike_the_kinds(product: KlimatDash) -> set[str]:
    """Pages that show between them, without scripts, all that no page of the kinds does.

    Of those, a board without scripts is another one.
    """
    client = product.server.test_client()
    documents = {path: shapes(client.get(path).text) for path in (*every_address(), *EMBEDDED)}
    kinds = (documents[path] for path in one_of_each_kind() if not is_board(path))
    return set(fewest(documents, set().union(*kinds)))


@pytest.fixture(scope="module")
def window(chromium: Browser, real: str) -> Iterator[Visit]:
    """A window without scripts, where one page is opened after the other."""
    with windows(chromium) as visit:
        window = visit(real, bypass_csp=True)  # axe is written into the page by hand
        without_scripts(window.page)
        yield window


KINDS = frozenset(one_of_each_kind())


@pytest.mark.parametrize("path", [*every_address(), *EMBEDDED])
def test_a_page_fits_its_screen_and_has_no_barriers(
    window: Visit, unlike_the_kinds: set[str], path: str
) -> None:
    window.faults.clear()
    window.open(path, ready=False)
    for width in (WIDE, REFLOW, PHONE):  # 320 is a screen of 1280 enlarged four times
        window.page.set_viewport_size({"width": width, "height": HEIGHT})
        assert window.page.evaluate("document.documentElement.scrollWidth") <= width
        if width == REFLOW and path in KINDS:
            assert window.page.evaluate(BROKEN_WORDS) == []
    if path in unlike_the_kinds:
        window.page.evaluate(UNFOLD)
    assert violations(window.page, ALL if path in unlike_the_kinds else LAYOUT) == []
    assert window.faults == []


BROKEN_WORDS = """() => {
    const WORD = /(?<![^\\s(”“"])\\p{L}{3,}(?=[\\s.,;:)!?]|$)/gu;
    const found = [], page = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (page.nextNode()) {
        const text = page.currentNode, holder = text.parentElement;
        if (!holder.checkVisibility() || holder.closest("pre, code, .visually-hidden")) continue;
        if (["thead", "thead th"].some(head => holder.closest(head)?.offsetWidth <= 1)) continue;
        for (const word of text.data.matchAll(WORD)) {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const rows = [...range.getClientRects()].filter(box => box.width > 1);
            if (new Set(rows.map(box => Math.round(box.top))).size > 1) found.push(word[0]);
        }
    }
    return found;
}"""
"""Words that stand in two rows; addresses and what says itself where it may be divided apart."""


BROKEN_FIGURES = """() => {
    const broken = [];
    for (const cell of document.querySelectorAll(".stacked td")) {
        const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
            for (const match of walk.currentNode.data.matchAll(/[0-9][0-9,.]*(\\u00a0[^ ]+)+/g)) {
                const range = document.createRange();
                range.setStart(walk.currentNode, match.index);
                range.setEnd(walk.currentNode, match.index + match[0].length);
                const rows = new Set([...range.getClientRects()].map(box => box.top));
                if (rows.size > 1 && cell.checkVisibility()) broken.push(match[0]);
            }
        }
    }
    return broken;
}"""
"""Figures and dates in a table that is stacked for a phone, broken over two rows."""


@pytest.mark.parametrize("path", ["/sv/data", "/en/data", "/sv/kommun/umea/vad-kravs"])
def test_enlarged_four_times_no_date_or_sum_is_broken_in_the_middle(
    visitor: Visitor, real: str, path: str
) -> None:
    visit = visitor(real, viewport={"width": REFLOW, "height": HEIGHT})
    visit.open(path, ready=False)
    assert visit.page.evaluate(BROKEN_FIGURES) == []


@pytest.mark.parametrize("path", ["/sv/karta", "/en/map"])
def test_a_phone_shows_the_class_of_a_municipality_without_scrolling_sideways(
    visitor: Visitor, real: str, path: str
) -> None:
    visit = visitor(real, viewport={"width": PHONE, "height": HEIGHT})
    visit.open(path, ready=False)
    cells = visit.page.locator("table tbody tr").first.locator("td")
    box = cells.nth(1).bounding_box()  # the place in the list: name, value, class, county
    assert box is not None
    assert box["x"] + box["width"] <= PHONE


@pytest.mark.parametrize(
    "path", ["/en/municipality/umea", "/en/municipality/stockholm/money", "/sv/kommun/malmo/pengar"]
)
def test_a_frame_on_another_site_is_high_enough_for_the_chart_and_its_source(
    visitor: Visitor, real: str, path: str
) -> None:
    visit = visitor(real, java_script_enabled=False)
    visit.open(path, ready=False)
    codes = visit.page.locator("[data-embed] .code").all_text_contents()
    frames = [re.findall(r'src="([^"]+)".* height="([0-9]+)"', unescape(code))[0] for code in codes]
    assert frames
    for there, height in frames:
        visit.page.goto(real + urlsplit(unescape(there)).path)
        for width in (REFLOW, PHONE, 480, 590, 640, 760, 1000):
            visit.page.set_viewport_size({"width": width, "height": 100})
            needed = visit.page.evaluate("document.documentElement.scrollHeight")
            assert needed <= int(height), (there, width)


@pytest.mark.parametrize("path", one_of_each_kind())
def test_a_kind_of_page_has_no_barriers_however_it_is_shown(
    visitor: Visitor, real: str, path: str
) -> None:
    visit = visitor(real, bypass_csp=True, viewport={"width": WIDE, "height": HEIGHT})
    page = visit.page
    visit.open(path, ready=False)
    visit.until("!document.querySelector('[data-copy][hidden]')")
    page.evaluate(UNFOLD)
    assert violations(page, ALL) == []
    phone = {"width": PHONE, "height": HEIGHT}
    if page.locator(".board-stage").count():  # a board is drawn anew, by itself, for another look
        visit = visitor(real, bypass_csp=True, viewport=phone, color_scheme="dark")
        visit.open(path, ready=False)
        page = visit.page
    else:
        page.set_viewport_size({"width": PHONE, "height": HEIGHT})
        page.emulate_media(color_scheme="dark")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    assert violations(page, CONTRAST) == []
