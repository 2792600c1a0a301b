"""HUP: gunicorn begins with new processes and ends the old ones, and no reader notices."""

import signal
import time
from collections.abc import Callable
from pathlib import Path

from tests.faults.visitors import visitors
from tests.load.serving import Served, served

PATHS = ("/sv/", "/sv/kommun/provkoping", "/en/municipality/testvik", "/healthz", "/api/v1/goals")
RELOADS = 2
PROCESSES = 2


def test_no_request_fails_while_the_processes_are_exchanged(
    new_sqlite: Callable[[], str],
) -> None:
    environment = {"DATABASE_URL": new_sqlite(), "WEB_CONCURRENCY": str(PROCESSES)}
    with served("app:server", environment) as product:
        seen = [exchanged(product, set())]  # one of them may answer before the other begins
        with visitors(product.base, PATHS) as got:
            for _ in range(RELOADS):
                time.sleep(0.5)
                product.process.send_signal(signal.SIGHUP)
                seen.append(exchanged(product, seen[-1]))
            time.sleep(0.5)
    assert {(one.path, one.status) for one in got} == {(path, 200) for path in PATHS}
    assert len(got) > 50


def workers(product: Served) -> set[int]:
    pid = product.process.pid
    return {int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()}


def exchanged(product: Served, before: set[int]) -> set[int]:
    """The processes once there are as many as there should be and those before are gone."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        now = workers(product)
        if len(now) == PROCESSES and not now & before:
            return now
        time.sleep(0.05)
    raise TimeoutError(f"{sorted(before)} did not give way: {sorted(workers(product))}")
