"""Addresses of earlier versions that readers have kept, and where they lead now."""

from urllib.parse import parse_qsl

from layouts.links.addresses import Address, board_of, href

EXPLORED = frozenset({"utforska", "explore"})
"""A chart that was opened in a window of its own."""


def of_explored_chart(address: Address, query: str) -> str | None:
    """Where an address with the window of a chart leads: to the municipality's board, or to the
    page; None where it names no window. `address` is what the rest of it says."""
    names = {name for name, _ in parse_qsl(query, keep_blank_values=True, errors="replace")}
    if names.isdisjoint(EXPLORED):
        return None
    return href(board_of(address) or address)


def of_overview_search(address: Address) -> str | None:
    """Where a search of the overview leads: to the page of matches; None where nothing is sought
    there."""
    words = address.get("search")
    if address.page != "overview" or not words:
        return None
    return href(Address("search", address.lang).with_query(search=words))
