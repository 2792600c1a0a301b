"""What every publisher's record becomes before it is a row of the store."""

from dataclasses import dataclass
from decimal import Decimal

EU_PART = "eu_part"
"""The basis of an amount that is the EU's part of a support alone."""

SOLE_TRADER = "Enskild näringsidkare"
"""Stands for a beneficiary whose number is a person's: the name is that person's too."""


@dataclass(frozen=True, slots=True)
class Award:
    """One grant as its publisher tells it, in the publisher's words.

    `orgnr` and `places` are unread texts; `currency` is SEK, EUR or empty where there is no amount.
    `whole_project` where the amount goes to a whole consortium and only its coordinator is named.
    `several_places` where it works in other municipalities too, which are not named. `same_as` is
    the id of another award that is the same money.
    `part_year` is the year of one part of an award that is told year by year: no year of decision.
    """

    grant_id: str
    funder: str
    title: str
    beneficiary: str
    source_ref: str
    orgnr: str = ""
    places: tuple[str, ...] = ()
    programme: str = ""
    call: str = ""
    theme: str = ""
    priority: str = ""
    is_climate: bool | None = None
    decision_year: int | None = None
    start: str = ""
    end: str = ""
    amount: Decimal | None = None
    currency: str = ""
    amount_note: str = ""
    total_cost: Decimal | None = None
    status: str = ""
    whole_project: bool = False
    several_places: bool = False
    same_as: str = ""
    case_number: str = ""
    part_year: int | None = None
    amount_basis: str = ""
