"""A city's emissions in the rows of the eCRF, the workbook of the Global Covenant of Mayors' Common
Reporting Framework, which cities hand in to CDP-ICLEI Track and to the Covenant.

The rows of its third sheet and their names are those of the form (docs/mappings.md says which copy
was read). A national sector is one figure where the form has several rows: it stands in the first
of them, the others say IE (included elsewhere) and where; what the national statistics do not have
is NE (not estimated). Nothing is divided.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from progress.emissions.gpc import GPC

DIRECT, GRID, OUTSIDE = "Direct emissions", "Indirect emissions", "Outside city boundary"
INCLUDED_ELSEWHERE, NOT_ESTIMATED = "IE", "NE"

STATIONARY, TRANSPORT, WASTE = "Stationary energy", "Transportation", "Waste"
SUPPLIED = "Generation of grid-supplied energy"
HEAT_AND_POWER = "CHP generation"


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of the form; `number` is empty where the form has none."""

    number: str
    sector: str
    subsector: str
    scope: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row says: tonnes of CO2e or a notation key, and why."""

    row: FormRow
    tonnes: float | None
    notation_key: str
    explanation: str


def _rows() -> Iterator[FormRow]:
    of_energy = {
        "I.1": "Residential Buildings",
        "I.2": "Commercial & Institutional buildings & facilities",
        "I.3": "Industrial buildings & facilities",
        "I.4": "Energy Industries",
        "I.5": "Agriculture",
        "I.6": "Non Specified Sources",
    }
    for number, name in of_energy.items():
        for scope, where in enumerate((DIRECT, GRID, OUTSIDE), 1):
            yield FormRow(f"{number}.{scope}", STATIONARY, name, where)
        if number == "I.4":
            for name in ("Electricity-only generation", HEAT_AND_POWER, "Heat/cold generation"):
                yield FormRow("I.4.4", SUPPLIED, name, DIRECT)
    for number in ("I.7.1", "I.8.1"):
        yield FormRow(number, STATIONARY, "Fugitive emissions", DIRECT)
    of_transport = {
        "II.1": "On-road",
        "II.2": "Rail",
        "II.3": "Waterborne navigation",
        "II.4": "Aviation",
        "II.5": "Off-road",
    }
    for number, name in of_transport.items():
        for scope, where in enumerate((DIRECT, GRID, OUTSIDE), 1):
            yield FormRow(f"{number}.{scope}", TRANSPORT, name, where)
    of_waste = {
        "III.1": "Solid waste disposal",
        "III.2": "Biological treatment",
        "III.3": "Incineration and open burning",
        "III.4": "Wastewater",
    }
    for number, name in of_waste.items():
        for scope, where in enumerate((DIRECT, OUTSIDE, DIRECT), 1):
            yield FormRow(f"{number}.{scope}", WASTE, name, where)
    yield FormRow("IV.1", "IPPU", "Industrial process", DIRECT)
    yield FormRow("IV.2", "IPPU", "Produce Use", DIRECT)
    for number, name in (("V.1", "Livestock"), ("V.2", "Land use"), ("V.3", "Other AFOLU")):
        yield FormRow(number, "AFOLU", name, DIRECT)


FORM = tuple(_rows())

STANDS_IN = {
    "transport": "II.1.1",
    "machinery": "II.5.1",
    "industry": "I.3.1",
    "energy": "I.4.4",
    "heating": "I.1.1",
    "agriculture": "V.1",
    "waste": "III.1.1",
    "products": "IV.2",
    "international_transport": "II.3.3",
}
"""Sector → the number of the row that its figure stands in."""


def entries(tonnes: Mapping[str, float]) -> list[Entry]:
    """The form of a city and year. `tonnes` of CO2e by sector's code; a sector may be missing."""
    return [_entry(row, tonnes) for row in FORM]


def _entry(row: FormRow, tonnes: Mapping[str, float]) -> Entry:
    sectors = [sector for sector, part in GPC.items() if row.number in part.numbers]
    why = "; ".join(f"{sector}: {_where(sector, row)}{GPC[sector].loss}" for sector in sectors)
    main = next((sector for sector in sectors if _is_main(sector, row)), None)
    if main is not None and main in tonnes:
        return Entry(row, tonnes[main], "", why)
    elsewhere = [sector for sector in sectors if sector != main and sector in tonnes]
    if elsewhere:
        return Entry(row, None, INCLUDED_ELSEWHERE, why)
    return Entry(row, None, NOT_ESTIMATED, why or "not in the national statistics")


def _is_main(sector: str, row: FormRow) -> bool:
    of_supply = row.sector != SUPPLIED or row.subsector == HEAT_AND_POWER
    return STANDS_IN[sector] == row.number and of_supply


def _where(sector: str, row: FormRow) -> str:
    if _is_main(sector, row):
        return ""
    kind = f" ({HEAT_AND_POWER})" if row.sector == SUPPLIED else ""
    return f"in {STANDS_IN[sector]}{kind}, "
