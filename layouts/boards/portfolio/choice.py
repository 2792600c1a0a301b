"""What an address asks of the portfolio, and the addresses that ask for a little more or less."""

from typing import Any

from dash.development.base_component import Component

from layouts import html
from layouts.html.markup import aria, data
from layouts.links.addresses import Address, href
from layouts.links.query import LANGUAGES, PARAMETERS
from progress.money.choice import GrantChoice
from progress.money.filters import MANY, WITHOUT, WORDS
from progress.money.kinds import Allocation, Kind

PAIR = ("first_funder", "second_funder")
"""The two funders that are set side by side."""


SEVERAL = {**WITHOUT, **{without: name for name, without in WITHOUT.items()}}
"""Parameters of which there may be several → the one that says the opposite of the same."""


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
        without={name: words for name in MANY if (words := address.all(WITHOUT[name]))},
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
        if name not in SEVERAL:
            changed[name] = None if chosen else value
        elif chosen:
            changed[name] = tuple(each for each in address.all(name) if each != value)
        else:
            changed[name] = tuple(dict.fromkeys((*address.all(name), value)))
            opposite = SEVERAL[name]
            changed[opposite] = tuple(each for each in address.all(opposite) if each != value)
    return address.with_query(**changed)


def reversed_choice(address: Address, name: str, value: str) -> Address:
    """The address with what is chosen left out instead, or the other way round."""
    return toggled(address, **{SEVERAL[name]: value})


def stands_back(address: Address, name: str, value: str) -> bool:
    """Whether the choice is of others, or leaves this out."""
    chosen = address.all(name)
    return (bool(chosen) and value not in chosen) or value in address.all(WITHOUT[name])


def chooses(
    children: Any, there: Address | str, *, class_name: str = "", title: str = "", on: bool = False
) -> Component:
    """A link that chooses: followed as it is without a script, taken by the board with one."""
    current = aria(current="true") if on else {}
    return html.A(
        children,
        href=there if isinstance(there, str) else href(there),
        className=class_name or None,
        title=title or None,
        **current,
        **data(choice="yes"),
    )


def can_be_chosen(name: str, word: str) -> bool:
    """Whether an address can carry the word of a parameter."""
    parameter = PARAMETERS[name]
    return word in parameter.words or parameter.read(word, LANGUAGES[0]) is not None
