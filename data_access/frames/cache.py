"""Frames are kept by the store's version, which also tells who may see what is in them.

What is handed out is a shallow copy: pandas copies on write, so that nobody who changes theirs
changes another's.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

import pandas as pd
from sqlalchemy import Connection

from data_access.questions.store import store_version

MOST_FRAMES = 64
"""A municipality's frame takes some 50 kB, one of all municipalities some 3 MB."""

_FRAMES: "OrderedDict[Hashable, pd.DataFrame]" = OrderedDict()
_LOCK = Lock()


def cached(
    conn: Connection, name: Hashable, build: Callable[[Connection], pd.DataFrame]
) -> pd.DataFrame:
    """The frame of this name in the state of the store that `conn` sees, built where it is new.

    Readers who see drafts have versions of their own (`store_version`), and so frames.
    """
    key = (str(conn.engine.url), store_version(conn), name)
    with _LOCK:
        frame = _FRAMES.get(key)
        if frame is not None:
            _FRAMES.move_to_end(key)
            return frame.copy(deep=False)
    frame = build(conn)
    with _LOCK:
        _FRAMES[key] = frame
        while len(_FRAMES) > MOST_FRAMES:
            _FRAMES.popitem(last=False)
    return frame.copy(deep=False)
