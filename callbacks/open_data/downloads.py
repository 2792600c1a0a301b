"""Whole datasets as files, what their columns mean to programs, and the catalogue of them all."""

from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path

from flask import Response, request, send_file
from werkzeug.exceptions import RequestedRangeNotSatisfiable

from callbacks.compression import chosen_encoding
from callbacks.open_data.answers import Answers
from callbacks.open_data.dumps import AS_OF, Dumps
from callbacks.open_data.dumps import ROOT as DUMPS
from callbacks.open_data.exchange import (
    FOR_ONE_READER,
    Exchange,
    Validators,
    accepted,
    answer_to_method,
    text_response,
)
from callbacks.open_data.files import Files
from callbacks.open_data.problems import Problem, bad_parameter
from data_access import questions as ask
from data_access.clock import now
from data_access.exports import TooManyRows
from data_access.open_data import ALL, DATASETS, EMISSIONS, LATEST
from data_access.open_data.files import PreparedFile, file_name
from data_access.open_data.forms import CSV, FORMS, PARQUET, Form, forms_of
from layouts.metadata import csvw, datapackage, dcat
from layouts.metadata.rdf import in_form
from layouts.metadata.rests import rests_on
from progress.dataset import EVERYTHING, Dataset
from progress.media_types import SQLITE

RDF_MIMES = ("application/rdf+xml", "application/xml", "text/xml")
OTHER_RDF = {"text/turtle": "turtle", "application/ld+json": "json-ld"}
"""Written where rdflib is installed (the package's extra `rdf`)."""


FORMER_SERVED = timedelta(minutes=15)
"""So long after a change the files of the state before are sent, while `klimat files` writes the
new ones. Should it not run, the first reader of each has it written."""

ONE_RELEASE = "a file of one release does not change: leave it out"


