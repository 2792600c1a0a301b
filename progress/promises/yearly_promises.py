"""What the parties had promised at the end of a year, and how far that had come by what was told.

A status counts from the day it is of: what was told later is not read back into an earlier year.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from progress.promises.contract_versions import ContractText
from progress.promises.local_contracts import WorkPackage
from progress.promises.pledge_status import Standing, standing
from progress.records import Activity, Commitment, StatusReport

Reports = Mapping[str, Sequence[StatusReport]]
"""Promise → its statuses, oldest first."""


@dataclass(frozen=True, slots=True)
class PromiseYear:
    """A party's promises at the end of a year.

    `reported` of them have a status of that year, `silent` none at all until then.
    """

    party: str
    kind: str
    municipality_code: str | None
    of: int
    by_standing: Mapping[Standing, int]
    reported: int
    silent: int


def end_of(year: int, today: date) -> date:
    """The day that a year is followed up on: its last, or today while it runs."""
    return min(date(year, 12, 31), today)


def newest_until(reports: Sequence[StatusReport], day: date) -> StatusReport | None:
    """The newest status that was of the day or earlier."""
    earlier = [report for report in reports if report.status_date <= day]
    return max(earlier, key=lambda report: report.status_date, default=None)


def in_force(
    commitments: Iterable[Commitment], texts: Sequence[ContractText], year: int
) -> tuple[Commitment, ...]:
    """The commitments that were made for the year or earlier: by the version of the contract they
    stand in, those that stand in no single contract by the oldest version."""
    valid = {(text.municipality_code, text.title): _holds_from(text) for text in texts}
    oldest = min(valid.values(), default=None)
    return tuple(
        commitment
        for commitment in commitments
        if (first := valid.get((commitment.municipality_code or "", commitment.contract), oldest))
        is not None
        and first <= year
    )


def commitments_by_party(
    commitments: Iterable[Commitment], reports: Reports, year: int, today: date
) -> tuple[PromiseYear, ...]:
    """One count for each party, or parties that promise together, in order of kind and name."""
    grouped: dict[tuple[str, str, str | None], list[tuple[str, str]]] = {}
    for commitment in commitments:
        key = (commitment.party_kind, commitment.party, commitment.municipality_code)
        grouped.setdefault(key, []).append((commitment.commitment_id, commitment.due))
    return tuple(
        _counted(party, kind, code, promises, reports, end_of(year, today))
        for (kind, party, code), promises in grouped.items()
    )


def counted_by_city(
    promises: Iterable[Activity] | Iterable[WorkPackage], reports: Reports, year: int, today: date
) -> tuple[PromiseYear, ...]:
    """One count of activities or of work packages for each city."""
    grouped: dict[str, list[tuple[str, str]]] = {}
    for promise in promises:
        key = promise.activity_id if isinstance(promise, Activity) else promise.package_id
        grouped.setdefault(promise.municipality_code, []).append((key, promise.end))
    return tuple(
        _counted("", "municipality", code, group, reports, end_of(year, today))
        for code, group in sorted(grouped.items())
    )


def _counted(
    party: str,
    kind: str,
    code: str | None,
    promises: Sequence[tuple[str, str]],
    reports: Reports,
    day: date,
) -> PromiseYear:
    places: list[Standing] = []
    reported = silent = 0
    for promise, due in promises:
        newest = newest_until(reports.get(promise, ()), day)
        places.append(standing("unknown" if newest is None else newest.status, due, day))
        silent += newest is None
        reported += newest is not None and newest.status_date.year == day.year
    return PromiseYear(
        party,
        kind,
        code,
        len(promises),
        {standing: places.count(standing) for standing in Standing},
        reported,
        silent,
    )


def _holds_from(text: ContractText) -> int:
    return text.version_year if text.valid_year is None else text.valid_year
