"""What is known of one funder within a choice, for two of them to be set side by side."""

from collections.abc import Mapping
from dataclasses import dataclass

from progress.money.choice import NO_GROUPS, Chosen
from progress.money.portfolio import SUMMED, Sum, by, of_cities, total


@dataclass(frozen=True, slots=True)
class FunderSide:
    """A funder's rows in a choice, whichever funders are chosen: sums by class of recipient and by
    contract city's code (§7.3), first and last year, the recipient of the largest sum."""

    funder: str
    total: Sum
    classes: Mapping[str, Sum]
    cities: Mapping[str, Sum]
    years: tuple[int, int] | None
    recipient: str


def funder_pair(
    chosen: Chosen, funders: tuple[str, ...], groups: Mapping[str, frozenset[str]] = NO_GROUPS
) -> tuple[FunderSide, ...]:
    """A side for each of the funders, with what those give that are in its group."""
    rows = chosen.rows("funder", "place")
    sides = []
    for funder in funders:
        names = {funder} | groups.get(funder, frozenset())
        own = rows[rows["funder"].isin(names).to_numpy()]
        years = own["year"][own["year"] > 0]
        recipients = by(own, "beneficiary", 1)
        cities = by(of_cities(own, "city", *SUMMED), "city")
        sides.append(
            FunderSide(
                funder,
                total(own),
                by(own, "allocation"),
                {code: of for code, of in cities.items() if code},
                (int(years.min()), int(years.max())) if len(years) else None,
                next(iter(recipients), ""),
            )
        )
    return tuple(sides)
