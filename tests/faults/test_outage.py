"""PostgreSQL falls and comes back while readers go on asking."""

import re
from collections.abc import Callable, Iterator

import pytest

from tests.faults.visitors import Got, ask, until, until_more, visitors, wait
from tests.load.serving import Served, served
from tests.postgres import Server

SEEN = ("/sv/", "/en/", "/sv/kommun/provkoping", "/en/municipality/testvik")
UNSEEN = {"sv": "/sv/kommun/ovre-prov", "en": "/en/municipality/ovre-prov"}
SAID = {
    "sv": "Siffrorna går inte att nå just nu",
    "en": "The figures cannot be reached right now",
}
NOTICE = re.compile(r'<section aria-labelledby="last-known".*?</section>', re.S)


@pytest.fixture
def product(new_postgres: Callable[[], str]) -> Iterator[Served]:
    # One process, so that a page that was seen is a page that this process has kept.
    environment = {"DATABASE_URL": new_postgres(), "WEB_CONCURRENCY": "1"}
    with served("app:server", environment) as one:
        yield one


def test_readers_are_told_during_an_outage_and_nothing_needs_a_restart(
    product: Served, falling_postgres: Server
) -> None:
    base = product.base
    right = {path: ask(base, path).text for path in SEEN}
    with visitors(base, SEEN) as got:
        until_more(got, 10)
        falling_postgres.fall()
        try:
            until(base, "/readyz", 503)
            assert ask(base, "/healthz").status == 200
            for lang, path in UNSEEN.items():
                lost = ask(base, path)
                assert lost.status == 503
                assert int(lost.headers["retry-after"]) > 0
                assert lost.headers["cache-control"] == "no-store"
                assert SAID[lang] in lost.text
            kept = ask(base, SEEN[0])
            assert kept.status == 200
            assert "store-unreachable" in kept.headers["cache-status"]
            assert "Databasen svarar inte just nu" in kept.text
            api = ask(base, "/api/v1/emissions")
            assert api.status == 503
            assert api.headers["content-type"].startswith("application/problem+json")
            wait(lambda: any(NOTICE.search(one.text) for one in got), "a visitor is told")
        finally:
            falling_postgres.start()
        until(base, "/readyz", 200)
        # While one reader asks the store again, others may be told once more.
        wait(lambda: {path: ask(base, path).text for path in SEEN} == right, "all is as before")
    assert ask(base, UNSEEN["sv"]).status == 200
    assert ask(base, "/api/v1/emissions").status == 200
    marked = [one for one in got if NOTICE.search(one.text)]
    assert all("cache-status" in one.headers for one in marked)
    assert {_plain(one) for one in got} == set(right.items())


def _plain(got: Got) -> tuple[str, str]:
    """The page without the notice; every answer is one, also in the moment of the fall."""
    assert got.status == 200, got
    return got.path, NOTICE.sub("", got.text)
