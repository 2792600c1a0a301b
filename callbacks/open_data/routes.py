"""The addresses of the open data: what they answer to whom, and what becomes of errors there."""

import logging
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from flask import Flask, Response, request

from callbacks.first_response import KlimatDash
from callbacks.guards import MOST_BODY_BYTES
from callbacks.open_data.answers import CSV, JSON, Answers
from callbacks.open_data.downloads import Downloads
from callbacks.open_data.dumps import ROOT as DUMPS
from callbacks.open_data.dumps import Dumps
from callbacks.open_data.exchange import (
    ALLOWED,
    EVERY_METHOD,
    OPEN_TO_ALL,
    Exchange,
    accepted,
    answer_to_method,
    text_response,
)
from callbacks.open_data.feeds import Feeds
from callbacks.open_data.files import Files
from callbacks.open_data.items import Items
from callbacks.open_data.openapi import API_INFO, api_info, openapi, overview
from callbacks.open_data.problems import (
    PROBLEM_TYPE,
    Problem,
    any_failure,
    bad_parameter,
    no_file_can_be_written,
    store_does_not_answer,
)
from callbacks.open_data.reporting import FOLDER as ECRF
from callbacks.open_data.reporting import ecrf
from callbacks.open_data.trying import try_page
from data_access.open_data import DATASETS
from data_access.reading import StoreError, StoreReader
from layouts.metadata.atom import FOLDER as FEEDS
from layouts.metadata.datapackage import PATH as DATA_PACKAGE
from layouts.metadata.dcat import PATH as CATALOGUE
from layouts.open_data.try_it import FOLDER as TRY
from progress.dataset import EVERYTHING, Dataset

logger = logging.getLogger(__name__)

ROOT = "/api/v1"
DATASET_IN_PATH = re.compile(r"(/api/v1/|/data/)([A-Za-z-]+)(.*)")
OURS = ("/api/", "/data/", CATALOGUE)


class Api:
    """Whatever lies under /api."""

    def __init__(self, exchange: Exchange, answers: Answers, dumps: Dumps) -> None:
        self._exchange = exchange
        self._dumps = dumps
        self._answers = answers
        self._items = Items(exchange.store, answers.shelf)

    def answer(self, rest: str = "") -> Response:
        """Documents on the API, or a page of a dataset. Raises Problem, StoreError."""
        name, is_csv = rest.removeprefix("v1/").removesuffix(".csv"), rest.endswith(".csv")
        if rest.endswith("/") and rest != "v1/":
            return _led(request.path.rstrip("/"))
        of, *key = rest.removeprefix("v1/").split("/")
        if rest in ("v1", "v1/"):
            return _document(lambda: overview(self._exchange.base))
        if rest == "v1/openapi.json":
            site = self._exchange.app.pages_of_everyone.site
            return _document(lambda: openapi(self._exchange.base, site))
        if rest == f"v1/{API_INFO}":
            return _document(lambda: api_info(self._exchange.base))
        if rest.startswith("v1/") and of in DATASETS and len(key) == len(DATASETS[of].key):
            return self._item(DATASETS[of], tuple(key))
        if not rest.startswith("v1/") or name not in DATASETS:
            raise Problem(404, f"there is nothing here: see {ROOT}/")
        if (early := answer_to_method()) is not None:
            return early
        mime = CSV if is_csv else accepted((JSON, CSV))
        query = request.query_string.decode("ascii", "replace")
        version, dataset = self._exchange.version, DATASETS[name]
        day = self._dumps.day_asked_for()
        validators = (
            self._exchange.validators(version, mime, dataset)
            if day is None
            else self._exchange.validators_of_day(day, mime)
        )
        if (early := validators.not_modified()) is not None:
            return early
        address = f"{self._exchange.base}{request.path}"
        body = self._answers.body(version, address, query, name, mime, day)
        response = Response(body.content, content_type=f"{mime}; charset=utf-8")
        if body.next is not None:
            response.headers["Link"] = f'<{body.next}>; rel="next"'
        return validators.on(response)

    def _item(self, dataset: Dataset, key: tuple[str, ...]) -> Response:
        if (early := answer_to_method()) is not None:
            return early
        accepted((JSON,))
        for name in request.args:
            raise bad_parameter(name, request.args[name], "one row, as it is now, takes none")
        base = self._exchange.base
        return self._exchange.of_store(
            JSON, lambda version: self._items.body(version, base, dataset, key), dataset
        )


