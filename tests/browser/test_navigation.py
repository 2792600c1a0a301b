"""Going on is the browser's; a choice takes effect when made, by a button where no script runs."""

from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from app import Settings, create_app
from tests.answering import served
from tests.browser.conftest import Visitor
from tests.made_up import empty_store, made_up_app

CITY = "/sv/kommun/provkoping"
MAP = "/sv/karta"
CHOICE = "#f-indicator"
BUTTON = "#page form.filters button[type=submit]"
ANNOUNCED = "Sidan visar det du har valt."


def test_a_document_loads_no_dash_and_asks_nothing(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up)
    visit.open("/sv/")
    visit.page.wait_for_load_state("networkidle")
    assert (visit.documents, visit.questions) == (1, 0)
    assert not any("plotly" in request.url or "_dash" in request.url for request in visit.requests)
    assert visit.page.context.cookies() == []


def test_a_link_is_a_new_document(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up)
    visit.open("/sv/")
    visit.page.click("#bottom")
    visit.at(CITY)
    expect(visit.page.locator("h1")).to_have_text("Provköping")
    assert visit.page.evaluate("scrollY") == 0
    visit.page.go_back()
    visit.at("/sv/")
    expect(visit.page.locator("#bottom")).to_be_in_viewport()
    assert visit.questions == 0


def test_a_link_that_a_reader_rests_on_is_fetched_ahead(visitor: Visitor, tmp_path: Path) -> None:
    app = made_up_app(empty_store(tmp_path)).server
    inner = app.wsgi_app
    ahead: list[str] = []

    def noting(environ: Any, start_response: Any) -> Any:
        if "prefetch" in environ.get("HTTP_SEC_PURPOSE", ""):
            ahead.append(environ["PATH_INFO"])
        return inner(environ, start_response)

    app.wsgi_app = noting
    with served(app) as base:
        visit = visitor(base)
        visit.open("/sv/")
        rules = "script[type=speculationrules]"
        visit.page.wait_for_selector(rules, state="attached")
        visit.page.hover("#bottom")
        for _ in range(100):
            if ahead:
                break
            visit.page.wait_for_timeout(50)
    assert ahead == [CITY]


def test_a_choice_takes_effect_when_made_and_keeps_scroll_and_focus(
    visitor: Visitor, real: str
) -> None:
    visit = visitor(real)
    visit.open(MAP)
    place = f"document.querySelector('{CHOICE}').getBoundingClientRect().top"
    visit.page.evaluate("scrollTo({top: 150, behavior: 'instant'})")
    visit.page.focus(CHOICE)
    before = visit.page.evaluate(place)
    heading = visit.page.locator("#page table caption").first.text_content()
    visit.page.select_option(CHOICE, "takt")
    visit.at(MAP + "?nyckeltal=takt")
    expect(visit.page.locator("#page-status")).to_have_text(ANNOUNCED)
    expect(visit.page.locator(CHOICE)).to_be_focused()
    expect(visit.page.locator("#page table caption").first).not_to_have_text(str(heading))
    assert abs(visit.page.evaluate(place) - before) < 2
    assert visit.page.evaluate("scrollY") > 50
    assert visit.documents == 1
    expect(visit.page.locator("a.site-language")).to_have_attribute(
        "href", "/en/map?indicator=pace"
    )


def test_back_and_forward_go_between_choices(visitor: Visitor, real: str) -> None:
    visit = visitor(real)
    visit.open(MAP)
    visit.page.select_option(CHOICE, "takt")
    visit.at(MAP + "?nyckeltal=takt")
    visit.page.go_back()
    visit.at(MAP)
    expect(visit.page.locator(CHOICE)).to_have_value("")
    visit.page.go_forward()
    visit.at(MAP + "?nyckeltal=takt")
    expect(visit.page.locator(CHOICE)).to_have_value("takt")
    assert visit.documents == 1


def test_two_quick_choices_show_the_second(visitor: Visitor, real: str) -> None:
    visit = visitor(real)
    visit.open(MAP)
    visit.page.evaluate(
        "for (const word of ['takt', 'de-senaste-aren']) {"
        f" const field = document.querySelector('{CHOICE}'); field.value = word;"
        " field.dispatchEvent(new Event('change', {bubbles: true})) }"
    )
    visit.at(MAP + "?nyckeltal=de-senaste-aren")
    expect(visit.page.locator(CHOICE)).to_have_value("de-senaste-aren")


