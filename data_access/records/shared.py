"""Fields that several records have."""

from data_access.records.field import Field, Kind

MUNICIPALITY = Field(
    "municipality_code",
    Kind.MUNICIPALITY,
    "Statistics Sweden's code of the municipality, four digits",
    "Kommunkod, fyra siffror",
    "Municipality code, four digits",
    headers=("Kommunkod", "Kommun"),
    needed=True,
    filled=True,
)
YEAR = Field(
    "year",
    Kind.YEAR,
    "calendar year",
    headers=("År",),
    needed=True,
    filled=True,
)
TITLE_SV = Field(
    "title_sv",
    Kind.TEXT,
    "title in Swedish",
    headers=("Titel", "Namn"),
    needed=True,
    filled=True,
)
TITLE_EN = Field("title_en", Kind.TEXT, "title in English", headers=("Titel på engelska",))
NOTE = Field(
    "note",
    Kind.PROSE,
    "what a reader should know",
    "Anmärkning",
    "Remark",
    headers=("Anmärkning",),
)
QUALITY = Field(
    "quality_flag",
    Kind.PROSE,
    "ok, unconfirmed, source_error …",
    headers=("Kvalitet",),
)
SOURCE = Field(
    "source_id",
    Kind.SOURCE,
    "id of the source",
    "Inlagd källa; tomt = din fil",
    "A known source; empty = your file",
    headers=("Källa",),
    filled=True,
)
SOURCE_REF = Field(
    "source_ref",
    Kind.ADDRESS,
    "where in the source, often an address",
    "Adress eller diarienummer",
    "Address or case number",
    headers=("Källhänvisning", "Diarienummer"),
)
SECTION = Field(
    "section",
    Kind.TEXT,
    "section of the document",
    "Avsnitt i dokumentet",
    "Section of the document",
    headers=("Avsnitt",),
)
QUOTE = Field(
    "quote_sv",
    Kind.TEXT,
    "the source's own words, in Swedish",
    "Citat, ordagrant",
    "Quotation, word for word",
    headers=("Citat",),
)
START = Field(
    "start", Kind.TIME, "start, may be a part of a date", headers=("Start", "Börjar", "Startdatum")
)
END = Field("end", Kind.TIME, "end, may be a part of a date", headers=("Slut", "Slutdatum"))
