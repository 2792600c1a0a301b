"""Every page in a browser: no complaint, no sideways scrolling, nothing that axe finds wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from app import Settings, create_app
from tests.browser.conftest import Visitor, served
from tests.every_page import every_address

NARROW, WIDE = 320, 1440


@pytest.fixture(scope="module")
def real(seeded_file: Path) -> Iterator[str]:
    with served(create_app(Settings(f"sqlite:///{seeded_file}")).server) as base:
        yield base


@pytest.mark.parametrize("path", every_address())
def test_a_page_fits_its_screen_and_has_no_barriers(visitor: Visitor, real: str, path: str) -> None:
    visit = visitor(real, bypass_csp=True)  # axe is written into the page by hand
    for width in (WIDE, NARROW):
        visit.page.set_viewport_size({"width": width, "height": 800})
        visit.open(path, ready=False)
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(visit.page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found] == []
