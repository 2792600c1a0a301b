"""The units in which sources put their goals, read from their own words."""

import re
from dataclasses import dataclass

_FACTORS = {
    "t": 1.0,
    "ton": 1.0,
    "tonne": 1.0,
    "tonnes": 1.0,
    "kg": 0.001,
    "kt": 1_000.0,
    "kton": 1_000.0,
    "mt": 1_000_000.0,
    "mton": 1_000_000.0,
}

_WHOLE = re.compile(
    r"^(?:(?P<mass>tonnes|tonne|kton|mton|ton|kg|kt|mt|t)\b)?\s*(?:co2e?\b)?"
    r"(?P<person>\s*(?:/|per )\s*(?:person|invånare|capita|inhabitant))?"
    r"(?:\s*/\s*(?:yr|year|år))?\s*(?P<kind>net|sink)?$"
)


@dataclass(frozen=True, slots=True)
class EmissionUnit:
    """`tonnes` in one unit. `net`: uptake is taken off; `sink`: uptake is what counts."""

    tonnes: float = 1.0
    per_person: bool = False
    net: bool = False
    sink: bool = False


def emission_unit(text: str) -> EmissionUnit | None:
    """The unit behind a source's words (`kton CO2e/yr`); None if it is no emission unit.

    Empty words are whole tonnes. Shares, distances and `kg CO2e/kg mat` are not emission units.
    """
    match = _WHOLE.match(text.strip().lower())
    if match is None:
        return None
    kind = match["kind"]
    return EmissionUnit(
        tonnes=_FACTORS[match["mass"] or "t"],
        per_person=match["person"] is not None,
        net=kind == "net",
        sink=kind == "sink",
    )
