"""What a meeting follows up: a promise and the activity that carries it out, told as one matter.

A contract's table of commitments and its list of activities often quote the same sentence. That
sentence is the reference between them: the same section, and one quotation within the other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from progress.promises.pledge_status import Resources, Standing, last_day, standing
from progress.records import Activity, Commitment

Promise = Commitment | Activity


@dataclass(frozen=True, slots=True)
class Matter:
    """One or two promises that are of one thing, the commitment first; `standing` is of today."""

    promises: tuple[Promise, ...]
    today: date

    @property
    def standing(self) -> Standing:
        """Where it stands, by its newest status and its time."""
        return standing(self.newest.status, self.due, self.today)

    @property
    def newest(self) -> Promise:
        """The promise with the newest status: its comment is the reason of where it stands."""
        return max(self.promises, key=lambda promise: promise.status_date or date.min)

    @property
    def due(self) -> str:
        return next((due for promise in self.promises if (due := due_of(promise))), "")

    @property
    def own(self) -> bool:
        """Whether it is the municipality's own, not an agency's or Viable Cities'."""
        return is_own(self.promises[0])

    @property
    def political(self) -> bool:
        """Whether it has been told that it must be decided politically."""
        return any(promise.status_resources == Resources.POLITICS for promise in self.promises)


def due_of(promise: Promise) -> str:
    """The time that a promise states."""
    return promise.due if isinstance(promise, Commitment) else promise.end


def is_own(promise: Promise) -> bool:
    """Whether a promise is the municipality's own."""
    return isinstance(promise, Activity) or promise.municipality_code is not None


def matters(promises: Iterable[Promise], today: date) -> tuple[Matter, ...]:
    """Every promise in one matter: own before others', the most pressing standing first."""
    every = tuple(promises)
    left = [promise for promise in every if isinstance(promise, Activity)]
    result = []
    for commitment in every:
        if isinstance(commitment, Activity):
            continue
        joined = next((each for each in left if same_thing(commitment, each)), None)
        if joined is not None:
            left.remove(joined)
        of_it = (commitment,) if joined is None else (commitment, joined)
        result.append(Matter(of_it, today))
    result += [Matter((activity,), today) for activity in left]
    order = tuple(Standing)
    return tuple(
        sorted(
            result,
            key=lambda matter: (
                not matter.own,
                order.index(matter.standing),
                last_day(matter.due) or date.max,
                id_of(matter.promises[0]),
            ),
        )
    )


def same_thing(commitment: Commitment, activity: Activity) -> bool:
    """Whether both quote the same sentence of the contract."""
    one, other = commitment.quote_sv.strip(), activity.quote_sv.strip()
    return (
        commitment.municipality_code == activity.municipality_code
        and commitment.section == activity.section
        and bool(one and other)
        and (one in other or other in one)
    )


def id_of(promise: Promise) -> str:
    """The id that the contract's tables have for it."""
    if isinstance(promise, Commitment):
        return promise.commitment_id
    return promise.activity_id


def standings(promises: Iterable[Promise], today: date) -> dict[Standing, int]:
    """How many promises stand where, each row of the contract's tables counted once."""
    result = dict.fromkeys(Standing, 0)
    for promise in promises:
        result[standing(promise.status, due_of(promise), today)] += 1
    return result
