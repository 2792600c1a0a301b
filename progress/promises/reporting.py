"""What a city or an agency reports on: all that it has promised, those first that wait for it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from progress.promises.local_contracts import WorkPackage
from progress.promises.parties import names_of, party_slug
from progress.promises.pledge_status import Freshness, Standing, freshness, standing
from progress.records import Activity, Commitment


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment, an activity or a work package, with its newest status.

    `due` is the time that it states, of what ends its end.
    """

    pledge_id: str
    title_sv: str
    title_en: str
    quote: str
    section: str
    due: str
    status: str
    status_date: date | None
    status_source: str

    def standing(self, today: date) -> Standing:
        """Where it stands on a day."""
        return standing(self.status, self.due, today)

    def waits(self, today: date) -> bool:
        """Whether a report on it is due: it is not over, and none is younger than a year."""
        over = self.standing(today) in (Standing.DONE, Standing.STOPPED)
        return not over and freshness(self.status, self.status_date, today) is not Freshness.CURRENT


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many promises are late or past their date, and on how many a report is due."""

    late: int
    overdue: int
    to_report: int


def waiting_of(promises: Collection[Promise], today: date) -> Waiting:
    """What of an owner's promises waits for somebody on a day."""
    standings = [promise.standing(today) for promise in promises]
    return Waiting(
        standings.count(Standing.LATE),
        standings.count(Standing.OVERDUE),
        sum(promise.waits(today) for promise in promises),
    )


def promises_of(
    owner: str,
    commitments: Iterable[Commitment],
    activities: Iterable[Activity],
    packages: Iterable[WorkPackage],
) -> tuple[Promise, ...]:
    """What an owner has promised: a municipality by its code, an agency by its name in addresses.

    What all municipalities promise together is nobody's own.
    """
    own = [
        _promise(each, each.commitment_id, each.due)
        for each in commitments
        if owner == each.municipality_code
        or (each.municipality_code is None and owner in map(party_slug, names_of(each.party)))
    ]
    own += [_promise(each, each.activity_id, each.end) for each in activities]
    own += [_promise(each, each.package_id, each.end) for each in packages]
    return tuple(own)


def _promise(pledge: Commitment | Activity | WorkPackage, pledge_id: str, due: str) -> Promise:
    return Promise(
        pledge_id,
        pledge.title_sv,
        pledge.title_en,
        pledge.quote_sv,
        pledge.section,
        due,
        pledge.status,
        pledge.status_date,
        pledge.status_source,
    )


def in_order(promises: Iterable[Promise], today: date) -> list[Promise]:
    """As a meeting should see them: late first, then those whose time has passed."""
    order = list(Standing)
    return sorted(promises, key=lambda each: (order.index(each.standing(today)), each.pledge_id))
