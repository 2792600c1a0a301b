"""How much of a whole a sum knows: every sum of money carries one, since unknown is not zero."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Coverage:
    """`known` rows of `of` have the figure. Raises ValueError where known exceeds the whole."""

    known: int
    of: int

    def __post_init__(self) -> None:
        if not 0 <= self.known <= self.of:
            raise ValueError(f"coverage {self.known} of {self.of} is impossible")

    @property
    def share(self) -> float | None:
        """The known share of 1, or None where there is nothing to know."""
        return self.known / self.of if self.of else None

    @property
    def complete(self) -> bool:
        return self.known == self.of
