"""The static page of the benchmark: saved first responses without scripts, compressed once.

Served as `tests.load.saved:server` by the same gunicorn with the same settings as the product, so
that a comparison is one of pages and not of web servers. `SAVED_PAGES` names a folder that holds
one file for each page, its address quoted.
"""

import os
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import brotli

Start = Callable[[str, list[tuple[str, str]]], Any]


def file_name(path: str) -> str:
    """The name of the file that holds the page at an address."""
    return quote(path, safe="") + ".html"


def without_scripts(page: str) -> str:
    """The same document with nothing left that runs."""
    return re.sub(r"<script\b.*?</script>", "", page, flags=re.S)


@cache
def _pages() -> dict[str, bytes]:
    folder = Path(os.environ["SAVED_PAGES"])
    return {
        file.name: brotli.compress(file.read_bytes(), quality=9) for file in folder.glob("*.html")
    }


def warm_up(_server: object) -> None:
    """Read and compress before the workers fork."""
    _pages()


def server(environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
    """A page, or 404."""
    body = _pages().get(file_name(environ["PATH_INFO"]))
    if body is None:
        start_response("404 Not Found", [("Content-Length", "0")])
        return [b""]
    start_response(
        "200 OK",
        [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Encoding", "br"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "public, max-age=0, must-revalidate"),
        ],
    )
    return [body]
