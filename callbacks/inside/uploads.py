"""A file or pasted rows of a city or an agency: looked through first, then loaded."""

import base64
import binascii
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import request
from werkzeug.utils import secure_filename
from werkzeug.wrappers import Response

from callbacks.inside.context import FormRefused, Inside, owner_of_form
from callbacks.inside.faults import faults_of
from callbacks.inside.row_fields import MOST_CHARACTERS, values_sent
from callbacks.inside.row_forms import (
    MOST_GRID_ROWS,
    OWN_FIGURES,
    fields_of,
    filled,
    grid_of,
    has_form,
    write_rows,
)
from callbacks.inside.templates import WITH_TEMPLATE
from data_access import clock, questions
from data_access.imports import AlreadyImported, ImportProblems, ImportRefused, ImportResult
from data_access.imports.publishers import PUBLISHERS
from data_access.imports.running import TRIED
from data_access.inside.mending import faulty_cells, faulty_rows, write_mended
from data_access.inside.uploads import kind_of, kinds_of, record_of_kind, waits
from layouts import inside as layout
from layouts.frame.page import Page
from layouts.links.addresses import Address
from progress.people import Person, Role

logger = logging.getLogger(__name__)

PATH = "/auth/upload"
MOST_FILE_BYTES = 20_000_000
MOST_FIELD_BYTES = 3_000_000
MOST_FIELDS = 5000
"""Of a form: the cells of the rows that are mended at a time, of the widest kind."""

MOST_CARRIED_BYTES = 2_000_000
"""A file up to this size goes along in the page that shows what it changes; a larger one is chosen
again."""

MOST_NAME = 80
CELL = re.compile(rf"{re.escape(layout.CELL)}(?P<row>[0-9]{{1,7}})-(?P<column>[0-9]{{1,4}})")
PASTED, BY_FORM = "pasted.csv", "form.xlsx"
ORIGINS = {PASTED: "pasted", BY_FORM: "form"}


def allow_files() -> None:
    """Before the form of this route is read: it holds a file, where other bodies are small."""
    if request.path == PATH:
        request.max_content_length = MOST_FILE_BYTES
        request.max_form_memory_size = MOST_FIELD_BYTES
        request.max_form_parts = MOST_FIELDS


def page(inside: Inside, person: Person, lang: str) -> Page:
    """The form by which a file comes in."""
    owner, kind = request.args.get("owner", ""), request.args.get("kind", "")
    with inside.private.of(person.owners()).connection() as conn:
        signed = inside.signed(conn, person)
        answers = _answers(signed, person, owner, kind)
        if answers.row_kind == OWN_FIGURES:
            series = questions.own_series(conn, owner)
            label = request.args.get("series", "")
            fields = filled(answers.fields, series, label)
            answers = replace(answers, grid=grid_of({}, series, label), fields=fields)
    return layout.upload_page(Address("inside-upload", lang), answers)


