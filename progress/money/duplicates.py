"""Rows of two publishers that seem to be one project: flagged, not merged (RULES §7.7)."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

from progress.facts import Grant
from progress.money.kinds import PROJECT
from progress.money.pricing import PricedGrant

TOLERANCE = Decimal("0.15")
"""Amounts closer than this share of the larger one count as near (RULES §7.7)."""


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """Two rows to look at. `known` tells that the data already name them as the same money."""

    first: Grant
    second: Grant
    known: bool


def possible_duplicates(rows: Iterable[PricedGrant]) -> tuple[PossibleDuplicate, ...]:
    """Pairs from two sources with the same beneficiary, overlapping dates and near amounts."""
    by_beneficiary: dict[str, list[PricedGrant]] = defaultdict(list)
    for row in rows:
        if row.grant.level == PROJECT and row.sek is not None:
            by_beneficiary[_beneficiary(row.grant)].append(row)
    found = []
    for key, group in by_beneficiary.items():
        if not key:
            continue
        for first, second in combinations(sorted(group, key=lambda r: r.grant.grant_id), 2):
            if _alike(first, second):
                known = first.grant.same_as == second.grant.grant_id
                known = known or second.grant.same_as == first.grant.grant_id
                found.append(PossibleDuplicate(first.grant, second.grant, known))
    return tuple(found)


def near(a: Decimal, b: Decimal) -> bool:
    """Whether two sums differ by at most 15 per cent of the larger."""
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b))


def span(grant: Grant) -> tuple[date, date] | None:
    """First and last day of a row, or None without a date. A partial date covers its whole month
    or year; a row without an end covers its start.
    """
    start = _days(grant.start) or _days(str(grant.year) if grant.year is not None else "")
    if start is None:
        return None
    end = _days(grant.end) or start
    return start[0], max(start[1], end[1])


def _alike(first: PricedGrant, second: PricedGrant) -> bool:
    if first.grant.source_id == second.grant.source_id:
        return False
    one, other = span(first.grant), span(second.grant)
    if one is None or other is None or first.sek is None or second.sek is None:
        return False
    return one[0] <= other[1] and other[0] <= one[1] and near(first.sek, second.sek)


def _beneficiary(grant: Grant) -> str:
    if grant.allocation == "own" and grant.beneficiary_municipality_code:
        return grant.beneficiary_municipality_code
    return grant.beneficiary_orgnr or " ".join(grant.beneficiary.casefold().split())


def _days(text: str) -> tuple[date, date] | None:
    parts = text.split("-")
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 1:
            return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
        year, month = numbers[:2]
        if len(numbers) == 2:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        day = date(year, month, numbers[2])
    except ValueError:
        return None
    return day, day
