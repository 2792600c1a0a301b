"""Swedish and shown words for what files hold: the product's words, and those near them.

Said once: importers know their own words alone, and files may use any of these in their place.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from data_access.records import RECORDS, STATUS_REPORT
from progress.i18n import language

COLUMNS: dict[str, tuple[str, ...]] = {
    "municipality_code": ("municipality code", "municipality", "region"),
    "municipality": ("kommun", "kommunnamn"),
    "city": ("kommun", "stad"),
    "year": ("årtal",),
    "sector": ("huvudsektor",),
    "tonnes": ("utsläpp", "utsläpp (ton)", "ton co2e", "ton co2-ekv", "emissions"),
    "value": ("utsläpp", "mängd", "emissions"),
    "status": ("standing",),
    "gas": ("växthusgas",),
    "scope": ("avgränsning",),
    "release": ("utgåva", "edition"),
    "persons": ("antal invånare", "befolkning", "population"),
    "goal_id": ("mål-id", "id"),
    "commitment_id": ("åtagande-id",),
    "activity_id": ("aktivitets-id",),
    "package_id": ("arbetspaket-id",),
    "grant_id": ("bidrags-id",),
    "action_id": ("åtgärds-id",),
    "note": ("notering",),
    "source_title": ("källans titel", "källans namn"),
    "source_publisher": ("källans utgivare", "publisher"),
    "source_url": ("länk", "källans adress"),
    "licence": ("license",),
    "organisation": ("organisationsnamn",),
    "signatories": ("antal undertecknare", "undertecknare"),
}
"""Column of an import → words for it beside the headers in its record's list of fields."""

VALUES: dict[str, tuple[str, ...]] = {
    "final": ("definitiv", "definitivt", "slutlig", "slutligt", "fastställd"),
    "preliminary": ("preliminär", "preliminärt", "prel", "prel."),
    "forecast": ("prognos",),
    "not_begun": ("ej påbörjat", "ej påbörjad", "inte påbörjat", "inte påbörjad", "not started"),
    "running": ("pågår", "pågående", "in progress"),
    "late": ("försenat", "försenad", "delayed"),
    "done": ("klart", "klar", "genomfört", "genomförd", "slutfört", "slutförd", "completed"),
    "stopped": ("avbrutet", "avbruten", "stoppat", "stoppad"),
    "unknown": (
        "okänt",
        "okänd",
        "status inte rapporterad",
        "status not reported",
        "går inte att bedöma",
    ),
    "enough": ("räcker", "befintliga resurser räcker", "existing resources are enough"),
    "politics": ("politik", "måste avgöras politiskt", "must be decided politically"),
    "tonnes": ("ton", "t", "ton co2e", "ton co2-ekv", "ton per år"),
    "kton": ("kiloton", "kt", "tusen ton"),
    "tonnes_per_person": ("ton per person", "ton per invånare", "ton/person", "tonnes per person"),
    "territorial": (
        "territoriell",
        "territoriella",
        "utsläpp inom kommunens gränser",
        "emissions within the municipality",
    ),
    "group": (
        "koncern",
        "kommunkoncern",
        "kommunkoncernen",
        "kommunkoncernens utsläpp",
        "the municipal group’s emissions",
    ),
    "consumption": (
        "konsumtion",
        "konsumtionsbaserad",
        "konsumtionsbaserade utsläpp",
        "consumption-based emissions",
    ),
    "budget": (
        "koldioxidbudget",
        "det som stadens koldioxidbudget omfattar",
        "what the city’s carbon budget covers",
    ),
    "city_core": ("tätort", "tätortens utsläpp", "emissions of the urban area"),
    "co2": ("koldioxid", "koldioxid (bara co₂)", "carbon dioxide", "carbon dioxide (co₂ only)"),
    "co2e": (
        "växthusgaser",
        "koldioxidekvivalenter",
        "växthusgaser (koldioxidekvivalenter)",
        "växthusgaser (co₂-ekvivalenter)",
        "greenhouse gases",
        "greenhouse gases (carbon dioxide equivalents)",
        "greenhouse gases (co₂ equivalents)",
    ),
    "co2_biogenic": ("biogen koldioxid", "biogenic carbon dioxide"),
    "unspecified": ("gasen anges inte", "the gas is not stated"),
    "proposed": ("föreslaget", "föreslagen"),
    "decided": ("beslutat", "beslutad"),
    "rejected": ("avslaget", "avslagen"),
    "not_done": ("inte genomfört", "inte genomförd", "not done"),
    "announced": ("utlyst",),
    "applied": ("sökt", "applied for"),
    "granted": ("beviljat", "beviljad"),
    "paid": ("utbetalt",),
    "estimated": ("uppskattat",),
    "cofunding": ("medfinansiering", "co-funding"),
    "total": ("totalt", "alla", "summa"),
    "estimate": ("uppskattning", "uppskattad", "uppskattat"),
    # What a goal says, and of what.
    "annual_rate": ("minskning per år", "minskningstakt"),
    "reduction": ("minskning från ett basår", "minskning"),
    "level": ("nivå som ska nås", "nivå"),
    "state": ("tillstånd", "staten", "stat"),
    "narrative": ("mål i ord", "i ord"),
    "neutral": ("klimatneutralt", "klimatneutral"),
    "positive": ("klimatpositivt", "klimatpositiv"),
    "fossil_free": ("fossilfritt", "fossilfri"),
    "high": ("hög", "högt"),
    "medium": ("medel",),
    "low": ("låg", "lågt"),
    "other": ("annat", "annan"),
    "transport": ("transporter",),
    "machinery": ("arbetsmaskiner",),
    "industry": ("industri",),
    "energy": ("el och fjärrvärme", "energi", "energiplanering och energieffektivisering"),
    "heating": ("egen uppvärmning",),
    "agriculture": ("jordbruk",),
    "waste": ("avfall", "avfall och avlopp"),
    "products": ("produktanvändning",),
    "international_transport": ("utrikes transporter",),
    # What a plan's row is, costs and leads to.
    "action": ("åtgärd",),
    "portfolio": ("område",),
    "programme_total": ("planens total",),
    "scenario": ("modellerat scenario",),
    "capex": ("investering",),
    "opex": ("driftkostnad",),
    "per_year": ("per år",),
    "annual": ("per år", "årlig"),
    "cumulative": ("sammanlagt",),
    "by2030": ("till 2030",),
    "municipality": ("kommunen", "kommun"),
    "region": ("regionen",),
    "private": ("näringslivet", "privat"),
    # Which way something leads.
    "up": ("uppåt", "ökar"),
    "down": ("nedåt", "minskar"),
    "none": ("ingendera", "ingen"),
    # Where an obstacle stands, and of what policy.
    "named": ("nämnt",),
    "question": ("fråga ställd",),
    "lab": ("i policylabb", "policylabb"),
    "solved": ("löst",),
    "refused": ("ändras inte",),
    "mobility": ("inkluderande och hälsofrämjande mobilitet", "mobilitet"),
    "land": ("markanvändning och markanvisning", "mark"),
    "circular": ("cirkulära resurs- och materialflöden", "cirkulärt"),
    # Who steers, and what of a year's account is commented on.
    "political": ("politiskt ansvar",),
    "commissioner": ("uppdragsgivare",),
    "reference": ("politisk referensgrupp",),
    "owner": ("projektbeställare",),
    "steering": ("styrgrupp",),
    "operational": ("operativ styrgrupp",),
    "decides": ("beslutande om aktivitetsplanen",),
    "management": ("projektledning",),
    "working_group": ("arbetsgrupp",),
    "party": ("part",),
    "platform": ("samverkansplattform",),
    "whole": ("hela året",),
    "emissions": ("utsläpp",),
    "goals": ("mål",),
    "indicators": ("nyckeltal",),
    "activities": ("aktiviteter och åtaganden", "aktiviteter"),
    "decisions": ("beslut",),
}
"""An importer's word → what the product shows for it, and words that people write for it."""


