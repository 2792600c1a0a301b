"""Imports dated statuses of commitments, activities and work packages: added, never changed.

The template is what `klimat export status-template` writes: one row for each promise, to be filled
in where there is something to report. Statuses are a journal, not an edition of figures: they make
no release. Who read which file when stands in the log of changes.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, func, select

from data_access import clock
from data_access.clock import day_of
from data_access.imports.cells import RowCells
from data_access.imports.differences import SAMPLE_LIMIT, Difference
from data_access.imports.draft import (
    HeldStatus,
    ImportRefused,
    ImportResult,
    Options,
    Problems,
    Rows,
    StoreFacts,
)
from data_access.imports.fields import read_fields
from data_access.imports.files import Location
from data_access.imports.identity import hash_of
from data_access.imports.pledge_writing import add_statuses
from data_access.imports.pledges import NOT_YET, check_history, status_in, statuses_held
from data_access.imports.tables import Once, rows_of
from data_access.records import STATUS_REPORT
from data_access.releases import record_change
from data_access.status_tables import STATUS_TABLES
from data_access.tables import (
    activity,
    commitment,
    contract,
    municipality,
    work_package,
)
from progress.i18n import Words, say
from progress.promises.parties import names_of, party_slug

KIND = "statuses"
REPORTED = tuple(field.column for field in STATUS_REPORT.stored)
"""A row with none of these has nothing to report."""


@dataclass(frozen=True, slots=True)
class Known:
    """A promise that a status may be of: what its parties are called, who they are as owners of
    drafts, and the first day it can have a status."""

    parties: frozenset[str]
    owners: frozenset[str]
    first_day: date | None
    what: str


def import_statuses(
    files: Sequence[Path],
    engine: Engine,
    *,
    dry_run: bool = False,
    now: datetime | None = None,
    draft_of: str = "",
    only_of: str = "",
    prepare: Callable[[Connection], None] | None = None,
) -> ImportResult:
    """Adds the statuses of the files, all or none. Those held already are left as they are.

    With `draft_of`, a city or agency that exists, only its people see them; `only_of` refuses
    statuses of promises that this city or agency has not made. `prepare` comes first, in the same
    transaction.

    Raises ImportProblems (the files) or ImportRefused (no file); the store is then untouched, as it
    is after a dry run.
    """
    if not files:
        raise ImportRefused(say("import.no_file_given"))
    moment = now or clock.now()
    problems = Problems()
    with engine.connect() as conn, conn.begin() as transaction:
        if prepare is not None:
            prepare(conn)
        held = statuses_held(conn, only_of or None)
        rows = check(files, known(conn), held, day_of(moment), problems, only_of)
        problems.raise_if_any()
        fresh = [row for row in rows if (row["id"], row["status_date"]) not in held]
        waiting = () if draft_of else _waiting(conn, rows)
        if dry_run or not fresh:
            transaction.rollback()
        else:
            batch = batch_of(files, moment)
            write(conn, fresh, batch, draft_of)
            sources = ", ".join(f"{path.name} {hash_of(Location.of(path))[:12]}" for path in files)
            record_change(
                conn,
                "draft" if draft_of else "statuses",
                detail=f"{batch}: {len(fresh)} from {sources}",
                now=moment,
                shown=not draft_of,
            )
    sample = tuple(
        say(
            "import.status_of_day",
            pledge_id=row["id"],
            day=row["status_date"],
            status=say(f"word.progress.{row['status']}"),
            comment=row["comment"],
        )
        for row in fresh[:SAMPLE_LIMIT]
    )
    difference = Difference(new=len(fresh), unchanged=len(rows) - len(fresh), new_sample=sample)
    label = batch_of(files, moment)
    notes: tuple[Words, ...] = tuple(
        say("import.seen_by_its_owners_people_only", draft=draft) for draft in waiting
    )
    if not rows:
        notes = (say("import.no_row_has_date_and_status"),)
    notes = (*problems.notices, *notes)
    return ImportResult(KIND, label, len(rows), dry_run, difference, notes)


def _waiting(conn: Connection, rows: Rows) -> tuple[str, ...]:
    """The drafts that hold some of these statuses: told again in public, they stay drafts."""
    keys = {(row["id"], row["status_date"]) for row in rows}
    result = {
        row.batch
        for table, _ in STATUS_TABLES.values()
        for row in conn.execute(select(table).where(~table.c.published))
        if (row[0], row.status_date) in keys
    }
    return tuple(sorted(result))


def check(
    files: Sequence[Path],
    promises: Mapping[str, Known],
    held: Mapping[tuple[str, date], HeldStatus],
    today: date,
    problems: Problems,
    only_of: str = "",
) -> Rows:
    """The filled-in rows of the files; what is wrong with the others is named in `problems`."""
    rows: Rows = []
    once = Once(STATUS_REPORT.kind)
    columns = STATUS_REPORT.required, STATUS_REPORT.optional
    for cells in rows_of(files, *columns, StoreFacts(statuses=held), problems):
        if not any(cells.cell(name) for name in REPORTED):
            continue
        row = _row(cells, promises, today, only_of)
        if row is not None:
            once.check(cells, "date", (row["id"], row["status_date"]))
            rows.append(row)
    return rows


def _row(
    cells: RowCells, promises: Mapping[str, Known], today: date, only_of: str
) -> dict[str, Any] | None:
    promise = promises.get(cells.cell("id"))
    row = read_fields(STATUS_REPORT, cells, Options())
    word, day = row["status"], row["status_date"]
    if promise is None:
        kinds = say("import.id_of_commitment_activity_or_work")
        cells.problem("id", kinds, say("import.see_template"))
    elif only_of and only_of not in promise.owners:
        cells.problem("id", say("import.id_of_what_owner_has_promised"))
    elif cells.cell("party") and cells.cell("party") not in promise.parties:
        whose = " / ".join(sorted(promise.parties)) or say("import.no_party")
        cells.problem("party", say("import.party_of", pledge=cells.cell("id"), whose=whose))
    if not cells.cell("date"):
        cells.problem("date", say("import.day_of_status"), say("import.write_it_as_2024_05_31"))
    if promise is None or word is None or day is None:
        return None
    if day > today:
        cells.problem("date", *NOT_YET)
    elif promise.first_day is not None and day < promise.first_day:
        made = f"import.made.{promise.what.replace(' ', '_')}"
        cells.problem("date", say(made, day=promise.first_day))
    check_history(cells, "date", cells.cell("id"), day, status_in(row))
    return {"id": cells.cell("id"), **row, "what": promise.what}


def batch_of(files: Sequence[Path], moment: datetime) -> str:
    """The name under which statuses that come together are published or taken back."""
    together = "".join(sorted(hash_of(Location.of(path)) for path in files))
    return f"{KIND}-{moment:%Y%m%d}-{sha256(together.encode()).hexdigest()[:8]}"


def write(conn: Connection, rows: Rows, batch: str = "", draft_of: str = "") -> None:
    """Adds the rows to the history of their promises; those of a draft wait to be published."""
    more = {"batch": batch, "published": not draft_of, "owner": draft_of}
    for what, (table, key) in STATUS_TABLES.items():
        statuses = [
            {
                key: row["id"],
                **{field.name: row[field.name] for field in STATUS_REPORT.stored},
                **more,
            }
            for row in rows
            if row["what"] == what
        ]
        add_statuses(conn, table, key, statuses)


def known(conn: Connection) -> dict[str, Known]:
    """Every promise by its id.

    A commitment can have a status from the year of its contract's version on; what all cities
    share, from the oldest version; an activity, from its start where that is stated; a work
    package, from the version of the contract that names it, else from its start.
    """
    oldest = conn.scalar(select(func.min(contract.c.version_year)))
    versions = {row.contract_id: row.version_year for row in conn.execute(select(contract))}
    result = {
        row.commitment_id: Known(
            frozenset({row.party, *names_of(row.party)}),
            frozenset(
                {row.municipality_code}
                if row.municipality_code
                else map(party_slug, names_of(row.party))
            ),
            _first_of(versions.get(row.contract_id, oldest)),
            "commitment",
        )
        for row in conn.execute(select(commitment))
    }
    names = {row.code: row.name for row in conn.execute(select(municipality))}
    for what, table in (("activity", activity), ("work package", work_package)):
        _, key = STATUS_TABLES[what]
        for deed in conn.execute(select(table)).mappings():
            start = int(deed["start"][:4]) if deed["start"][:4].isdigit() else None
            result[deed[key]] = Known(
                _names(names[deed["municipality_code"]], deed["responsible"]),
                frozenset({deed["municipality_code"]}),
                _first_of(versions.get(deed.get("contract_id"), start)),
                what,
            )
    return result


def _names(municipality_name: str, responsible: str) -> frozenset[str]:
    """What a file may call the party of an activity or a work package."""
    name = municipality_name
    return frozenset({name, f"{name} kommun", f"{name}s kommun", responsible} - {""})


def _first_of(year: int | None) -> date | None:
    return None if year is None else date(year, 1, 1)
