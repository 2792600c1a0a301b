"""HUP: gunicorn begins with new processes and ends the old ones, and no reader notices."""

import signal
from collections.abc import Callable
from pathlib import Path

from tests.faults.visitors import until_more, visitors, wait
from tests.load.serving import Served, served

PATHS = ("/sv/", "/sv/kommun/provkoping", "/en/municipality/testvik", "/healthz", "/api/v1/goals")
RELOADS = 2
PROCESSES = 2
EACH = 40
"""Answers before, between and after the reloads."""


def test_no_request_fails_while_the_processes_are_exchanged(
    new_sqlite: Callable[[], str],
) -> None:
    environment = {"DATABASE_URL": new_sqlite(), "WEB_CONCURRENCY": str(PROCESSES)}
    with served("app:server", environment) as product:
        seen = [exchanged(product, set())]  # one of them may answer before the other begins
        with visitors(product.base, PATHS) as got:
            for _ in range(RELOADS):
                until_more(got, EACH)
                product.process.send_signal(signal.SIGHUP)
                seen.append(exchanged(product, seen[-1]))
            until_more(got, EACH)
    assert {(one.path, one.status) for one in got} == {(path, 200) for path in PATHS}


def workers(product: Served) -> set[int]:
    pid = product.process.pid
    return {int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()}


def exchanged(product: Served, before: set[int]) -> set[int]:
    """The processes once there are as many as there should be and those before are gone."""
    now: set[int] = set()

    def have_given_way() -> bool:
        nonlocal now
        now = workers(product)
        return len(now) == PROCESSES and not now & before

    wait(have_given_way, f"{sorted(before)} give way")
    return now
