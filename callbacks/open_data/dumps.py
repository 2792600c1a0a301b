"""What was given out on earlier days, each file under an address that stays."""

import json
from datetime import date
from pathlib import Path

from flask import Response, request, send_file

from callbacks.byte_cache import BoundedCache
from callbacks.open_data.exchange import Exchange, accepted, answer_to_method, text_response
from callbacks.open_data.problems import Problem, bad_parameter
from data_access.exports.dumps import CHECKSUMS, DAY, dump_of, dumps
from data_access.open_data.dumped import NotInDump, dumped_rows
from data_access.open_data.rows import Row
from progress.dataset import Dataset
from progress.media_types import SQLITE

ROOT = "/data/dumps"
AS_OF = "as_of"
MOST_CACHED_BYTES, ROW_BYTES = 30_000_000, 1000
"""Of rows of earlier days, and about what a row takes."""
A_YEAR = 31_536_000
SUFFIXES = {".gz": "application/gzip", ".sqlite": SQLITE, "": "text/plain"}

Cache = BoundedCache[tuple[date, str], tuple[Row, ...]]


class Dumps:
    """The dumps of one product. `folder` is where `klimat dump` writes them; None where nowhere."""

    def __init__(self, exchange: Exchange, folder: Path | None) -> None:
        self._exchange = exchange
        self._folder = folder
        self._rows: Cache = BoundedCache(MOST_CACHED_BYTES)

    def list_all(self) -> Response:
        """The days, the newest first, with their files, as JSON."""
        if (early := answer_to_method()) is not None:
            return early
        accepted(("application/json",))
        folder, base = self._there(), self._exchange.base
        days = [
            {
                "day": day.isoformat(),
                "files": [
                    f"{base}{ROOT}/{day}/{path.name}"
                    for path in sorted((folder / day.isoformat()).iterdir())
                ],
            }
            for day in dumps(folder)
        ]
        return text_response(json.dumps({"dumps": days}, indent=1), "application/json")

    def file(self, day: str, name: str) -> Response:
        """A file of a day. It is never another, and may be kept."""
        if (early := answer_to_method()) is not None:
            return early
        folder = self._there()
        whole = folder / day
        files = {path.name: path for path in whole.iterdir()} if self._has(day) else {}
        if name not in files:
            raise Problem(404, f"no such file of a dump: see {ROOT}/")
        mime = SUFFIXES["" if name == CHECKSUMS else files[name].suffix]
        response = send_file(files[name], mimetype=mime, conditional=True, max_age=A_YEAR)
        response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
        return response

    def day_asked_for(self) -> date | None:
        """The day of the newest dump by the day that `as_of` names; None where it names none.

        Raises Problem.
        """
        text = request.args.get(AS_OF)
        if text is None:
            return None
        try:
            wanted = date.fromisoformat(text)
        except ValueError:
            raise bad_parameter(AS_OF, text, "expected a day (2026-11-30)") from None
        day = dump_of(self._there(), wanted)
        if day is None:
            raise Problem(404, f"nothing was written down by then: see {ROOT}/")
        return day

    def rows(self, day: date, dataset: Dataset) -> tuple[Row, ...]:
        """The rows of a dataset as they were on the day of a dump. Raises Problem, OSError."""
        key = (day, dataset.name)
        if (stored := self._rows.get(key)) is not None:
            return stored
        try:
            rows = dumped_rows(self._there() / day.isoformat(), dataset)
        except NotInDump:
            what = f"there was no such dataset on {day}: see {ROOT}/"
            raise Problem(404, what) from None
        self._rows.put(key, rows, ROW_BYTES * len(rows))
        return rows

    def _there(self) -> Path:
        if self._folder is None:
            raise Problem(404, "this site keeps no dumps: ask who runs it")
        return self._folder

    def _has(self, day: str) -> bool:
        return DAY.fullmatch(day) is not None and (self._there() / day).is_dir()
