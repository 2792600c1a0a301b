"""Exploring a chart: the bundle comes only then, one question opens it, closing asks nothing."""

from playwright.sync_api import expect

from tests.browser.conftest import Visit, Visitor

CITY = "/sv/kommun/provkoping"
EXPLORING = CITY + "?utforska=made-up"


def bundles(visit: Visit) -> list[str]:
    return [request.url for request in visit.requests if "plotly" in request.url]


def opened(visit: Visit) -> None:
    expect(visit.page.get_by_role("dialog")).to_be_visible()
    expect(visit.page.locator("#explore-chart .scatterlayer path.js-line").first).to_be_attached()


def test_a_chart_opens_with_one_question_and_our_own_bundle(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up)
    visit.open(CITY)
    visit.page.wait_for_load_state("networkidle")
    assert bundles(visit) == []
    visit.page.click("a.explore")
    opened(visit)
    visit.at(EXPLORING)
    assert (visit.documents, visit.questions) == (2, 1)
    assert len(bundles(visit)) == 1
    assert bundles(visit)[0].startswith(made_up + "/assets/vendor/plotly-")
    titles = visit.page.locator(".modebar-btn").evaluate_all(
        "buttons => buttons.map(button => button.dataset.title)"
    )
    assert "Zooma in" in titles
    assert not [title for title in titles if "loud" in title.lower()]


def test_closing_returns_to_the_page_without_a_question(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up)
    visit.open(CITY)
    for number, close in enumerate(("#explore-close", "Escape", "back"), 1):
        visit.page.click("a.explore")
        opened(visit)
        if close == "back":
            visit.page.go_back()
        elif close == "Escape":
            visit.page.keyboard.press("Escape")
        else:
            visit.page.click(close)
        visit.at(CITY)
        expect(visit.page.get_by_role("dialog")).not_to_be_visible()
        assert visit.questions == number


def test_a_shared_link_opens_the_chart(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up)
    visit.open(EXPLORING)
    opened(visit)
    assert (visit.documents, visit.questions) == (1, 1)


def test_an_unknown_chart_leaves_the_page_as_it_is(visitor: Visitor, made_up: str) -> None:
    visit = visitor(made_up)
    visit.open(CITY + "?utforska=nothing")
    visit.page.wait_for_load_state("networkidle")
    assert not any("_dash" in one.url for one in visit.requests)
    expect(visit.page.get_by_role("dialog")).not_to_be_visible()


def test_exploring_holds_no_more_colours_than_the_reader_chose(
    visitor: Visitor, made_up: str
) -> None:
    visit = visitor(made_up, color_scheme="dark")
    visit.open(EXPLORING)
    opened(visit)
    background = visit.page.locator("#explore-chart .main-svg").first.evaluate(
        "drawing => getComputedStyle(drawing).backgroundColor"
    )
    assert background != "rgb(255, 255, 255)"
