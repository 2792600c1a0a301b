"""What stands between the network and Dash: callback bodies are checked, every answer is marked."""

from typing import Any

from dash.exceptions import DependencyException
from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException, NotFound, RequestEntityTooLarge

from callbacks.callback_bodies import fault_in
from callbacks.compression import SECONDS_A_YEAR
from callbacks.first_response import KlimatDash
from callbacks.parameters import ReadableRequest

MOST_BODY_BYTES = 64 * 1024
CALLBACKS = "/_dash-update-component"
DESCRIPTIONS = ("/_dash-layout", "/_dash-dependencies")
"""What Dash asks for when it starts: the same for all readers of a running program."""

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self' 'inline-speculation-rules'",  # these name links, and run nothing
        "style-src 'self' 'unsafe-inline'",  # Dash's own scripts write a dozen style elements
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
)
"""Only our own files, and no inline script that runs at all."""


def guard(app: KlimatDash) -> None:
    """Check what comes in before Dash sees it, and set security headers on what goes out."""
    server: Flask = app.server
    server.config["MAX_CONTENT_LENGTH"] = MOST_BODY_BYTES
    server.request_class = ReadableRequest

    @server.before_request
    def ask_for_the_whole() -> None:
        """A weak tag does not say that the bytes are the same: no part goes with it (RFC 9110,
        13.1.5)."""
        if request.headers.get("If-Range", "").startswith("W/"):
            request.environ.pop("HTTP_RANGE", None)

    @server.before_request
    def check() -> tuple[Response, int] | None:
        if not request.path.endswith(CALLBACKS) or request.method != "POST":
            return None
        try:
            body = request.get_json(silent=True)
        except RequestEntityTooLarge:
            return jsonify(error=f"at most {MOST_BODY_BYTES} bytes"), 413
        except RecursionError:
            return jsonify(error="nested too deeply"), 400
        if request.content_length is not None and request.content_length > MOST_BODY_BYTES:
            return jsonify(error=f"at most {MOST_BODY_BYTES} bytes"), 413
        fault = fault_in(body, app.callback_map)
        return (jsonify(error=fault), 400) if fault else None

    @server.after_request
    def mark(response: Response) -> Response:
        headers = response.headers
        headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        headers["X-Content-Type-Options"] = "nosniff"
        if response.status_code == 413:  # what was not read would be taken for the next request
            headers["Connection"] = "close"
        if app.pages_of_everyone.site.public_url.startswith("https://"):
            headers["Strict-Transport-Security"] = f"max-age={SECONDS_A_YEAR}"
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()"
        if request.path in DESCRIPTIONS and response.status_code == 200:
            headers["Cache-Control"] = "public, max-age=0, must-revalidate"
            response.add_etag(weak=True)
            response.make_conditional(request)
        if not response.cache_control.public:
            # It makes the browser start another process for the page, which delays its paint:
            # not for pages that hold nothing but what anyone may have.
            headers["Cross-Origin-Opener-Policy"] = "same-origin"
        named_by_content = request.path.startswith("/assets/") and request.args.get("m")
        if named_by_content or response.cache_control.max_age == SECONDS_A_YEAR:
            headers["Cache-Control"] = f"public, max-age={SECONDS_A_YEAR}, immutable"
        return response

    @server.errorhandler(Exception)
    def fail(error: Exception) -> Any:
        if isinstance(error, DependencyException):  # Dash's word for a file that it does not have
            error = NotFound()
        if isinstance(error, HTTPException):
            return app.refusal(error)
        server.logger.exception("unexpected")
        if request.path.endswith(CALLBACKS):
            return jsonify(error="something went wrong at our end"), 500
        return app.failure(error)
