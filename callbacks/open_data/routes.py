"""The addresses of the open data: what they answer to whom, and what becomes of errors there."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from flask import Flask, Response, request, send_file
from werkzeug.http import is_resource_modified

from callbacks.first_response import KlimatDash
from callbacks.open_data.answers import CSV, JSON, Answers
from callbacks.open_data.files import Files
from callbacks.open_data.openapi import openapi, overview
from callbacks.open_data.problems import PROBLEM_TYPE, Problem, any_failure, store_does_not_answer
from data_access.open_data import DATASETS, EMISSIONS
from data_access.questions import store_changed
from data_access.reading import StoreError, StoreReader

logger = logging.getLogger(__name__)

ROOT = "/api/v1"
READING = ("GET", "HEAD", "OPTIONS")
EVERY_METHOD = (*READING, "POST", "PUT", "PATCH", "DELETE", "TRACE")
ALLOWED = ", ".join(READING)
OPEN_TO_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Link, Content-Disposition",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


@dataclass
class OpenData:
    """The open data of one product."""

    app: KlimatDash
    store: StoreReader

    def __post_init__(self) -> None:
        self.answers = Answers(self.store)
        self.files = Files(self.store)
        self._changed: tuple[str, datetime | None] = ("", None)

    def api(self, rest: str = "") -> Response:
        """Whatever lies under /api."""
        name, is_csv = rest.removeprefix("v1/").removesuffix(".csv"), rest.endswith(".csv")
        if rest in ("v1", "v1/"):
            return self._told(lambda: overview(self._base()))
        if rest == "v1/openapi.json":
            return self._told(lambda: openapi(self._base()))
        if not rest.startswith("v1/") or name not in DATASETS:
            raise Problem(404, f"there is nothing here: see {ROOT}/")
        if (early := _method()) is not None:
            return early
        mime = CSV if is_csv else _accepted((JSON, CSV))
        query = request.query_string.decode("ascii", "replace")
        version, tag = self._tag(mime)
        if not self._newer(tag, version):
            return self._finished(Response(status=304), tag, version)
        address = f"{self._base()}{request.path}"
        body = self.answers.body(version, address, query, name, mime)
        response = Response(body.content, content_type=f"{mime}; charset=utf-8")
        if body.next is not None:
            response.headers["Link"] = f'<{body.next}>; rel="next"'
        return self._finished(response, tag, version)

    def file(self, name: str, release: str | None = None) -> Response:
        """A whole dataset, or the emissions of one release, as one CSV file."""
        if name not in DATASETS or (release is not None and name != EMISSIONS):
            raise Problem(404, "there is no such dataset")
        if (early := _method()) is not None:
            return early
        version, tag = self._tag(CSV)
        if release is not None and release not in self.answers.releases_of_emissions(version):
            raise Problem(404, "no release of emissions has this label")
        if not self._newer(tag, version):
            return self._finished(Response(status=304), tag, version)
        path = self.files.path(version, name, release)
        response = send_file(
            path,
            mimetype=CSV,
            as_attachment=True,
            download_name=f"{name}.csv" if release is None else f"{name}-{release}.csv",
            etag=tag,
            last_modified=self._changed_at(version),
            conditional=True,
        )
        response.headers["Cache-Control"] = "public, max-age=0, must-revalidate"
        return response

    def _told(self, make: Callable[[], str]) -> Response:
        """A document that does not hang on the store."""
        if (early := _method()) is not None:
            return early
        _accepted((JSON,))
        content = make()
        response = Response(content, content_type=JSON)
        response.set_etag(hashlib.sha256(content.encode()).hexdigest()[:20])
        response.headers["Cache-Control"] = "public, max-age=0, must-revalidate"
        response.make_conditional(request)
        return response

    def _base(self) -> str:
        return self.app.pages.site.public_url or request.host_url.rstrip("/")

    def _tag(self, mime: str) -> tuple[str, str]:
        version = self.app.pages.version()
        parts = (
            self.app.surroundings.code_version,
            version,
            self._base(),
            request.full_path,
            mime,
        )
        whole = "\n".join(parts).encode("utf-8", "replace")
        return version, hashlib.sha256(whole).hexdigest()[:20]

    def _changed_at(self, version: str) -> datetime | None:
        if self._changed[0] != version:
            with self.store.connection() as conn:
                self._changed = (version, store_changed(conn))
        return self._changed[1]

    def _newer(self, tag: str, version: str) -> bool:
        """Whether the reader lacks this answer, by tag or by day as the request says."""
        changed = self._changed_at(version)
        return is_resource_modified(request.environ, tag, last_modified=changed)

    def _finished(self, response: Response, tag: str, version: str) -> Response:
        response.set_etag(tag)
        response.last_modified = self._changed_at(version)
        response.headers["Cache-Control"] = "public, max-age=0, must-revalidate"
        response.vary.add("Accept")
        return response


def register(app: KlimatDash, store: StoreReader) -> None:
    """Add the addresses before Dash's own, which takes all that is left."""
    data = OpenData(app, store)
    answers: tuple[tuple[str, Callable[..., Response]], ...] = (
        ("/api", data.api),
        ("/api/", data.api),
        ("/api/<path:rest>", data.api),
        ("/data/<name>.csv", data.file),
        ("/data/<name>/<release>.csv", data.file),
    )
    for rule, answer in answers:
        app.server.add_url_rule(rule, rule, _guarded(answer), methods=EVERY_METHOD)

    server: Flask = app.server

    @server.after_request
    def mark(response: Response) -> Response:
        ours = request.path == "/api" or request.path.startswith(("/api/", "/data/"))
        if not ours:
            return response
        if response.status_code >= 400 and response.mimetype != PROBLEM_TYPE:
            response = any_failure(response.status_code).response()
        if response.status_code == 405:
            response.headers["Allow"] = ALLOWED
        response.headers.update(OPEN_TO_ALL)
        return response


def _guarded(answer: Callable[..., Response]) -> Callable[..., Response]:
    def guarded(**parts: str) -> Response:
        try:
            return answer(**parts)
        except Problem as problem:
            return problem.response()
        except StoreError as error:
            logger.warning("no data: %s", error)
            return store_does_not_answer().response()

    return guarded


def _method() -> Response | None:
    """The answer to OPTIONS. Raises Problem for a method that changes things."""
    if request.method == "OPTIONS":
        response = Response(status=204)
        response.headers["Allow"] = ALLOWED
        response.headers["Access-Control-Allow-Methods"] = ALLOWED
        response.headers["Access-Control-Allow-Headers"] = "Accept, If-None-Match, Range"
        response.headers["Access-Control-Max-Age"] = "86400"
        return response
    if request.method not in READING:
        raise Problem(405, f"only {ALLOWED}", headers={"Allow": ALLOWED})
    return None


def _accepted(offered: tuple[str, ...]) -> str:
    """The form that the reader likes best, the first where it does not say. Raises Problem."""
    if not request.headers.get("Accept", "").strip():
        return offered[0]
    best = request.accept_mimetypes.best_match(offered)
    if best is None:
        raise Problem(406, f"there is {' and '.join(offered)}")
    return best
