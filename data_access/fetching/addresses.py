"""Which addresses may be fetched: HTTPS on the public internet, and nothing inside.

A table of addresses, a link on a page or a redirect must not lead the operator's machine to its own
network (server-side request forgery). A name is resolved once, every address that it has must be
public, and the connection goes to one of these: another answer a moment later changes nothing.
"""

import ipaddress
import socket
from urllib.parse import urlsplit

from data_access.fetching.errors import FetchFailed
from progress.i18n import say

NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""Addresses of IPv6 that stand for one of IPv4, in their last 32 bits."""

INSIDE = say("fetch.it_leads_to_own_network_klimat")


def check_address(address: str, *, inside: bool) -> None:
    """Raises FetchFailed for what is no HTTPS address; with `inside` plain HTTP is one too."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        raise FetchFailed(say("fetch.is_no_address", address=address)) from None
    if parts.scheme != "https" and not (inside and parts.scheme == "http"):
        raise FetchFailed(say("fetch.only_https_is_fetched", address=address))
    if not parts.hostname or parts.username is not None or parts.password is not None:
        raise FetchFailed(say("fetch.address_names_host_and_no_user", scheme=parts.scheme))


def resolved(host: str, port: int, *, inside: bool) -> str:
    """The number to connect to. Raises FetchFailed for an inside one, OSError for none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    numbers = [str(entry[4][0]) for entry in found]
    refused = [number for number in numbers if not inside and not is_public(number)]
    if refused:
        raise FetchFailed(say("fetch.is", host=host, value=refused[0], inside=INSIDE))
    return numbers[0]


def is_public(number: str) -> bool:
    """Whether an address of IPv4 or IPv6 is one of the public internet."""
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        embedded = address.ipv4_mapped or address.sixtofour
        if address in NAT64:
            embedded = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if embedded is not None:
            return is_public(str(embedded))
        if address.is_site_local or address.teredo is not None:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved
