"""A city's board in a browser: seen at once, taken up without a shift, marked in all its graphs."""

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.browser.axe import ALL, violations
from tests.browser.conftest import Visit, Visitor
from tests.load.visits import go

BOARD = "/sv/kommun/malmo/utforska"
LIVE = "#react-entry-point"
GRAPHS = ["emissions", "sectors", "money", "promises"]
SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => {
    for (const entry of list.getEntries()) { window.shifted += entry.value; }
}).observe({type: "layout-shift", buffered: true});
"""
MARKED = f"""() => [...document.querySelectorAll("{LIVE} .js-plotly-plot")].map(
    graph => (graph.layout.shapes || []).filter(shape => shape.name === "marked")
        .map(shape => Math.round((shape.x0 + shape.x1) / 2))
)"""
LINKED = MARKED.replace('"marked"', '"linked"')
STRONG = f"""() => [...document.querySelectorAll("{LIVE} .js-plotly-plot")].map(graph =>
    graph.data.filter(trace => trace.type === "bar" && trace.opacity !== 0.25)
        .map(trace => trace.name)
)"""
"""The bars that do not stand back, of each graph."""
AXES = f"""() => [...document.querySelectorAll("{LIVE} .js-plotly-plot")].map(graph => {{
    const axis = graph._fullLayout.xaxis;
    return [Math.round(axis._offset), Math.round(axis._length), ...axis.range];
}})"""


def marked(visit: Visit, years: list[int]) -> None:
    """Wait until all graphs, and no other number of them, have these years marked."""
    visit.wait(lambda: visit.page.evaluate(MARKED) == [years] * len(GRAPHS), f"marked: {years}")


def control(visit: Visit, label: str) -> Locator:
    return visit.page.locator(LIVE).get_by_label(label, exact=True)


def click_bar(visit: Visit, number_of_graph: int, number: int) -> None:
    graph = visit.page.locator(f"{LIVE} .js-plotly-plot").nth(number_of_graph)
    click(visit, graph, graph.locator(".bars path").nth(number))


def click_point(visit: Visit, number: int) -> None:
    """A click on a value of the city's own line."""
    graph = visit.page.locator(f"{LIVE} .js-plotly-plot").first
    click(visit, graph, graph.locator(".trace:last-child .point").nth(number))


def click(visit: Visit, graph: Locator, mark: Locator) -> None:
    box = mark.bounding_box()
    assert box is not None
    visit.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    # A click is on what plotly has found under the pointer, which it tells as soon as it has.
    graph.locator(".hoverlayer > *").first.wait_for(state="attached")
    visit.page.mouse.down()
    visit.page.mouse.up()


@pytest.mark.parametrize("width", [1440, 390])
def test_dash_takes_the_documents_place_and_nothing_moves(
    visitor: Visitor, real: str, width: int
) -> None:
    visit = visitor(real, viewport={"width": width, "height": 900})
    visit.page.add_init_script(SHIFTS)
    held: list[Route] = []
    visit.page.route("**/*_dash-layout", lambda route: held.append(route))
    visit.open(BOARD, ready=False)
    expect(visit.page.locator("#board-static svg:visible").first).to_be_visible()
    before = visit.page.locator("#board-tables").bounding_box()
    visit.wait(lambda: len(held) == 1)
    held[0].continue_()
    visit.page.wait_for_selector("html[data-ready]", state="attached")
    expect(visit.page.locator("#board-static")).to_be_hidden()
    expect(visit.page.locator(f"{LIVE} .js-plotly-plot")).to_have_count(4)
    after = visit.page.locator("#board-tables").bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) <= 2
    first = visit.page.locator(f"{LIVE} .js-plotly-plot").first.bounding_box()
    assert first is not None
    assert first["y"] + first["height"] <= 700
    assert control(visit, "Sektor").is_visible() == (width == 1440)
    assert visit.page.evaluate("window.shifted") <= 0.02
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.questions == 0


def test_on_a_phone_choices_are_folded_and_stay_unfolded(visitor: Visitor, real: str) -> None:
    visit = visitor(real, viewport={"width": 390, "height": 844}, has_touch=True)
    held: list[Route] = []
    visit.page.route("**/*_dash-layout", lambda route: held.append(route))
    visit.open(BOARD, ready=False)
    visit.wait(lambda: len(held) == 1)
    visit.page.locator("#board-static .choices-fold > summary").tap()
    held[0].continue_()
    visit.page.wait_for_selector("html[data-ready]", state="attached")
    control(visit, "Sektor").select_option("industri")
    visit.page.wait_for_url("**?sektor=industri")
    expect(control(visit, "Gas")).to_be_visible()
    visit.page.locator(f"{LIVE} .choices-fold > summary").press("Enter")
    expect(control(visit, "Gas")).to_be_hidden()


def test_years_stand_under_each_other(visitor: Visitor, real: str) -> None:
    visit = visitor(real, viewport={"width": 1440, "height": 900})
    visit.open(BOARD)
    axes = visit.page.evaluate(AXES)
    assert axes == [axes[0]] * len(GRAPHS)


