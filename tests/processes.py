"""Processes that begin with the program imported, copies of one that waits: in no time."""

import multiprocessing
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from typing import Any

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["data_access.imports"])

ENDS_WITHIN = 300
"""Seconds after which a test gives up: so long that only what never happens takes as long."""


@dataclass
class Process:
    """A process of its own, and our end of a connection with it."""

    process: ForkServerProcess
    connection: Connection

    def result(self) -> Any:
        """What it sends next; None where it ends without a word more."""
        assert self.connection.poll(ENDS_WITHIN)
        try:
            return self.connection.recv()
        except EOFError:
            return None

    def exit_code(self) -> int | None:
        """How it ended: a signal's number with a minus, where one ended it."""
        self.process.join(ENDS_WITHIN)
        return self.process.exitcode


def start(target: Callable[..., None], *arguments: Any, **options: Any) -> Process:
    """A process that calls this with its end of the connection first."""
    ours, theirs = CONTEXT.Pipe()
    process = CONTEXT.Process(target=target, args=(theirs, *arguments), kwargs=options, daemon=True)
    process.start()
    theirs.close()
    return Process(process, ours)
