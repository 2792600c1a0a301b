"""The boards of all municipalities and of what it would take, beside a city's:
`python -m tests.load.explore`.

In one run, turn by turn, milliseconds, medians and 95th percentiles: first sight and taking hold of
each board; how long a step of a brush takes from the pointer's move until it is painted; how long a
slider's step, and a ticked measure, hold the browser's main thread.
"""

import sys
import tempfile
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from app import Settings, create_app
from tests.answering import served
from tests.load.board import DESK, load, taken_hold
from tests.load.crowd import quantiles
from tests.load.visits import launch_chromium
from tests.stores import seeded_store

ROUNDS = 5
BOARDS = {
    "city": "/sv/kommun/malmo/utforska",
    "explore": "/sv/utforska",
    "what it would take": "/sv/kommun/helsingborg/vad-kravs",
}
PAINTED = """() => {
    window.painted = [];
    document.addEventListener("pointermove", (event) => {
        requestAnimationFrame(() => {
            const after = new MessageChannel();
            after.port1.onmessage = () => window.painted.push(performance.now() - event.timeStamp);
            after.port2.postMessage(0);
        });
    }, true);
}"""
"""From a move of the pointer until the picture that shows it is done."""
HELD = """([selector, values]) => {
    const field = document.querySelector(selector), took = [];
    for (const value of values) {
        const begun = performance.now();
        field.value = value;
        field.dispatchEvent(new Event("input", {bubbles: true}));
        took.push(performance.now() - begun);
    }
    return took;
}"""
"""How long each value of a slider holds the main thread."""


def brush(page: Page) -> list[float]:
    """A brush over the scatter, from corner to corner and back."""
    box = page.locator("#react-entry-point #spridning .js-plotly-plot").bounding_box()
    if box is None:
        raise RuntimeError("no scatter to brush")
    page.evaluate(PAINTED)
    page.mouse.move(box["x"] + 60, box["y"] + 40)
    page.mouse.down()
    for step in (*range(60), *range(60, 0, -1)):
        across, up = box["width"] - 90, box["height"] - 100
        page.mouse.move(
            box["x"] + 60 + across * step / 60, box["y"] + 40 + up * (0.4 + 0.6 * step / 60)
        )
        page.wait_for_timeout(16)
    painted: list[float] = page.evaluate("window.painted")
    page.mouse.up()
    return painted


def drag(page: Page) -> list[float]:
    """The slider of the rate, over its whole length and back."""
    values = [str(each / 2) for each in (*range(100), *range(100, 0, -1))]
    took: list[float] = page.evaluate(
        HELD, ['#react-entry-point .board-controls input[type="range"]', values]
    )
    return took


def main() -> None:
    """Print a table; with `store` as the only argument, of that store."""
    results: dict[tuple[str, str], list[float]] = defaultdict(list)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        given = sys.argv[1:]
        store = given[0] if given else seeded_store(f"sqlite:///{folder / 'store.db'}")
        ours = stack.enter_context(served(create_app(Settings(store)).server))
        playwright = stack.enter_context(sync_playwright())
        browser = launch_chromium(playwright)
        for number in range(ROUNDS + 1):
            for name, path in BOARDS.items():
                figures, page = load(browser, ours + path, DESK, taken_hold)
                if number:  # what is cold at first is the server
                    for key, value in figures.items():
                        results[name, key].append(value)
                    if name == "explore":
                        results[name, "a brush's step, painted"] += brush(page)
                    if name == "what it would take":
                        results[name, "a slider's step, main thread"] += drag(page)
                page.context.close()
        browser.close()
    for (name, key), values in sorted(results.items()):
        ninety_fifth = quantiles(values)[0.95]
        print(f"{name:20} {key:30} {median(values):8.1f}  p95 {ninety_fifth:8.1f}  n {len(values)}")


if __name__ == "__main__":
    main()
