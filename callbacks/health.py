"""Whether the program lives, and whether its store answers."""

from flask import Flask, Response

from callbacks.pages import Pages
from data_access.reading import StoreError


def register(server: Flask, pages: Pages) -> None:
    """Add the routes."""

    @server.get("/healthz")
    def healthz() -> Response:
        """200 as long as the process can answer at all."""
        return _plain("ok")

    @server.get("/readyz")
    def readyz() -> Response:
        """200 when the store answers, else 503."""
        try:
            pages.version()
        except StoreError:
            return _plain("the store does not answer", 503)
        return _plain("ready")


def _plain(text: str, status: int = 200) -> Response:
    response = Response(text, status=status, mimetype="text/plain")
    response.headers["Cache-Control"] = "no-store"
    return response
