"""What became of a city's commitments from one version of its contract to the next.

Ids are a version's own: commitments are paired by their words, the same ones first, then those that
have most words in common.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from progress.promises.contract_versions import Change
from progress.records import Commitment

ALIKE = 0.6
"""Share of words in common from which two commitments are one that was reworded."""


@dataclass(frozen=True, slots=True)
class PromiseChange:
    """A commitment in the older and the newer version; None where that version has it not. The
    change is added, dropped, reworded or same."""

    change: Change
    old: Commitment | None
    new: Commitment | None


def promise_changes(
    old: Sequence[Commitment], new: Sequence[Commitment]
) -> tuple[PromiseChange, ...]:
    """The commitments of the older version in their order, then those that were added."""
    pairs = _pairs(old, new)
    paired = {each.commitment_id for each in pairs.values()}
    changes = [_of(each, pairs.get(each.commitment_id)) for each in old]
    added = (each for each in new if each.commitment_id not in paired)
    return (*changes, *(PromiseChange(Change.ADDED, None, each) for each in added))


def words_of(commitment: Commitment) -> str:
    """The commitment in the contract's own words, else its title."""
    return commitment.quote_sv or commitment.title_sv


def _of(old: Commitment, new: Commitment | None) -> PromiseChange:
    if new is None:
        return PromiseChange(Change.DROPPED, old, None)
    same = words_of(old).split() == words_of(new).split()
    return PromiseChange(Change.SAME if same else Change.REWORDED, old, new)


def _pairs(old: Sequence[Commitment], new: Sequence[Commitment]) -> dict[str, Commitment]:
    """Id of an older commitment → the newer one that it became, each of them once."""
    result: dict[str, Commitment] = {}
    taken: set[str] = set()
    for _, before, after in sorted(_alike(old, new), key=lambda each: -each[0]):
        if before.commitment_id not in result and after.commitment_id not in taken:
            result[before.commitment_id] = after
            taken.add(after.commitment_id)
    return result


def _alike(
    old: Sequence[Commitment], new: Sequence[Commitment]
) -> Iterator[tuple[float, Commitment, Commitment]]:
    for before in old:
        matcher = SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(words_of(before).casefold().split())
        for after in new:
            matcher.set_seq1(words_of(after).casefold().split())
            ratio = matcher.ratio()
            if ratio >= ALIKE:
                yield ratio, before, after