def test_a_clicked_year_is_marked_in_all_graphs_and_in_the_address(
    visitor: Visitor, real: str
) -> None:
    visit = visitor(real, viewport={"width": 1440, "height": 1400})
    visit.open(BOARD)
    marked(visit, [])
    click_point(visit, 4)
    visit.page.wait_for_url(f"**{BOARD}?ar=2021")
    marked(visit, [2021])
    assert visit.questions == 1
    expect(visit.page.locator(f"{LIVE} .board-year")).to_contain_text("2021: utsläpp")
    for graph in visit.page.locator(f"{LIVE} .js-plotly-plot").all():
        expect(graph.locator(".shapelayer path")).to_have_count(1)
    click_point(visit, 4)  # the same again lets go
    visit.page.wait_for_url(f"**{BOARD}")
    marked(visit, [])


def test_a_clicked_sector_stands_out_and_back_leads_back(visitor: Visitor, real: str) -> None:
    visit = visitor(real, viewport={"width": 1440, "height": 1400})
    visit.open(BOARD)
    click_bar(visit, 1, 7)
    visit.page.wait_for_url("**?ar=2024&sektor=inrikes-transporter")
    marked(visit, [2024])
    line = visit.page.locator(f"{LIVE} .board-marked")
    expect(line).to_contain_text("Markerat: Inrikes transporter.")
    expect(line).to_contain_text("Pengar: ingen koppling i källorna.")
    strong = visit.page.evaluate(STRONG)
    assert strong[1] == ["Inrikes transporter"]
    assert strong[3] == ["Mål"]  # those that count all emissions; no promise with a year
    names = visit.page.evaluate(
        f"[...document.querySelectorAll('{LIVE} .js-plotly-plot')][0].data.map(trace => trace.name)"
    )
    assert "Inrikes transporter" in names
    visit.page.go_back()
    visit.page.wait_for_url(f"**{BOARD}")
    marked(visit, [])
    expect(control(visit, "Sektor")).to_have_value("-")
    visit.page.go_forward()
    marked(visit, [2024])
    expect(control(visit, "Sektor")).to_have_value("inrikes-transporter")
    assert visit.documents == 1


def test_a_clicked_funder_is_marked_in_all_graphs_and_one_chip_takes_it_back(
    visitor: Visitor, real: str
) -> None:
    visit = visitor(real, viewport={"width": 1440, "height": 1600})
    visit.open(f"{BOARD}?gas=co2")
    click_bar(visit, 2, 3)
    expect(control(visit, "Finansiär")).to_have_value("Tillväxtverket")
    line = visit.page.locator(f"{LIVE} .board-marked")
    expect(line).to_contain_text("Markerat: Tillväxtverket. Utsläpp: åren då pengarna beslutades")
    marked(visit, [2016])
    years = [[2015, 2016]] * len(GRAPHS)
    visit.wait(lambda: visit.page.evaluate(LINKED) == years, "the years of its decisions")
    strong = visit.page.evaluate(STRONG)
    assert strong[2] == ["Tillväxtverket, beviljat"]
    assert strong[3] == ["Löften från myndigheterna"]
    visit.page.locator(f"{LIVE} .board-chip").click()
    visit.page.wait_for_url(f"**{BOARD}?gas=co2")
    marked(visit, [])
    visit.wait(lambda: visit.page.evaluate(LINKED) == [[]] * len(GRAPHS), "no year named")
    expect(line).to_be_empty()
    assert visit.documents == 1


def test_an_entry_of_a_legend_chooses_without_a_new_document(visitor: Visitor, real: str) -> None:
    visit = visitor(real, viewport={"width": 1440, "height": 900})
    visit.open(BOARD)
    entry = visit.page.locator(LIVE).get_by_role("link", name="Industri", exact=True).last
    entry.click()
    visit.page.wait_for_url("**?sektor=industri")
    expect(entry).to_have_attribute("aria-current", "true")
    entry.click()
    visit.page.wait_for_url(f"**{BOARD}")
    assert visit.documents == 1


def test_another_height_of_the_window_changes_nothing(visitor: Visitor, real: str) -> None:
    visit = visitor(real, viewport={"width": 1440, "height": 900})
    visit.open(BOARD)
    for height in (1400, 600, 900):
        visit.page.set_viewport_size({"width": 1440, "height": height})
    visit.page.screenshot(full_page=True)
    visit.page.wait_for_timeout(500)
    assert visit.documents == 1


def test_a_saved_link_opens_the_same(visitor: Visitor, real: str) -> None:
    visit = visitor(real, viewport={"width": 1440, "height": 1400})
    visit.open(f"{BOARD}?ar=2021&bredvid=1880&per-person=ja")
    marked(visit, [2021])
    names = visit.page.evaluate(
        f"[...document.querySelectorAll('{LIVE} .js-plotly-plot')][0].data.map(trace => trace.name)"
    )
    assert {"Malmö", "Örebro"} <= set(names)
    expect(control(visit, "Bredvid")).to_have_value("1880")
    expect(control(visit, "Per person")).to_be_checked()
    assert visit.questions == 0


