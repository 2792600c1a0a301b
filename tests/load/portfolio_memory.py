"""The portfolio's memory in a process: `python -m tests.load.portfolio_memory [NUMBER]`.

A worker is forked from a process that was warm before the grants came, as a server's are (Linux).
Megabytes that are its own (what it shares with the others is not counted, what it has touched of
theirs is), when it has answered a page of another kind, the first view and fifty choices.
"""

import gc
import os
import sys
import tempfile
from pathlib import Path

from flask.testing import FlaskClient

from data_access.frames import cache
from tests.load.portfolio import GRANTS, app_with_grants, choices

OWN = ("Private_Clean:", "Private_Dirty:")


def own_megabytes() -> float:
    """What this process has for itself."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    pairs = (line.split()[:2] for line in lines[1:])
    return sum(int(size) for name, size in pairs if name in OWN) / 1024


def tell(client: FlaskClient) -> None:
    """Print it after each step."""
    before = 0.0
    for what, path in (
        ("another page", "/sv/kommun/helsingborg/pengar"),
        ("first view", "/sv/portfolj"),
        ("fifty choices", ""),
    ):
        if path:
            client.get(path)
        else:
            choices(client)
        gc.collect()
        now = own_megabytes()
        print(f"{what:<24}{now:6.0f} MB  {now - before:+.0f}", flush=True)
        before = now
    kept = sum(size for _, _, size in cache._FRAMES.values())
    print(f"{'frames that are kept':<24}{kept / 1e6:6.0f} MB", flush=True)


def main(number: int) -> None:
    """Fills a temporary store and forks a worker."""
    with tempfile.TemporaryDirectory() as folder:
        app = app_with_grants(Path(folder), number)
        if os.fork():
            os.wait()
            return
        tell(app.test_client())
        os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else GRANTS)
