"""Every page in every way in which it is shown, held against axe: only where `AXE=all` asks for it.

Light and dark, 1440 and 390 wide, with and without scripts, in both languages: eight looks at each
address, and twice with everything unfolded. It takes an hour or more; each page adds its counts to
`var/axe.md` (the last run stands in docs/accessibility.md).
"""

import os
from pathlib import Path
from typing import Literal

import pytest

from tests.browser.axe import ALL, violations, without_scripts
from tests.browser.conftest import Visitor
from tests.browser.test_every_page import EMBEDDED, UNFOLD, one_of_each_kind
from tests.every_page import every_address, every_choice

ASKED_FOR = os.environ.get("AXE") == "all"

WAYS: tuple[tuple[Literal["light", "dark"], int], ...] = (
    ("light", 1440),
    ("light", 390),
    ("dark", 1440),
    ("dark", 390),
)
ELSEWHERE = ("/sv/finns-inte", "/en/no-such-page")
RESULT = Path("var/axe.md")


def kinds_first() -> list[str]:
    """Every address, one of each kind before the others of that kind."""
    first = one_of_each_kind()
    others = [path for path in every_address() if path not in first]
    return [*first, *EMBEDDED, *ELSEWHERE, *every_choice(), *others]


@pytest.mark.parametrize("path", kinds_first() if ASKED_FOR else [])
def test_a_page_has_no_barriers_in_any_way(visitor: Visitor, real: str, path: str) -> None:
    results = {}
    for scripts in (True, False):
        visit = visitor(real, bypass_csp=True)  # axe is written into the page by hand
        visit.forgiving = path in ELSEWHERE
        page = visit.page
        if not scripts:
            without_scripts(page)
        visit.open(path, ready=scripts and path not in (*EMBEDDED, *ELSEWHERE))
        for scheme, width in WAYS if scripts else reversed(WAYS):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 800})
            results[scripts, scheme, width] = violations(page, ALL)
        page.evaluate(UNFOLD)
        results[scripts, scheme, width] += violations(page, ALL)
    RESULT.parent.mkdir(exist_ok=True)
    with RESULT.open("a", encoding="utf-8") as result:
        result.write(f"| `{path}` | {len(results)} | {sum(map(len, results.values()))} |\n")
    assert {way: wrong for way, wrong in results.items() if wrong} == {}
