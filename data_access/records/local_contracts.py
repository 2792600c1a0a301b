"""The fields of local climate contracts: how many have signed, and who."""

from data_access.records.field import Field, Kind, Record, named
from data_access.records.shared import MUNICIPALITY, NOTE, QUOTE, SECTION, SOURCE_REF
from data_access.records.words import EXAMPLE

CODE = named(MUNICIPALITY, examples=("0000", "0000"))
TOLD = Field(
    "source_title",
    Kind.TEXT,
    "where it is told",
    "Var uppgiften står: dokument eller sida",
    "Where it is told",
    headers=("Källa",),
    needed=True,
    filled=True,
)

LOCAL_CONTRACT = Record(
    "local-contracts",
    (
        CODE,
        Field(
            "at",
            Kind.TIME,
            "when; may be a part of a date",
            "När: 2023-11-30, 2023-11 eller 2023",
            "When: a day, a month or a year",
            headers=("När",),
            needed=True,
            filled=True,
            examples=("2023-11", "2024-05-31"),
        ),
        Field(
            "signatories",
            Kind.COUNT,
            "how many have signed",
            "Antal som har undertecknat: 43, eller cirka 40",
            "How many have signed: 43, or about 40",
            headers=("Antal",),
            needed=True,
            filled=True,
            examples=("cirka 40", "43"),
        ),
        Field(
            "approximate", Kind.TRUTH, "whether the number is told as about so many", filled=True
        ),
        Field(
            "name",
            Kind.TEXT,
            "name of the local contract",
            "Det lokala kontraktets namn",
            "The local contract's name",
            headers=("Namn",),
            examples=(
                "Klimatkontrakt Exempelstad (påhittat)",
                "Klimatkontrakt Exempelstad (påhittat)",
            ),
        ),
        named(NOTE, kind=Kind.TEXT, sv="Vad antalet omfattar", en="What the number covers"),
        QUOTE,
        SECTION,
        named(TOLD, examples=(f"{EXAMPLE}ta bort raden", f"{EXAMPLE}ta bort raden")),
        SOURCE_REF,
    ),
    key=("municipality_code", "at"),
    scope=("municipality_code",),
)

LOCAL_SIGNATORY = Record(
    "local-signatories",
    (
        CODE,
        Field(
            "organisation",
            Kind.TEXT,
            "name of the organisation",
            "Organisationens namn, aldrig en persons. Filen är hela listan",
            "The organisation's name, never a person's. The file is the whole list",
            headers=("Organisation",),
            needed=True,
            filled=True,
            examples=(f"{EXAMPLE}bolaget (påhittat)", f"{EXAMPLE}föreningen (påhittad)"),
        ),
        Field(
            "orgnr",
            Kind.ORGANISATION_NUMBER,
            "organisation number",
            "Organisationsnummer; tomt för enskild firma",
            "Number; empty for sole traders",
            headers=("Organisationsnummer", "Orgnr"),
        ),
        Field(
            "signed",
            Kind.TIME,
            "when it signed; may be a part of a date",
            "När: 2023-11-30, 2023-11 eller 2023",
            "When: a day, a month or a year",
            headers=("Undertecknat", "När"),
            examples=("2023-11", ""),
        ),
        named(
            TOLD,
            examples=("Exempelstads webbplats (påhittad)", "Exempelstads webbplats (påhittad)"),
        ),
        SOURCE_REF,
    ),
    key=("municipality_code", "organisation"),
    scope=("municipality_code",),
)
