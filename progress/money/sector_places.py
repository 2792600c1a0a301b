"""In which sector of emissions the words of plans, gap tables and grants belong, or why in none.

The groups are sums of the national emission database's nine sectors, as coarse as the other
sources are: a plan's "transport" holds working machines, its "buildings" are heated by district
heating and power as well as by boilers of their own. Each source's words are placed one by one,
by what its document means by them; a word that is not here is placed nowhere.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from progress.emissions.sectors import PUBLISHED_NAMES, SECTORS
from progress.i18n import languages
from progress.phrases.words import sector_word
from progress.records import InvestmentAction


class Group(StrEnum):
    """A group of national sectors, in the order in which pages list them."""

    TRANSPORT = "transport"
    ENERGY = "energy"
    INDUSTRY = "industry"
    AGRICULTURE = "agriculture"
    WASTE = "waste"
    ABROAD = "abroad"


class Unplaced(StrEnum):
    """Why something belongs to no group."""

    SEVERAL = "several"
    ALL = "all"
    LAND = "land"
    OUTSIDE = "outside"
    NO_SECTOR = "no_sector"
    NOT_TOLD = "not_told"
    UNKNOWN = "unknown"


Place = Group | Unplaced

GROUP_SECTORS: dict[Group, tuple[str, ...]] = {
    Group.TRANSPORT: ("transport", "machinery"),
    Group.ENERGY: ("energy", "heating"),
    Group.INDUSTRY: ("industry", "products"),
    Group.AGRICULTURE: ("agriculture",),
    Group.WASTE: ("waste",),
    Group.ABROAD: ("international_transport",),
}
"""The national sectors of each group: every sector in exactly one."""

SECTOR_GROUP = {sector: group for group, sectors in GROUP_SECTORS.items() for sector in sectors}

PLAN_SECTORS: dict[str, Place] = {
    "transport": Group.TRANSPORT,
    "energy": Group.ENERGY,
    "buildings": Group.ENERGY,
    "industry": Group.INDUSTRY,
    "agriculture": Group.AGRICULTURE,
    # Materials, plastics in what is burnt for district heating, and waste itself.
    "waste_and_circular": Unplaced.SEVERAL,
    # Machines and transport on sites, and materials made elsewhere.
    "construction": Unplaced.SEVERAL,
    "land_use_and_sinks": Unplaced.LAND,
    "consumption": Unplaced.OUTSIDE,
    "cross_cutting": Unplaced.ALL,
    "all": Unplaced.ALL,
    "": Unplaced.NOT_TOLD,
}
"""The field of an investment action, in our code for it."""

GAP_WORDS: dict[str, Place] = {
    "transport": Group.TRANSPORT,
    "transports": Group.TRANSPORT,
    "road transport (scope 1 and 2)": Group.TRANSPORT,
    "air, water, rail (scope 1)": Group.TRANSPORT,
    "machines (scope 1)": Group.TRANSPORT,
    "heavy machines": Group.TRANSPORT,
    "mobile machinery": Group.TRANSPORT,
    "building": Group.ENERGY,
    "buildings": Group.ENERGY,
    "buildings & heating": Group.ENERGY,
    "buildings (own heating)": Group.ENERGY,
    "individual heating (scope 1)": Group.ENERGY,
    "district heating (scope 2)": Group.ENERGY,
    "electricity": Group.ENERGY,
    "electricity and district heating": Group.ENERGY,
    "electricity in buildings (scope 2)": Group.ENERGY,
    "energy (district heating + electricity production)": Group.ENERGY,
    "industry (energy and processes)": Group.INDUSTRY,
    "industry (energy + processes)": Group.INDUSTRY,
    "industrial process and product use (ippu)": Group.INDUSTRY,
    "ippu, industrial process (scope 1)": Group.INDUSTRY,
    "ippu, product use (scope 1)": Group.INDUSTRY,
    "product use": Group.INDUSTRY,
    "agriculture": Group.AGRICULTURE,
    "waste": Group.WASTE,
    "waste (scope 1)": Group.WASTE,
    "waste and sewage": Group.WASTE,
    # Land use is in no municipality's national statistics.
    "afolu": Unplaced.LAND,
    "agricultural, forestry and land use (afolu)": Unplaced.LAND,
    "other (incl. ippu & afolu)": Unplaced.SEVERAL,
    "other (including ippu & afolu)": Unplaced.SEVERAL,
}
"""The sectors of plans' tables of what is left to cut, in small letters as printed."""

THEMES: tuple[tuple[str, Place], ...] = (
    ("att främja hållbara transporter", Group.TRANSPORT),
    ("att stödja övergången till en koldioxidsnål", Unplaced.ALL),
)
"""How the regional fund's themes begin, which are the EU's thematic objectives: of those only
sustainable transport names a sector, and the low-carbon economy says "all sectors".
"""


@cache
def national_names() -> Mapping[str, Group]:
    """The national statistics' names of sectors, for files of grants that use them as themes."""
    ours = ((sector_word(code, lang), code) for code in SECTORS for lang in languages())
    return {
        name.casefold(): SECTOR_GROUP[sector] for name, sector in (*PUBLISHED_NAMES.items(), *ours)
    }


def place_of_action(row: InvestmentAction) -> Place:
    """Where an action belongs: by its field, unless the plan says that the field holds industry."""
    place = PLAN_SECTORS.get(row.sector, Unplaced.UNKNOWN)
    mixed = place is Group.ENERGY and "industry" in row.field.casefold()
    return Unplaced.SEVERAL if mixed else place


def place_of_gap(sector: str) -> Place:
    """Where a row of a plan's table of what is left to cut belongs."""
    return GAP_WORDS.get(sector.casefold().strip(), Unplaced.UNKNOWN)


def place_of_theme(theme: str) -> Place:
    """Where a grant belongs, by its publisher's theme; never by its title or recipient."""
    if not theme:
        return Unplaced.NOT_TOLD
    words = theme.casefold().strip()
    if words in national_names():
        return national_names()[words]
    return next(
        (place for beginning, place in THEMES if words.startswith(beginning)), Unplaced.NO_SECTOR
    )
