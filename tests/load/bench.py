"""`make bench`: our city page beside a static page of the same content, one that never changes, and
an untuned Dash page.

Says how far it is as it goes, and ends within five minutes with what it has (`tests.load.budget`).
Times depend on the machine: read the ratios.
"""

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from urllib.request import Request, urlopen

from playwright.sync_api import sync_playwright

from app import Settings, create_app
from data_access.engine import StoreError, open_store
from layouts.links.addresses import parse
from tests.boards import CALLBACKS
from tests.load import CITIES
from tests.load.budget import Budget
from tests.load.fixed_page import FIXED_PATH, fixed_page
from tests.load.report import Figures, report
from tests.load.rounds import Visits
from tests.load.saved import file_name, without_scripts
from tests.load.serving import ROOT, Served, served
from tests.load.throughput import throughput
from tests.load.visits import Kind, launch_chromium
from tests.stores import seeded_store

NAMES = dict(zip(CITIES, ("Örebro", "Borlänge", "Malmö"), strict=True))
PATHS = {slug: f"/sv/kommun/{slug}" for slug in CITIES}
API = "/api/v1/emissions?municipality=1880"
OURS, STATIC, FIXED, UNTUNED = "ours", "static", "fixed", "untuned Dash"

DESK_LOADS, PHONE_LOADS, UNTUNED_LOADS = 11, 11, 3
BUDGET_SECONDS = 270.0
"""What does not fit is left out and said to be: rounds of loads, never a whole kind of figure."""


def main() -> None:
    """Measure everything and print the table."""
    budget = Budget(BUDGET_SECONDS)
    with ExitStack() as stack:
        budget.tell("starting the servers")
        store = stack.enter_context(measured_store())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        environment = {"DATABASE_URL": store, "SAVED_PAGES": str(folder)}
        ours = stack.enter_context(served("app:server", environment, product=True))
        for path in PATHS.values():
            page = without_scripts(known_to_workers(ours.base + path))
            (folder / file_name(path)).write_text(page, "utf-8")
        (folder / file_name(FIXED_PATH)).write_text(fixed_page(), "utf-8")
        static = stack.enter_context(served("tests.load.saved:server", environment, product=False))
        untuned = stack.enter_context(
            served("tests.load.untuned:server", environment, product=False)
        )
        on_server = _on_server(ours, static, untuned, store, environment, budget)
        kinds = _kinds(ours.base, static.base, untuned.base)
        with sync_playwright() as playwright:
            browser = launch_chromium(playwright)
            visits = Visits(browser, kinds, budget)
            _browse(visits, kinds[-1], budget)
            browser.close()
    print(report(visits.figures() | on_server, OURS, (STATIC, FIXED, UNTUNED)))
    left_out = [f"left out for want of time: {what}" for what in budget.left_out]
    print("\n".join(["", *visits.spread(), *left_out, f"took {budget.passed:.0f} s"]))


def _on_server(
    ours: Served,
    static: Served,
    untuned: Served,
    store: str,
    environment: dict[str, str],
    budget: Budget,
) -> Figures:
    figures: Figures = {}
    budget.tell("a page written anew")
    figures["server: page written anew, ms of processor"] = {OURS: _written_anew(store)}
    budget.tell("answers a second")
    for title, asked in {
        "pages from cache": {
            OURS: throughput(ours, PATHS["orebro"]),
            STATIC: throughput(static, PATHS["orebro"]),
            UNTUNED: throughput(untuned, CALLBACKS, body=_question()),
        },
        "a city's emissions from the API": {OURS: throughput(ours, API)},
    }.items():
        figures[f"server: {title}, a second"] = {
            name: found.per_second for name, found in asked.items()
        }
        figures[f"server: {title}, ms of processor each"] = {
            name: found.processor for name, found in asked.items()
        }
    budget.tell("a whole release as CSV")
    file = _whole_release(environment)
    for title, name in (
        ("seconds", "seconds"),
        ("seconds of processor", "processor"),
        ("MB of memory at most", "most"),
        ("MB more than before", "more"),
    ):
        figures[f"server: a whole release as CSV, {title}"] = {OURS: file[name]}
    return figures


