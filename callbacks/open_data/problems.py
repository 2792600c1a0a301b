"""What went wrong, in the one shape that every error of the open data has (RFC 9457)."""

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus

from flask import Response, request

from callbacks.plain_answers import RETRY_SECONDS

PROBLEM_TYPE = "application/problem+json"


class Problem(Exception):  # noqa: N818
    """An answer that is no data. `errors`: parameters at fault, their values, what is wrong."""

    def __init__(
        self,
        status: int,
        detail: str,
        errors: Sequence[Mapping[str, str]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.errors = tuple(errors)
        self.headers = dict(headers or {})

    def response(self) -> Response:
        """The problem as an answer, never kept by caches."""
        body = {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
            "instance": request.root_path + request.path,
            "errors": list(self.errors),
        }
        text = json.dumps(body, ensure_ascii=False)
        response = Response(text, status=self.status, content_type=PROBLEM_TYPE)
        response.headers["Cache-Control"] = "no-store"
        response.headers.update(self.headers)
        return response


def bad_parameter(parameter: str, value: str, message: str) -> Problem:
    """A parameter or value that cannot be used."""
    return Problem(
        400,
        f"{parameter}: {message}",
        [{"parameter": parameter, "value": value[:80], "message": message}],
    )


def no_such_value(parameter: str, value: str, message: str) -> Problem:
    """A value of the right form that names nothing."""
    return Problem(
        404,
        f"{parameter}: {message}",
        [{"parameter": parameter, "value": value[:80], "message": message}],
    )


def store_does_not_answer() -> Problem:
    """The store is away for now."""
    return Problem(503, "the store does not answer", headers={"Retry-After": RETRY_SECONDS})


def no_file_can_be_written() -> Problem:
    """The disk is full, or its folder is not to be written to."""
    words = "the file cannot be written here for now; the API's pages can be read"
    return Problem(503, words, headers={"Retry-After": RETRY_SECONDS})


def any_failure(status: int) -> Problem:
    """An error that something else than the open data answered with."""
    words = "something went wrong at our end" if status >= 500 else HTTPStatus(status).phrase
    return Problem(status, words)
