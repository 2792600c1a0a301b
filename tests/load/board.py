"""A city's board beside an untuned Dash page of the same charts: `python -m tests.load.board`.

In one run, turn by turn: when a graph is seen, when all answer, how many bytes come, what shifts,
and how long a clicked year takes to be marked in all graphs. Milliseconds, medians, with spread.
"""

import tempfile
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

import dash_bootstrap_components as dbc
from dash import Dash, Input, Output, dcc, html
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from app import Settings, create_app
from callbacks.bindings.city_board import answers_of
from data_access.reading import StoreReader
from layouts.boards import city
from layouts.charts.figure import figure
from layouts.links.addresses import Address, href
from tests.answering import served
from tests.load.crowd import quantiles
from tests.load.visits import go, launch_chromium
from tests.stores import seeded_store

ROUNDS = 5
CLICKS = 7
"""Years that are clicked one after another on each board."""
HERE = Address("city_board", "sv", slug="malmo")
DESK: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => {
    for (const entry of list.getEntries()) { window.shifted += entry.value; }
}).observe({type: "layout-shift", buffered: true});
window.seen = 0;
const look = () => {
    const drawn = document.querySelector(".board-drawing > svg .axes, .js-plotly-plot .trace");
    if (drawn) { requestAnimationFrame(() => { window.seen = performance.now(); }); }
    else { requestAnimationFrame(look); }
};
requestAnimationFrame(look);
"""
ANSWERS = """() => [...document.querySelectorAll(".js-plotly-plot:not(.dash-graph--pending)")]
    .filter(graph => graph.querySelector(".main-svg .trace")).length"""
"""A graph is pending until Dash has drawn it, listens to it and has had it fill its room."""
MARKED = """wanted => {
    window.marked = null;
    const bands = () => [...document.querySelectorAll("#react-entry-point .js-plotly-plot")]
        .map(graph => [...graph.querySelectorAll(".shapelayer path")]
            .map(each => each.getAttribute("d")).join());
    document.addEventListener("pointerup", () => {
        const start = performance.now(), before = bands();
        const look = () => {
            const moved = bands().filter((now, place) => now && now !== before[place]).length;
            if (moved >= wanted) { window.marked = performance.now() - start; }
            else { requestAnimationFrame(look); }
        };
        look();
    }, {capture: true, once: true});
}"""


def untuned(store: str) -> Dash:
    """The same charts and controls as a Dash page is made without further thought."""
    reader = StoreReader(store)
    with reader.connection() as conn:
        answers = answers_of(conn, HERE)
    if answers is None:
        raise RuntimeError("no such board")
    charts = city.charts(HERE, answers)
    app = Dash("untuned", external_stylesheets=[])
    options = [{"label": one.name, "value": one.code} for one in answers.municipalities]
    app.layout = dbc.Container(
        [
            html.H1("Malmö"),
            dcc.Dropdown(id="year", options=list(range(2005, 2031))),
            dcc.Dropdown(id="other", options=options),
            *(dcc.Graph(id=name) for name in charts),
        ]
    )

    @app.callback([Output(name, "figure") for name in charts], Input("year", "value"))
    def draw(_year: int | None) -> list[Any]:
        return [figure(chart) for chart in charts.values()]

    return app


def drawn(page: Page) -> bool:
    """Whether all four graphs have been drawn by plotly."""
    return int(page.evaluate(ANSWERS)) >= 4


def taken_hold(page: Page) -> bool:
    """Whether a board's graphs and controls answer. (Not by a locator, which looks through the
    whole page each time.)"""
    return bool(page.evaluate("document.documentElement.hasAttribute('data-ready')"))


def load(
    browser: Browser, address: str, size: ViewportSize, ready: Callable[[Page], bool]
) -> tuple[dict[str, float], Page]:
    """What a first visit takes, until a graph is seen and until it is `ready`; nothing is in the
    browser's memory."""
    page = browser.new_context(viewport=size).new_page()
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(int(answer.headers.get("content-length", 0))))
    page.add_init_script(SHIFTS)
    go(page, address, wait_until="commit")
    begun = page.evaluate("performance.timeOrigin")
    while not ready(page):
        page.wait_for_timeout(10)
    held = page.evaluate("Date.now()") - begun
    page.wait_for_load_state("networkidle")
    return {
        "seen": page.evaluate("window.seen"),
        "all graphs answer": held,
        "kB": sum(sizes) / 1000,
        "shift": page.evaluate("window.shifted"),
    }, page


def click(page: Page, place: int) -> float:
    """Milliseconds from the click on a year until it is marked in all four graphs."""
    point = page.locator("#react-entry-point .js-plotly-plot").first.locator(
        ".trace:last-child .point"
    )
    box = point.nth(place).bounding_box()
    if box is None:
        raise RuntimeError("no point to click")
    page.evaluate(MARKED, 4)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(200)
    page.mouse.down()
    page.mouse.up()
    while page.evaluate("window.marked") is None:
        page.wait_for_timeout(10)
    took: float = page.evaluate("window.marked")
    return took


def main() -> None:
    """Print a table."""
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        store = seeded_store(f"sqlite:///{folder / 'store.db'}")
        ours = stack.enter_context(served(create_app(Settings(store)).server))
        theirs = stack.enter_context(served(untuned(store).server))
        playwright = stack.enter_context(sync_playwright())
        browser = launch_chromium(playwright)
        pages: dict[str, tuple[str, Callable[[Page], bool]]] = {
            "board": (ours + href(HERE), lambda page: drawn(page) and taken_hold(page)),
            "untuned Dash": (theirs + "/", drawn),
        }
        for number in range(ROUNDS + 1):
            for title, (address, ready) in pages.items():
                for where, size in (("desk", DESK), ("phone", PHONE)):
                    figures, page = load(browser, address, size, ready)
                    if number == 0:  # what is cold is the browser, not the server
                        page.context.close()
                        continue
                    for name, value in figures.items():
                        found[f"{where}: {name}", title].append(value)
                    if title == "board" and where == "desk":
                        clicks = [click(page, place) for place in range(CLICKS)]
                        found["desk: a year marked in all graphs", title] += clicks
                    page.context.close()
        browser.close()
    for (name, title), values in sorted(found.items()):
        line = f"{name:36} {title:14} {median(values):8.1f} ({min(values):.1f}–{max(values):.1f})"
        if len(values) > ROUNDS:
            line += f"; 95 % within {quantiles(values)[0.95]:.0f}"
        print(line)


if __name__ == "__main__":
    main()
