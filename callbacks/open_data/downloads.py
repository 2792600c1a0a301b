"""Whole datasets as files, what their columns mean to programs, and the catalogue of them all."""

from flask import Response, request, send_file
from werkzeug.exceptions import RequestedRangeNotSatisfiable

from callbacks.first_response import REVALIDATE
from callbacks.open_data.answers import Answers
from callbacks.open_data.exchange import (
    Exchange,
    accepted,
    answer_to_method,
    text_response,
)
from callbacks.open_data.files import CSV, XLSX, Files
from callbacks.open_data.problems import Problem
from data_access import questions as ask
from data_access.exports import TooManyRows
from data_access.open_data import DATASETS, EMISSIONS
from layouts.metadata import csvw, dcat

MIMES = {CSV: dcat.CSV, XLSX: dcat.XLSX}
RDF_MIMES = ("application/rdf+xml", "application/xml", "text/xml")


class Downloads:
    """The files of one product."""

    def __init__(self, exchange: Exchange, answers: Answers) -> None:
        self._exchange = exchange
        self._answers = answers
        self._files = Files(exchange.store)

    def csv(self, name: str, release: str | None = None) -> Response:
        """A whole dataset, or the emissions of one release, as one CSV file."""
        return self._file(CSV, name, release)

    def xlsx(self, name: str, release: str | None = None) -> Response:
        """The same as a workbook."""
        return self._file(XLSX, name, release)

    def description(self, name: str, release: str | None = None) -> Response:
        """What the columns of a CSV file hold, for programs."""
        if (early := answer_to_method()) is not None:
            return early
        self._check(name, release)
        accepted((csvw.MIME, "application/ld+json", "application/json"))
        file = f"{name if release is None else release}.csv"
        return text_response(csvw.table_description(DATASETS[name], file), csvw.MIME)

    def catalogue(self) -> Response:
        """All datasets in DCAT-AP-SE. Not there until the settings that it needs are."""
        if (early := answer_to_method()) is not None:
            return early
        mime = accepted(RDF_MIMES)
        site = self._exchange.app.pages_of_everyone.site
        if missing := dcat.missing_settings(site):
            needs = " and ".join(missing)
            raise Problem(404, f"the catalogue needs the setting {needs}: ask who runs this site")

        def make(version: str) -> str:
            with self._exchange.store.connection() as conn:
                releases = ask.releases(conn)
            changed = self._exchange.changed(version)
            return dcat.catalogue(site, tuple(DATASETS.values()), releases, changed)

        return self._exchange.of_store(mime, make)

    def _check(self, name: str, release: str | None) -> None:
        """Raises Problem where there is no such file."""
        if name not in DATASETS or (release is not None and name != EMISSIONS):
            raise Problem(404, "there is no such dataset")
        version = self._exchange.app.pages_of_everyone.store_version()
        if release is not None and release not in self._answers.releases_of_emissions(version):
            raise Problem(404, "no release of emissions has this label")

    def _file(self, form: str, name: str, release: str | None) -> Response:
        if (early := answer_to_method()) is not None:
            return early
        self._check(name, release)
        version, tag = self._exchange.tag(form)
        if not self._exchange.newer(tag, version):
            return self._exchange.finished(Response(status=304), tag, version)
        try:
            path = self._files.path(version, name, release, form)
        except TooManyRows as error:
            raise Problem(404, f"{error}: download the CSV, or one release") from None
        _leave_aside_what_is_no_single_part()
        try:
            response = send_file(
                path,
                mimetype=MIMES[form],
                as_attachment=True,
                download_name=f"{name}{'' if release is None else '-' + release}.{form}",
                etag=tag,
                last_modified=self._exchange.changed(version),
                conditional=True,
            )
        except RequestedRangeNotSatisfiable as error:
            whole = {"Content-Range": f"bytes */{error.length}"}
            raise Problem(416, f"the file has {error.length} bytes", headers=whole) from None
        response.headers["Cache-Control"] = REVALIDATE
        if form == CSV:
            described = f'<{request.path}{csvw.SUFFIX}>; rel="describedby"; type="{csvw.MIME}"'
            response.headers["Link"] = described
        return response


def _leave_aside_what_is_no_single_part() -> None:
    """Who asks for other units than bytes or for several parts gets the whole (RFC 9110, 14.2)."""
    wanted = request.range
    if wanted is None or wanted.units != "bytes" or len(wanted.ranges) != 1:
        request.environ.pop("HTTP_RANGE", None)