def _led(there: str) -> Response:
    """The way to the address as it is written here."""
    query = request.query_string.decode("ascii", "replace")
    return Response(status=301, headers={"Location": f"{there}?{query}" if query else there})


def _in_small_letters(path: str) -> str | None:
    """The path with its dataset's name, or its file's, as it is written here; None where it is, or
    names none. What follows a name in the API is a key, whose letters matter."""
    match = DATASET_IN_PATH.fullmatch(path)
    if match is None or match[2].lower() not in DATASETS:
        return None
    rest = match[3].lower() if match[1] == "/data/" else match[3]
    there = f"{match[1]}{match[2].lower()}{rest}"
    return there if there != path else None


def _document(make: Callable[[], str]) -> Response:
    if (early := answer_to_method()) is not None:
        return early
    accepted((JSON,))
    return text_response(make(), JSON)


def register(
    app: KlimatDash,
    store: StoreReader,
    dumps_folder: Path | None = None,
    files_folder: Path | None = None,
) -> None:
    """Add the addresses before Dash's own, which takes all that is left.

    The folders are where `klimat dump` and `klimat files` write; None where they do not.
    """
    exchange = Exchange(app, store)
    dumps = Dumps(exchange, dumps_folder)
    answers = Answers(store, dumps)
    api, downloads = (
        Api(exchange, answers, dumps),
        Downloads(exchange, answers, dumps, Files(store, files_folder)),
    )
    feeds = Feeds(exchange, answers.shelf)
    addresses: tuple[tuple[str, Callable[..., Response]], ...] = (
        ("/api", api.answer),
        ("/api/", api.answer),
        ("/api/<path:rest>", api.answer),
        (f"/data/{EVERYTHING}", downloads.everything),
        (DATA_PACKAGE, downloads.data_package),
        (f"{FEEDS}/<lang>.atom", feeds.answer),
        (f"{FEEDS}/<lang>/<slug>.atom", feeds.answer),
        (f"{DUMPS}/", dumps.list_all),
        (f"{DUMPS}/<day>/<name>", dumps.file),
        (f"{TRY}/<lang>", partial(try_page, exchange)),
        (f"{ECRF}/<city>.xlsx", partial(ecrf, exchange)),
        ("/data/<file>", downloads.file),
        ("/data/<name>/<file>", downloads.file),
        ("/data/<name>.csv-metadata.json", downloads.description),
        ("/data/<name>/<release>.csv-metadata.json", downloads.description),
        (CATALOGUE, downloads.catalogue),
    )
    for rule, answer in addresses:
        app.server.add_url_rule(rule, rule, _guarded(answer), methods=EVERY_METHOD)

    server: Flask = app.server

    @server.after_request
    def mark(response: Response) -> Response:
        if request.path != "/api" and not request.path.startswith(OURS):
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
            if (request.content_length or 0) > MOST_BODY_BYTES:
                raise Problem(413, f"a request takes no body, and at most {MOST_BODY_BYTES} bytes")
            return answer(**parts)
        except Problem as problem:
            there = _in_small_letters(request.path) if problem.status == 404 else None
            return problem.response() if there is None else _led(there)
        except StoreError as error:
            logger.warning("no data: %s", error)
            return store_does_not_answer().response()
        except OSError as error:
            logger.warning("no file: %s", error)
            return no_file_can_be_written().response()

    return guarded
