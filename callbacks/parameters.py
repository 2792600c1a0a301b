"""What an address or a form says, as texts that every store can hold."""

from collections.abc import Iterable
from typing import Any

from flask import Request
from werkzeug.datastructures import ImmutableMultiDict, MultiDict

NUL, SUBSTITUTE = "\x00", "\x1a"


class Parameters(ImmutableMultiDict[str, Any]):
    """Names and values. A NUL, which PostgreSQL takes in no text, is the control character that
    stands for what could not be read: refused where control characters are, and found nowhere."""

    def __init__(self, mapping: Any = None) -> None:
        if isinstance(mapping, Iterable) and not isinstance(mapping, dict | MultiDict):
            mapping = [(_readable(name), _readable(value)) for name, value in mapping]
        super().__init__(mapping)


class ReadableRequest(Request):
    """A request whose parameters are texts that every store can hold."""

    parameter_storage_class = Parameters


def _readable(value: Any) -> Any:
    """A text without NUL; a file as it is."""
    return value.replace(NUL, SUBSTITUTE) if isinstance(value, str) else value
