"""The meeting in a browser: keys, addresses, paper, and every word on the projector's screen."""

import itertools
import re

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.conftest import Visit, Visitor

MEETING = "/sv/kommun/borlange/mote"
PROJECTOR = {"width": 1920, "height": 1080}
CITIES = ("borlange", "goteborg", "uppsala", "bjurholm")


def test_keys_lead_through_the_views_and_every_view_has_its_address(
    visitor: Visitor, real: str
) -> None:
    visit = visitor(real, viewport=PROJECTOR)
    visit.open(MEETING)
    for key, view in (
        ("ArrowRight", 2),
        ("PageDown", 3),
        ("ArrowLeft", 2),
        ("Space", 3),
        ("6", 6),
        ("End", 9),
        ("Home", 1),
    ):
        visit.page.keyboard.press(key)
        visit.at(f"{MEETING}?vy={view}")
        assert visit.page.inner_text(".meeting-progress") == f"{view} av 9"
        assert visit.page.evaluate("document.activeElement.tagName") == "H1"
    assert visit.documents == 1
    visit.page.go_back()
    visit.at(f"{MEETING}?vy=9")


def test_the_question_mark_opens_the_help_unless_a_reader_has_turned_it_off(
    visitor: Visitor, real: str
) -> None:
    visit = visitor(real, viewport=PROJECTOR)
    visit.open(f"{MEETING}?vy=2")
    visit.until("document.readyState === 'complete'")
    visit.page.keyboard.press("?")
    visit.page.wait_for_selector(".meeting-help dl", state="visible")
    visit.page.check("[data-help-key]")
    visit.page.evaluate("document.activeElement.blur()")
    visit.page.keyboard.press("Escape")
    assert not visit.page.is_visible(".meeting-help dl")
    visit.page.keyboard.press("?")
    assert not visit.page.is_visible(".meeting-help dl")


def test_the_meeting_looks_like_one_when_reached_from_another_page(
    visitor: Visitor, real: str
) -> None:
    visit = visitor(real, viewport=PROJECTOR)
    visit.open("/sv/kommun/borlange")
    visit.page.click(f'a[href="{MEETING}"]')
    visit.at(MEETING)
    visit.until("getComputedStyle(document.querySelector('.site-header')).display === 'none'")
    visit.page.click(".meeting-top a[href='/sv/kommun/borlange']")
    visit.at("/sv/kommun/borlange")
    assert visit.page.is_visible(".site-header")


ROOMS = tuple(
    ViewportSize(width=width, height=height)
    for width, height in ((1920, 1080), (1440, 900), (1366, 768), (1280, 720))
)
LEGIBLE = 24
"""Pixels of a letter that the back of a room reads on a screen of 1920 × 1080."""


def beyond(visit: Visit) -> list[tuple[int, int]]:
    """The screens on which a view goes on below the fold, with by how much."""
    result = []
    for room in ROOMS:
        visit.page.set_viewport_size(room)
        height = visit.page.evaluate("document.documentElement.scrollHeight")
        if height > room["height"]:
            result.append((room["width"], height - room["height"]))
    return result


def small_words(visit: Visit) -> list[str]:
    """What a view says in smaller letters than the room reads; a chart's source and files apart."""
    words: list[str] = visit.page.evaluate(
        """(least) => [...document.querySelectorAll('.meeting-view *')].filter((each) =>
            [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) &&
            !each.closest('svg, .chart-more, .source, .meeting-take, .visually-hidden, .sort') &&
            parseFloat(getComputedStyle(each).fontSize) < least - 0.5
        ).map((each) => each.tagName + ' ' + getComputedStyle(each).fontSize + ' ' +
            each.textContent.slice(0, 40))""",
        LEGIBLE,
    )
    return words


@pytest.mark.parametrize("city", CITIES)
def test_every_view_fits_every_screen_in_letters_that_the_room_reads(
    visitor: Visitor, real: str, city: str
) -> None:
    visit = visitor(real, viewport=PROJECTOR)
    for view in range(1, 10):
        visit.page.set_viewport_size(ROOMS[0])
        for part in itertools.count(1):
            visit.open(f"/sv/kommun/{city}/mote?vy={view}" + (f"&del={part}" if part > 1 else ""))
            assert small_words(visit) == [], (view, part)
            assert beyond(visit) == [], (view, part)
            if not visit.page.locator(f'.meeting a[href$="del={part + 1}"]').count():
                break
            visit.page.set_viewport_size(ROOMS[0])


def test_the_meeting_goes_on_without_scripts(visitor: Visitor, real: str) -> None:
    visit = visitor(real, java_script_enabled=False)
    visit.open(MEETING, ready=False)
    for view in range(2, 10):
        visit.page.click("a[rel=next]")
        assert visit.page.url == f"{real}{MEETING}?vy={view}"
        assert visit.page.inner_text(".meeting-progress") == f"{view} av 9"


@pytest.mark.parametrize("city", CITIES)
def test_paper_gets_one_view_a_page(visitor: Visitor, real: str, city: str) -> None:
    visit = visitor(real)
    visit.open(f"/sv/kommun/{city}/mote?vy=alla", ready=False)
    pdf = visit.page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) == 9
    sizes = {tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox ?\[([^\]]*)\]", pdf)}
    ((_, _, width, height),) = sizes
    assert (width, height) == pytest.approx((842, 595), abs=1)  # the reader's paper, on its side


PRINTED = {"width": 1016, "height": 702}
"""What is left of an A4 on its side inside the margins, in CSS pixels."""


@pytest.mark.parametrize("city", CITIES)
def test_paper_cuts_no_chart_and_no_table(visitor: Visitor, real: str, city: str) -> None:
    visit = visitor(real, viewport=PRINTED)
    visit.page.emulate_media(media="print")
    visit.open(f"/sv/kommun/{city}/mote?vy=alla", ready=False)
    outside = visit.page.evaluate(
        """(most) => [...document.querySelectorAll('.meeting-view')].flatMap((view) => {
            const sheet = view.getBoundingClientRect();
            const inner = [...view.querySelectorAll('figure, figure svg, table, .meeting-foot')]
                .filter((part) => part.getClientRects().length);
            const cut = inner.filter((part) => {
                const box = part.getBoundingClientRect();
                return box.right > sheet.right + 1 || box.bottom > sheet.bottom + 1 ||
                    box.height < 8 || box.width < 8;
            }).map((part) => `${view.querySelector('h2').id}: ${part.tagName}`);
            return sheet.height > most.height ? [...cut, `tall ${sheet.height}`] : cut;
        })""",
        PRINTED,
    )
    assert outside == []
    assert visit.page.locator("figure .chart-svg.wide:visible").count() >= 2


def test_the_first_view_fits_every_screen_in_further_cities(visitor: Visitor, real: str) -> None:
    visit = visitor(real, viewport=PROJECTOR)
    for path in ("/sv/kommun/{}/mote", "/en/municipality/{}/meeting"):
        for city in ("borlange", "orebro", "malmo", "uppsala", "goteborg", "bjurholm"):
            visit.open(path.format(city))
            assert beyond(visit) == [], (path, city)
