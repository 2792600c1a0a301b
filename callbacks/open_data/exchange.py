"""What every address of the open data has in common: methods, forms, tags, who may read it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from flask import Response, request
from werkzeug.http import is_resource_modified

from callbacks.first_response import REVALIDATE, KlimatDash
from callbacks.open_data.problems import Problem
from data_access.questions import last_changes
from data_access.questions.store import LastChanges
from data_access.reading import StoreReader
from progress.dataset import Dataset

READING = ("GET", "HEAD", "OPTIONS")
EVERY_METHOD = (*READING, "POST", "PUT", "PATCH", "DELETE", "TRACE")
ALLOWED = ", ".join(READING)
OPEN_TO_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "ETag, Last-Modified, Link, Content-Disposition, Content-Range, Accept-Ranges, Retry-After"
    ),
    "Cross-Origin-Resource-Policy": "cross-origin",
}


@dataclass
class Exchange:
    """Answers that are sent again only when they are new."""

    app: KlimatDash
    store: StoreReader

    def __post_init__(self) -> None:
        self._changes: tuple[str, LastChanges] | None = None

    @property
    def base(self) -> str:
        """The site's scheme and host as its operator has told them; empty where not: addresses are
        then told from the root, since the host of a request is whatever its sender writes."""
        return self.app.pages_of_everyone.site.public_url

    def tag(self, mime: str) -> tuple[str, str]:
        """The store's version, and a tag that hangs on it, the address, the form and the program.

        Raises StoreError.
        """
        version = self.app.pages_of_everyone.store_version()
        parts = (
            self.app.surroundings.code_version,
            version,
            repr(self.app.pages_of_everyone.site),
            self.base,
            request.full_path,
            mime,
        )
        whole = "\n".join(parts).encode("utf-8", "replace")
        return version, hashlib.sha256(whole).hexdigest()[:20]

    def changed(self, version: str, dataset: Dataset | None = None) -> datetime | None:
        """When the rows of a dataset last changed; without one the store. Raises StoreError."""
        changes = self._changes
        if changes is None or changes[0] != version:
            with self.store.connection() as conn:
                self._changes = changes = (version, last_changes(conn))
        if dataset is None or dataset.subject.own_work:
            return changes[1].store
        return changes[1].of_kinds(dataset.subject.kinds)

    def newer(self, tag: str, version: str, dataset: Dataset | None = None) -> bool:
        """Whether the reader lacks this answer, by tag or by day as the request says."""
        changed = self.changed(version, dataset)
        return is_resource_modified(request.environ, tag, last_modified=changed)

    def finished(
        self, response: Response, tag: str, version: str, dataset: Dataset | None = None
    ) -> Response:
        """The answer with its tag and day."""
        response.set_etag(tag)
        response.last_modified = self.changed(version, dataset)
        response.headers["Cache-Control"] = REVALIDATE
        response.vary.add("Accept")
        return response

    def of_store(
        self, mime: str, make: Callable[[str], str], dataset: Dataset | None = None
    ) -> Response:
        """A text that hangs on the store; `make` is given its version. Raises StoreError."""
        version, tag = self.tag(mime)
        if not self.newer(tag, version, dataset):
            return self.finished(Response(status=304), tag, version, dataset)
        return self.finished(Response(make(version), content_type=mime), tag, version, dataset)


def text_response(content: str, mime: str) -> Response:
    """A document that does not hang on the store, by its content's tag."""
    response = Response(content, content_type=mime)
    response.set_etag(hashlib.sha256(content.encode()).hexdigest()[:20])
    response.headers["Cache-Control"] = REVALIDATE
    response.vary.add("Accept")
    response.make_conditional(request)
    return response


def answer_to_method() -> Response | None:
    """The answer to OPTIONS. Raises Problem for a method that changes things."""
    if request.method == "OPTIONS":
        response = Response(status=204)
        response.headers["Allow"] = ALLOWED
        response.headers["Access-Control-Allow-Methods"] = ALLOWED
        response.headers["Access-Control-Allow-Headers"] = (
            "Accept, If-Modified-Since, If-None-Match, If-Range, Range"
        )
        response.headers["Access-Control-Max-Age"] = "86400"
        return response
    if request.method not in READING:
        raise Problem(405, f"only {ALLOWED}", headers={"Allow": ALLOWED})
    return None


def accepted(offered: tuple[str, ...]) -> str:
    """The form that the reader likes best, the first where it does not say. Raises Problem."""
    if not request.headers.get("Accept", "").strip():
        return offered[0]
    best = request.accept_mimetypes.best_match(offered)
    if best is None:
        raise Problem(406, f"there is {' and '.join(offered)}")
    return best