class Downloads:
    """The files of one product."""

    def __init__(self, exchange: Exchange, answers: Answers, dumps: Dumps, files: Files) -> None:
        self._exchange = exchange
        self._answers = answers
        self._dumps = dumps
        self._files = files

    def file(self, file: str, name: str | None = None) -> Response:
        """A whole dataset (`goals.csv`), or one release of it (`emissions/all.csv`), as a file."""
        form = next((form for form in FORMS if file.endswith(form.suffix)), None)
        if form is None:
            raise Problem(404, "there is nothing here: see /api/v1/")
        stem = file.removesuffix(form.suffix)
        return self._file(form, name or stem, stem if name else None)

    def everything(self) -> Response:
        """All datasets as one SQLite file."""
        if (early := answer_to_method()) is not None:
            return early
        if (day := self._dumps.day_asked_for()) is not None:
            return Response(status=302, headers={"Location": f"{DUMPS}/{day}/{EVERYTHING}"})
        version = self._exchange.version
        file = self._prepared(version, EVERYTHING)
        validators = self._validators(version, file, SQLITE)
        if (early := validators.not_modified()) is not None:
            return early
        path = self._files.everything(version) if file is None else file.path
        return _sent(path, EVERYTHING, SQLITE, validators)

    def description(self, name: str, release: str | None = None) -> Response:
        """What the columns of a CSV file hold, for programs."""
        if (early := answer_to_method()) is not None:
            return early
        self._check(name, release)
        accepted((csvw.MIME, "application/ld+json", "application/json"))
        file = f"{name if release is None else release}.csv"
        return text_response(csvw.table_description(DATASETS[name], file), csvw.MIME)

    def data_package(self) -> Response:
        """All CSV files with their columns, for programs that read tables."""
        if (early := answer_to_method()) is not None:
            return early
        mime = accepted((datapackage.MIME,))

        def make(version: str) -> str:
            datasets, changed = tuple(DATASETS.values()), self._exchange.changed(version)
            site = self._exchange.app.pages_of_everyone.site
            with self._exchange.store.connection() as conn:
                releases = ask.releases(conn)
            rests = {each.name: rests_on(each, releases, changed, site) for each in datasets}
            return datapackage.data_package(site, datasets, rests)

        return self._exchange.of_store(mime, make)

    def catalogue(self) -> Response:
        """All datasets in DCAT-AP-SE. Not there until the settings that it needs are."""
        if (early := answer_to_method()) is not None:
            return early
        offered = (*RDF_MIMES, *(OTHER_RDF if find_spec("rdflib") else ()))
        mime = accepted(offered)
        profile = request.args.get("profile", dcat.SWEDISH)
        if profile not in dcat.PROFILES:
            raise bad_parameter("profile", profile, f"expected {' or '.join(dcat.PROFILES)}")
        site = self._exchange.app.pages_of_everyone.site
        if missing := dcat.missing_settings(site):
            needs = " and ".join(missing)
            raise Problem(404, f"the catalogue needs the setting {needs}: ask who runs this site")

        def make(version: str) -> str:
            with self._exchange.store.connection() as conn:
                releases = ask.releases(conn)
            changed = self._exchange.changed(version)
            xml = dcat.catalogue(site, tuple(DATASETS.values()), releases, changed, profile)
            return in_form(xml, OTHER_RDF[mime]) if mime in OTHER_RDF else xml

        return self._exchange.of_store(mime, make)

    def _check(self, name: str, release: str | None) -> None:
        """Raises Problem where there is no such file."""
        if name not in DATASETS or (release is not None and name not in EMISSIONS):
            raise Problem(404, "there is no such dataset")
        if release in (None, LATEST, ALL):
            return
        if release not in self._answers.releases_of(self._exchange.version, DATASETS[name]):
            raise Problem(404, "no release of emissions has this label")

    def _file(self, form: Form, name: str, release: str | None) -> Response:
        if (early := answer_to_method()) is not None:
            return early
        if release is None:
            self._check(name, None)
            release = _release_in_query()
        elif AS_OF in request.args:
            raise bad_parameter(AS_OF, request.args[AS_OF], ONE_RELEASE)
        self._check(name, release)
        if release == LATEST:  # what comes where nothing is chosen
            release = None
        if form not in forms_of(DATASETS[name]):
            missing = "this installation writes no Parquet" if form is PARQUET else "no such form"
            raise Problem(404, f"{missing}: see /api/v1/")
        _leave_aside_what_is_no_single_part()
        # A part is of the file as it is: who asks for one gets it unpacked.
        encoding = chosen_encoding() if form.text and request.range is None else None
        try:
            day = self._dumps.day_asked_for()
            if day is not None:
                response = self._as_of(day, name, form, encoding)
            else:
                response = self._of_now(name, release, form, encoding)
        except TooManyRows as error:
            raise Problem(404, f"{error}: download the CSV, or one release") from None
        if response.status_code == 304:
            return response
        if encoding is not None:
            response.headers["Content-Encoding"] = encoding
        if form.text:
            response.vary.add("Accept-Encoding")
        if form is CSV:
            described = f'<{request.path}{csvw.SUFFIX}>; rel="describedby"; type="{csvw.MIME}"'
            response.headers["Link"] = described
        return response

    def _of_now(self, name: str, release: str | None, form: Form, encoding: str | None) -> Response:
        version = self._exchange.version
        file = self._prepared(version, file_name(name, form, release, encoding))
        written_as = f"{form.suffix}{encoding or ''}"
        validators = self._validators(version, file, written_as, DATASETS[name])
        if (early := validators.not_modified()) is not None:
            return early
        if file is not None:
            path = file.path
        else:
            path = self._files.path(version, name, release, form, encoding)
        return _sent(path, file_name(name, form, release), form.mime, validators)

    def _as_of(self, day: date, name: str, form: Form, encoding: str | None) -> Response:
        """A file of the rows of a day's dump."""
        validators = self._exchange.validators_of_day(day, f"{form.suffix}{encoding or ''}")
        if (early := validators.not_modified()) is not None:
            return early
        rows = self._dumps.rows(day, DATASETS[name])
        path = self._files.path_of_rows(day.isoformat(), DATASETS[name], rows, form, encoding)
        return _sent(path, file_name(name, form, day.isoformat()), form.mime, validators)

    def _prepared(self, version: str, name: str) -> PreparedFile | None:
        """A file that is written already: of this state of the store, or for a while after a
        change of the one before."""
        changed = self._exchange.changed(version)
        is_new = changed is not None and now() - changed < FORMER_SERVED
        return self._files.prepared(version, name, or_former=is_new)

    def _validators(
        self, version: str, file: PreparedFile | None, mime: str, dataset: Dataset | None = None
    ) -> Validators:
        if file is None:
            return self._exchange.validators(version, mime, dataset)
        tag = self._exchange.tag(file.version, mime)
        if file.version == self._exchange.version:
            return Validators(tag, file.changed)
        return Validators(tag, file.changed, FOR_ONE_READER)


def _sent(path: Path, file: str, mime: str, validators: Validators) -> Response:
    try:
        response = send_file(
            path,
            mimetype=mime,
            as_attachment=True,
            download_name=file,
            etag=validators.tag,
            last_modified=validators.changed,
            conditional=True,
        )
    except RequestedRangeNotSatisfiable as error:
        whole = {"Content-Range": f"bytes */{error.length}"}
        raise Problem(416, f"the file has {error.length} bytes", headers=whole) from None
    response.headers["Cache-Control"] = validators.cache_control
    return response


def _release_in_query() -> str | None:
    """The release after the question mark: `?release=all`. Raises Problem for anything else."""
    for name in request.args:
        if name not in ("release", AS_OF):
            raise bad_parameter(name, request.args[name], "a file takes release or as_of")
    release = request.args.get("release")
    if release not in (None, LATEST) and AS_OF in request.args:
        raise bad_parameter(AS_OF, request.args[AS_OF], ONE_RELEASE)
    return release


def _leave_aside_what_is_no_single_part() -> None:
    """Who asks for other units than bytes or for several parts gets the whole (RFC 9110, 14.2)."""
    wanted = request.range
    if wanted is None or wanted.units != "bytes" or len(wanted.ranges) != 1:
        request.environ.pop("HTTP_RANGE", None)
