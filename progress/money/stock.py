"""Bond totals: what has been borrowed at a date, never added to a flow (RULES §7.1)."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Stock:
    """What is outstanding at a time, never added to flows: a city's green bonds.

    `at` may be a partial date. `issued` is what was new then, `total` what was out.
    """

    municipality_code: str
    kind: str
    at: str
    issued: Decimal | None
    total: Decimal | None
    currency: str
    note: str
    source_id: str
    source_ref: str
