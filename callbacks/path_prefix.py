"""The site under a path of its host, where `PUBLIC_URL` has one: `https://kommun.example/klimat`.

The product knows addresses from its own root alone. Here the path is taken off as a request comes
in, if the server in front has not done so, and put before every address from the root as an answer
goes out: in documents, in what boards are told, in headers. Without a path nothing of it is set up.
"""

import json
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, request

from callbacks.boards.place import REQUESTS
from callbacks.inside.settings import SettingsRefused

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PREFIX = re.compile(r"(?:/[A-Za-z0-9][A-Za-z0-9._~-]*)+")
OWN = frozenset({"api", "assets", "auth", "data", "datasets", "en", "sv"})
"""First words of the site's own paths: under one of them a path could mean two things."""

ATTRIBUTES = (
    "href",
    "src",
    "action",
    "formaction",
    "data-address",
    "data-copy",
    "data-grid",
    "data-openapi",
)
"""Attributes that hold an address, and `data-scripts` several, spaced apart."""
_ATTRIBUTE = re.compile(rf' (?:{"|".join(ATTRIBUTES)}|data-scripts)="(?=/(?!/))(?=[^<>]*>)')
"""One inside a tag: in text and in values `<` and `>` are always escaped."""
_NAMED = re.compile(r'(<a [^<>]*?href="(/(?!/)[^"]*)"[^<>]*>)(?=\2</a>)')
"""A link whose words are its address."""
_SCRIPTS = re.compile(r'(?<= data-scripts=")[^"]+')
_MARKDOWN_LINK = re.compile(r"(?<=\]\()(?=/)")
HEADERS = ("Location", "Link")
_IN_HEADER = re.compile(r'(?:^|(?<=[<"]))(?=/(?!/))')


def mount(server: Flask, path: str) -> None:
    """Serve under a path. Raises SettingsRefused where no site of ours can lie under it."""
    if not path:
        return
    if not PREFIX.fullmatch(path) or path.split("/")[1] in OWN:
        raise SettingsRefused(f"PUBLIC_URL: the site cannot lie under {path}")
    server.config["APPLICATION_ROOT"] = path
    server.wsgi_app = Mounted(server.wsgi_app, path)  # type: ignore[method-assign]

    @server.after_request
    def prefix(response: Response) -> Response:
        for name in HEADERS:
            if name in response.headers:
                response.headers[name] = _IN_HEADER.sub(path, response.headers[name])
        rewrite = _rewriter(response)
        if rewrite is not None and response.content_length:
            response.set_data(rewrite(response.get_data(as_text=True), path))
        return response


class Mounted:
    """A WSGI application under a path, whether the server in front takes it off or not."""

    def __init__(self, application: "WSGIApplication", path: str) -> None:
        self._application = application
        self._path = path

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        before, after, rest = environ.get("PATH_INFO", "").partition(self._path)
        if after and not before and rest[:1] in ("", "/"):
            environ["PATH_INFO"] = rest or "/"
        environ["SCRIPT_NAME"] = self._path
        return self._application(environ, start_response)


def _rewriter(response: Response) -> Callable[[str, str], str] | None:
    """What puts the path into an answer's body; None where it holds no address from the root."""
    if response.direct_passthrough or response.is_streamed:
        return None
    if response.mimetype == "text/html":
        return in_html
    of_board = response.mimetype == "application/json" and request.path.startswith(REQUESTS)
    return in_json if of_board else None


def in_html(html: str, path: str) -> str:
    """A document or a piece of one with the path before its addresses."""
    html = _NAMED.sub(rf"\g<0>{path}", html)
    html = _SCRIPTS.sub(lambda scripts: scripts[0].replace(" /", f" {path}/"), html)
    return _ATTRIBUTE.sub(rf"\g<0>{path}", html)


def in_json(text: str, path: str) -> str:
    """What a board is told with the path before its addresses."""
    with_path = _in_value("", json.loads(text), path)
    return json.dumps(with_path, ensure_ascii=False, separators=(",", ":"))


def _in_value(name: str, value: Any, path: str) -> Any:
    if isinstance(value, dict):
        return {key: _in_value(key, each, path) for key, each in value.items()}
    if isinstance(value, list):
        return [_in_value(name, each, path) for each in value]
    if not isinstance(value, str):
        return value
    if name == "markup":
        return in_html(value, path)
    if name in ATTRIBUTES:
        return path + value if value.startswith("/") else value
    return _MARKDOWN_LINK.sub(path, value) if value.startswith("[") else value
