"""What can be exported, and the columns and rows of each."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Connection, Table, select

from data_access import questions as ask
from data_access.exports import links
from data_access.exports.changes import CHANGE_COLUMNS, change_rows
from data_access.exports.duplicates import (
    DUPLICATE_FIELDS,
    GRANT_FIELDS,
    duplicate_rows,
    flagged_grants,
)
from data_access.exports.emissions import (
    EMISSION_FIELDS,
    EmissionChoice,
    emission_rows,
    total_rows,
)
from data_access.exports.own_series import OWN_COLUMNS, own_series_rows
from data_access.exports.subsectors import SUBSECTOR_FIELDS, subsector_rows
from data_access.exports.verdicts import VERDICT_FIELDS, verdict_records
from data_access.imports.reference import REFERENCE
from data_access.own_series import KIND as OWN
from data_access.questions.corrections import CORRECTION_COLUMNS, correction_rows
from data_access.questions.local_contracts import signatory_rows, work_package_rows
from data_access.questions.parties import status_rows
from data_access.questions.pledges import activity_rows, commitment_rows
from data_access.questions.stored import stored_rows
from data_access.records import (
    ACCOUNT_COMMENT,
    ACTIVITY,
    COMMITMENT,
    CONTRACT_DOCUMENT,
    CONTRACT_ROLE,
    DECISION,
    EMISSION_GAP,
    EVENT,
    EXCHANGE_RATE,
    GOAL,
    INDICATOR_VALUE,
    INVESTMENT_ACTION,
    LOCAL_CONTRACT,
    LOCAL_SIGNATORY,
    MEETING,
    NATIONAL_FIGURE,
    OBSTACLE,
    POPULATION,
    PRICE_INDEX,
    STATUS_REPORT,
    STOCK,
    WORK_PACKAGE,
    Record,
)
from data_access.tables import release
from progress.emissions.gpc import GPC
from progress.emissions.sectors import SECTORS
from progress.i18n import say
from progress.phrases.words import sector_word
from progress.records import Municipality, Release

Rows = Iterable[Mapping[Any, Any]]


class UnknownRelease(LookupError):  # noqa: N818
    """No release has this label, or none of the exported kind."""


@dataclass(frozen=True, slots=True)
class Export:
    """One thing that can be exported. `of_release` tells whether a release can be chosen."""

    columns: tuple[str, ...]
    rows: Callable[[Connection, str | None], Rows]
    of_release: bool = False


def export(conn: Connection, what: str, release_label: str | None = None) -> Rows:
    """The rows of an export, read as they are asked for. Raises UnknownRelease."""
    if release_label is not None:
        check_release(conn, what, release_label)
    return EXPORTS[what].rows(conn, release_label)


def check_release(conn: Connection, what: str, release_label: str) -> None:
    """Raises UnknownRelease where the export cannot be made of this release."""
    if not EXPORTS[what].of_release:
        raise UnknownRelease(say("klimat.cannot_be_exported_by_release_leave", what=what))
    kind = OWN if what == OWN else "emissions"
    if conn.scalar(select(release.c.kind).where(release.c.label == release_label)) != kind:
        raise UnknownRelease(
            say("klimat.no_release_see_klimat_releases", kind=kind, release_label=release_label)
        )


def _emissions(conn: Connection, release_label: str | None) -> Rows:
    chosen: dict[str, list[str]] = {} if release_label is None else {"release": [release_label]}
    return emission_rows(conn, EmissionChoice(chosen))


def _totals(conn: Connection, release_label: str | None) -> Rows:
    chosen: dict[str, list[str]] = {} if release_label is None else {"release": [release_label]}
    return total_rows(conn, EmissionChoice(chosen))


def verdict_rows(
    conn: Connection, release_label: str | None, codes: Sequence[str] | None = None
) -> Rows:
    """The verdicts as they are exported, of all municipalities or of these."""
    result = ask.verdicts(conn, codes, release_label)
    return (record for verdict in result for record in verdict_records(verdict))


def _of_record(record: Record, question: Callable[[Connection], Rows] | None = None) -> Export:
    """An export whose columns are the open fields of a record.

    A field that the store does not have is the same in every row: its one word.
    """
    constants = {
        each.name: each.words[0]
        for each in record
        if each.is_open and not each.stored and len(each.words) == 1
    }

    def rows(conn: Connection, _release: str | None) -> Rows:
        read = stored_rows(conn, record) if question is None else question(conn)
        return ({**row, **constants} for row in read) if constants else read

    return Export(record.open, rows)


def _all_of(table: Table) -> Callable[[Connection], Rows]:
    return lambda conn: conn.execute(select(table).order_by(*table.primary_key)).mappings()


def _records(record: type[Any], question: Callable[[Connection], tuple[Any, ...]]) -> Export:
    """An export whose columns are the fields of a record."""
    columns = tuple(field.name for field in fields(record))

    def rows(conn: Connection, _release: str | None) -> Rows:
        for row in question(conn):
            yield {column: getattr(row, column) for column in columns}

    return Export(columns, rows)


def _sectors(_conn: Connection, _release: str | None) -> Rows:
    for code in SECTORS:
        yield {
            "code": code,
            "name_sv": sector_word(code, "sv"),
            "name_en": sector_word(code, "en"),
            "gpc": GPC[code].numbers,
            "gpc_loss": GPC[code].loss,
        }


def _releases(conn: Connection, _release: str | None) -> Rows:
    for loaded in ask.releases(conn):
        row = {column: getattr(loaded, column) for column in _RELEASE_COLUMNS[:-3]}
        source = loaded.source
        yield {
            **row,
            "source_title": source.title,
            "publisher": source.publisher,
            "licence": source.licence,
        }


def _status_template(conn: Connection, _release: str | None) -> Rows:
    """Every promise with empty cells for its next status: what `klimat import statuses` reads."""
    empty = dict.fromkeys((field.column for field in STATUS_REPORT.stored), "")
    for promise in ask.commitments(conn):
        who = {"id": promise.commitment_id, "party": promise.party, "title": promise.title_sv}
        yield who | empty
    for deed in ask.activities(conn):
        yield {"id": deed.activity_id, "party": "", "title": deed.title_sv} | empty
    for package in ask.work_packages(conn):
        who = {"id": package.package_id, "party": package.responsible, "title": package.title_sv}
        yield who | empty


def _signatories(conn: Connection) -> Rows:
    rows = signatory_rows(conn)
    return sorted(rows, key=lambda row: (row["municipality_code"], row["organisation"].casefold()))


_RELEASE_COLUMNS = (
    *(field.name for field in fields(Release) if field.name != "source"),
    "source_title",
    "publisher",
    "licence",
)

EXPORTS: dict[str, Export] = {
    "emissions": Export(EMISSION_FIELDS, _emissions, of_release=True),
    "emission-totals": Export(EMISSION_FIELDS, _totals, of_release=True),
    "emission-subsectors": Export(SUBSECTOR_FIELDS, subsector_rows, of_release=True),
    "own-series": Export(OWN_COLUMNS, own_series_rows, of_release=True),
    "verdicts": Export(VERDICT_FIELDS, verdict_rows, of_release=True),
    "events": _of_record(EVENT),
    "goals": _of_record(GOAL),
    "municipalities": _records(Municipality, ask.municipalities),
    "population": _of_record(POPULATION),
    "indicators": _of_record(INDICATOR_VALUE),
    "commitments": _of_record(COMMITMENT, commitment_rows),
    "activities": _of_record(ACTIVITY, activity_rows),
    "work-packages": _of_record(WORK_PACKAGE, work_package_rows),
    "local-contracts": _of_record(LOCAL_CONTRACT),
    "local-signatories": _of_record(LOCAL_SIGNATORY, _signatories),
    "meetings": _of_record(MEETING),
    "decisions": _of_record(DECISION),
    **{
        record.kind: _of_record(record)
        for record in (
            CONTRACT_ROLE,
            OBSTACLE,
            CONTRACT_DOCUMENT,
            ACCOUNT_COMMENT,
            NATIONAL_FIGURE,
        )
    },
    "statuses": _of_record(STATUS_REPORT, status_rows),
    "status-template": Export(
        tuple(field.column for field in STATUS_REPORT.fields), _status_template
    ),
    "verdict-estimates": Export(links.ESTIMATE_FIELDS, links.of_verdicts(links.estimates)),
    "verdict-assumptions": Export(links.ASSUMPTION_FIELDS, links.of_verdicts(links.assumptions)),
    "verdict-budgets": Export(links.BUDGET_FIELDS, links.of_verdicts(links.budget)),
    "grants": Export(GRANT_FIELDS, flagged_grants),
    "grant-places": Export(links.GRANT_PLACE_FIELDS, links.grant_place_rows),
    "duplicates": Export(DUPLICATE_FIELDS, duplicate_rows),
    "investment-actions": _of_record(INVESTMENT_ACTION),
    "emission-gaps": _of_record(EMISSION_GAP),
    "stocks": _of_record(STOCK),
    "exchange-rates": _of_record(EXCHANGE_RATE),
    "price-index": _of_record(PRICE_INDEX),
    **{kind: _of_record(record, _all_of(table)) for kind, (record, table) in REFERENCE.items()},
    "sectors": Export(("code", "name_sv", "name_en", "gpc", "gpc_loss"), _sectors),
    "releases": Export(_RELEASE_COLUMNS, _releases),
    "changes": Export(CHANGE_COLUMNS, lambda conn, _release: change_rows(conn)),
    "corrections": Export(CORRECTION_COLUMNS, lambda conn, _release: correction_rows(conn)),
}
"""WHAT of `klimat export`."""
