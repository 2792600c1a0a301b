"""The nine sectors by the reference numbers of the GPC, with what is lost on the way.

GPC: Global Protocol for Community-Scale Greenhouse Gas Inventories, version 1.1 (World Resources
Institute, C40 and ICLEI, 2021). Its numbers are sector (I–VI), subsector and scope; of scope 1,
which is what a national inventory divides by place, the last part is 1, of waste that others send
3, of grid-supplied energy that is made in the place 4 (I.4.4). Held against the protocol's table as
Open Earth Foundation publishes it (docs/mappings.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The reference numbers that a sector is spread over, and what cannot be told."""

    numbers: tuple[str, ...]
    loss: str


GPC: Mapping[str, Counterpart] = {
    "transport": Counterpart(
        ("II.1.1", "II.2.1", "II.3.1", "II.4.1"),
        "one figure for road, rail, water and air within the country; emission-subsectors divide "
        "carbon dioxide, where a release does",
    ),
    "machinery": Counterpart(
        ("I.1.1", "I.2.1", "I.3.1", "I.5.1", "II.5.1"),
        "the GPC counts machinery where it works: of homes, services, industry and building, "
        "farming and forestry, and off-road transport; here it is one figure",
    ),
    "industry": Counterpart(
        ("I.3.1", "I.4.1", "I.8.1", "IV.1"),
        "energy use and processes are one figure, refineries and fugitive emissions with them",
    ),
    "energy": Counterpart(
        ("I.4.4",),
        "all that is made in the municipality, also what is used in others; what residents use of "
        "electricity and heat (scope 2) is not in the statistics",
    ),
    "heating": Counterpart(
        ("I.1.1", "I.2.1", "I.5.1"),
        "homes, premises, and the buildings of farming and forestry are one figure",
    ),
    "agriculture": Counterpart(
        ("V.1", "V.3"),
        "livestock, and aggregate sources on land, are one figure; land use (V.2) is not in the "
        "statistics",
    ),
    "waste": Counterpart(
        (
            *("III.1.1", "III.2.1", "III.3.1", "III.4.1"),
            *("III.1.3", "III.2.3", "III.3.3", "III.4.3"),
        ),
        "counted where it is treated: waste of others is in it and waste that is sent away is not, "
        "where the GPC's BASIC level wants the city's own (scope 3)",
    ),
    "products": Counterpart(("IV.2",), "nothing: the same sources"),
    "international_transport": Counterpart(
        ("II.3.3", "II.4.3"),
        "fuel that is taken on in the municipality, not journeys of its people",
    ),
}
"""By the sector's code. Scope 2 and land use (V.2) have no figures here at all."""
