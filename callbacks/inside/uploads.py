"""A file or pasted rows of a city or an agency: looked through first, then loaded."""

import base64
import binascii
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import request
from werkzeug.utils import secure_filename
from werkzeug.wrappers import Response

from callbacks.inside.context import FormRefused, Inside, owner_of_form
from callbacks.inside.faults import faults_of
from data_access import clock
from data_access.imports import AlreadyImported, ImportProblems, ImportRefused, ImportResult
from data_access.uploads import kinds_of, waits
from layouts import inside as layout
from layouts.addresses import Address
from layouts.page import Page
from progress.people import Person, Role

logger = logging.getLogger(__name__)

PATH = "/auth/upload"
MOST_FILE_BYTES = 20_000_000
MOST_FIELD_BYTES = 3_000_000
MOST_CARRIED_BYTES = 2_000_000
"""A file up to this size goes along in the page that shows what it changes; a larger one is chosen
again."""

MOST_NAME = 80
PASTED = "pasted.csv"


def allow_files() -> None:
    """Before the form of this route is read: it holds a file, where other bodies are small."""
    if request.path == PATH:
        request.max_content_length = MOST_FILE_BYTES
        request.max_form_memory_size = MOST_FIELD_BYTES


def page(inside: Inside, person: Person, lang: str) -> Page:
    """The form by which a file comes in."""
    with inside.store.connection() as conn:
        signed = inside.signed(conn, person)
    return layout.upload_page(
        Address("inside-upload", lang), layout.UploadAnswers(signed, _kinds(person))
    )


def _kinds(person: Person) -> dict[str, tuple[str, ...]]:
    return {owner: kinds_of(owner) for owner in sorted(person.owners(Role.EDITOR))}


def upload(inside: Inside, person: Person, lang: str) -> Response:
    """What the file changes, or has changed, or why it cannot be loaded."""
    form = request.form
    owner = owner_of_form(person, form.get("owner", ""), Role.EDITOR)
    kind, loads = form.get("kind", ""), form.get("do") == "load"
    if loads and kind not in kinds_of(owner):
        raise FormRefused
    if loads and not waits(kind):
        owner_of_form(person, owner, Role.PUBLISHER)
    confirmed = form.get("confirmed") == "yes"
    with inside.store.connection() as conn:
        signed = inside.signed(conn, person)
    with _sent_file() as path:
        pasted = form.get("rows", "") if path.name == PASTED else ""
        sent = layout.SentFile(path.name, owner, kind, confirmed, _carried(path), pasted)
        answers = layout.UploadAnswers(signed, _kinds(person), sent)
        try:
            result = inside.drafts.load(
                path,
                owner,
                kind,
                by=person.subject,
                now=clock.now(),
                dry_run=not loads,
                confirmed=confirmed,
            )
        except (AlreadyImported, ImportProblems, ImportRefused) as error:
            logger.info("a file was not loaded: %s", type(error).__name__)
            address = Address("inside-upload", lang)
            return inside.app.write(layout.upload_refused(address, answers, faults_of(error)))
    preview = _preview(result, loads=loads)
    return inside.app.write(layout.upload_result(Address("inside-upload", lang), answers, preview))


@contextmanager
def _sent_file() -> Iterator[Path]:
    """What was sent, as a file that is gone afterwards: a file, one that went along in the page
    before, or rows that were pasted. Raises FormRefused where there is none."""
    file, form = request.files.get("file"), request.form
    with TemporaryDirectory(prefix="klimat-") as folder:
        if file is not None and file.filename:
            path = Path(folder) / _name(file.filename)
            file.save(path)
        elif form.get("content"):
            path = Path(folder) / _name(form.get("name", ""))
            try:
                path.write_bytes(base64.b64decode(form["content"], validate=True))
            except (binascii.Error, ValueError):
                raise FormRefused(400) from None
        elif form.get("rows", "").strip():
            path = Path(folder) / PASTED
            path.write_text(form["rows"], encoding="utf-8", errors="replace", newline="\n")
        else:
            raise FormRefused(400, "inside.upload.nothing_sent")
        yield path


def _name(given: str) -> str:
    return secure_filename(given)[-MOST_NAME:] or PASTED


def _carried(path: Path) -> str:
    """The file as text that a form can carry; empty for one that is too large."""
    if path.stat().st_size > MOST_CARRIED_BYTES:
        return ""
    return base64.b64encode(path.read_bytes()).decode()


def _preview(result: ImportResult, *, loads: bool) -> layout.Preview:
    difference = result.difference
    return layout.Preview(
        kind=result.kind,
        label=result.label,
        loaded=loads,
        waits=waits(result.kind),
        rows=result.rows,
        new=difference.new,
        restated=difference.restated,
        missing=difference.missing,
        unchanged=difference.unchanged,
        new_rows=difference.new_sample,
        changes=tuple(
            (change.key, change.old, change.new) for change in difference.restated_sample
        ),
        missing_rows=difference.missing_sample,
        columns=difference.columns,
        notes=tuple(str(note).strip() for note in result.notes),
        shown=tuple(str(line).strip() for line in result.shown),
    )
