"""The portfolio's board in a browser: `python -m tests.load.portfolio_board [GRANTS]`.

With very many grants: how long from a click until the board is painted as it was chosen, for fifty
choices of several kinds. With the real ones, in the same run and turn by turn: first sight, taking
hold and bytes beside a city's board, and with the rows opened in their grid. Milliseconds and
thousands of bytes as sent, medians and 95th percentiles, and the machine's load.
"""

import os
import sys
import tempfile
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from app import Settings, create_app
from tests.answering import served
from tests.load.board import DESK, PHONE, load, taken_hold
from tests.load.crowd import quantiles
from tests.load.portfolio import GRANTS, app_with_grants
from tests.load.visits import go, launch_chromium
from tests.stores import seeded_store

ROUNDS, CHOICES = 5, 50
BOARDS = {
    "city": "/sv/kommun/malmo/utforska",
    "portfolio": "/sv/portfolj",
    "portfolio, rows": "/sv/portfolj?vy=rader",
}
BOARD = "#react-entry-point "
KINDS = (
    ".facet .form-check-input",
    ".heat thead a",
    ".heat td a",
    ".portfolio-tiles a",
    ".board-bars a",
)
"""What is clicked in turn: a field of a list, a head and a cell of the table, a sum, a bar."""
LET_GO = ".portfolio-chips .clear"
WATCH = """() => {
    window.painted = null;
    const board = document.querySelector("#react-entry-point .board-graphs");
    document.addEventListener("click", (event) => {
        new MutationObserver(() => requestAnimationFrame(() => {
            const after = new MessageChannel();
            after.port1.onmessage = () => { window.painted = performance.now() - event.timeStamp; };
            after.port2.postMessage(0);
        })).observe(board, {subtree: true, childList: true, characterData: true});
    }, {capture: true, once: true});
}"""
"""From a click until the picture with the last change of the board that followed it is done."""
QUIET = 500
"""Milliseconds without any change, after which a board has followed a choice."""


def painted(page: Page, selector: str, place: int) -> float:
    """Milliseconds from a click on one of these until the whole board is painted as chosen."""
    links = page.locator(BOARD + selector)
    link = links.nth(place % links.count())
    link.scroll_into_view_if_needed()
    sentence = page.locator(BOARD + ".portfolio-chips").inner_text()
    page.evaluate(WATCH)
    link.click(position={"x": 5, "y": 5})
    last = None
    while True:
        page.wait_for_timeout(QUIET)
        now: float | None = page.evaluate("window.painted")
        if now is not None and now == last:
            break
        last = now
    if page.locator(BOARD + ".portfolio-chips").inner_text() == sentence:
        raise RuntimeError(f"{selector} chose nothing")
    return last


def choices(browser: Browser, address: str) -> dict[str, list[float]]:
    """Kind of click → its times; after each choice all are let go, which is one too."""
    page = browser.new_context(viewport=DESK).new_page()
    go(page, address)
    while not taken_hold(page):
        page.wait_for_timeout(50)
    times: dict[str, list[float]] = defaultdict(list)
    for number in range(CHOICES // 2):
        selector = KINDS[number % len(KINDS)]
        times[selector].append(painted(page, selector, number // len(KINDS)))
        times[LET_GO].append(painted(page, LET_GO, 0))
    page.context.close()
    return times


def main(number: int) -> None:
    """Print two tables."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        browser = launch_chromium(playwright)
        large = folder / "large"
        large.mkdir()
        with served(app_with_grants(large, number)) as address:
            by_kind = choices(browser, address + BOARDS["portfolio"])
        by_kind["all"] = [each for times in by_kind.values() for each in times]
        print(f"a choice painted, {number} grants; load {os.getloadavg()[0]:.0f}")
        for selector, times in by_kind.items():
            line = f"{selector:28} {median(times):6.0f}  p95 {quantiles(times)[0.95]:6.0f}"
            print(f"{line}  n {len(times)}", flush=True)

        store = seeded_store(f"sqlite:///{folder / 'store.db'}")
        ours = stack.enter_context(served(create_app(Settings(store)).server))
        results: dict[tuple[str, str], list[float]] = defaultdict(list)
        for turn in range(ROUNDS + 1):
            for name, path in BOARDS.items():
                for where, size in (("desk", DESK), ("phone", PHONE)):
                    figures, page = load(browser, ours + path, size, taken_hold)
                    page.context.close()
                    for key, value in figures.items():
                        if turn:  # what is cold at first is the server
                            results[f"{where}: {key}", name].append(value)
        for (key, name), values in sorted(results.items()):
            print(f"{key:26} {name:16} {median(values):8.1f} ({min(values):.1f}–{max(values):.1f})")
        browser.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else GRANTS)
