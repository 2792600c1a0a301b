"""Who writes to the store: for the log of changes, which names a person or a program."""

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

MOST_CHARACTERS = 200

_ACTOR: ContextVar[str] = ContextVar("actor", default="")


@contextmanager
def acting_as(name: str) -> Iterator[None]:
    """Within it, changes are entered under this name: a signed-in subject, or who says so."""
    token = _ACTOR.set(" ".join(name.split())[:MOST_CHARACTERS])
    try:
        yield
    finally:
        _ACTOR.reset(token)


def actor() -> str:
    """The name: of `acting_as`, else the environment's KLIMAT_USER, else the system's user."""
    return _ACTOR.get() or os.environ.get("KLIMAT_USER", "").strip() or _system_user()


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may run as a number that has no name
        return f"user {os.getuid()}"