def test_the_page_after_a_choice_is_the_page_at_its_address(visitor: Visitor, real: str) -> None:
    visit = visitor(real)
    visit.open(MAP)
    visit.page.select_option(CHOICE, "takt")
    visit.at(MAP + "?nyckeltal=takt")
    swapped = visit.page.locator("#page").inner_text()
    visit.open(MAP + "?nyckeltal=takt")
    assert visit.page.locator("#page").inner_text() == swapped


def test_when_a_choice_cannot_be_fetched_the_browser_goes_there_itself(
    visitor: Visitor, real: str
) -> None:
    visit = visitor(real)
    visit.open(MAP)
    fails = [True]
    visit.page.route(
        "**/karta?*", lambda route: route.abort() if fails and fails.pop() else route.continue_()
    )
    visit.page.select_option(CHOICE, "takt")
    visit.page.wait_for_url(real + MAP + "?nyckeltal=takt")
    visit.wait(lambda: visit.documents == 2)
    visit.forgiving = True


def test_the_button_is_for_who_has_no_script(visitor: Visitor, real: str) -> None:
    visit = visitor(real)
    visit.open(MAP)
    expect(visit.page.locator(BUTTON)).to_be_hidden()
    plain = visitor(real, java_script_enabled=False)
    plain.open(MAP, ready=False)
    plain.page.select_option(CHOICE, "takt")
    plain.page.click(BUTTON)
    plain.page.wait_for_url("**/sv/karta?*nyckeltal=takt*")
    assert plain.documents == 2


def test_the_search_leads_to_a_city_with_and_without_scripts(visitor: Visitor, real: str) -> None:
    for scripts in (True, False):
        visit = visitor(real, java_script_enabled=scripts)
        visit.open("/sv/metod", ready=scripts)
        visit.page.fill("#find-place", "Malmö stad")
        visit.page.press("#find-place", "Enter")
        visit.page.wait_for_url(real + "/sv/kommun/malmo")


def test_names_are_suggested_when_a_reader_comes_to_the_field(visitor: Visitor, real: str) -> None:
    visit = visitor(real)
    visit.open("/sv/metod")
    assert visit.page.locator("datalist option").count() == 0
    visit.page.focus("#find-place")
    expect(visit.page.locator("#find-place-list option")).to_have_count(290)


def test_a_click_before_any_script_is_an_ordinary_step(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up)
    visit.page.route("**/assets/*.js*", lambda route: route.abort())
    visit.open("/sv/", ready=False)
    visit.page.click("#to-city")
    expect(visit.page.locator("h1")).to_have_text("Provköping")
    visit.forgiving = True


def test_the_skip_link_leads_to_the_page(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up)
    visit.open("/sv/")
    visit.page.keyboard.press("Tab")
    expect(visit.page.locator("a.skip-link")).to_be_focused()
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("#page")).to_be_focused()
    assert (visit.documents, visit.questions) == (1, 0)


def test_a_site_under_a_path_of_its_host_never_leaves_it(
    visitor: Visitor, seeded_file: Path
) -> None:
    """Documents, the search's names, a board with its grid: `visitor` fails for what is asked
    outside."""
    store = f"sqlite:///{seeded_file}"
    app = create_app(Settings(store, public_url="https://kommun.example/klimat"))
    with served(app.server) as host:
        visit = visitor(f"{host}/klimat", viewport={"width": 1440, "height": 900})
        visit.open("/sv/metod")
        visit.page.focus("#find-place")
        expect(visit.page.locator("#find-place-list option")).to_have_count(290)
        visit.open("/sv/portfolj")
        board = visit.page.locator("#react-entry-point")
        board.locator(".heat thead").get_by_role("link", name="Trafikverket").click()
        visit.page.wait_for_url("**/klimat/sv/portfolj?finansiar=Trafikverket")
        expect(board.locator(".chip")).to_have_count(1)
        visit.open("/sv/portfolj?vy=rader")
        board.locator(".ag-row a").first.click()
        visit.page.wait_for_url("**/klimat/sv/bidrag/*")
        visit.page.get_by_role("link", name="English").first.click()
        visit.page.wait_for_url("**/klimat/en/grant/*")