def _answers(
    signed: layout.Signed,
    person: Person,
    owner: str,
    kind: str,
    sent: layout.SentFile | None = None,
) -> layout.UploadAnswers:
    """What the form shows; the fields of a row where its kind and the owner are chosen, and of own
    figures the years that were sent."""
    kinds = _kinds(person)
    by_form = has_form(kind) and kind in kinds.get(owner, ())
    return layout.UploadAnswers(
        signed,
        kinds,
        sent,
        owner if by_form else "",
        kind if by_form else "",
        fields_of(kind, owner) if by_form else (),
        frozenset(each for own in kinds.values() for each in own if has_form(each)),
        WITH_TEMPLATE,
        grid_of(_grid_sent()) if by_form and kind == OWN_FIGURES else None,
        is_tried=by_form and kind in TRIED,
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
        values = values_sent() if path.name == BY_FORM else {}
        origin = ORIGINS.get(path.name, "file")
        sent = layout.SentFile(
            path.name, owner, kind, confirmed, _carried(path), pasted, values, origin
        )
        answers = _answers(signed, person, owner, kind if values else "", sent)
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
            known = _known_kind(path, sent, error)
            mendable = _mendable(path, known, sent, error)
            faults = faults_of(error, record_of_kind(known) if known else None)
            if values and isinstance(error, ImportProblems):
                answers, faults = _in_form(answers, faults, error)
            page = layout.upload_refused(address, answers, faults, mendable)
            return inside.app.write(page)
    preview = _preview(result, loads=loads)
    return inside.app.write(layout.upload_result(Address("inside-upload", lang), answers, preview))


def _in_form(
    answers: layout.UploadAnswers, faults: tuple[layout.Fault, ...], error: ImportProblems
) -> tuple[layout.UploadAnswers, tuple[layout.Fault, ...]]:
    """What the form of a row shows, with the fields and cells marked that are wrong; and the faults
    without rows where they are of a field, which has none."""
    columns = [group.cause[1] for group in error.groups]
    names = {field.name for field in answers.fields}
    faulty = {name: number for number, name in enumerate(columns) if name in names}
    faults = tuple(
        replace(fault, rows="") if column in names else fault
        for fault, column in zip(faults, columns, strict=True)
    )
    grid = answers.grid
    if grid is not None:
        cells = faulty_cells([column.name for column in grid.columns], error)
        grid = replace(grid, faulty=cells)
    return replace(answers, faulty=faulty, grid=grid), faults


def _known_kind(path: Path, sent: layout.SentFile, error: Exception) -> str:
    """The kind of a file in which something is wrong; empty where it has a publisher's own form, or
    where no kind was found."""
    if not isinstance(error, ImportProblems):
        return ""
    kind = sent.kind or kind_of(path, kinds_of(sent.owner))
    return "" if kind in PUBLISHERS else kind


def _mendable(
    path: Path, kind: str, sent: layout.SentFile, error: Exception
) -> layout.MendableRows | None:
    """The rows that can be mended in the page: of a file that goes along in it, whose cells are
    what is wrong. Rows of a form are mended there."""
    if not (kind and sent.content and isinstance(error, ImportProblems)) or sent.values:
        return None
    faulty = faulty_rows(path, kind, error)
    if faulty is None:
        return None
    return layout.MendableRows(kind, faulty.headings, faulty.rows, faulty.faulty, faulty.more)


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
                if cells := _cells_sent():
                    path = _mended(path, cells)
            except (binascii.Error, ValueError):
                raise FormRefused(400) from None
        elif form.get("rows", "").strip():
            path = Path(folder) / PASTED
            path.write_text(form["rows"], encoding="utf-8", errors="replace", newline="\n")
        elif values := values_sent():
            path = Path(folder) / BY_FORM
            kind = form.get("kind", "")
            if not has_form(kind):
                raise FormRefused(400)
            write_rows(path, form.get("owner", ""), kind, values, _grid_sent())
        else:
            raise FormRefused(400, "inside.upload.nothing_sent")
        yield path


def _cells_sent() -> dict[tuple[int, int], str]:
    """The cells of the rows that were mended, by row and column. Raises FormRefused."""
    cells = {}
    for name, text in request.form.items():
        if match := CELL.fullmatch(name):
            if len(text) > MOST_CHARACTERS:
                raise FormRefused(413)
            cells[int(match["row"]), int(match["column"])] = text
    return cells


def _grid_sent() -> dict[tuple[int, int], str]:
    """The cells of own figures year by year. Raises FormRefused for rows that no form has."""
    cells = _cells_sent()
    if any(row > MOST_GRID_ROWS for row, _ in cells):
        raise FormRefused(400)
    return cells


def _mended(path: Path, cells: Mapping[tuple[int, int], str]) -> Path:
    """The file with what was mended in it. Raises ValueError."""
    kind = request.form.get("kind", "")
    if kind in PUBLISHERS or kind not in kinds_of(request.form.get("owner", "")):
        raise ValueError("no kind that is mended")
    folder = path.with_name("mended")
    folder.mkdir()
    return write_mended(path, kind, cells, folder)


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
        new_rows=tuple(str(row).strip() for row in difference.new_sample),
        changes=tuple(
            (change.key, change.old, change.new) for change in difference.restated_sample
        ),
        missing_rows=difference.missing_sample,
        columns=difference.columns,
        notes=tuple(str(note).strip() for note in result.notes),
        shown=tuple(str(line).strip() for line in result.shown),
        verdicts=tuple(result.sentences()),
    )
