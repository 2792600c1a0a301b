"""What the people of a city or an agency load themselves: every kind of file by one way in."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from data_access.imports import ImportRefused, ImportResult, import_statuses, run
from data_access.imports.draft import Problems
from data_access.imports.files import FileRow, Sheet, open_sheet
from data_access.imports.headers import columns_in
from data_access.imports.publishers import PUBLISHERS
from data_access.imports.statuses import KIND as STATUSES
from data_access.imports.wide import as_rows, wide_fit
from data_access.inside.publishing import NOT_DRAFTS, check_owner
from data_access.records import RECORDS, STATUS_REPORT, Record
from progress.i18n import say
from progress.people import is_city

OF_CITIES = (
    "statuses",
    "decisions",
    "meetings",
    "account-comments",
    "obstacles",
    "contract-roles",
    "own-series",
    "goals",
    "investment-actions",
    "indicators",
    "events",
    "activities",
    "work-packages",
    "commitments",
)
"""Kinds of which every row tells its municipality, those that come most often first."""

OF_COORDINATOR = (
    "contracts",
    "municipalities",
    "organisations",
    "programmes",
    "sources",
    "indicator-definitions",
)
"""Registers that other rows refer to, kept by who coordinates the contracts."""

COORDINATOR = "viable-cities"

OF_AGENCIES = ("grants", "statuses", *PUBLISHERS)
"""A list of grants may have our own form or that of any publisher that is read."""


def kinds_of(owner: str) -> tuple[str, ...]:
    """The kinds of file that an owner's people load: a city's, an agency's, the coordinator's."""
    if is_city(owner):
        return OF_CITIES
    return (*OF_COORDINATOR, *OF_AGENCIES) if owner == COORDINATOR else OF_AGENCIES


def waits(kind: str) -> bool:
    """Whether a file of the kind waits as a draft; others renew what everyone sees at once."""
    return kind not in NOT_DRAFTS


def kind_of(file: Path, kinds: Sequence[str]) -> str:
    """The kind of a file, by its headings: all that the kind needs, and most besides. Publishers'
    forms have no headings of ours: they are chosen.

    Raises ImportRefused for a file whose headings fit none.
    """
    records = {kind: record_of_kind(kind) for kind in kinds if kind not in PUBLISHERS}
    known = {kind: record.columns for kind, record in records.items()}
    headers: dict[str, tuple[int, Sequence[str]]] = dict.fromkeys(records, (0, ()))

    def fit(row: Sequence[str]) -> int:
        """The best fit of any kind. The header of each is noted: a large file is opened once."""
        fits = {kind: wide_fit(row, columns) for kind, columns in known.items()}
        for kind, number in fits.items():
            if number > headers[kind][0]:
                headers[kind] = number, row
        return max(fits.values())

    sheet = open_sheet(file, fit, Problems())
    if sheet is not None:
        fit(sheet.header.cells)  # of JSON, whose names of columns need no looking for
        columns = {
            kind: _columns(replace(sheet, header=FileRow(1, list(row))), records[kind])
            for kind, (number, row) in headers.items()
            if number
        }
        if any(columns.values()):
            return max(columns, key=lambda kind: columns[kind])
    raise ImportRefused(say("import.headings_fit_no_kind", file=file.name))


def _columns(sheet: Sheet, record: Record) -> int:
    """How many headings of the sheet are columns of the record; 0 where one is missing."""
    header = as_rows(sheet, record.required, record.columns, Problems()).header
    names = {name for name in columns_in(header.cells, record.columns) if name is not None}
    return len(names) if names.issuperset(record.required) else 0


def record_of_kind(kind: str) -> Record:
    """The record of a kind's rows. Raises KeyError for a publisher's own form."""
    return STATUS_REPORT if kind == STATUSES else RECORDS[kind]


def load(
    file: Path,
    owner: str,
    kind: str,
    engine: Engine,
    *,
    now: datetime,
    dry_run: bool,
    confirmed: bool,
) -> ImportResult:
    """Checks an owner's file and, but for a dry run, loads it: as the owner's draft where the kind
    `waits`. `kind` is empty where the headings tell it; `confirmed`: unlikely figures are meant.

    A city's file holds rows of the city alone, and statuses are of what the owner has promised.
    Raises ImportProblems, AlreadyImported, ImportRefused.
    """
    with engine.connect() as conn:
        owner = check_owner(conn, owner)
    kinds = kinds_of(owner)
    if kind and kind not in kinds:
        raise ImportRefused(say("import.no_kind_kinds_are", kind=kind, kinds=", ".join(kinds)))
    kind = kind or kind_of(file, kinds)
    if kind == STATUSES:
        return import_statuses(
            [file], engine, dry_run=dry_run, now=now, draft_of=owner, only_of=owner
        )
    return run(
        kind,
        [file],
        engine,
        draft_of=owner if waits(kind) else "",
        only_of=owner if is_city(owner) else "",
        loaded_by=owner,
        dry_run=dry_run,
        now=now,
        confirmed=confirmed,
    )