def test_a_year_is_chosen_with_the_keyboard(visitor: Visitor, real: str) -> None:
    visit = visitor(real, viewport={"width": 1440, "height": 900})
    visit.open(BOARD)
    control(visit, "År").focus()
    visit.page.keyboard.type("2021")
    marked(visit, [2021])
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.id").endswith('"sektor"}')


def test_what_was_chosen_before_dash_came_holds(visitor: Visitor, real: str) -> None:
    visit = visitor(real, viewport={"width": 1440, "height": 900})
    held: list[Route] = []
    visit.page.route("**/*_dash-layout", lambda route: held.append(route))
    visit.open(BOARD, ready=False)
    visit.wait(lambda: len(held) == 1)
    visit.page.locator("#static-control-ar").select_option("2021")
    visit.page.locator("#static-control-ar").focus()
    held[0].continue_()
    visit.page.wait_for_selector("html[data-ready]", state="attached")
    marked(visit, [2021])
    assert visit.page.evaluate("document.activeElement.id").endswith('"ar"}')


def test_the_slider_shows_an_earlier_year(visitor: Visitor, real: str) -> None:
    visit = visitor(real, viewport={"width": 1440, "height": 900})
    visit.open(f"{BOARD}?gas=co2")
    control(visit, "Som det såg ut").focus()
    visit.page.keyboard.press("Home")
    visit.page.wait_for_url("**?gas=co2&som-det-sag-ut=2023")
    expect(visit.page.locator(f"{LIVE} .board-sentence")).to_contain_text("i slutet av 2023")
    visit.page.keyboard.press("End")
    visit.page.wait_for_url("**?gas=co2")


def test_the_tables_follow_what_is_chosen(visitor: Visitor, real: str) -> None:
    visit = visitor(real, viewport={"width": 1440, "height": 900})
    visit.open(BOARD)
    visit.page.locator("#emissions-table summary").click()
    control(visit, "Bredvid").select_option("1880")
    expect(visit.page.locator("#emissions-table")).to_contain_text("Örebro")
    expect(visit.page.locator("#emissions-table")).to_have_attribute("open", "")
    expect(visit.page.locator(".site-language")).to_have_attribute(
        "href", "/en/municipality/malmo/explore?beside=1880"
    )


def test_a_fold_is_read_when_it_is_opened_and_without_scripts_from_the_start(
    visitor: Visitor, real: str
) -> None:
    visit = visitor(real)
    visit.open(BOARD)
    table = visit.page.locator("#emissions-table table")
    expect(table).to_have_count(0)
    visit.page.locator("#emissions-table > summary").click()
    expect(table).to_be_visible()
    plain = visitor(real, java_script_enabled=False)
    plain.open(BOARD, ready=False)
    plain.page.locator("#emissions-table > summary").click()
    expect(plain.page.locator("#emissions-table table")).to_be_visible()


def test_what_measures_a_board_says_at_once_that_its_address_is_answered_with_an_error(
    visitor: Visitor, real: str
) -> None:
    visit = visitor(real)
    visit.forgiving = True
    with pytest.raises(RuntimeError, match="answered with 404"):
        go(visit.page, f"{visit.base}/sv/kommun/ingenstans/utforska", "commit")


@pytest.mark.parametrize("script", ["**/dash_renderer*", "**/assets/board.js*"])
def test_where_a_script_does_not_come_the_form_has_its_button_and_folds_open(
    visitor: Visitor, real: str, script: str
) -> None:
    visit = visitor(real)
    visit.forgiving = True
    visit.page.route(script, lambda route: route.abort())
    visit.open(BOARD, ready=False)
    visit.page.locator("#emissions-table > summary").click()
    expect(visit.page.locator("#emissions-table table")).to_be_visible()
    visit.page.locator("#static-control-ar").select_option("2021")
    visit.page.get_by_role("button", name="Visa").click()
    visit.page.wait_for_url("**/utforska?ar=2021*")
    marked = visit.page.locator("#board-static .marked-year").first
    expect(marked).to_be_attached()
    look = marked.evaluate(
        "each => getComputedStyle(each).fillOpacity * getComputedStyle(each).opacity"
    )
    assert look > 0.1  # a band that is seen


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390)])
def test_the_board_has_no_barriers(visitor: Visitor, real: str, scheme: str, width: int) -> None:
    visit = visitor(
        real, bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    visit.open(f"{BOARD}?ar=2021")
    assert violations(visit.page, ALL) == []


def test_dark_graphs_are_dark(visitor: Visitor, real: str) -> None:
    visit = visitor(real, color_scheme="dark")
    visit.open(BOARD)
    ground = visit.page.locator(f"{LIVE} .main-svg").first.evaluate(
        "drawing => getComputedStyle(drawing).backgroundColor"
    )
    assert ground == "rgb(19, 28, 25)"
