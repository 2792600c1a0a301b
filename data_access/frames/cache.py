"""Frames are kept for the newest version of the store that each reader has seen.

What is handed out of a frame is a shallow copy: pandas copies on write, so that nobody who changes
theirs changes another's.
"""

import sys
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from threading import Lock
from typing import Any, TypeVar, cast

import pandas as pd
from sqlalchemy import Connection

from data_access.questions.store import store_state
from data_access.readers import MARK

MOST_BYTES = 96_000_000
"""Of all frames, whoever they are for. A municipality's takes some 50 kB, one of all municipalities
some 3 MB, and one of 200 000 grants some 8 MB."""

Built = TypeVar("Built")

_FRAMES: "OrderedDict[Hashable, tuple[str, Any, int]]" = OrderedDict()
"""Store, reader and name → the state of the store, what was built of it, and its bytes."""
_LOCK = Lock()


def cached(conn: Connection, name: Hashable, build: Callable[[Connection], Built]) -> Built:
    """The frame of this name (or what belongs to one) in the state of the store that `conn` sees,
    built where it is new.

    Readers who see drafts have frames of their own. One of an earlier state is let go.
    """
    address, version = store_state(conn)
    key = (address, conn.get_execution_options().get(MARK, ""), name)
    with _LOCK:
        known = _FRAMES.get(key)
        if known is not None and known[0] == version:
            _FRAMES.move_to_end(key)
            return cast(Built, _copy(known[1]))
    made = build(conn)
    with _LOCK:
        _FRAMES[key] = version, made, size_of(made)
        _FRAMES.move_to_end(key)
        total = sum(size for _, _, size in _FRAMES.values())
        while total > MOST_BYTES:
            _, (_, _, size) = _FRAMES.popitem(last=False)
            total -= size
    return cast(Built, _copy(made))


def size_of(made: Any) -> int:
    """The bytes that a frame takes, or something that holds frames and texts."""
    if isinstance(made, pd.DataFrame):
        return int(made.memory_usage(deep=True).sum())
    if isinstance(made, Mapping):
        return sum(size_of(key) + size_of(value) for key, value in made.items())
    if isinstance(made, tuple | list):
        return sys.getsizeof(made) + sum(map(size_of, made))
    if is_dataclass(made):
        return sum(size_of(getattr(made, field.name)) for field in fields(made))
    return int(getattr(made, "nbytes", sys.getsizeof(made)))


def _copy(made: Any) -> Any:
    return made.copy(deep=False) if isinstance(made, pd.DataFrame) else made
