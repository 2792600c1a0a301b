"""Loads pages in headless Chromium and says when a reader sees chart and key figure."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Literal

from playwright.sync_api import Browser, CDPSession, Page, Playwright
from playwright.sync_api import Error as PlaywrightError

from tests.programs import CHROMIUM_ARGUMENTS, chromium

WATCH = """
(() => {
  const seen = window.__seen = {shift: 0, long: [], at: null, marks: {}};
  new PerformanceObserver(list => list.getEntries().forEach(
    one => { if (!one.hadRecentInput) seen.shift += one.value; }
  )).observe({type: "layout-shift", buffered: true});
  new PerformanceObserver(list => list.getEntries().forEach(
    one => { seen.long.push([one.startTime, one.duration]); }
  )).observe({type: "longtask", buffered: true});
  const painted = ([selector, text]) => [...document.querySelectorAll(selector)].some(
    one => one.getBoundingClientRect().height > 0 && one.textContent.includes(text)
  );
  window.__until = wanted => {
    seen.at = null;
    const look = () => {
      if (wanted.every(painted)) {
        const after = new MessageChannel();
        after.port1.onmessage = () => { seen.at = performance.timeOrigin + performance.now(); };
        after.port2.postMessage(null);
      } else { requestAnimationFrame(look); }
    };
    requestAnimationFrame(look);
  };
  window.__mark = selectors => {
    const look = () => {
      const left = selectors.filter(one => !(one in seen.marks));
      left.forEach(one => {
        if (document.querySelector(one)) { seen.marks[one] = performance.now(); }
      });
      if (left.length) { requestAnimationFrame(look); }
    };
    requestAnimationFrame(look);
  };
})();
"""
"""The same watching for every page: looked for in each frame, counted when it is painted."""

SLOW_4G = {"latency": 150, "downloadThroughput": 204_800, "uploadThroughput": 96_000}
"""150 ms for each request, 1 638 and 768 kbit/s: what Chromium's tools call slow 4G."""

SLOWER = 4
PATIENCE = 40.0
"""Seconds that a page may take until it is seen, and then again until it answers and is idle."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A page to load: what tells that chart and key figure are seen, and how one goes on.

    `ready` is a selector that is there when links and forms answer ("" where there is nothing to
    wait for), `mark` one that bears the municipality's name when its chart has been drawn.
    """

    name: str
    base: str
    path: str
    chart: str
    key: str
    ready: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Load:
    """One cold load. Times in ms from the start of the navigation, bytes as transferred.

    `long_before` are the tasks over 50 ms that began before links and forms answered. What is only
    known when nothing more is fetched is None where that was not waited for.
    """

    seen: float
    ready: float
    long_before: float
    kilobytes: float | None = None
    requests: int | None = None
    long_tasks: float | None = None
    shift: float | None = None


def launch_chromium(playwright: Playwright) -> Browser:
    """The installed Chromium, without a window to show."""
    return playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_ARGUMENTS)


@contextmanager
def reader(
    browser: Browser, *, phone: bool, patience: float = PATIENCE
) -> Iterator[tuple[Page, CDPSession]]:
    """A window with nothing cached; a phone is small, slow and on a slow line."""
    size = {"width": 390, "height": 844} if phone else {"width": 1280, "height": 800}
    context = browser.new_context(viewport=size, locale="sv-SE")  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(patience * 1000)
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    if phone:
        session.send("Network.emulateNetworkConditions", {"offline": False, **SLOW_4G})
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    try:
        yield page, session
    finally:
        context.close()


def cold_load(
    browser: Browser, kind: Kind, *, phone: bool, whole: bool = True, patience: float = PATIENCE
) -> Load:
    """Open the page with an empty cache, wait until it is seen and answers; if `whole`, until idle.

    Raises TimeoutError where it is not seen, or does not answer, in so many seconds.
    """
    with reader(browser, phone=phone, patience=patience) as (page, session):
        sizes: list[float] = []
        session.on(
            "Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"])
        )
        wanted = [[kind.chart, ""], [kind.key, ""]]
        marks = [kind.ready] if kind.ready else []
        page.add_init_script(
            f"window.__until({json.dumps(wanted)}); window.__mark({json.dumps(marks)})"
        )
        go(page, kind.base + kind.path, wait_until="commit")
        _wait(page, "window.__seen && window.__seen.at", patience)
        _until_ready(page, kind)
        if whole:
            _until_idle(page)
        page.wait_for_timeout(300)
        result = page.evaluate(
            "({seen: __seen.at - performance.timeOrigin, shift: __seen.shift, long: __seen.long,"
            " marks: __seen.marks})"
        )
        ready = max(result["seen"], result["marks"].get(kind.ready, 0.0))
        load = Load(
            seen=result["seen"],
            ready=ready,
            long_before=sum(took for begun, took in result["long"] if begun < ready),
        )
        if not whole:
            return load
        return replace(
            load,
            kilobytes=sum(sizes) / 1000,
            requests=len(sizes),
            long_tasks=sum(took for _, took in result["long"]),
            shift=result["shift"],
        )


def go(page: Page, address: str, wait_until: Literal["commit", "load"] = "load") -> None:
    """Opens an address. Raises RuntimeError where that is answered with an error, as all pages of a
    store from before the newest migration are: nothing that is waited for would ever come."""
    answer = page.goto(address, wait_until=wait_until)
    if answer is None or not answer.ok:
        told = "nothing" if answer is None else f"{answer.status} {answer.status_text}"
        raise RuntimeError(f"{address} is answered with {told}: is its store of this version?")


def _until_ready(page: Page, kind: Kind) -> None:
    """Until links and forms answer."""
    if kind.ready:
        page.wait_for_selector(kind.ready, state="attached")


def _until_idle(page: Page) -> None:
    """Until nothing more is fetched."""
    page.wait_for_load_state("networkidle")


def switches(
    browser: Browser, kind: Kind, steps: list[tuple[str, str]], *, phone: bool
) -> list[float]:
    """Times in ms from click to painted chart, one for each step (address or id, new heading)."""
    with reader(browser, phone=phone) as (page, _):
        page.add_init_script(
            "const next = sessionStorage.getItem('next');"
            "if (next) { window.__until(JSON.parse(next)); }"
        )
        go(page, kind.base + kind.path)
        _until_ready(page, kind)
        _until_idle(page)
        result = []
        for target, heading in steps:
            wanted = [[kind.chart, ""], ["h1", heading]]
            if kind.mark:
                wanted.append([kind.mark, heading])
            clicked = page.evaluate(CLICK, [target, wanted])
            _wait(page, "window.__seen && window.__seen.at", PATIENCE)
            result.append(page.evaluate("window.__seen.at") - clicked)
            page.wait_for_timeout(100)
        return result


CLICK = """([target, wanted]) => {
  sessionStorage.setItem("next", JSON.stringify(wanted));
  let control = document.getElementById(target);
  if (control === null) {
    control = document.createElement("a");
    control.href = target;
    (document.getElementById("page") || document.body).append(control);
  }
  window.__until(wanted);
  const now = performance.timeOrigin + performance.now();
  setTimeout(() => control.click());
  return now;
}"""


def _wait(page: Page, condition: str, patience: float) -> None:
    """Asked from outside: the product's content policy forbids evaluating text in the page."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            if page.evaluate(f"Boolean({condition})"):
                return
        except PlaywrightError as error:  # a document is on its way out
            if "context" not in str(error) and "navigat" not in str(error):
                raise
        page.wait_for_timeout(20)
    raise TimeoutError(f"{page.url}: not seen in {patience:.0f} s")
