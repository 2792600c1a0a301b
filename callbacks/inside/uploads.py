"""An agency's own list of grants, sent from the inside page: checked, or loaded as a draft."""

import logging
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import request
from werkzeug.utils import secure_filename
from werkzeug.wrappers import Response

from callbacks.first_response import KlimatDash
from data_access import clock
from data_access.imports import AlreadyImported, ImportProblems, ImportRefused
from data_access.inside import Drafts
from layouts.inside.uploads import upload_result
from progress.people import Person, Role

logger = logging.getLogger(__name__)

PATH = "/auth/grants"
MOST_FILE_BYTES = 20_000_000
MOST_NAME = 80


def allow_files() -> None:
    """Before the form of this route is read: it holds a file, where other bodies are small."""
    if request.path == PATH:
        request.max_content_length = MOST_FILE_BYTES


def may_upload(known: Person, agencies: frozenset[str]) -> tuple[str, ...]:
    """The agencies whose lists the person can load: those that they edit for."""
    return tuple(sorted(known.owners(Role.EDITOR) & agencies))


def upload(
    app: KlimatDash, drafts: Drafts, agencies: frozenset[str], known: Person, lang: str
) -> Response | None:
    """The page that tells what was found in the file, and whether it was loaded; None where the
    person may not, or the form holds no file."""
    owner, file = request.form.get("owner", ""), request.files.get("file")
    if owner not in may_upload(known, agencies) or file is None or not file.filename:
        return None
    loads = request.form.get("do") == "load"
    name = secure_filename(file.filename)[-MOST_NAME:] or "list.csv"
    with TemporaryDirectory(prefix="klimat-") as folder:
        path = Path(folder) / name
        file.save(path)
        try:
            result = drafts.import_grants(
                path,
                owner,
                by=known.subject,
                now=clock.now(),
                dry_run=not loads,
                confirmed=request.form.get("confirmed") == "yes",
            )
        except (AlreadyImported, ImportProblems, ImportRefused) as error:
            logger.info("a list of grants was not loaded: %s", type(error).__name__)
            lines = str(error).split("\n")
            return app.write(upload_result(lang, name, lines, loaded=False, status=422))
    lines = result.lines()
    return app.write(upload_result(lang, name, lines, loaded=loads, status=200))
