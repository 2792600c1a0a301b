"""What was given out on earlier days, each file under an address that stays."""

import json
from datetime import date
from pathlib import Path

from flask import Response, request, send_file

from callbacks.open_data.exchange import Exchange, accepted, answer_to_method, text_response
from callbacks.open_data.problems import Problem, bad_parameter
from data_access.exports.dumps import CHECKSUMS, DAY, dump_of, dumps
from progress.media_types import SQLITE

ROOT = "/data/dumps"
A_YEAR = 31_536_000
SUFFIXES = {".gz": "application/gzip", ".sqlite": SQLITE, "": "text/plain"}


class Dumps:
    """The dumps of one product. `folder` is where `klimat dump` writes them; None where nowhere."""

    def __init__(self, exchange: Exchange, folder: Path | None) -> None:
        self._exchange = exchange
        self._folder = folder

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

    def as_of(self, file: str) -> Response | None:
        """The way to a file as it was on the day that `as_of` names; None where it names none."""
        text = request.args.get("as_of")
        if text is None:
            return None
        try:
            wanted = date.fromisoformat(text)
        except ValueError:
            raise bad_parameter("as_of", text, "expected a day (2026-11-30)") from None
        day = dump_of(self._there(), wanted)
        path = self._there() / f"{day}" / f"{file}.gz"
        if day is None or not path.is_file():
            raise Problem(404, f"nothing was written down by then: see {ROOT}/")
        return Response(status=302, headers={"Location": f"{ROOT}/{day}/{file}.gz"})

    def _there(self) -> Path:
        if self._folder is None:
            raise Problem(404, "this site keeps no dumps: ask who runs it")
        return self._folder

    def _has(self, day: str) -> bool:
        return DAY.fullmatch(day) is not None and (self._there() / day).is_dir()
