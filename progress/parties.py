"""The parties of the contracts: how a promise names them, and their names in addresses."""

import re
import unicodedata
from collections.abc import Iterable

from progress.records import Municipality, Party

PARTIES_APART = ", "
"""Stands between the parties of a promise that several have made together."""

PARTY_KINDS = ("municipality", "viable_cities", "agency")
"""In the order in which the contracts name them."""


EVERY_MUNICIPALITY = "Samtliga kommuner i Klimatkontrakt 2030"
"""How the store names the party when all municipalities of the contracts promise together."""


def names_of(party: str) -> tuple[str, ...]:
    """The parties that a promise names, one by one."""
    return tuple(name for name in party.split(PARTIES_APART) if name)


def party_slug(name: str) -> str:
    """A party's name in an address: `Borlänge kommun` → `borlange-kommun`; empty for no letters."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def owner_names(parties: Iterable[Party], municipalities: Iterable[Municipality]) -> dict[str, str]:
    """What those are called who can own drafts and notes, by a municipality's code or an agency's
    name in addresses."""
    named = {party.slug: party.name for party in parties}
    return named | {municipality.code: municipality.name for municipality in municipalities}
