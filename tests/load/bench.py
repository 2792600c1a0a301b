"""`make bench`: our city page beside a static page of the same content and an untuned Dash page.

Loads are interleaved, so that what else the machine does falls on all alike; medians are told.
Times depend on the machine: read the ratios. Takes less than four minutes.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, sync_playwright

from app import Settings, create_app
from data_access import imports, migrations
from data_access.engine import open_store
from layouts.addresses import parse
from tests.load import CITIES
from tests.load.report import Figures, report
from tests.load.saved import file_name, without_scripts
from tests.load.serving import ROOT, served
from tests.load.throughput import throughput
from tests.load.visits import Kind, Load, cold_load, switches
from tests.programs import CHROMIUM_ARGUMENTS, chromium

NAMES = dict(zip(CITIES, ("Örebro", "Borlänge", "Malmö"), strict=True))
PATHS = {slug: f"/sv/kommun/{slug}" for slug in CITIES}
CALLBACKS = "/_dash-update-component"
API = "/api/v1/emissions?municipality=1880"
OURS, STATIC, UNTUNED = "ours", "static", "untuned Dash"

DESK_LOADS, PHONE_LOADS, SWITCHES, PHONE_SWITCHES = 7, 5, 20, 6
BUDGET_SECONDS = 220.0
"""When so much has passed, no new round of loads begins."""


def main() -> None:
    """Measure everything and print the table."""
    end = time.monotonic() + BUDGET_SECONDS
    figures: Figures = {}
    with ExitStack() as stack:
        store = stack.enter_context(_store())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        figures["server: page written anew, ms of processor"] = {OURS: _written_anew(store)}
        environment = {"DATABASE_URL": store, "SAVED_PAGES": str(folder)}
        ours = stack.enter_context(served("app:server", environment, product=True))
        for path in PATHS.values():
            page = without_scripts(known_to_workers(ours.base + path))
            (folder / file_name(path)).write_text(page, "utf-8")
        static = stack.enter_context(served("tests.load.saved:server", environment, product=False))
        untuned = stack.enter_context(
            served("tests.load.untuned:server", environment, product=False)
        )
        kinds = _kinds(ours.base, static.base, untuned.base)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium(), args=CHROMIUM_ARGUMENTS
            )
            _browse(browser, kinds, figures, end)
            browser.close()
        for title, asked in {
            "pages from cache": {
                OURS: throughput(ours, PATHS["orebro"]),
                STATIC: throughput(static, PATHS["orebro"]),
                UNTUNED: throughput(untuned, CALLBACKS, body=_question()),
            },
            "steps to a known page": {OURS: throughput(ours, CALLBACKS, body=_step())},
            "a city's emissions from the API": {OURS: throughput(ours, API)},
        }.items():
            figures[f"server: {title}, a second"] = {
                name: found.per_second for name, found in asked.items()
            }
            figures[f"server: {title}, ms of processor each"] = {
                name: found.processor for name, found in asked.items()
            }
        file = _whole_release(environment)
        for title, name in (
            ("seconds", "seconds"),
            ("seconds of processor", "processor"),
            ("MB of memory at most", "most"),
            ("MB more than before", "more"),
        ):
            figures[f"server: a whole release as CSV, {title}"] = {OURS: file[name]}
    print(report(figures, OURS, (STATIC, UNTUNED)))


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
        Kind(OURS, ours, path, chart, key, ready="html[data-ready]", explorable="html[data-dash]"),
        Kind(STATIC, static, path, chart, key),
        Kind(UNTUNED, untuned, "/", plotted, "#key", plotted, plotted, mark="#total .gtitle"),
    )


def _browse(browser: Browser, kinds: tuple[Kind, ...], figures: Figures, end: float) -> None:
    for phone, rounds in ((False, DESK_LOADS), (True, PHONE_LOADS)):
        loads: dict[str, list[Load]] = defaultdict(list)
        for number in range(rounds):
            for place in range(len(kinds)):
                kind = kinds[(place + number) % len(kinds)]
                # The untuned page takes half a minute on a slow line: once must do.
                enough = phone and kind.name == UNTUNED and loads[kind.name]
                if not enough and (time.monotonic() < end or not loads[kind.name]):
                    loads[kind.name].append(cold_load(browser, kind, phone=phone))
        where = "slow 4G, 4 × slower processor" if phone else "desk"
        for title, field in (
            ("chart and key figure seen, ms", "seen"),
            ("links and forms answer, ms", "ready"),
            ("Dash has started, ms", "explorable"),
            ("transferred, kB", "kilobytes"),
            ("requests", "requests"),
            ("long tasks before it answers, ms", "long_before"),
            ("long tasks in sum, ms", "long_tasks"),
            ("layout shift (CLS)", "shift"),
        ):
            values = {
                name: [getattr(load, field) for load in found] for name, found in loads.items()
            }
            figures[f"{where}: {title}"] = {
                name: median(found) for name, found in values.items() if None not in found
            }
        figures[f"{where}: municipality changed, ms"] = _changed(browser, kinds, phone)


def _changed(browser: Browser, kinds: tuple[Kind, ...], phone: bool) -> dict[str, float]:
    """From click to painted chart; parts of the steps in turns, since a load lies between."""
    count = PHONE_SWITCHES if phone else SWITCHES
    times: dict[str, list[float]] = defaultdict(list)
    parts = 1 if phone else 2
    for _ in range(parts):
        for kind in kinds:
            if phone and kind.name == UNTUNED:
                continue
            slugs = [CITIES[(number + 1) % len(CITIES)] for number in range(count // parts)]
            by_id = kind.name == UNTUNED
            steps = [(slug if by_id else PATHS[slug], NAMES[slug]) for slug in slugs]
            times[kind.name] += switches(browser, kind, steps, phone=phone)
    return {name: median(found) for name, found in times.items()}


def _written_anew(store: str) -> float:
    """ms of processor for a city page that is not kept; what all pages share is known."""
    pages = create_app(Settings(store)).pages
    found = [parse(path, "") for path in PATHS.values()]
    times = []
    for _ in range(7):
        for parsed in found:
            assert parsed is not None
            pages.forget_pages()
            begun = time.thread_time()
            pages.answer(parsed)
            times.append((time.thread_time() - begun) * 1000)
    return median(times[len(found) :])


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


def _step() -> bytes:
    """What the browser asks when a reader goes from one municipality to another."""
    asked = {"href": PATHS["orebro"], "shown": PATHS["malmo"], "dark": False}
    return json.dumps(
        {
            "output": "answer.data",
            "outputs": {"id": "answer", "property": "data"},
            "inputs": [{"id": "asked", "property": "data", "value": asked}],
            "changedPropIds": ["asked.data"],
        }
    ).encode()


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
def _store() -> Iterator[str]:
    """The store of this folder, else a seeded one for the occasion."""
    if "DATABASE_URL" in os.environ:
        yield os.environ["DATABASE_URL"]
    elif (ROOT / "var" / "klimat.db").exists():
        yield f"sqlite:///{ROOT / 'var' / 'klimat.db'}"
    else:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{folder}/store.db"
            engine = open_store(url, read_only=False, check=False)
            migrations.upgrade(engine)
            imports.seed(engine)
            engine.dispose()
            yield url


if __name__ == "__main__":
    main()
