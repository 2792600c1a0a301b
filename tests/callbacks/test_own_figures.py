"""A city's page shows the release that the city loaded itself, and no other city's page does."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from callbacks.bindings.city import ask
from data_access import imports
from data_access.engine import open_store
from data_access.reading import Connection, StoreReader
from layouts.frame.page import Page
from layouts.html.to_html import to_html
from layouts.links.addresses import Address
from tests.data_access.made_up import fill
from tests.stores import new_store

LABEL = "own-testvik-1"
HEADER = "municipality_code;scope;gas;year;value;unit;source_title;source_publisher\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    folder: Path = tmp_path_factory.mktemp("own")
    url = f"sqlite:///{folder / 'store.db'}"
    new_store(url, fill)
    rows = [
        f"9101;group;co2e;{year};{2.5 - 0.25 * (year - 2018)};kton;Påhittat;Testviks kommun\n"
        for year in range(2018, 2024)
    ]
    path = folder / "own.csv"
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    engine = open_store(url, read_only=False)
    imports.run("own-series", [path], engine, release=LABEL, now=datetime(2026, 6, 1, tzinfo=UTC))
    engine.dispose()
    with StoreReader(url).connection() as conn:
        yield conn


def page(store: Connection, slug: str) -> Page:
    result = ask(store, Address("city", "sv", slug=slug).with_query(release=LABEL))
    assert result is not None
    return result


def test_the_city_shows_its_own_release_and_the_verdict_says_so(store: Connection) -> None:
    shown = page(store, "testvik")
    assert shown.problems == ()
    text = to_html(shown.body)
    assert "1\N{NO-BREAK SPACE}250\N{NO-BREAK SPACE}ton" in text
    assert "Enligt egna siffror från Testviks kommun" in text
    assert f"utgava={LABEL}" in text


def test_another_city_has_no_such_release(store: Connection) -> None:
    shown = page(store, "provkoping")
    assert [problem.value for problem in shown.problems] == [LABEL]
    assert "Testviks" not in to_html(shown.body)
