"""What the pages of a grant and of its funder, recipient and programme show."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from progress.corrections import Correction
from progress.money.kinds import Allocation
from progress.money.portfolio import Sum
from progress.money.pricing import PricedGrant
from progress.money.registry import Organisation, Programme, Registry
from progress.records import Grant, Municipality, Source


@dataclass(frozen=True, slots=True)
class GrantAnswers:
    """A grant: its `rows` are its yearly parts, or the single row that it is. `allocation` is its
    class; `counted` is the row that is counted for the same money instead, `frame` the programme's
    row that it is a part of.
    """

    rows: tuple[PricedGrant, ...]
    allocation: Allocation | None
    registry: Registry
    places: tuple[Municipality, ...] = ()
    counted: Grant | None = None
    frame: Grant | None = None
    sources: Mapping[str, Source] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupAnswers:
    """All grants of a funder, a recipient or a programme: `what` is that word, `name` the name in
    the register or as published, `names` all under which its grants stand.

    `sums` are by kind, `classes` the granted sum by class of recipient, `others` the granted sums
    by column and word, the largest first; `spellings` are a recipient's others, where its number
    alone holds them together. `rows` are the largest of `row_count`; `frames` are the
    programme's own rows (calls and frames), never added to projects.
    """

    what: str
    name: str
    names: tuple[str, ...]
    registry: Registry
    sums: Mapping[str, Sum]
    classes: Mapping[str, Sum]
    others: Mapping[str, Mapping[str, Sum]]
    rows: tuple[PricedGrant, ...]
    row_count: int
    years: tuple[int, int] | None
    organisation: Organisation | None = None
    programme: Programme | None = None
    municipality: Municipality | None = None
    spellings: tuple[str, ...] = ()
    frames: tuple[Grant, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
