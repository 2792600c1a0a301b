"""What has been made is kept until there is no more room for it: a bound in bytes, for any key."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

ENTRY_BYTES = 1000
"""What an entry takes besides what its owner counts: its place, its key, small things."""

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class BoundedCache(Generic[Key, Value]):
    """Values by key. Those used least lately go when all together take more than `most_bytes`.

    Safe to use from several threads.
    """

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self._values: OrderedDict[Key, tuple[Value, int]] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._values)

    @property
    def bytes(self) -> int:
        """What all entries take, never more than `most_bytes`."""
        return self._bytes

    def get(self, key: Key) -> Value | None:
        with self._lock:
            result = self._values.get(key)
            if result is None:
                return None
            self._values.move_to_end(key)
            return result[0]

    def put(self, key: Key, value: Value, size: int) -> None:
        """Keep a value that takes `size` bytes, unless it alone takes more than there is room."""
        size += ENTRY_BYTES
        with self._lock:
            _, before = self._values.pop(key, (None, 0))
            self._bytes -= before
            if size > self.most_bytes:
                return
            self._values[key] = (value, size)
            self._bytes += size
            while self._bytes > self.most_bytes:
                _, (_, left) = self._values.popitem(last=False)
                self._bytes -= left

    def clear(self) -> None:
        with self._lock:
            self._values.clear()
            self._bytes = 0