OF_FIELD: dict[tuple[str, str], str] = {
    ("payer", "state"): "staten",
    ("area", "energy"): "energiplanering och energieffektivisering",
}
"""What the product shows for a word of a field that is another thing there than elsewhere."""


def shown_word(field: str, word: str) -> str:
    """What the product shows in Swedish for a word of a field; the word where it has no other."""
    return OF_FIELD.get((field, word)) or VALUES.get(word, (word,))[0]


@dataclass(frozen=True, slots=True)
class AllowedWords:
    """The words that a cell can hold, as the product shows them in the language that is spoken."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        if language() != "sv":
            return ", ".join(self.words)
        return ", ".join(sorted(VALUES.get(word, (word,))[0] for word in self.words))


TRUE = frozenset({"true", "yes", "ja", "sant", "1"})
FALSE = frozenset({"false", "no", "nej", "falskt", "0"})


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A word or a heading without what tells nothing: case, spaces around, underscores."""
    return " ".join(text.replace("_", " ").replace("\ufeff", " ").split()).casefold()


def _by_word(words: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    result: dict[str, tuple[str, ...]] = {}
    for meant, several in words.items():
        for word in several:
            result[plain(word)] = (*result.get(plain(word), ()), meant)
    return result


def _column_words() -> dict[str, dict[str, int]]:
    """Word → the columns that it can mean, and its place among the words of each."""
    words: dict[str, list[str]] = {}
    for record in (*RECORDS.values(), STATUS_REPORT):
        for field in record.fields:
            words.setdefault(field.column, []).extend(map(plain, field.headers))
    for column, more in COLUMNS.items():
        words.setdefault(column, []).extend(map(plain, more))
    result: dict[str, dict[str, int]] = {}
    for column, several in words.items():
        for place, word in enumerate(dict.fromkeys(several)):
            result.setdefault(word, {})[column] = place
    return result


COLUMN_BY_WORD = _column_words()
VALUE_BY_WORD = _by_word(VALUES)


def columns_of(heading: str, known: Collection[str]) -> list[tuple[int, str]]:
    """The columns that a heading can name, of those that the kind of file has, each with how far
    the heading is from its name: 0 is the name itself."""
    if heading in known:
        return [(0, heading)]
    word = plain(heading)
    if not word:
        return []
    several = COLUMN_BY_WORD.get(word, {})
    return [
        (1, name) if plain(name) == word else (2 + several[name], name)
        for name in known
        if plain(name) == word or name in several
    ]


def value_of(text: str, allowed: Collection[str]) -> str | None:
    """The allowed word that a cell says, in the words of the importer, of pages or of people."""
    if text in allowed:
        return text
    word = plain(text)
    if not word:
        return None
    for value in allowed:
        if value and plain(value) == word:
            return value
    several = VALUE_BY_WORD.get(word, ())
    return next((value for value in allowed if value in several), None)
