"""Going on in the browser: one question a step, no new document, and everything by hand without."""

import re

from playwright.sync_api import Route, expect

from tests.browser.conftest import Visitor
from tests.made_up import HOSTILE

CITY = "/sv/kommun/provkoping"


def test_nothing_is_asked_on_the_first_load(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up)
    visit.open("/sv/")
    visit.page.wait_for_load_state("networkidle")
    assert (visit.documents, visit.questions) == (1, 0)
    assert not any("plotly" in request.url for request in visit.requests)
    assert visit.page.context.cookies() == []


def test_a_link_is_one_question_and_no_document(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up)
    visit.open("/sv/")
    visit.page.click("#bottom")
    visit.at(CITY)
    expect(visit.page.locator("h1")).to_have_text("Provköping")
    expect(visit.page.locator("h1")).to_be_focused()
    expect(visit.page).to_have_title("Provköping – Klimatkontrakt 2030")
    assert visit.page.evaluate("scrollY") == 0
    assert (visit.documents, visit.questions) == (1, 1)
    canonical = visit.page.locator('link[rel="canonical"]')
    expect(canonical).to_have_attribute("href", CITY)


def test_back_and_forward_show_what_was_there_where_it_was(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up)
    visit.open("/sv/")
    visit.page.click("#bottom")
    visit.at(CITY)
    visit.page.evaluate("scrollTo({top: 700, behavior: 'instant'})")
    visit.until("history.state && history.state.y === 700")
    visit.page.go_back()
    visit.at("/sv/")
    expect(visit.page.locator("h1")).to_have_text("Påhittad översikt")
    expect(visit.page.locator("#bottom")).to_be_in_viewport()
    visit.page.go_forward()
    visit.at(CITY)
    expect(visit.page.locator("h1")).to_have_text("Provköping")
    assert visit.page.evaluate("scrollY") == 700
    assert (visit.documents, visit.questions) == (1, 3)


def test_a_link_into_a_page_shows_the_place_it_names(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up)
    visit.open("/sv/")
    visit.page.click("#to-below")
    visit.at(CITY + "#below")
    expect(visit.page.locator("#below")).to_be_in_viewport()
    assert (visit.documents, visit.questions) == (1, 1)


def test_the_language_changes_with_the_page(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up)
    visit.open(CITY)
    visit.page.click("a[hreflang=en]")
    visit.at("/en/municipality/provkoping")
    expect(visit.page.locator("html")).to_have_attribute("lang", "en")
    expect(visit.page.locator("a[hreflang=sv]")).to_have_text("På svenska")
    assert (visit.documents, visit.questions) == (1, 1)


def test_a_form_is_one_question_and_keeps_its_place(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up)
    visit.open("/sv/")
    visit.page.fill("#sok", HOSTILE)
    visit.page.press("#sok", "Enter")
    visit.page.wait_for_url(re.compile(r"\?sok="))
    expect(visit.page.locator("#searched")).to_have_text(HOSTILE)
    expect(visit.page.locator("#sok")).to_be_focused()
    assert (visit.documents, visit.questions) == (1, 1)


def test_two_quick_clicks_show_the_second(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up)
    visit.open("/sv/")
    visit.page.evaluate(
        "document.getElementById('to-city').click();"
        "document.querySelector('a[hreflang=en]').click()"
    )
    visit.at("/en/")
    expect(visit.page.locator("h1")).to_have_text("Made-up overview")


def test_a_page_that_is_not_there_is_fetched_as_a_real_404(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up)
    visit.open("/sv/")
    visit.page.click("#lost")
    expect(visit.page.locator("h1")).to_have_text("Sidan finns inte")
    visit.page.wait_for_load_state("networkidle")
    assert visit.documents == 2
    response = visit.requests[-1].frame.page.request.get(visit.page.url)
    assert response.status == 404
    visit.forgiving = True


def test_when_the_question_fails_the_browser_goes_there_itself(
    visitor: Visitor, made_up: str
) -> None:
    for failure in (lambda route: route.abort(), lambda route: route.fulfill(status=500)):
        visit = visitor(made_up)
        visit.open("/sv/")
        visit.page.route("**/_dash-update-component", failure)
        visit.page.click("#to-city")
        expect(visit.page.locator("h1")).to_have_text("Provköping")
        visit.page.wait_for_load_state("networkidle")
        assert visit.documents == 2
        visit.forgiving = True


def test_everything_works_without_scripts(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up, java_script_enabled=False)
    visit.open("/sv/", ready=False)
    visit.page.fill("#sok", "prov")
    visit.page.click("button")
    expect(visit.page.locator("#searched")).to_have_text("prov")
    visit.page.click("#to-city")
    expect(visit.page.locator("h1")).to_have_text("Provköping")
    visit.page.click("a[hreflang=en]")
    expect(visit.page.locator("html")).to_have_attribute("lang", "en")
    assert (visit.documents, visit.questions) == (4, 0)


def test_a_click_before_any_script_is_an_ordinary_step(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up)
    visit.page.route("**/assets/navigate.js*", lambda route: route.abort())
    visit.open("/sv/", ready=False)
    visit.page.click("#to-city")
    expect(visit.page.locator("h1")).to_have_text("Provköping")
    assert (visit.documents, visit.questions) == (2, 0)
    visit.forgiving = True


def test_links_and_forms_answer_before_dash_and_without_it(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up)
    visit.page.route("**/dash_renderer*", lambda route: route.abort())
    visit.open("/sv/", ready=False)
    visit.page.wait_for_selector("html[data-ready]", state="attached")
    visit.page.click("#to-city")
    visit.at(CITY)
    expect(visit.page.locator("h1")).to_be_focused()
    visit.page.go_back()
    visit.at("/sv/")
    expect(visit.page.locator("h1")).to_have_text("Påhittad översikt")
    visit.page.fill("#sok", "prov")
    visit.page.press("#sok", "Enter")
    visit.page.wait_for_url(re.compile(r"\?sok="))
    expect(visit.page.locator("#searched")).to_have_text("prov")
    assert (visit.documents, visit.questions) == (1, 3)
    visit.forgiving = True


def test_a_step_begun_before_dash_is_finished_when_it_starts(
    visitor: Visitor, made_up: str
) -> None:
    visit = visitor(made_up)
    held: list[Route] = []
    visit.page.route("**/_dash-update-component", lambda route: held.append(route))
    visit.page.route("**/assets/start.js*", lambda route: held.append(route))
    visit.open("/sv/", ready=False)
    visit.page.wait_for_selector("html[data-ready]", state="attached")
    visit.page.click("#to-city")
    visit.wait(lambda: len(held) == 2)
    start, question = sorted(held, key=lambda route: "start.js" not in route.request.url)
    start.continue_()
    visit.page.wait_for_selector("html[data-dash]", state="attached")
    question.continue_()
    visit.at(CITY)
    expect(visit.page.locator("h1")).to_have_text("Provköping")
    assert (visit.documents, visit.questions) == (1, 1)


def test_the_skip_link_leads_to_the_page(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up)
    visit.open("/sv/")
    visit.page.keyboard.press("Tab")
    expect(visit.page.locator("a.skip-link")).to_be_focused()
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("#page")).to_be_focused()
    assert (visit.documents, visit.questions) == (1, 0)
