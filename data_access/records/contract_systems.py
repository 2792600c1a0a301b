"""The fields of what the contracts' own systems of follow-up hold: roles, obstacles, documents,
and comments on a year's account."""

from data_access.records.field import Field, Kind, Record, named
from data_access.records.shared import (
    MUNICIPALITY,
    QUOTE,
    SECTION,
    SOURCE_REF,
    TITLE_EN,
    TITLE_SV,
    YEAR,
)
from data_access.records.words import EXAMPLE
from progress.promises.contract_systems import (
    AccountSection,
    ObstacleState,
    PolicyArea,
    RoleKind,
)

CODE = named(MUNICIPALITY, examples=("0000", "0000"))
TOLD = Field(
    "source_title",
    Kind.PROSE,
    "where it is told",
    "Var det står: dokument eller sida",
    "Where it is told: a document or a page",
    headers=("Källa",),
    needed=True,
    filled=True,
    examples=("Klimatkontrakt (påhittat)", "Klimatkontrakt (påhittat)"),
)

CONTRACT_ROLE = Record(
    "contract-roles",
    (
        CODE,
        Field(
            "role",
            Kind.WORD,
            "what it does in the city's climate work",
            "political politiskt ansvar, commissioner uppdragsgivare, reference politisk "
            "referensgrupp, owner beställare, steering styrgrupp, operational operativ styrgrupp, "
            "decides beslutar aktivitetsplanen, management projektledning, team team, "
            "working_group arbetsgrupp, party part i projektet, platform samverkansplattform",
            "political, commissioner, reference (group), owner, steering, operational, decides "
            "(the activity plan), management, team, working_group, party (to the project), "
            "platform",
            words=tuple(RoleKind),
            headers=("Roll",),
            needed=True,
            filled=True,
            examples=("steering", "party"),
        ),
        Field(
            "name",
            Kind.PROSE,
            "name of the body or the organisation, never a person's",
            "Organets eller organisationens namn, aldrig en persons",
            "Name of the body or the organisation, never a person's",
            headers=("Namn",),
            needed=True,
            filled=True,
            examples=(f"{EXAMPLE}styrgruppen", f"{EXAMPLE}bolaget"),
        ),
        Field(
            "project",
            Kind.TEXT,
            "project that it belongs to",
            "Projektet, om rollen hör till ett",
            "The project, where the role is of one",
            headers=("Projekt",),
        ),
        *(
            Field(
                f"promised_{lang}",
                Kind.PROSE,
                f"what it has promised or is there for, in {language}",
                f"Vad den har lovat eller är till för, på {svenska}",
                f"What it has promised or is there for, in {language}",
                headers=("Åtagande",) if lang == "sv" else (),
                examples=("bidrar till projektet (påhittat)" if lang == "sv" else "", ""),
            )
            for lang, language, svenska in (
                ("sv", "Swedish", "svenska"),
                ("en", "English", "engelska"),
            )
        ),
        Field(
            "proposed",
            Kind.TRUTH,
            "whether it is proposed and not yet set up",
            "true om den är föreslagen men inte inrättad",
            "true where it is proposed and not yet set up",
            headers=("Föreslagen",),
            needed=True,
            filled=True,
            examples=("false", "false"),
        ),
        Field(
            "organisation_id",
            Kind.TEXT,
            "id of the organisation in the register, where it is there",
            "Organisationens id i registret, om den finns där",
            "The organisation's id in the register, where it is there",
            headers=("Organisation",),
        ),
        SECTION,
        QUOTE,
        TOLD,
        SOURCE_REF,
    ),
    key=("municipality_code", "role", "name"),
    scope=("municipality_code",),
)

