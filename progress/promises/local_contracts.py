"""What cities do with others: local climate contracts and work packages, as frozen records."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from progress.records import StatusReport


@dataclass(frozen=True, slots=True)
class LocalContract:
    """How many had signed a city's local climate contract at a time.

    `at` is a day or as much of it as the source tells (`2023-11`); `approximate` where the source
    says "about": the number is then never shown as exact.
    """

    municipality_code: str
    at: str
    signatories: int
    approximate: bool
    name: str
    note: str
    quote_sv: str
    section: str
    source_title: str
    source_ref: str


@dataclass(frozen=True, slots=True)
class LocalSignatory:
    """An organisation on a city's public list. `signed` may be a partial date, or empty."""

    municipality_code: str
    organisation: str
    orgnr: str
    signed: str
    source_title: str
    source_ref: str


@dataclass(frozen=True, slots=True)
class WorkPackage:
    """A work package with its newest check-in (`unknown` until somebody reports one)."""

    package_id: str
    municipality_code: str
    contract_id: str | None
    title_sv: str
    title_en: str
    project: str
    responsible: str
    start: str
    end: str
    section: str
    quote_sv: str
    note: str
    status: str
    status_date: date | None
    status_comment: str
    status_source: str
    status_resources: str = ""


def counted_at(rows: tuple[LocalContract, ...], code: str, year: int) -> LocalContract | None:
    """The newest count of a city that was told at the end of a year; None where there is none."""
    held = [row for row in rows if row.municipality_code == code and int(row.at[:4]) <= year]
    return max(held, key=lambda contract: contract.at, default=None)


@dataclass(frozen=True, slots=True)
class LocalContracts:
    """What one city does with others: its packages with every check-in, oldest first; how many
    have signed its local contract, time by time; and who they are. Ages are counted to `today`."""

    packages: tuple[WorkPackage, ...]
    reports: Mapping[str, tuple[StatusReport, ...]]
    local: tuple[LocalContract, ...]
    signatories: tuple[LocalSignatory, ...]
    today: date
