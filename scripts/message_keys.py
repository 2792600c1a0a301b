"""Finds the keys of words in the code, for Babel: `[tool.babel]` in pyproject.toml names it."""

import ast
from collections.abc import Collection, Iterator, Mapping
from typing import IO

Extracted = tuple[int, None, str, list[str]]


def extract(
    file: IO[bytes],
    _keywords: Collection[str] = (),
    _comment_tags: Collection[str] = (),
    options: Mapping[str, str] | None = None,  # noqa: ARG001
) -> Iterator[Extracted]:
    """Line, no function, key and no comments for each key that stands whole in a lookup.

    A lookup is a call of `t`, `….t` or `text(…)`; a key may stand in either branch of a choice.
    Keys that are put together from values are not seen.
    """
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call) and node.args and _is_lookup(node.func):
            for key in _keys(node.args[0]):
                yield node.lineno, None, key, []


def _is_lookup(function: ast.expr) -> bool:
    match function:
        case ast.Name(id="t") | ast.Attribute(attr="t"):
            return True
        case ast.Call(func=ast.Name(id="text")):
            return True
    return False


def _keys(argument: ast.expr) -> Iterator[str]:
    match argument:
        case ast.Constant(value=str(key)):
            yield key
        case ast.IfExp(body=first, orelse=second):
            yield from _keys(first)
            yield from _keys(second)
