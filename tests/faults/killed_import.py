"""An import in a process of its own, which waits or is killed at a chosen step of its talk with
the store. A step is a statement that begins or ends, or a commit."""

import os
import resource
import signal
from multiprocessing.connection import Connection
from pathlib import Path

from sqlalchemy import Engine, event

from data_access.engine import open_store
from tests.faults.country import load

WAITING = "waiting"


class Steps:
    """Counts the steps of an engine."""

    def __init__(
        self, engine: Engine, connection: Connection, wait: int | None, kill: int | None
    ) -> None:
        self.taken = 0
        self._connection, self._wait, self._kill = connection, wait, kill
        for moment in ("before_cursor_execute", "after_cursor_execute", "commit"):
            event.listen(engine, moment, self._step)

    def _step(self, *_event: object) -> None:
        self.taken += 1
        if self.taken == self._kill:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.taken == self._wait:
            self._connection.send(WAITING)
            self._connection.recv()


def run(
    connection: Connection,
    url: str,
    file: Path,
    *,
    wait: int | None = None,
    kill: int | None = None,
    limit: int | None = None,
) -> None:
    """Sends the number of steps at the end.

    At the step to wait at it says so and goes on when it is sent anything. With a limit no file may
    grow beyond so many bytes, as on a full disk.
    """
    engine = open_store(url, read_only=False)
    steps = Steps(engine, connection, wait, kill)
    if limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    load(engine, file)
    connection.send(steps.taken)
