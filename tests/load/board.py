"""A city's board beside an untuned Dash page of the same charts: `python -m tests.load.board`.

In one run, turn by turn: when a graph is seen, when all answer, how many bytes come, what shifts,
and how long a clicked year takes to be marked in all graphs. Milliseconds, medians, with spread.
"""

import tempfile
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import dash_bootstrap_components as dbc
from dash import Dash, Input, Output, dcc, html
from playwright.sync_api import Browser, Page, sync_playwright

from app import Settings, create_app
from callbacks.bindings.city_board import answers_of
from data_access import imports, migrations
from data_access.engine import open_store
from data_access.reading import StoreReader
from layouts.boards import city
from layouts.charts.figure import figure
from layouts.links.addresses import Address, href
from tests.answering import served
from tests.programs import CHROMIUM_ARGUMENTS, chromium

ROUNDS = 5
CLICKS = 7
"""Years that are clicked one after another on each board."""
HERE = Address("city_board", "sv", slug="malmo")
SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => {
    for (const entry of list.getEntries()) { window.shifted += entry.value; }
}).observe({type: "layout-shift", buffered: true});
window.seen = 0;
const look = () => {
    const drawn = document.querySelector(".board-drawing > svg .axes, .js-plotly-plot .xtick");
    if (drawn) { requestAnimationFrame(() => { window.seen = performance.now(); }); }
    else { requestAnimationFrame(look); }
};
requestAnimationFrame(look);
"""
ANSWERS = """() => [...document.querySelectorAll(".js-plotly-plot")]
    .filter(graph => graph.querySelector(".main-svg .xtick")).length"""
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
    drawn = city.charts(HERE, answers)
    app = Dash("untuned", external_stylesheets=[])
    options = [{"label": one.name, "value": one.code} for one in answers.municipalities]
    app.layout = dbc.Container(
        [
            html.H1("Malmö"),
            dcc.Dropdown(id="year", options=list(range(2005, 2031))),
            dcc.Dropdown(id="other", options=options),
            *(dcc.Graph(id=name) for name in drawn),
        ]
    )

    @app.callback([Output(name, "figure") for name in drawn], Input("year", "value"))
    def draw(_year: int | None) -> list[Any]:
        return [figure(chart) for chart in drawn.values()]

    return app


def load(browser: Browser, address: str, phone: bool) -> tuple[dict[str, float], Page]:
    """What a first visit takes; nothing is in the browser's memory."""
    size = {"width": 390, "height": 844} if phone else {"width": 1440, "height": 900}
    page = browser.new_context(viewport=size).new_page()  # type: ignore[arg-type]
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(int(answer.headers.get("content-length", 0))))
    page.add_init_script(SHIFTS)
    page.goto(address, wait_until="commit")
    begun = page.evaluate("performance.timeOrigin")
    while page.evaluate(ANSWERS) < 4 or (
        "utforska" in address and not page.locator("html[data-ready]").count()
    ):
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
        store = f"sqlite:///{folder / 'store.db'}"
        engine = open_store(store, read_only=False, check=False)
        migrations.upgrade(engine)
        imports.seed(engine)
        engine.dispose()
        ours = stack.enter_context(served(create_app(Settings(store)).server))
        theirs = stack.enter_context(served(untuned(store).server))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_ARGUMENTS)
        pages: dict[str, Callable[[bool], tuple[dict[str, float], Page]]] = {
            "board": lambda phone: load(browser, ours + href(HERE), phone),
            "untuned Dash": lambda phone: load(browser, theirs + "/", phone),
        }
        for number in range(ROUNDS + 1):
            for title, ask in pages.items():
                for phone in (False, True):
                    figures, page = ask(phone)
                    if number == 0:  # what is cold is the browser, not the server
                        page.context.close()
                        continue
                    where = "phone" if phone else "desk"
                    for name, value in figures.items():
                        found[f"{where}: {name}", title].append(value)
                    if title == "board" and not phone:
                        clicks = [click(page, place) for place in range(CLICKS)]
                        found["desk: a year marked in all graphs", title] += clicks
                    page.context.close()
        browser.close()
    for (name, title), values in sorted(found.items()):
        line = f"{name:36} {title:14} {median(values):8.1f} ({min(values):.1f}–{max(values):.1f})"
        if len(values) > ROUNDS:
            line += f"; 95 % within {quantiles(values, n=20, method='inclusive')[-1]:.0f}"
        print(line)


if __name__ == "__main__":
    main()
