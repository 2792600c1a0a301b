"""The fields of emissions: a publisher's release, and a city's own series."""

from data_access.records.field import Field, Kind, Record, named
from data_access.records.shared import MUNICIPALITY, NOTE, YEAR
from progress.sectors import SECTORS
from progress.series import TOTAL, Gas, Scope, Status, Unit

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
    "each municipality, year and sector",
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
    "each year and sector",
    (
        named(RELEASE, en="the label, as --release gives it"),
        named(MUNICIPALITY, en="four digits, as text (0180)"),
        named(SCOPE, needed=True, en="group, budget, consumption, city_core or territorial"),
        named(GAS, needed=True, en="co2, co2e or co2_biogenic"),
        named(YEAR, en="a year; one without a figure has no row"),
        named(SECTOR, en="total (default) or one of the nine main sectors"),
        Field(
            "value",
            Kind.NUMBER,
            "the year's figure, in the row's unit",
            en="its figure; 0 is a figure",
            headers=("Värde",),
            needed=True,
            filled=True,
        ),
        Field(
            "unit",
            Kind.WORD,
            "unit of the row's figures",
            en="tonnes, kton or tonnes_per_person (stays per person)",
            words=OWN_UNITS,
            headers=("Enhet",),
            needed=True,
        ),
        named(STATUS, en="final (default), preliminary or forecast"),
        Field(
            "source_title",
            Kind.TEXT,
            "title of the source",
            en="whose figures these are; every verdict that rests on them says so",
            headers=("Källa",),
            needed=True,
            filled=True,
        ),
        Field(
            "source_publisher",
            Kind.TEXT,
            "who published the figures",
            en="who published them",
            headers=("Utgivare",),
            needed=True,
            filled=True,
        ),
        Field(
            "licence",
            Kind.TEXT,
            "licence as the publisher states it",
            en="of the source",
            headers=("Licens",),
        ),
        Field(
            "source_url",
            Kind.TEXT,
            "address of the source",
            en="of the source",
            headers=("Adress",),
        ),
        named(NOTE, kind=Kind.TEXT, en="of the source"),
        Field(
            "continues",
            Kind.TEXT,
            "label of the release whose missing years it fills",
            en="for a file of forecasts alone: the label of the release whose missing years it "
            "fills (default: the newest of the same scope and gas)",
        ),
    ),
    key=("municipality_code", "year"),
    scope=("municipality_code",),
)
