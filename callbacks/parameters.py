"""What an address or a form says, as texts that every store can hold."""

import re
from collections.abc import Iterable
from typing import Any

from flask import Request
from werkzeug.datastructures import ImmutableMultiDict, MultiDict

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Control characters that no text has: PostgreSQL takes no NUL, XML none of the others."""
SUBSTITUTE = "\x1a"


class Parameters(ImmutableMultiDict[str, Any]):
    """Names and values. A control character that is no white space is the one that stands for what
    could not be read: refused where control characters are, and found nowhere."""

    def __init__(self, mapping: Any = None) -> None:
        if isinstance(mapping, Iterable) and not isinstance(mapping, dict | MultiDict):
            mapping = [(_readable(name), _readable(value)) for name, value in mapping]
        super().__init__(mapping)


class ReadableRequest(Request):
    """A request whose parameters are texts that every store can hold."""

    parameter_storage_class = Parameters


def _readable(value: Any) -> Any:
    """A text without other control characters; a file as it is."""
    return CONTROL.sub(SUBSTITUTE, value) if isinstance(value, str) else value
