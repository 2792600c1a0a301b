"""How long the portfolio takes with very many grants: `python -m tests.load.portfolio [NUMBER]`.

The process is warm, as one that is served, when the grants are imported. Prints each time beside
that of a fixed piece of work in the same run, since a time alone says as much about the machine as
about the code.
"""

import gc
import random
import statistics
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

from flask import Flask
from flask.testing import FlaskClient

from app import Settings, create_app, warm_up
from data_access.engine import open_store
from tests.boards import CALLBACKS, portfolio_question, prefix_of
from tests.load.made_up_grants import FUNDERS, PROGRAMMES, THEMES, YEARS, load
from tests.stores import seeded_store

GRANTS = 200_000
VIEWS = (
    ("first view", "/sv/portfolj"),
    ("same view again", "/sv/portfolj"),
    ("new filter", "/sv/portfolj?finansiar=Provfond%203&fran=2018"),
    ("fixed prices", "/sv/portfolj?priser=fasta"),
    ("filtered rows, CSV", "/sv/portfolj.csv?finansiar=Provfond%203&fran=2018"),
    ("filtered rows, XLSX", "/sv/portfolj.xlsx?finansiar=Provfond%203&fran=2018"),
    ("all rows, CSV", "/sv/portfolj.csv"),
    ("a city's money", "/sv/kommun/helsingborg/pengar"),
)


def reference() -> None:
    """A piece of work that no change of ours makes faster: two million additions in a dict."""
    sums: dict[int, int] = {}
    for number in range(2_000_000):
        sums[number % 997] = sums.get(number % 997, 0) + number


def timed(what: str, work: Callable[[], object]) -> None:
    """Prints wall clock and processor time."""
    wall, cpu = perf_counter(), process_time()
    result = work()
    told = f"{perf_counter() - wall:7.2f} s  {process_time() - cpu:7.2f} s"
    print(f"{what:<24}{told}  {result if result is not None else ''}", flush=True)


def size(client: FlaskClient, path: str) -> str:
    """Asks for an address and tells how large the answer is."""
    return f"{len(client.get(path).data) // 1000} kB"


def choices(client: FlaskClient, number: int = 50) -> None:
    """Prints the processor time of so many different choices as the board makes them."""
    prefix = prefix_of(client.get("/sv/portfolj").text)
    layout = client.get(f"{prefix}_dash-layout").json
    chance = random.Random(2030)
    times = []
    for place in range(number):
        control, value = (
            ("finansiar", [f"Provfond {chance.randrange(FUNDERS)}"]),
            ("program", [f"Provprogram {chance.randrange(PROGRAMMES)}"]),
            ("tema", [f"Provtema {chance.randrange(THEMES)}"]),
            ("fran", str(chance.choice(YEARS[1:]))),
            ("sok", f"projekt {chance.randrange(100)}"),
        )[place % 5]
        body = portfolio_question(layout, control, value)
        start = process_time()
        assert client.post(prefix + CALLBACKS[1:], json=body).status_code == 200
        times.append(1000 * (process_time() - start))
    median, late = statistics.median(times), sorted(times)[int(number * 0.95)]
    print(f"{number} choices, processor{'':<14}{median:.0f} ms, 95 % within {late:.0f}", flush=True)


def app_with_grants(folder: Path, number: int) -> Flask:
    """The product with so many made-up grants, imported when its process was warm as served."""
    url = seeded_store(f"sqlite:///{folder / 'store.db'}")
    app: Flask = create_app(Settings(url)).server
    warm_up(app)
    gc.collect()
    gc.freeze()
    engine = open_store(url, read_only=False)
    with engine.begin() as conn:
        load(conn, number)
    engine.dispose()
    return app


def main(number: int) -> None:
    """Fills a temporary store and asks it for pages and files."""
    with tempfile.TemporaryDirectory() as folder:
        app = app_with_grants(Path(folder), number)
        print(f"{number} made-up grants{'':<8}  clock  processor")
        timed("reference", reference)
        client = app.test_client()
        timed(VIEWS[0][0], partial(size, client, VIEWS[0][1]))
        choices(client)
        for what, path in VIEWS[1:]:
            timed(what, partial(size, client, path))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else GRANTS)
