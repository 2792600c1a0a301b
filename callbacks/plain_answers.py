"""Answers in plain text to who fetches a file: what cannot be used, is missing, or is down."""

from collections.abc import Iterable

from flask import Response

from layouts.links.addresses import QueryProblem
from layouts.phrases.text import text

RETRY_SECONDS = "30"


class NoSuchFile(Exception):  # noqa: N818
    """There is no file: why, in words for who asked, and with which status."""

    def __init__(self, words: str, status: int = 400) -> None:
        super().__init__(words)
        self.words, self.status = words, status


def said(words: str, status: int) -> Response:
    """An answer of words only, kept by no one."""
    response = Response(words + "\n", status=status, mimetype="text/plain")
    response.headers["Cache-Control"] = "no-store"
    return response


def unreachable(lang: str) -> Response:
    """The store does not answer."""
    response = said(text(lang)("shell.503.lead"), 503)
    response.headers["Retry-After"] = RETRY_SECONDS
    return response


def why(problems: Iterable[QueryProblem], lang: str) -> str:
    """Each value that cannot be used, on a line of its own."""
    t = text(lang)
    return "\n".join(
        t(f"file.problem.{problem.why or 'item'}", name=problem.name, value=problem.value)
        for problem in problems
    )
