"""What a search has led to."""

from dataclasses import dataclass

from progress.records import Municipality


@dataclass(frozen=True, slots=True)
class SearchAnswers:
    """`matches` in the order to show them; `alike` where nothing matches: the nearest names."""

    matches: tuple[Municipality, ...] = ()
    alike: tuple[Municipality, ...] = ()
    of: int = 0
    """How many municipalities were looked among."""
