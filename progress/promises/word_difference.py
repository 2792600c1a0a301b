"""Two texts word by word: what stands in both, what is gone and what is new."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class PartKind(StrEnum):
    """Whether words stand in both texts, in the older alone or in the newer alone."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Part:
    """Words that follow on each other and are of one kind."""

    kind: PartKind
    words: str


def word_difference(old: str, new: str) -> tuple[Part, ...]:
    """The parts in reading order; where words are replaced, the older come first."""
    before, after = old.split(), new.split()
    parts: list[Part] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            parts.append(Part(PartKind.SAME, " ".join(before[first:last])))
            continue
        if first < last:
            parts.append(Part(PartKind.GONE, " ".join(before[first:last])))
        if start < end:
            parts.append(Part(PartKind.NEW, " ".join(after[start:end])))
    return tuple(parts)