def known_to_workers(address: str) -> str:
    """The page at an address, asked for until each worker has surely written it once.

    What is cold in a cold load is the browser; the static page is in memory too.
    """
    for _ in range(16):
        asked = Request(address, headers={"Accept-Encoding": "br"})
        with urlopen(asked) as answer:
            answer.read()
    with urlopen(address) as answer:
        page: str = answer.read().decode()
    return page


def _kinds(ours: str, static: str, untuned: str) -> tuple[Kind, ...]:
    path = PATHS["orebro"]
    chart, key = ".chart-drawing svg", ".lead"
    plotted = ".js-plotly-plot .scatterlayer path.js-line"
    return (
        Kind(OURS, ours, path, chart, key, ready="html[data-ready]"),
        Kind(STATIC, static, path, chart, key),
        Kind(FIXED, static, FIXED_PATH, chart, key),
        Kind(UNTUNED, untuned, "/", plotted, "#key", plotted, mark="#total .gtitle"),
    )


def _browse(visits: Visits, untuned: Kind, budget: Budget) -> None:
    """The loads and steps, those first that tell most; the slowest load last."""
    visits.load(DESK_LOADS, phone=False, until=0.42, only_first={UNTUNED: UNTUNED_LOADS})
    visits.load(PHONE_LOADS, phone=True, until=0.66, only_first={UNTUNED: 0})
    visits.go_on(3, _steps(7), phone=False, until=0.78)
    visits.go_on(3, _steps(3, without=UNTUNED), phone=True, until=0.86)
    budget.tell("the untuned page on the phone, which takes up to forty seconds")
    visits.load_once(untuned, phone=True, whole=False, patience=max(10.0, budget.left))


def _steps(count: int, without: str = "") -> dict[str, list[tuple[str, str]]]:
    slugs = [CITIES[(number + 1) % len(CITIES)] for number in range(count)]
    steps = {kind: [(PATHS[slug], NAMES[slug]) for slug in slugs] for kind in (OURS, STATIC)}
    steps[UNTUNED] = [(slug, NAMES[slug]) for slug in slugs[: count // 2]]
    return {kind: found for kind, found in steps.items() if kind != without}


def _written_anew(store: str) -> float:
    """ms of processor for a city page that is not kept; what all pages share is known."""
    pages = create_app(Settings(store)).pages
    gc.freeze()  # as gunicorn.conf.py does, and
    gc.set_threshold(10_000, 10, 10)
    result = [parse(path, "") for path in PATHS.values()]
    times = []
    for _ in range(7):
        for parsed in result:
            assert parsed is not None
            pages.forget_pages()
            begun = time.thread_time()
            pages.answer(parsed)
            times.append((time.thread_time() - begun) * 1000)
    return median(times[len(result) :])


def _whole_release(environment: dict[str, str]) -> dict[str, float]:
    told = subprocess.run(
        [sys.executable, "-m", "tests.load.whole_release"],
        cwd=ROOT,
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
    )
    file: dict[str, float] = json.loads(told.stdout)
    return {**file, "more": file["most"] - file["before"]}


def _question() -> bytes:
    """What the untuned page asks its server when a municipality is chosen."""
    names = ("name.children", "key.children", "total.figure", "sectors.figure", "flows.figure")
    outputs = [name.split(".") for name in (*names, "table.data")]
    return json.dumps(
        {
            "output": f"..{'...'.join('.'.join(pair) for pair in outputs)}..",
            "outputs": [{"id": one, "property": prop} for one, prop in outputs],
            "inputs": [{"id": slug, "property": "n_clicks", "value": 1} for slug in CITIES],
            "changedPropIds": [f"{CITIES[0]}.n_clicks"],
        }
    ).encode()


@contextmanager
def measured_store(embedded: Path = ROOT / "var" / "klimat.db") -> Iterator[str]:
    """The store that DATABASE_URL names, else the embedded one, else a seeded one for the occasion.

    Ends the program with what to do where the store is of another version of the software.
    """
    url = os.environ.get("DATABASE_URL") or (f"sqlite:///{embedded}" if embedded.exists() else "")
    if url:
        try:
            open_store(url).dispose()
        except StoreError as error:
            raise SystemExit(f"nothing can be measured: {error}") from None
        yield url
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield seeded_store(f"sqlite:///{folder}/store.db")


if __name__ == "__main__":
    main()
