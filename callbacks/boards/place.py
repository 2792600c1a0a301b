"""Where a board asks: the prefix of its requests holds its address and how it is drawn."""

import base64
import binascii
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import request

from layouts.boards.board import Look
from layouts.links.addresses import Address, Parsed, href, parse

REQUESTS = "/_board/"
ROUTE = REQUESTS + "<any(light,dark):colours>-<any(wide,narrow):width>/<path:place>/~<state>"
"""What Dash's own names (`/_dash-layout` …) follow."""

NO_STATE = "_"
MOST_STATE = 3000


@dataclass(frozen=True, slots=True)
class Place:
    """The board that a request comes from, as its document was when it was opened."""

    parsed: Parsed
    look: Look

    @property
    def address(self) -> Address:
        return self.parsed.address


def prefix(address: str) -> str:
    """What the requests of a board at an address (path and query) begin with, with a final slash.

    In light colours on a wide screen: the browser puts `dark` and `narrow` in their places.
    """
    path, _, query = address.partition("?")
    state = base64.urlsafe_b64encode(query.encode()).decode().rstrip("=")
    return f"{REQUESTS}light-wide{path}/~{state or NO_STATE}/"


def place() -> Place | None:
    """The board that the present request comes from; None where its prefix names none."""
    given = request.view_args or {}
    state = str(given.get("state", ""))
    if len(state) > MOST_STATE:
        return None
    if state == NO_STATE:
        state = ""
    try:
        padded = state + "=" * (-len(state) % 4)
        query = base64.b64decode(padded, altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError):
        return None
    parsed = parse(f"/{given.get('place', '')}", query)
    look = Look(dark=given.get("colours") == "dark", narrow=given.get("width") == "narrow")
    return None if parsed is None else Place(parsed, look)


def chosen(at: Address, pairs: list[tuple[str, str]]) -> Parsed:
    """What the controls have chosen, read as the address would be that they make."""
    path = href(at.without_query())
    parsed = parse(path, urlencode([(name, value) for name, value in pairs if value]))
    if parsed is None:
        raise ValueError(f"{path} is no page")
    return parsed
