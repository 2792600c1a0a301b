"""The fields of what is promised and done: commitments, activities, work packages."""

from data_access.records.field import Field, Kind, Record, named
from data_access.records.shared import (
    END,
    MUNICIPALITY,
    NOTE,
    QUOTE,
    SECTION,
    START,
    TITLE_EN,
    TITLE_SV,
)
from data_access.records.statuses import OF_PROMISE
from data_access.records.words import EXAMPLE

CONTRACT = Field(
    "contract_id",
    Kind.CONTRACT,
    "id of the contract",
    "Kontraktet som nämner paketet",
    "The contract that names it",
    headers=("Kontrakt",),
)

COMMITMENT = Record(
    "commitments",
    (
        Field(
            "commitment_id",
            Kind.TEXT,
            "id of the commitment",
            headers=("Id",),
            needed=True,
            filled=True,
        ),
        Field(
            "party_kind",
            Kind.PARTY_KIND,
            "kind of party",
            needed=True,
            filled=True,
        ),
        Field(
            "party",
            Kind.TEXT,
            "who has promised",
            headers=("Part",),
            needed=True,
            filled=True,
        ),
        named(MUNICIPALITY, filled=False),
        Field("contract", Kind.TEXT, "contract and version", read=False, stored=False, open=True),
        SECTION,
        TITLE_SV,
        TITLE_EN,
        QUOTE,
        Field(
            "due",
            Kind.TEXT,
            "when it is due, as stated; may be a part of a date",
            headers=("Senast",),
        ),
        Field("theme", Kind.TEXT, "theme", headers=("Tema",)),
        CONTRACT,
        *OF_PROMISE.values(),
    ),
    key=("commitment_id",),
    scope=("municipality_code", "party_kind"),
)

ACTIVITY = Record(
    "activities",
    (
        Field(
            "activity_id",
            Kind.TEXT,
            "id of the activity",
            headers=("Id",),
            needed=True,
            filled=True,
        ),
        MUNICIPALITY,
        TITLE_SV,
        TITLE_EN,
        Field("work_package", Kind.TEXT, "work package", headers=("Arbetspaket",)),
        Field("focus_area", Kind.TEXT, "focus area", headers=("Fokusområde",)),
        Field("responsible", Kind.TEXT, "who is responsible", headers=("Ansvarig",)),
        Field("partners", Kind.TEXT, "partners", headers=("Partner",)),
        Field("financed_by", Kind.TEXT, "who finances it", headers=("Finansieras av",)),
        named(START, kind=Kind.TEXT),
        named(END, kind=Kind.TEXT),
        SECTION,
        QUOTE,
        *OF_PROMISE.values(),
    ),
    key=("activity_id",),
    scope=("municipality_code",),
)

WORK_PACKAGE = Record(
    "work-packages",
    (
        Field(
            "package_id",
            Kind.TEXT,
            "id of the work package",
            "Arbetspaketets id, oföränderligt",
            "The package's id, lasting",
            headers=("Id",),
            needed=True,
            filled=True,
            examples=(f"{EXAMPLE}1", f"{EXAMPLE}2"),
        ),
        named(MUNICIPALITY, examples=("0000", "0000")),
        CONTRACT,
        named(
            TITLE_SV,
            sv="Arbetspaketets namn",
            en="The package's name in Swedish",
            examples=(
                "EXEMPEL, ta bort raden: cykelpaketet",
                "EXEMPEL, ta bort raden: värmepaketet",
            ),
        ),
        named(TITLE_EN, sv="Namn på engelska", en="The package's name in English"),
        Field(
            "project",
            Kind.TEXT,
            "project that it belongs to",
            "Projektet som paketet hör till",
            "The project that it belongs to",
            headers=("Projekt",),
            examples=("Klimatneutrala Exempelstad (påhittat)", ""),
        ),
        Field(
            "responsible",
            Kind.TEXT,
            "who is responsible",
            "Ansvarig organisation, ingen person",
            "Responsible organisation",
            headers=("Ansvarig",),
        ),
        named(
            START,
            sv="Start: 2024-05-31, 2024-05 eller 2024",
            en="Start, or as much as is known",
            examples=("", "2024-01"),
        ),
        named(END, sv="Slut, på samma sätt", en="End, likewise"),
        SECTION,
        QUOTE,
        named(NOTE, kind=Kind.TEXT),
        *OF_PROMISE.values(),
    ),
    key=("package_id",),
    scope=("municipality_code",),
)
