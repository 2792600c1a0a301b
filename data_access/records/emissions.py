"""The fields of emissions: a publisher's release, a city's own series, national series."""

from data_access.records.field import Bound, Field, Kind, Record, named
from data_access.records.shared import MUNICIPALITY, NOTE, YEAR
from data_access.records.words import EXAMPLE
from progress.emissions.sectors import SECTORS
from progress.emissions.series import TOTAL, Gas, Scope, Status, Unit
from progress.promises.contract_systems import NationalSeries

RELEASE = Field(
    "release", Kind.TEXT, "label of the release that the row comes from", stored=False, open=True
)
GAS = Field(
    "gas", Kind.WORD, "what is counted", words=tuple(Gas), headers=("Gas",), stored=False, open=True
)
SCOPE = Field(
    "scope",
    Kind.WORD,
    "whose emissions are counted",
    words=tuple(Scope),
    headers=("Omfattning",),
    stored=False,
    open=True,
)
SECTOR = Field(
    "sector",
    Kind.WORD,
    "sector code; total where the release has none",
    words=(*SECTORS, TOTAL),
    headers=("Sektor",),
    stored=False,
    open=True,
)
STATUS = Field(
    "status",
    Kind.WORD,
    "how sure the figure is",
    words=tuple(Status),
    headers=("Status",),
    filled=True,
)

EMISSION = Record(
    "emissions",
    (
        RELEASE,
        GAS,
        SCOPE,
        MUNICIPALITY,
        YEAR,
        named(SECTOR, needed=True),
        # No bound: a sector can be a net sink.
        Field(
            "tonnes",
            Kind.NUMBER,
            "emissions in the year",
            unit="tonnes",
            headers=("Ton",),
            needed=True,
            filled=True,
        ),
        STATUS,
        Field("unit", Kind.WORD, "unit of the row's figures", words=tuple(Unit), stored=False),
    ),
    key=("municipality_code", "year"),
    scope=("municipality_code",),
)

OWN_UNITS = ("tonnes", "kton", "tonnes_per_person")

OWN_SERIES = Record(
    "own-series",
    (
        named(
            RELEASE, sv="beteckningen, som --release ger den", en="the label, as --release gives it"
        ),
        named(
            MUNICIPALITY,
            sv="fyra siffror, som text (0180)",
            en="four digits, as text (0180)",
            examples=("0000", "0000"),
        ),
        named(
            SCOPE,
            needed=True,
            sv="group, budget, consumption, city_core eller territorial",
            en="group, budget, consumption, city_core or territorial",
            examples=("budget", "budget"),
        ),
        named(
            GAS,
            needed=True,
            sv="co2, co2e eller co2_biogenic",
            en="co2, co2e or co2_biogenic",
            examples=("co2", "co2"),
        ),
        named(
            YEAR,
            sv="ett år; ett utan siffra har ingen rad",
            en="a year; one without a figure has no row",
            examples=("2023", "2024"),
        ),
        named(
            SECTOR,
            sv="total (om inget står) eller en av de nio huvudsektorerna",
            en="total (default) or one of the nine main sectors",
        ),
        Field(
            "value",
            Kind.NUMBER,
            "the year's figure, in the row's unit",
            sv="dess siffra; 0 är en siffra",
            en="its figure; 0 is a figure",
            headers=("Värde",),
            needed=True,
            filled=True,
            examples=("1000", "900"),
        ),
        Field(
            "unit",
            Kind.WORD,
            "unit of the row's figures",
            sv="tonnes, kton eller tonnes_per_person (förblir per person)",
            en="tonnes, kton or tonnes_per_person (stays per person)",
            words=OWN_UNITS,
            headers=("Enhet",),
            needed=True,
            examples=("tonnes", "tonnes"),
        ),
        named(
            STATUS,
            sv="final (om inget står), preliminary eller forecast",
            en="final (default), preliminary or forecast",
            examples=("final", "preliminary"),
        ),
        Field(
            "source_title",
            Kind.TEXT,
            "title of the source",
            sv="vems siffror det är; varje bedömning som vilar på dem säger det",
            en="whose figures these are; every verdict that rests on them says so",
            headers=("Källa",),
            needed=True,
            filled=True,
            examples=(f"{EXAMPLE}koldioxidbudget", f"{EXAMPLE}koldioxidbudget"),
        ),
        Field(
            "source_publisher",
            Kind.TEXT,
            "who published the figures",
            sv="vem som har publicerat dem",
            en="who published them",
            headers=("Utgivare",),
            needed=True,
            filled=True,
            examples=("Exempelstads kommun (påhittat)", "Exempelstads kommun (påhittat)"),
        ),
        Field(
            "licence",
            Kind.TEXT,
            "licence as the publisher states it",
            sv="källans",
            en="of the source",
            headers=("Licens",),
        ),
        Field(
            "source_url",
            Kind.TEXT,
            "address of the source",
            sv="källans",
            en="of the source",
            headers=("Adress",),
        ),
        named(NOTE, kind=Kind.TEXT, sv="källans", en="of the source"),
        Field(
            "continues",
            Kind.TEXT,
            "label of the release whose missing years it fills",
            sv="för en fil med bara prognoser: beteckningen på utgåvan vars år som saknas den "
            "fyller (annars den nyaste med samma omfattning och gas)",
            en="for a file of forecasts alone: the label of the release whose missing years it "
            "fills (default: the newest of the same scope and gas)",
            headers=("Fyller på",),
        ),
    ),
    key=("municipality_code", "year"),
    scope=("municipality_code",),
)

NATIONAL_FIGURE = Record(
    "national-figures",
    (
        Field(
            "series",
            Kind.WORD,
            "national series",
            words=tuple(NationalSeries),
            headers=("Serie",),
            needed=True,
            filled=True,
        ),
        YEAR,
        Field(
            "tonnes",
            Kind.NUMBER,
            "emissions of the whole country in the year",
            unit="tonnes",
            headers=("Ton",),
            needed=True,
            filled=True,
            bound=Bound.NOT_NEGATIVE,
        ),
    ),
    key=("series", "year"),
    scope=("series",),
)
