"""The templates for local climate contracts and work packages. Every figure in them is made up."""

from data_access.records.words import EXAMPLE
from data_access.templates.form import Template, TemplateColumn

C = TemplateColumn

CODE = C("municipality_code", "Kommunkod, fyra siffror", "Municipality code, four digits", True)
SOURCE = C("source_title", "Var uppgiften står: dokument eller sida", "Where it is told", True)
SOURCE_REF = C("source_ref", "Adress eller diarienummer", "Address or case number")
QUOTE = C("quote_sv", "Citat, ordagrant", "Quotation, word for word")
SECTION = C("section", "Avsnitt i dokumentet", "Section of the document")

LOCAL_CONTRACTS = Template(
    "local-contracts",
    (
        CODE,
        C("at", "När: 2023-11-30, 2023-11 eller 2023", "When: a day, a month or a year", True),
        C(
            "signatories",
            "Antal som har undertecknat: 43, eller cirka 40",
            "How many have signed: 43, or about 40",
            True,
        ),
        C("name", "Det lokala kontraktets namn", "The local contract's name"),
        C("note", "Vad antalet omfattar", "What the number covers"),
        QUOTE,
        SECTION,
        SOURCE,
        SOURCE_REF,
    ),
    (
        {
            "municipality_code": "0000",
            "at": "2023-11",
            "signatories": "cirka 40",
            "name": "Klimatkontrakt Exempelstad (påhittat)",
            "source_title": f"{EXAMPLE}ta bort raden",
        },
        {
            "municipality_code": "0000",
            "at": "2024-05-31",
            "signatories": "43",
            "name": "Klimatkontrakt Exempelstad (påhittat)",
            "source_title": f"{EXAMPLE}ta bort raden",
        },
    ),
)

LOCAL_SIGNATORIES = Template(
    "local-signatories",
    (
        CODE,
        C(
            "organisation",
            "Organisationens namn, aldrig en persons. Filen är hela listan",
            "The organisation's name, never a person's. The file is the whole list",
            True,
        ),
        C("orgnr", "Organisationsnummer; tomt för enskild firma", "Number; empty for sole traders"),
        C("signed", "När: 2023-11-30, 2023-11 eller 2023", "When: a day, a month or a year"),
        SOURCE,
        SOURCE_REF,
    ),
    (
        {
            "municipality_code": "0000",
            "organisation": f"{EXAMPLE}bolaget (påhittat)",
            "signed": "2023-11",
            "source_title": "Exempelstads webbplats (påhittad)",
        },
        {
            "municipality_code": "0000",
            "organisation": f"{EXAMPLE}föreningen (påhittad)",
            "source_title": "Exempelstads webbplats (påhittad)",
        },
    ),
)

WORK_PACKAGES = Template(
    "work-packages",
    (
        C("package_id", "Arbetspaketets id, oföränderligt", "The package's id, lasting", True),
        CODE,
        C("title_sv", "Arbetspaketets namn", "The package's name in Swedish", True),
        C("title_en", "Namn på engelska", "The package's name in English"),
        C("contract_id", "Kontraktet som nämner paketet", "The contract that names it"),
        C("project", "Projektet som paketet hör till", "The project that it belongs to"),
        C("responsible", "Ansvarig organisation, ingen person", "Responsible organisation"),
        C("start", "Start: 2024-05-31, 2024-05 eller 2024", "Start, or as much as is known"),
        C("end", "Slut, på samma sätt", "End, likewise"),
        SECTION,
        QUOTE,
        C("note", "Anmärkning", "Remark"),
        C(
            "status",
            "Läget vid avstämningen: not_begun, running, late, done, stopped eller unknown",
            "The status at the check-in: not_begun, running, late, done, stopped or unknown",
        ),
        C("status_date", "Avstämningens dag: 2024-05-31", "The day of the check-in"),
        C("status_comment", "Kommentar", "Comment"),
        C("status_source", "Var läget står eller vem som säger det", "Who or what says so"),
        C(
            "status_resources",
            "enough om befintliga resurser räcker, politics om det måste avgöras politiskt; "
            "tomt om det inte är sagt",
            "enough where existing resources are enough, politics where it must be decided "
            "politically; empty where that is not told",
        ),
    ),
    (
        {
            "package_id": f"{EXAMPLE}1",
            "municipality_code": "0000",
            "title_sv": "EXEMPEL, ta bort raden: cykelpaketet",
            "project": "Klimatneutrala Exempelstad (påhittat)",
            "status": "running",
            "status_date": "2024-05-31",
            "status_comment": "Påhittad avstämning",
            "status_source": "Projektets styrgrupp",
            "status_resources": "enough",
        },
        {
            "package_id": f"{EXAMPLE}2",
            "municipality_code": "0000",
            "title_sv": "EXEMPEL, ta bort raden: värmepaketet",
            "start": "2024-01",
        },
    ),
)
