"""What every address of the open data has in common: methods, forms, tags, who may read it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from flask import Response, request
from werkzeug.http import is_resource_modified

from callbacks.first_response import REVALIDATE, KlimatDash, accepted_types
from callbacks.open_data.problems import Problem
from data_access.program import code_version
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


FOR_ONE_READER = "private, no-cache"
"""Of what may be another before the store is: nobody sends it again to others."""


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a reader knows whether an answer is another than last time: its tag and its day."""

    tag: str
    changed: datetime | None
    cache_control: str = REVALIDATE

    def not_modified(self) -> Response | None:
        """The answer to a reader who has it already, as the request says; None for others."""
        if is_resource_modified(request.environ, self.tag, last_modified=self.changed):
            return None
        return self.on(Response(status=304))

    def on(self, response: Response) -> Response:
        """The answer with its tag and day."""
        response.set_etag(self.tag)
        response.last_modified = self.changed
        response.headers["Cache-Control"] = self.cache_control
        response.vary.add("Accept")
        return response


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

    @property
    def version(self) -> str:
        """The store's version. Raises StoreError."""
        return self.app.pages_of_everyone.store_version()

    def tag(self, version: str, mime: str) -> str:
        """A tag that hangs on the store's version, the address, the form and the program."""
        parts = (
            code_version(),
            version,
            repr(self.app.pages_of_everyone.site),
            self.base,
            request.full_path,
            mime,
        )
        whole = "\n".join(parts).encode("utf-8", "replace")
        return hashlib.sha256(whole).hexdigest()[:20]

    def validators(self, version: str, mime: str, dataset: Dataset | None = None) -> Validators:
        """Of an answer from a dataset, or from the store as a whole. Raises StoreError."""
        return Validators(self.tag(version, mime), self.changed(version, dataset))

    def validators_of_day(self, day: date, mime: str) -> Validators:
        """Of an answer from a dump. Tomorrow's dump may be the answer to the same question."""
        return Validators(self.tag(day.isoformat(), mime), None, FOR_ONE_READER)

    def changed(self, version: str, dataset: Dataset | None = None) -> datetime | None:
        """When the rows of a dataset last changed; without one the store. Raises StoreError."""
        changes = self._changes
        if changes is None or changes[0] != version:
            with self.store.connection() as conn:
                self._changes = changes = (version, last_changes(conn))
        return changes[1].store if dataset is None else changes[1].of(dataset)

    def of_store(
        self, mime: str, make: Callable[[str], str], dataset: Dataset | None = None
    ) -> Response:
        """A text that hangs on the store; `make` is given its version. Raises StoreError."""
        version = self.version
        validators = self.validators(version, mime, dataset)
        return validators.not_modified() or validators.on(
            Response(make(version), content_type=mime)
        )


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
    best = accepted_types().best_match(offered)
    if best is None:
        raise Problem(406, f"there is {' and '.join(offered)}")
    return best
