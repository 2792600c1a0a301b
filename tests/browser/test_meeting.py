"""The meeting in a browser: keys, addresses, paper, and every word on the projector's screen."""

import re

import pytest

from tests.browser.conftest import Visitor

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


@pytest.mark.parametrize("city", CITIES)
def test_every_view_fits_the_projector(visitor: Visitor, real: str, city: str) -> None:
    visit = visitor(real, viewport=PROJECTOR)
    for view in range(1, 10):
        visit.open(f"/sv/kommun/{city}/mote?vy={view}")
        height = visit.page.evaluate("document.documentElement.scrollHeight")
        assert height <= PROJECTOR["height"], view


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


ROOMS = ({"width": 1366, "height": 768}, {"width": 1280, "height": 720})


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: str(room["width"]))
def test_the_first_view_fits_an_old_laptop_in_every_city(
    visitor: Visitor, real: str, room: dict[str, int]
) -> None:
    visit = visitor(real, viewport=room)
    for path in ("/sv/kommun/{}/mote", "/en/municipality/{}/meeting"):
        for city in ("borlange", "orebro", "malmo", "uppsala", "goteborg", "bjurholm"):
            visit.open(path.format(city))
            height = visit.page.evaluate("document.documentElement.scrollHeight")
            assert height <= room["height"], (path, city)
