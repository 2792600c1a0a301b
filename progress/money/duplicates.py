"""Rows of two publishers that seem to be one project: flagged, not merged (RULES §7.7)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from progress.money.case_numbers import Funders, funders_in, same_case
from progress.money.days import Days, span
from progress.money.kinds import PROJECT
from progress.money.pricing import PricedGrant
from progress.money.registry import Registry, key
from progress.records import Grant

TOLERANCE = Decimal("0.15")
"""Amounts closer than this share of the larger one count as near (RULES §7.7)."""


INSTALMENT = "@"
"""Before the year in the id of a row that is one year of a grant told year by year."""


def whole_id(grant_id: str) -> str:
    """The id of the grant that a row is, or is one year of."""
    return grant_id.partition(INSTALMENT)[0]


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """Two rows to look at. `known` tells that they are counted once already: the data name them as
    the same money, or (`same_case`) two lists have one case number of the same funder.

    A grant told year by year is looked at as a whole: its first row stands here, and the kronor
    are those of all its years.
    """

    first: Grant
    second: Grant
    known: bool
    first_sek: Decimal
    second_sek: Decimal
    same_case: bool = False


@dataclass(frozen=True, slots=True)
class _Whole:
    """A grant with all its years."""

    grant: Grant
    sek: Decimal
    days: Days


def possible_duplicates(
    rows: Iterable[PricedGrant], registry: Registry | None = None
) -> tuple[PossibleDuplicate, ...]:
    """Pairs from two sources: of one case (RULES §7.13), else with the same beneficiary,
    overlapping dates and near amounts."""
    rows = tuple(rows)
    funders = funders_in(registry or Registry())
    result = _by_case(rows, funders)
    paired = {(pair.first.grant_id, pair.second.grant_id) for pair in result}
    by_beneficiary: dict[str, list[_Whole]] = defaultdict(list)
    for whole in _wholes(rows):
        by_beneficiary[_beneficiary(whole.grant)].append(whole)
    by_beneficiary.pop("", None)
    for group in by_beneficiary.values():
        # In order of amount no pair beyond the first that is not near can be near.
        ordered = sorted(group, key=lambda whole: (whole.sek, whole.grant.grant_id))
        for place, smaller in enumerate(ordered):
            for larger in ordered[place + 1 :]:
                if not near(smaller.sek, larger.sek):
                    break
                if _alike(smaller, larger):
                    pair = _pair(smaller, larger)
                    if (pair.first.grant_id, pair.second.grant_id) not in paired:
                        result.append(pair)
    return tuple(sorted(result, key=lambda pair: (pair.first.grant_id, pair.second.grant_id)))


def _by_case(rows: Iterable[PricedGrant], funders: Funders) -> list[PossibleDuplicate]:
    """The rows of a case in two lists, each list's as a whole."""
    cases: dict[str, list[PricedGrant]] = defaultdict(list)
    for row in rows:
        if row.grant.case_number and row.grant.level == PROJECT:
            cases[key(row.grant.case_number)].append(row)
    result = []
    for group in cases.values():
        lists: dict[str, list[PricedGrant]] = defaultdict(list)
        for row in sorted(group, key=lambda row: row.grant.grant_id):
            lists[row.grant.source_id].append(row)
        for one, other in combinations(lists.values(), 2):
            if same_case(one[0].grant, other[0].grant, funders):
                first, second = sorted((one, other), key=lambda part: part[0].grant.grant_id)
                sums = [
                    sum((row.sek for row in part if row.sek is not None), Decimal(0))
                    for part in (first, second)
                ]
                result.append(
                    PossibleDuplicate(
                        first[0].grant, second[0].grant, True, sums[0], sums[1], same_case=True
                    )
                )
    return result


def _wholes(rows: Iterable[PricedGrant]) -> list[_Whole]:
    parts: dict[tuple[str, str], list[PricedGrant]] = defaultdict(list)
    for row in rows:
        if row.grant.level == PROJECT and row.sek is not None:
            base = whole_id(row.grant.grant_id)
            parts[row.grant.source_id, base].append(row)
    result = []
    for group in parts.values():
        group.sort(key=lambda row: row.grant.grant_id)
        spans = [days for row in group if (days := span(row.grant)) is not None]
        if spans:
            days = min(first for first, _ in spans), max(last for _, last in spans)
            sek = sum((row.sek for row in group if row.sek is not None), Decimal(0))
            result.append(_Whole(group[0].grant, sek, days))
    return result


def _pair(__whole: _Whole, other: _Whole) -> PossibleDuplicate:
    first, second = sorted((__whole, other), key=lambda whole: whole.grant.grant_id)
    known = first.grant.same_as == second.grant.grant_id
    known = known or second.grant.same_as == first.grant.grant_id
    return PossibleDuplicate(first.grant, second.grant, known, first.sek, second.sek)


def near(a: Decimal, b: Decimal) -> bool:
    """Whether two sums differ by at most 15 per cent of the larger."""
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b))


def _alike(__whole: _Whole, other: _Whole) -> bool:
    if __whole.grant.source_id == other.grant.source_id:
        return False
    return __whole.days[0] <= other.days[1] and other.days[0] <= __whole.days[1]


def _beneficiary(grant: Grant) -> str:
    if grant.allocation == "own" and grant.beneficiary_municipality_code:
        return grant.beneficiary_municipality_code
    return grant.beneficiary_orgnr or key(grant.beneficiary)
