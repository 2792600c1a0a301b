"""Answers go out compressed where the browser can read it; what stays the same is compressed once.

A server in front may do this instead; then it asks us without Accept-Encoding.
"""

import gzip
import hashlib
from pathlib import Path

import brotli
from flask import Flask, Response, request

from callbacks.byte_cache import BoundedCache
from data_access.open_data.packing import ENCODINGS

COMPRESSIBLE = frozenset(
    {
        "text/html",
        "text/css",
        "text/plain",
        "text/csv",
        "text/javascript",
        "application/javascript",
        "application/json",
        "image/svg+xml",
    }
)
LEAST_BYTES = 1000
MOST_BYTES = 5_000_000
"""Longer files are sent as they are, so that they can be sent in parts and need no memory."""
MOST_CACHED_BYTES = 12_000_000
BEST, BROTLI_FOR_EVER, BROTLI = 11, 9, 5
"""A page has 2 % fewer bytes at 9 than at 5, which takes 4 ms instead of 25."""
READY = Path(__file__).resolve().parent.parent / "assets" / "compressed"
"""Large scripts as they are at the best, which takes seconds (`scripts/compress.py`)."""

SECONDS_A_YEAR = 31_536_000


def compress(server: Flask) -> None:
    """Compress every answer that gains from it."""
    cache: BoundedCache[tuple[str, str], bytes] = BoundedCache(MOST_CACHED_BYTES)

    @server.after_request
    def shrink(response: Response) -> Response:
        if response.is_streamed and not response.direct_passthrough:
            return response  # sent while it is made: it never stands in memory as a whole
        if response.mimetype not in COMPRESSIBLE or "Content-Encoding" in response.headers:
            return response
        if (response.content_length or 0) > MOST_BYTES:
            return response
        response.vary.add("Accept-Encoding")
        encoding = chosen_encoding()
        whole = response.status_code == 200 or response.status_code >= 400
        if not whole or encoding is None or request.method == "HEAD":
            return response
        name = _name(response)
        compressed = cache.get((name, encoding)) if name else None
        if compressed is None:
            response.direct_passthrough = False
            body = response.get_data()
            if len(body) < LEAST_BYTES:
                return response
            # Answers of callbacks have no name but their content, which readers often share.
            name = name or hashlib.sha256(body).hexdigest()
            compressed = cache.get((name, encoding))
            if compressed is None:
                compressed = compressed_as(encoding, body, for_ever=_for_ever(response))
                cache.put((name, encoding), compressed, len(compressed) + len(name))
        else:
            response.close()  # the file that would have been sent
        tag, _ = response.get_etag()
        response.direct_passthrough = False
        response.set_data(compressed)
        response.headers["Content-Encoding"] = encoding
        if tag:
            response.set_etag(tag, weak=True)
        return response


def chosen_encoding() -> str | None:
    """Brotli if the browser reads it, else gzip, else nothing."""
    return next(
        (encoding for encoding in ENCODINGS if request.accept_encodings[encoding] > 0), None
    )


def compressed_as(encoding: str, body: bytes, *, for_ever: bool) -> bytes:
    """The body in an encoding; what never changes is worth more work."""
    if encoding == "br":
        ready = READY / ready_name(body)
        if ready.exists():
            return ready.read_bytes()
        shrunk: bytes = brotli.compress(body, quality=BROTLI_FOR_EVER if for_ever else BROTLI)
        return shrunk
    return gzip.compress(body, compresslevel=9 if for_ever else 5, mtime=0)


def ready_name(body: bytes) -> str:
    """The name of the file that holds a body as it is at the best, where there is one."""
    return f"{hashlib.sha256(body).hexdigest()[:20]}.br"


def _for_ever(response: Response) -> bool:
    return response.cache_control.max_age == SECONDS_A_YEAR


def _name(response: Response) -> str:
    """What an answer is, where the same name always means the same bytes; else empty."""
    if request.method != "GET" or response.status_code != 200:
        return ""
    if _for_ever(response):
        return request.full_path
    tag, _ = response.get_etag()
    return f"{request.path} {tag}" if tag else ""
