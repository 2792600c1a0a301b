"""Ways of reading that are not a mouse and a wide screen: keyboard, zoom, own colours, paper."""

from itertools import pairwise

import pytest

from tests.browser.conftest import Visit, Visitor

CITY = "/sv/kommun/orebro"
KINDS = ("/sv/", CITY, f"{CITY}/pengar", "/sv/karta", "/sv/portfolj", "/sv/tillganglighet")


FOCUSED = """() => {
    const element = document.activeElement, box = element.getBoundingClientRect();
    const look = getComputedStyle(element);
    return {
        name: element.tagName + ' '
            + (element.getAttribute('href') || element.textContent).slice(0, 60),
        seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0,
        outlined: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2,
    };
}"""

REACHABLE = """() => [...document.querySelectorAll(
    '#site a[href], #site button, #site input, #site select, #site textarea, #site summary, ' +
    '#site [tabindex="0"]')].filter(element => element.tabIndex >= 0 && element.checkVisibility() &&
    !(element.closest('details:not([open])') && !element.matches('details > summary'))).length"""


def tabbed(visit: Visit, most: int) -> list[dict[str, object]]:
    """What the Tab key reaches, in order, until it leaves the page."""
    result: list[dict[str, object]] = []
    for _ in range(most):
        visit.page.keyboard.press("Tab")
        if visit.page.evaluate("document.activeElement === document.body"):
            break
        result.append(visit.page.evaluate(FOCUSED))
    return result


@pytest.mark.parametrize("path", [CITY, "/sv/tillganglighet"])
def test_the_tab_key_reaches_everything_and_shows_where_it_is(
    visitor: Visitor, real: str, path: str
) -> None:
    visit = visitor(real)
    visit.open(path)
    reachable = visit.page.evaluate(REACHABLE)
    result = tabbed(visit, reachable + 20)
    assert len(result) >= reachable
    assert str(result[0]["name"]).startswith("A #page")
    assert [item["name"] for item in result if not item["seen"]] == []
    assert [item["name"] for item in result if not item["outlined"]] == []


