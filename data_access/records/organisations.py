"""The registers of organisations, of their kinds, and of the funders' programmes.

Publishers spell them in many ways: a spelling is never an identity (RULES §7.9).
"""

from data_access.records.field import Field, Kind, Record, named
from data_access.records.reference import identity, text
from data_access.records.shared import MUNICIPALITY, NOTE, SOURCE, SOURCE_REF

SPELLINGS = Field(
    "spellings",
    Kind.LIST,
    "how publishers spell the name, beside the name itself",
    "Andra stavningar i utgivarnas filer, skilda av semikolon",
    "Other spellings in publishers' files, separated by semicolons",
    headers=("Stavningar",),
    examples=("",),
)
NAME_EN = Field(
    "name_en",
    Kind.TEXT,
    "name in English, where it has one",
    "Namn på engelska, om det finns ett",
    "Its name in English, where it has one",
    headers=("Namn på engelska",),
)
OF_SOURCE = (
    named(SOURCE, filled=False),
    named(SOURCE_REF, sv="Var det står: en adress", en="Where it is told: an address"),
)

_WORDS = {
    "name": ("what one is called", "namn, i ental: myndighet", "what one is called: agency"),
    "plural": ("what several are called", "flera: myndigheter", "several: agencies"),
    "together": (
        "what the parties of a contract of this kind are called together",
        "kontraktets parter av slaget tillsammans: myndigheterna; tomt om de inte kan vara parter",
        "a contract's parties of the kind together: the agencies; empty if they can be none",
    ),
}
_EXAMPLES = {
    **{"name_sv": "påhittat förbund", "name_en": "made-up association"},
    **{"plural_sv": "påhittade förbund", "plural_en": "made-up associations"},
    **{"together_sv": "förbunden", "together_en": "the associations"},
}

ORGANISATION_KIND = Record(
    "organisation-kinds",
    (
        identity("kind_id", "id of the kind", "Slagets id, oföränderligt", "Its lasting id"),
        Field(
            "place",
            Kind.COUNT,
            "its place in the order in which contracts name their parties",
            "Plats i den ordning som kontrakten nämner parterna i",
            "Its place in the order in which contracts name their parties",
            headers=("Plats",),
            needed=True,
            filled=True,
            examples=("20",),
        ),
        Field(
            "party",
            Kind.TRUTH,
            "whether such an organisation can be party to a contract",
            "Om en sådan kan vara part i ett kontrakt: true eller false",
            "Whether such a one can be party to a contract: true or false",
            headers=("Part",),
            needed=True,
            filled=True,
            examples=("true",),
        ),
        *(
            Field(
                f"{form}_{lang}",
                Kind.TEXT,
                f"{meaning}, in {'Swedish' if lang == 'sv' else 'English'}",
                f"På {'svenska' if lang == 'sv' else 'engelska'}: {sv}",
                f"In {'Swedish' if lang == 'sv' else 'English'}: {en}",
                needed=form != "together",
                filled=form != "together",
                examples=(_EXAMPLES[f"{form}_{lang}"],),
            )
            for form, (meaning, sv, en) in _WORDS.items()
            for lang in ("sv", "en")
        ),
    ),
    key=("kind_id",),
    scope=("kind_id",),
)

ORGANISATION = Record(
    "organisations",
    (
        identity(
            "organisation_id",
            "id of the organisation",
            "Organisationens id, oföränderligt",
            "Its lasting id",
        ),
        Field(
            "kind",
            Kind.ORGANISATION_KIND,
            "kind of organisation",
            "Slag: municipality, agency, viable_cities, university, company …",
            "Kind: municipality, agency, viable_cities, university, company …",
            headers=("Slag",),
            needed=True,
            filled=True,
            examples=("agency",),
        ),
        text("name", "Namn, aldrig en persons", "name", "Namn", "Påhittade verket"),
        NAME_EN,
        Field(
            "orgnr",
            Kind.ORGANISATION_NUMBER,
            "organisation number",
            "Organisationsnummer, 212000-0142",
            "Organisation number",
            headers=("Organisationsnummer",),
        ),
        named(MUNICIPALITY, needed=False, filled=False, sv="Kommunkod om det är en kommun"),
        Field(
            "parent_id",
            Kind.TEXT,
            "id of the organisation that it belongs to: a municipal company's municipality, the EU",
            "Id på organisationen som den hör till: ett kommunalt bolags kommun, EU",
            "Id of the organisation that it belongs to",
            headers=("Tillhör",),
        ),
        Field(
            "member_ids",
            Kind.LIST,
            "ids of the organisations that give together under this name",
            "Id på dem som ger tillsammans under namnet, skilda av semikolon",
            "Ids of those who give together under the name, separated by semicolons",
            headers=("Gemensamt av",),
            examples=("",),
        ),
        SPELLINGS,
        *OF_SOURCE,
    ),
    key=("organisation_id",),
    scope=("organisation_id",),
)

PROGRAMME = Record(
    "programmes",
    (
        identity(
            "programme_id", "id of the programme", "Programmets id, oföränderligt", "Its lasting id"
        ),
        text("name", "Programmets namn", "name", "Namn", "Påhittade programmet"),
        NAME_EN,
        Field(
            "funder_ids",
            Kind.LIST,
            "ids of the organisations that pay for it",
            "Id på dem som betalar, skilda av semikolon",
            "Ids of the organisations that pay for it, separated by semicolons",
            headers=("Finansiärer",),
            examples=("",),
        ),
        Field(
            "parent_id",
            Kind.TEXT,
            "id of the programme that it is a part of",
            "Id på programmet som det är en del av",
            "Id of the programme that it is a part of",
            headers=("Del av",),
        ),
        SPELLINGS,
        *OF_SOURCE,
        named(NOTE, kind=Kind.TEXT),
    ),
    key=("programme_id",),
    scope=("programme_id",),
)
