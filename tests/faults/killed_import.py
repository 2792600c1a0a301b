"""Runs one import that waits, or is killed, at a chosen step of its talk with the store:
`python -m tests.faults.killed_import URL FILE [--wait STEP | --kill STEP] [--limit BYTES]`.

A step is a statement that begins or ends, or a commit. Ends by saying "done" and the number of
steps. At the step to wait at it says "waiting" and goes on at a line on its input. With a limit no
file may grow beyond so many bytes, as on a full disk.
"""

import argparse
import os
import resource
import signal
import sys
from pathlib import Path

from sqlalchemy import Engine, event

from data_access.engine import open_store
from tests.faults.country import load


class Steps:
    """Counts the steps of an engine."""

    def __init__(self, engine: Engine, wait: int | None, kill: int | None) -> None:
        self.taken = 0
        self._wait, self._kill = wait, kill
        for moment in ("before_cursor_execute", "after_cursor_execute", "commit"):
            event.listen(engine, moment, self._step)

    def _step(self, *_told: object) -> None:
        self.taken += 1
        if self.taken == self._kill:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.taken == self._wait:
            print("waiting", flush=True)
            sys.stdin.readline()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("file", type=Path)
    parser.add_argument("--wait", type=int)
    parser.add_argument("--kill", type=int)
    parser.add_argument("--limit", type=int)
    asked = parser.parse_args()
    engine = open_store(asked.url, read_only=False)
    steps = Steps(engine, asked.wait, asked.kill)
    if asked.limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (asked.limit, asked.limit))
    load(engine, asked.file)
    print("done", steps.taken, flush=True)


if __name__ == "__main__":
    main()
