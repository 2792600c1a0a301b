"""Frames are kept for the newest version of the store that each reader has seen.

What is handed out of a frame is a shallow copy: pandas copies on write, so that nobody who changes
theirs changes another's.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar, cast

import pandas as pd
from sqlalchemy import Connection

from data_access.questions.store import store_state
from data_access.readers import MARK

MOST_FRAMES = 64
"""A municipality's takes some 50 kB, one of all municipalities some 3 MB, and one of 200 000 grants
some 8 MB, of which there is one for each reader with drafts."""

Built = TypeVar("Built")

_FRAMES: "OrderedDict[Hashable, tuple[str, Any]]" = OrderedDict()
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
        _FRAMES[key] = version, made
        _FRAMES.move_to_end(key)
        while len(_FRAMES) > MOST_FRAMES:
            _FRAMES.popitem(last=False)
    return cast(Built, _copy(made))


def _copy(made: Any) -> Any:
    return made.copy(deep=False) if isinstance(made, pd.DataFrame) else made
