"""A row that knows where it was read, for whoever finds something wrong with it later."""

from collections.abc import Mapping
from typing import Any


class ReadRow(dict[str, Any]):
    """A row's fields that know where they were read: the file and the number of the row."""

    __slots__ = ("at",)

    def __init__(self, fields: Mapping[str, Any], at: tuple[str, int | None]) -> None:
        super().__init__(fields)
        self.at = at
