"""A real server on a free port and a browser that forgives nothing."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Request,
    expect,
    sync_playwright,
)

from app import Settings, create_app
from callbacks.first_response import KlimatDash
from tests.answering import served
from tests.made_up import empty_store, made_up_app
from tests.programs import CHROMIUM_ARGUMENTS

CALLBACKS = "/_dash-update-component"
PATIENCE = 90.0
"""Seconds after which a test gives up: so long that only what never happens takes as long."""
expect.set_options(timeout=PATIENCE * 1000)


NOTE_SCRIPTS = """
window.scriptsThatRan = new Set();
document.addEventListener("load", (event) => {
    if (event.target.tagName === "SCRIPT") { window.scriptsThatRan.add(event.target.src); }
}, true);
"""
ALL_SCRIPTS_RAN = """document.querySelector("script[data-scripts]").dataset.scripts.split(" ")
    .every((source) => window.scriptsThatRan.has(new URL(source, location).href))"""


@dataclass
class Visit:
    """One reader's browser window, with what it asked for and what went wrong in it."""

    page: Page
    base: str
    requests: list[Request] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    forgiving: bool = False
    """Set by a test that breaks something on purpose."""

    def open(self, path: str, *, ready: bool = True) -> None:
        """Go to a path; with `ready` wait until forms answer and all its scripts have run."""
        self.page.goto(self.base + path)
        if ready:
            self.page.wait_for_selector("html[data-ready]", state="attached")
            self.until(ALL_SCRIPTS_RAN)

    @property
    def documents(self) -> int:
        """How many whole documents have been fetched."""
        return sum(request.resource_type == "document" for request in self.requests)

    @property
    def questions(self) -> int:
        """How many callbacks have been asked."""
        return sum(request.url.endswith(CALLBACKS) for request in self.requests)

    def until(self, condition: str) -> None:
        """Wait until a JavaScript expression holds; the page's own policy forbids waiting in it."""
        self.wait(lambda: bool(self.page.evaluate(condition)), condition)

    def wait(self, happened: Callable[[], bool], what: str = "something outside the page") -> None:
        """Wait until something has happened, in the page or outside it."""
        end = time.monotonic() + PATIENCE
        while not happened():
            if time.monotonic() > end:
                raise AssertionError(f"never came true: {what}")
            self.page.wait_for_timeout(100)

    def at(self, path: str) -> None:
        """Wait until the browser stands at a path and has nothing more to fetch."""
        self.page.wait_for_url(self.base + path)
        self.page.wait_for_selector("#site:not([aria-busy=true])")


Visitor = Callable[..., Visit]


@pytest.fixture(scope="session")
def chromium(chromium_path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


HOW_LONG = "was preloaded using link preload but not used within a few seconds"
"""Tells how long a loaded machine took, or that a test lets no script run: nothing of the page."""


@contextmanager
def windows(chromium: Browser) -> Iterator[Visitor]:
    """Opens windows on a base address; fails for console errors and requests to elsewhere."""
    visits: list[Visit] = []
    contexts: list[BrowserContext] = []

    def visit(base: str, **settings: object) -> Visit:
        context = chromium.new_context(locale="sv-SE", **settings)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE * 1000)
        context.add_init_script(NOTE_SCRIPTS)
        contexts.append(context)
        visit = Visit(context.new_page(), base)
        visits.append(visit)

        def on_request(request: Request) -> None:
            visit.requests.append(request)
            parts = urlsplit(request.url)
            if parts.scheme not in ("data", "blob") and not request.url.startswith(base):
                visit.faults.append(f"asked elsewhere: {request.url}")

        page = visit.page
        page.on("request", on_request)
        page.on("pageerror", lambda error: visit.faults.append(f"page error: {error}"))
        page.on(
            "console",
            lambda message: (
                visit.faults.append(f"console: {message.text}")
                if message.type in ("error", "warning") and HOW_LONG not in message.text
                else None
            ),
        )
        return visit

    yield visit
    for context in contexts:
        context.close()
    assert [fault for visit in visits if not visit.forgiving for fault in visit.faults] == []


@pytest.fixture
def visitor(chromium: Browser) -> Iterator[Visitor]:
    """Opens windows of the single test's own."""
    with windows(chromium) as visit:
        yield visit


@pytest.fixture(scope="session")
def product(seeded_file: Path) -> KlimatDash:
    """The product on the store with the seed data, which all tests only read."""
    settings = Settings(f"sqlite:///{seeded_file}", operator="Prov", contact="prov@example.org")
    return create_app(settings)


@pytest.fixture(scope="session")
def real(product: KlimatDash) -> Iterator[str]:
    """The address of the product on the store with the seed data."""
    with served(product.server) as base:
        yield base


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the product with made-up pages."""
    with served(made_up_app(empty_store(tmp_path_factory.mktemp("store"))).server) as base:
        yield base