OBSTACLE = Record(
    "obstacles",
    (
        Field(
            "obstacle_id",
            Kind.TEXT,
            "id of the obstacle",
            "Hindrets id, oföränderligt",
            "The obstacle's id, lasting",
            headers=("Id",),
            needed=True,
            filled=True,
            examples=(f"{EXAMPLE}1", f"{EXAMPLE}2"),
        ),
        CODE,
        named(
            TITLE_SV,
            sv="Hindret i en mening",
            en="The obstacle in a sentence, in Swedish",
            examples=("Regeln hindrar bytet av värme (påhittat)", "Regeln är oklar (påhittat)"),
        ),
        named(TITLE_EN, sv="Hindret på engelska", en="The obstacle in English"),
        Field(
            "rule",
            Kind.PROSE,
            "the rule or the lack of one that it is about; the same words are the same obstacle",
            "Regeln som det gäller, med samma ord som andra städer: samma ord är samma hinder",
            "The rule that it is about, in the words of other cities: the same words are the "
            "same obstacle",
            headers=("Regel",),
            needed=True,
            filled=True,
            examples=("påhittade lagen", "påhittade lagen"),
        ),
        Field(
            "rule_owner",
            Kind.PROSE,
            "who can change the rule, where told",
            "Vem som kan ändra regeln, om det är sagt",
            "Who can change the rule, where told",
            headers=("Regelns ägare",),
            examples=("Påhittade verket", ""),
        ),
        Field(
            "since",
            Kind.TIME,
            "when the city first named it; may be a part of a date",
            "När staden först nämnde det: 2024, 2024-05 eller 2024-05-31",
            "When the city first named it: a year, a month or a day",
            headers=("Sedan",),
            examples=("2024", ""),
        ),
        Field(
            "state",
            Kind.WORD,
            "where it stands",
            "named nämnt, question fråga ställd till ägaren, lab i ett policylabb, solved löst, "
            "refused ändras inte",
            "named, question (put to the owner), lab (in a policy lab), solved, or refused",
            words=tuple(ObstacleState),
            headers=("Läge",),
            needed=True,
            filled=True,
            examples=("named", "lab"),
        ),
        Field(
            "area",
            Kind.WORD,
            "area of policy labs that it falls in",
            "mobility mobilitet, land markanvändning, energy energi, circular cirkulära flöden, "
            "other annat",
            "mobility, land (use and allocation), energy, circular (flows), or other",
            words=tuple(PolicyArea),
            headers=("Område",),
            needed=True,
            filled=True,
            examples=("energy", "land"),
        ),
        Field(
            "comment",
            Kind.PROSE,
            "what has come of it",
            "Vad som har hänt med det",
            "What has come of it",
            headers=("Kommentar",),
        ),
        SECTION,
        QUOTE,
        TOLD,
        SOURCE_REF,
    ),
    key=("obstacle_id",),
    scope=("municipality_code",),
)

CONTRACT_DOCUMENT = Record(
    "contract-documents",
    (
        MUNICIPALITY,
        Field(
            "version_year",
            Kind.YEAR,
            "year of the version of the contract whose annex it is",
            headers=("Version",),
            needed=True,
            filled=True,
        ),
        Field(
            "place",
            Kind.COUNT,
            "its place in the annex",
            headers=("Plats",),
            needed=True,
            filled=True,
        ),
        TITLE_SV,
        TITLE_EN,
        Field(
            "address",
            Kind.ADDRESS,
            "address as it stands in the annex",
            headers=("Adress",),
            needed=True,
            filled=True,
        ),
    ),
    key=("municipality_code", "version_year", "place"),
    scope=("municipality_code", "version_year"),
)

ACCOUNT_COMMENT = Record(
    "account-comments",
    (
        CODE,
        named(
            YEAR,
            sv="Bokslutets år",
            en="The account's year",
            examples=("2025", "2025"),
        ),
        Field(
            "section",
            Kind.WORD,
            "section of the account",
            "whole hela året, emissions utsläpp, goals mål, indicators nyckeltal, activities "
            "aktiviteter och åtaganden, decisions beslut",
            "whole (the year), emissions, goals, indicators, activities, or decisions",
            words=tuple(AccountSection),
            headers=("Avsnitt",),
            needed=True,
            filled=True,
            examples=("whole", "goals"),
        ),
        Field(
            "text",
            Kind.PROSE,
            "what the city says of it",
            "Kommunens kommentar till avsnittet",
            "The city's comment on the section",
            headers=("Kommentar",),
            needed=True,
            filled=True,
            examples=(f"{EXAMPLE}ett gott år", f"{EXAMPLE}två mål är i fara"),
        ),
        TOLD,
        SOURCE_REF,
    ),
    key=("municipality_code", "year", "section"),
    scope=("municipality_code", "year"),
)
