"""The fields of what other rows refer to: contracts, sources, indicators, codes that
are no more."""

from data_access.records.field import Field, Kind, Record, named
from data_access.records.shared import MUNICIPALITY, NOTE, SOURCE, SOURCE_REF
from data_access.records.words import EXAMPLE


def identity(name: str, meaning: str, sv: str, en: str) -> Field:
    return Field(
        name,
        Kind.TEXT,
        meaning,
        sv,
        en,
        headers=("Id",),
        needed=True,
        filled=True,
        examples=(f"{EXAMPLE}1",),
    )


def text(name: str, sv: str, en: str, header: str, example: str, **more: object) -> Field:
    """A text that every row has."""
    return named(
        Field(name, Kind.TEXT, en, sv, en, headers=(header,), needed=True, filled=True),
        examples=(example,),
        **more,
    )


_NOTE = named(NOTE, kind=Kind.TEXT)

CONTRACT = Record(
    "contracts",
    (
        identity(
            "contract_id",
            "id of the contract and its version",
            "Kontraktets id: klimatkontrakt-1880-2026",
            "The contract's id, with its year",
        ),
        named(MUNICIPALITY, examples=("0000",)),
        text(
            "title",
            "Kontraktets namn och version",
            "name and version of the contract",
            "Titel",
            "Klimatkontrakt 2030, version 2026 (påhittat)",
        ),
        Field(
            "version_year",
            Kind.YEAR,
            "year of the version",
            "Versionens år",
            "Year of the version",
            headers=("Version",),
            needed=True,
            filled=True,
            examples=("2026",),
        ),
        Field(
            "valid_year",
            Kind.YEAR,
            "year that it holds for, where the text says so",
            "Året som det gäller, om texten säger det",
            "Year that it holds for, where told",
            headers=("Gäller",),
            examples=("2026",),
        ),
        SOURCE,
        _NOTE,
    ),
    key=("contract_id",),
    scope=("municipality_code", "version_year"),
)

SOURCES = Record(
    "sources",
    (
        identity("source_id", "id of the source", "Källans id, oföränderligt", "Its lasting id"),
        text("title", "Källans namn", "name of the source", "Titel", "Påhittad rapport"),
        text("publisher", "Utgivare", "who published it", "Utgivare", "Påhittade verket"),
        text(
            "licence",
            "Licens, eller none stated om ingen anges",
            "licence, or none stated",
            "Licens",
            "none stated",
        ),
        Field(
            "url",
            Kind.ADDRESS,
            "the publisher's page",
            "Utgivarens sida",
            "The publisher's page",
            headers=("Adress",),
        ),
        Field(
            "file_url",
            Kind.ADDRESS,
            "where the file itself was found",
            "Var själva filen hittades",
            "Where the file was found",
            headers=("Filens adress",),
        ),
        _NOTE,
    ),
    key=("source_id",),
    scope=("source_id",),
)

EARLIER_CODE = Record(
    "earlier-codes",
    (
        Field(
            "earlier_code",
            Kind.TEXT,
            "municipality code that is no more",
            "Kommunkoden som inte längre gäller, fyra siffror",
            "The municipality code that is no more, four digits",
            headers=("Tidigare kod", "Gammal kod"),
            needed=True,
            filled=True,
            examples=("0001",),
        ),
        named(
            MUNICIPALITY,
            sv="Kommunkoden som gäller nu, fyra siffror",
            en="The municipality code that holds now, four digits",
            examples=("0000",),
        ),
        text("name", "Kommunens namn då", "name of the municipality then", "Namn", "Exempelstad"),
        Field(
            "change",
            Kind.WORD,
            "renumbered, or merged with others into the municipality",
            "renumbered (ny kod) eller merged (gick samman med andra)",
            "renumbered, or merged with others",
            words=("renumbered", "merged"),
            headers=("Ändring",),
            needed=True,
            filled=True,
            examples=("renumbered",),
        ),
        Field(
            "since",
            Kind.DAY,
            "day from which the new code holds",
            "Dagen från vilken den nya koden gäller: 2007-01-01",
            "The day from which the new code holds",
            headers=("Gäller från",),
            needed=True,
            filled=True,
            examples=("2099-01-01",),
        ),
        text(
            "source_title", "Var det står", "where it is told", "Källa", f"{EXAMPLE}ta bort raden"
        ),
        SOURCE_REF,
    ),
    key=("earlier_code",),
    scope=("earlier_code",),
)

INDICATOR = Record(
    "indicator-definitions",
    (
        identity(
            "indicator_id", "id of the indicator", "Indikatorns id, oföränderligt", "Its lasting id"
        ),
        text("name_sv", "Namn", "name in Swedish", "Namn", "Påhittad indikator"),
        text("name_en", "Namn på engelska", "name in English", "Namn på engelska", "Made up"),
        text("unit_sv", "Enhet", "unit in Swedish", "Enhet", "meter"),
        text("unit_en", "Enhet på engelska", "unit in English", "Enhet på engelska", "metres"),
        Field(
            "desired",
            Kind.WORD,
            "which way is better",
            "Önskad riktning: up, down eller none",
            "The better way: up, down or none",
            words=("up", "down", "none"),
            headers=("Riktning",),
            needed=True,
            filled=True,
            examples=("up",),
        ),
        Field(
            "decimals",
            Kind.COUNT,
            "decimals that are shown",
            "Antal decimaler som visas",
            "Decimals that are shown",
            headers=("Decimaler",),
            needed=True,
            filled=True,
            examples=("0",),
        ),
        SOURCE,
        Field(
            "note_sv",
            Kind.TEXT,
            "what a reader should know, in Swedish",
            "Vad som räknas",
            "What is counted, in Swedish",
            headers=("Anmärkning",),
        ),
        Field(
            "note_en",
            Kind.TEXT,
            "what a reader should know, in English",
            "Vad som räknas, på engelska",
            "What is counted, in English",
            headers=("Anmärkning på engelska",),
        ),
    ),
    key=("indicator_id",),
    scope=("indicator_id",),
)
