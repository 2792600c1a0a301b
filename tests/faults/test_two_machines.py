"""Two products over one PostgreSQL are one site."""

import time
from collections.abc import Callable
from pathlib import Path

from callbacks.bindings import BINDINGS
from callbacks.pages import VERSION_SECONDS
from data_access.engine import open_store
from layouts.links.addresses import Address, href
from layouts.links.routes import ROUTES
from tests.faults.country import RELEASE, load
from tests.faults.visitors import ask
from tests.load.serving import served

SLUGS = {
    "party": "provverket",
    "release": "prov-co2e-2",
    "grant": "prov-1",
    "recipient": "provhogskolan",
    "funder": "provverket",
}
HOST = {"Host": "prov.example"}


def addresses() -> list[str]:
    """A page of each kind in both languages, and some of the open data."""
    result = ["/api/v1/emissions?municipality=9001", "/api/v1/verdicts", "/data/goals.csv"]
    for page in BINDINGS:
        if page == "programme":
            continue  # no grant of the store names one
        for lang in ("sv", "en"):
            named = ROUTES[page].varies_by in ("slug", "label", "key")
            slug = SLUGS.get(page, "provkoping") if named else None
            year = 2023 if ROUTES[page].varies_by == "year" else None
            result.append(href(Address(page, lang, slug=slug, year=year)))
    return result


def test_both_give_the_same_pages_and_an_import_shows_on_both_within_a_second(
    new_postgres: Callable[[], str], release_file: Path
) -> None:
    url = new_postgres()
    environment = {"DATABASE_URL": url, "WEB_CONCURRENCY": "1"}
    with served("app:server", environment) as one, served("app:server", environment) as other:
        for path in addresses():
            first, second = (ask(machine.base, path, **HOST) for machine in (one, other))
            assert first.status == 200, path
            assert first.text == second.text, path
            assert first.headers.get("etag") == second.headers.get("etag"), path
        page = "/sv/kommun/provkoping"
        before = ask(one.base, page, **HOST).text
        assert RELEASE not in before
        engine = open_store(url, read_only=False)
        load(engine, release_file)
        engine.dispose()
        time.sleep(
            2 * VERSION_SECONDS
        )  # at least: a slow machine sleeps longer, and that is as well
        after = [ask(machine.base, page, **HOST).text for machine in (one, other)]
        assert after[0] == after[1] != before
        assert RELEASE in after[0]
        assert RELEASE in ask(other.base, "/api/v1/releases", **HOST).text
