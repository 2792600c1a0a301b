"""The parties of the contracts: how a promise names them, and their names in addresses."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from progress.records import Municipality, Party

PARTIES_APART = ", "
"""Stands between the parties of a promise that several have made together."""


@dataclass(frozen=True, slots=True)
class OrganisationKind:
    """A kind of organisation in words. `place` is that in the order in which the contracts name
    their parties; `together` what a contract's parties of the kind are called, and empty where
    they can be none."""

    kind_id: str
    place: int
    party: bool
    name_sv: str
    name_en: str
    plural_sv: str
    plural_en: str
    together_sv: str = ""
    together_en: str = ""

    def name(self, lang: str) -> str:
        return self.name_sv if lang == "sv" else self.name_en

    def plural(self, lang: str) -> str:
        return self.plural_sv if lang == "sv" else self.plural_en

    def together(self, lang: str) -> str:
        return (self.together_sv if lang == "sv" else self.together_en) or self.plural(lang)


PartyKinds = Mapping[str, OrganisationKind]
"""The kinds that can be party to a contract by their ids, in the order of the contracts."""


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
