"""What a reader can choose the portfolio's grants by: the columns, and the choice itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from progress.money.kinds import Allocation, Kind

if TYPE_CHECKING:
    from progress.money.cube import CellKey

NAMED = (
    "funder",
    "programme",
    "theme",
)
"""Columns of a grant whose words are filters, in the order of the form. The grants are folded by
them, and the form, the address, the check of its values and the files follow from this list: a new
one is its name here, its parameter in `layouts.query` and its label `portfolio.filter.<name>`."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader asks of the portfolio; None and empty leave the choice open.

    `named` holds the chosen word of columns in `NAMED`.
    """

    kind: Kind = Kind.GRANTED
    named: Mapping[str, str] = field(default_factory=dict)
    allocation: Allocation | None = None
    climate: bool | None = None
    first_year: int | None = None
    last_year: int | None = None
    cities: tuple[str, ...] = ()

    def holds(self, key: "CellKey") -> bool:
        """Whether the rows of a cell are asked for. Undated rows fall outside any span of years."""
        return (
            key.kind == self.kind
            and all(key.word(name) == word for name, word in self.named.items())
            and (self.allocation is None or key.allocation == self.allocation)
            and (self.climate is None or key.climate == self.climate)
            and (self.first_year is None or (key.year is not None and key.year >= self.first_year))
            and (self.last_year is None or (key.year is not None and key.year <= self.last_year))
            and (
                not self.cities or key.city in self.cities or not key.places.isdisjoint(self.cities)
            )
        )
