"""What an address asks of the portfolio, and the addresses that ask for a little more or less."""

from typing import Any

from dash.development.base_component import Component

from layouts import html
from layouts.addresses import Address, href
from layouts.markup import aria, data
from progress.money.choice import GrantChoice
from progress.money.filters import NAMED
from progress.money.kinds import Allocation, Kind

WORDS = (*NAMED, "beneficiary")
"""Parameters that name words of a grant's columns, several at a time."""
MANY = (*WORDS, "place")
PAIR = ("first_funder", "second_funder")
"""The two funders that are set side by side."""


def choice_of(address: Address) -> GrantChoice:
    """What the address asks for, whether there is such a thing or not."""
    allocation, climate = address.get("allocation"), address.get("climate")
    first, last = address.get("from_year"), address.get("to_year")
    return GrantChoice(
        kind=Kind(address.get("money_kind") or Kind.GRANTED),
        named={name: words for name in WORDS if (words := address.all(name))},
        allocation=Allocation(allocation) if allocation else None,
        climate=None if climate is None else climate == "yes",
        first_year=int(first) if first else None,
        last_year=int(last) if last else None,
        cities=address.all("place"),
        search=address.get("title_search") or "",
        without_largest=address.get("largest") == "without",
    )


def toggled(address: Address, **values: str) -> Address:
    """The address with these chosen besides; without them where all are chosen already.

    A new choice shows the first page of its rows.
    """
    chosen = all(value in address.all(name) for name, value in values.items())
    changed: dict[str, str | tuple[str, ...] | None] = {"page": None}
    for name, value in values.items():
        if name not in MANY:
            changed[name] = None if chosen else value
        elif chosen:
            changed[name] = tuple(each for each in address.all(name) if each != value)
        else:
            changed[name] = tuple(dict.fromkeys((*address.all(name), value)))
    return address.with_query(**changed)


def chooses(
    children: Any, address: Address, *, class_name: str = "", title: str = "", on: bool = False
) -> Component:
    """A link that chooses: followed as it is without a script, taken by the board with one."""
    current = aria(current="true") if on else {}
    return html.A(
        children,
        href=href(address),
        className=class_name or None,
        title=title or None,
        **current,
        **data(choice="yes"),
    )


def can_be_chosen(word: str) -> bool:
    """Whether an address can carry the word."""
    return 0 < len(word) <= 160 and word == word.strip()
