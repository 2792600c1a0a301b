"""One case number of one funder in two lists is one grant, whatever names say (RULES §7.13)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from progress.money.kinds import PROJECT, counted_kind, granted_unknown
from progress.money.registry import Registry, key
from progress.records import Grant

Funders = Callable[[str], frozenset[str]]
"""A funder's spelling → what stands for each who gives."""


class CaseRow(NamedTuple):
    """What telling doubles apart needs of a row of grants (`Grant` has it too)."""

    grant_id: str
    level: str
    same_as: str
    amount_kind: str
    decision: str
    amount: Decimal | None
    currency: str
    case_number: str
    source_id: str
    funder: str


def funders_in(registry: Registry) -> Funders:
    """The ids of those who give under a spelling; the spelling itself where nobody is known."""

    def funders(spelling: str) -> frozenset[str]:
        known = registry.organisation(spelling)
        if known is None:
            return frozenset([key(spelling)])
        return frozenset(known.member_ids) or frozenset([known.organisation_id])

    return funders


def same_case(first: Grant, second: Grant, funders: Funders) -> bool:
    """Whether two rows of two lists have one number of a funder that both name."""
    return (
        bool(first.case_number)
        and key(first.case_number) == key(second.case_number)
        and first.source_id != second.source_id
        and not funders(first.funder).isdisjoint(funders(second.funder))
    )


def repeats_by_case(grants: Iterable[Grant | CaseRow], funders: Funders) -> dict[str, str]:
    """Rows that tell again what another list tells under the same case number: id → the id that is
    counted.

    The list counts that has the most sums of the case, then the first by id. It may tell the case
    in several rows, by recipient and year; rows of different kinds stay, since kinds are never
    added.
    """
    cases: dict[tuple[str, str], list[Grant | CaseRow]] = defaultdict(list)
    for grant in grants:
        if grant.case_number and grant.level == PROJECT:
            cases[key(grant.case_number), counted_kind(grant)].append(grant)
    result: dict[str, str] = {}
    for rows in cases.values():
        for group in _of_one_funder(rows, funders):
            result |= _repeats(group)
    return result


def _of_one_funder(
    rows: Sequence[Grant | CaseRow], funders: Funders
) -> list[list[Grant | CaseRow]]:
    groups: list[tuple[frozenset[str], list[Grant | CaseRow]]] = []
    for row in sorted(rows, key=lambda grant: grant.grant_id):
        mine = funders(row.funder)
        near = [group for group in groups if not group[0].isdisjoint(mine)]
        groups = [group for group in groups if group[0].isdisjoint(mine)]
        ids = mine.union(*(ids for ids, _ in near))
        groups.append((ids, [*(grant for _, members in near for grant in members), row]))
    return [members for _, members in groups]


def _repeats(rows: Sequence[Grant | CaseRow]) -> dict[str, str]:
    by_source: dict[str, list[Grant | CaseRow]] = defaultdict(list)
    for row in rows:
        by_source[row.source_id].append(row)
    if len(by_source) < 2:
        return {}

    def sums(source_id: str) -> tuple[int, str]:
        known = sum(
            row.amount is not None and not granted_unknown(row) for row in by_source[source_id]
        )
        return -known, source_id

    counted = min(by_source, key=sums)
    first = min(row.grant_id for row in by_source[counted])
    return {row.grant_id: first for row in rows if row.source_id != counted}