def test_the_keyboard_opens_copies_and_goes_on(visitor: Visitor, real: str) -> None:
    visit = visitor(real, permissions=["clipboard-read", "clipboard-write"])
    visit.open(CITY)
    page = visit.page
    page.locator("#emissions-chart details.share > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "CSV"
    page.locator("#emissions-chart [data-copy]").focus()
    page.keyboard.press("Space")
    visit.until("document.querySelector('#emissions-chart [role=status]').textContent !== ''")
    assert page.evaluate("navigator.clipboard.readText()") == f"{real}{CITY}#emissions-chart"
    assert page.evaluate("document.activeElement.hasAttribute('data-copy')")
    code = page.locator("#emissions-chart .code").text_content() or ""
    assert f'src="{real}/sv/badda-in/orebro/emissions-chart"' in code
    page.locator(".site-menu a").first.focus()
    page.keyboard.press("Enter")
    visit.at("/sv/")
    assert visit.documents == 2


def test_a_frame_on_another_site_is_as_high_as_its_chart(visitor: Visitor, real: str) -> None:
    visit = visitor(real)
    visit.open(CITY)
    code = visit.page.locator("#emissions-chart .code").text_content() or ""
    elsewhere = visit.page.context.new_page()
    there = f"{real}/elsewhere"  # a page that is not ours: its answer is made here
    elsewhere.route(there, lambda route: route.fulfill(body=code, content_type="text/html"))
    elsewhere.goto(there)
    inside = elsewhere.frame_locator("iframe")
    for _ in range(2):  # the table unfolded, and folded again
        inside.locator("summary").click()
        needed = inside.locator("main").evaluate("main => Math.ceil(main.scrollHeight)")
        elsewhere.wait_for_function(
            "high => Math.abs(document.querySelector('iframe').offsetHeight - high) <= 1",
            arg=needed,
        )


def test_without_scripts_nothing_is_offered_that_needs_them(visitor: Visitor, real: str) -> None:
    visit = visitor(real, java_script_enabled=False)
    visit.open(CITY, ready=False)
    visit.page.locator("#emissions-chart details.share > summary").click()
    assert visit.page.locator("#emissions-chart a[download]").count() == 5
    assert not visit.page.locator("#emissions-chart [data-copy]").is_visible()
    assert not visit.page.locator("#emissions-chart .code").is_visible()


@pytest.mark.parametrize("path", KINDS)
def test_a_page_twice_as_large_loses_nothing(visitor: Visitor, real: str, path: str) -> None:
    """A screen of 1280 by 800 with the page enlarged to 200 %; four times is 320 wide."""
    visit = visitor(real, viewport={"width": 640, "height": 400}, device_scale_factor=2)
    visit.open(path, ready=False)
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 640
    cut = visit.page.evaluate(
        """() => [...document.querySelectorAll('#site button, #site h1, #site h2, #site .verdict')]
            .filter(element => element.checkVisibility() && !element.closest('.visually-hidden'))
            .filter(element => element.scrollWidth > element.clientWidth + 2)
            .map(element => element.textContent)"""
    )
    assert cut == []


@pytest.mark.parametrize("path", [CITY, "/sv/kommun/malmo/pengar", "/sv/karta"])
def test_with_the_readers_own_colours_charts_are_still_seen(
    visitor: Visitor, real: str, path: str
) -> None:
    visit = visitor(real, forced_colors="active", color_scheme="dark")
    visit.open(path, ready=False)
    drawn = visit.page.evaluate(
        """() => {
            const canvas = getComputedStyle(document.body).backgroundColor;
            const shapes = '.chart-svg.wide :is(.ln, .mk, .bar), .map path';
            return [...document.querySelectorAll(shapes)].map(element => {
                const look = getComputedStyle(element);
                return look.stroke !== canvas || look.fill !== canvas;
            });
        }"""
    )
    assert len(drawn) > 10
    assert all(drawn)


def test_who_wants_no_motion_gets_none(visitor: Visitor, real: str) -> None:
    visit = visitor(real, reduced_motion="reduce")
    visit.open(CITY)
    assert (
        visit.page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    )
    moving = visit.page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(element => {
            const look = getComputedStyle(element);
            return look.animationName !== 'none' || parseFloat(look.transitionDuration) > 0;
        }).map(element => element.className)"""
    )
    assert moving == []


@pytest.mark.parametrize("path", [CITY, f"{CITY}/pengar", "/sv/karta"])
def test_paper_gets_the_figures_and_nothing_to_click(
    visitor: Visitor, real: str, path: str
) -> None:
    visit = visitor(real, viewport={"width": 720, "height": 1000}, color_scheme="dark")
    visit.open(path, ready=False)
    visit.page.emulate_media(media="print")
    page = visit.page
    assert page.locator("h1").is_visible()
    assert page.locator(".chart-svg, .map").first.is_visible()
    for needless in ("nav.site-menu", ".filters", ".choices-fold", "main > .share", ".skip-link"):
        for element in page.locator(needless).all():
            assert not element.is_visible(), needless
    white = "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == white
    assert len(page.pdf(format="A4")) > 20_000


def test_a_board_on_paper_has_no_forms_and_no_folds_that_say_nothing(
    visitor: Visitor, real: str
) -> None:
    visit = visitor(real, viewport={"width": 794, "height": 1123})
    visit.open("/sv/kommun/malmo/vad-kravs")
    visit.page.locator("#board-tables > details > summary").first.click()
    visit.page.emulate_media(media="print")
    shown = visit.page.locator("main details").evaluate_all(
        "all => all.filter(each => each.checkVisibility()).map(each => [each.id, each.open])"
    )
    assert shown == [["scenario-chart-table", True]]
    assert (
        visit.page.locator("main form").evaluate_all(
            "all => all.filter(each => each.checkVisibility()).length"
        )
        == 0
    )


def test_on_a_phone_the_rows_paces_have_their_axis(visitor: Visitor, real: str) -> None:
    visit = visitor(real, viewport={"width": 390, "height": 844}, java_script_enabled=False)
    for path in ("/sv/", "/en/compare", "/sv/uppfoljning/2024"):
        visit.open(path, ready=False)
        axis, row = (
            visit.page.locator(f".dense {part} .row-pace").first for part in ("thead", "tbody")
        )
        over, under = axis.bounding_box(), row.bounding_box()
        assert over is not None
        assert under is not None
        assert (over["x"], over["width"]) == (under["x"], under["width"])
        assert over["y"] + over["height"] <= under["y"]
        ticks = axis.locator("text").evaluate_all(
            """all => all.map(each => each.getBoundingClientRect()).filter(box => box.width)
                .map(({left, right, height}) => [left, right, height])"""
        )
        assert all(height > 9 for _, _, height in ticks)
        assert all(before[1] < after[0] for before, after in pairwise(ticks)), path


def test_heads_that_a_phone_does_not_show_are_seen_when_they_have_focus(
    visitor: Visitor, real: str
) -> None:
    visit = visitor(real, viewport={"width": 390, "height": 844}, java_script_enabled=False)
    visit.open("/sv/", ready=False)
    head = visit.page.locator(".dense thead a").first
    row = visit.page.locator(".dense tbody tr").first
    before = row.bounding_box()
    head.focus()
    box, after = head.bounding_box(), row.bounding_box()
    assert before is not None
    assert box is not None
    assert after is not None
    assert box["height"] >= 24
    assert after["y"] >= before["y"] + box["height"]  # its own room, over the rows
