"""The portfolio's board in a browser: what is clicked filters all the rest, and can be let go."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from app import Settings, create_app
from tests.answering import served
from tests.browser.axe import ALL, violations
from tests.browser.conftest import Visitor

LIVE = "#react-entry-point"


@pytest.fixture(scope="module")
def real(seeded_file: Path) -> Iterator[str]:
    with served(create_app(Settings(f"sqlite:///{seeded_file}")).server) as base:
        yield base


def test_a_clicked_funder_filters_all_the_rest_and_back_lets_go(
    visitor: Visitor, real: str
) -> None:
    visit = visitor(real, viewport={"width": 1440, "height": 900})
    visit.open("/sv/portfolj")
    board = visit.page.locator(LIVE)
    sentence, rows = board.locator(".portfolio-sentence"), board.locator(".portfolio-rows tbody tr")
    whole = sentence.inner_text()
    assert violations(visit.page, ALL) == []
    board.locator(".heat thead").get_by_role("link", name="Trafikverket").click()
    visit.page.wait_for_url("**/sv/portfolj?finansiar=Trafikverket")
    expect(board.locator(".chip")).to_have_count(1)
    expect(rows).to_have_count(12)  # its eleven grants, and their sum
    expect(board.get_by_label("Trafikverket")).to_be_checked()
    assert sentence.inner_text() != whole
    assert visit.questions == 1
    board.locator(".heat tbody").get_by_role("link", name="Gävle").click()
    visit.page.wait_for_url("**?finansiar=Trafikverket&kommun=2180")
    expect(rows).to_have_count(2)
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
    funder = board.get_by_label("Trafikverket")
    funder.focus()
    visit.page.keyboard.press("Space")
    visit.page.wait_for_url("**?finansiar=Trafikverket&mottagare=kommunen")
    search = board.get_by_label("Sök projekt eller mottagare")
    search.fill("gävle")
    search.press("Enter")
    visit.page.wait_for_url("**?sok=g%C3%A4vle&finansiar=Trafikverket&mottagare=kommunen")
    expect(board.locator(".portfolio-rows tbody tr")).to_have_count(2)
