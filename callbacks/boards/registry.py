"""The boards there are: for each kind of page its tree and its callbacks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from callbacks.boards import city, explore, portfolio, what_if
from data_access.reading import Connection
from layouts.boards.board import Board, Look
from layouts.links.addresses import Address

if TYPE_CHECKING:
    from callbacks.first_response import KlimatDash


@dataclass(frozen=True, slots=True)
class BoardCallbacks:
    """`tree` asks for the board at an address (None where it names nothing), `register` adds its
    callbacks to the app."""

    tree: Callable[[Connection, Address, Look], Board | None]
    register: Callable[["KlimatDash"], None]


BOARDS: Mapping[str, BoardCallbacks] = {
    "city_board": BoardCallbacks(city.tree, city.register),
    "explore": BoardCallbacks(explore.tree, explore.register),
    "portfolio": BoardCallbacks(portfolio.tree, portfolio.register),
    "what_if": BoardCallbacks(what_if.tree, what_if.register),
}
"""By the page's name in the list of pages (`layouts.links.routes`)."""
