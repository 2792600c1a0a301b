"""Swedish and shown words for what files hold: the product's words, and those near them.

Said once: importers know their own words alone, and files may use any of these in their place.
"""

from collections.abc import Collection, Mapping

COLUMNS: dict[str, tuple[str, ...]] = {
    "municipality_code": ("kommunkod", "kommun", "municipality code", "municipality"),
    "municipality": ("kommun", "kommunnamn"),
    "city": ("kommun", "stad"),
    "name": ("namn", "kommun"),
    "county_code": ("länskod",),
    "year": ("år", "årtal"),
    "sector": ("sektor", "huvudsektor"),
    "tonnes": ("ton", "utsläpp", "utsläpp (ton)", "ton co2e", "ton co2-ekv", "emissions"),
    "value": ("värde", "utsläpp", "mängd", "emissions"),
    "unit": ("enhet",),
    "status": ("läge", "standing"),
    "gas": ("växthusgas",),
    "scope": ("omfattning", "avgränsning"),
    "release": ("utgåva", "edition"),
    "persons": ("folkmängd", "invånare", "antal invånare", "befolkning", "population"),
    "id": ("beteckning", "åtagande-id"),
    "goal_id": ("mål-id", "id"),
    "commitment_id": ("åtagande-id", "id"),
    "activity_id": ("aktivitets-id", "id"),
    "package_id": ("arbetspaket-id", "id"),
    "grant_id": ("bidrags-id", "id"),
    "action_id": ("åtgärds-id", "id"),
    "date": ("datum", "statusdatum"),
    "comment": ("kommentar",),
    "source": ("källa",),
    "resources": ("resurser",),
    "party": ("part",),
    "title": ("titel", "rubrik", "åtagande"),
    "title_sv": ("titel", "rubrik"),
    "note": ("anmärkning", "notering"),
    "source_title": ("källa", "källans titel", "källans namn"),
    "source_publisher": ("utgivare", "källans utgivare", "publisher"),
    "source_url": ("länk", "källans adress"),
    "licence": ("licens", "license"),
    "status_date": ("statusdatum",),
    "status_comment": ("statuskommentar",),
    "status_source": ("statuskälla",),
    "status_resources": ("resurser",),
    "base_year": ("basår",),
    "target_year": ("målår",),
    "amount": ("belopp",),
    "currency": ("valuta",),
    "funder": ("finansiär",),
    "beneficiary": ("stödmottagare", "mottagare"),
    "beneficiary_orgnr": ("organisationsnummer",),
    "municipalities": ("kommuner",),
    "decision_year": ("beslutsår",),
    "programme": ("program",),
    "call": ("utlysning",),
    "theme": ("tema",),
    "start": ("startdatum",),
    "end": ("slutdatum",),
    "responsible": ("ansvarig",),
    "organisation": ("organisationsnamn",),
    "orgnr": ("organisationsnummer",),
    "signed": ("undertecknat",),
    "signatories": ("antal undertecknare", "undertecknare"),
}
"""Column of an import → other words for it. A word may be that of several: the kind tells which."""

VALUES: dict[str, tuple[str, ...]] = {
    "final": ("definitiv", "definitivt", "slutlig", "slutligt", "fastställd"),
    "preliminary": ("preliminär", "preliminärt"),
    "forecast": ("prognos",),
    "not_started": ("ej påbörjat", "ej påbörjad", "inte påbörjat", "inte påbörjad", "not started"),
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
    "announced": ("utlyst",),
    "applied": ("sökt", "applied for"),
    "granted": ("beviljat", "beviljad"),
    "paid": ("utbetalt",),
    "estimated": ("uppskattat",),
    "cofunding": ("medfinansiering", "co-funding"),
    "total": ("totalt", "alla", "summa"),
}
"""An importer's word → what the product shows for it, and words that people write for it."""

TRUE = frozenset({"true", "yes", "ja", "sant", "1"})
FALSE = frozenset({"false", "no", "nej", "falskt", "0"})


def plain(text: str) -> str:
    """A word or a heading without what tells nothing: case, spaces around, underscores."""
    return " ".join(text.replace("_", " ").replace("\ufeff", " ").split()).casefold()


def _by_word(words: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for meant, several in words.items():
        for word in several:
            found[plain(word)] = (*found.get(plain(word), ()), meant)
    return found


COLUMN_BY_WORD = _by_word(COLUMNS)
VALUE_BY_WORD = _by_word(VALUES)


def column_of(heading: str, known: Collection[str]) -> str | None:
    """The column that a heading names, of those that the kind of file has; None for another."""
    if heading in known:
        return heading
    word = plain(heading)
    if not word:
        return None
    for name in known:
        if plain(name) == word:
            return name
    several = COLUMN_BY_WORD.get(word, ())
    return next((name for name in known if name in several), None)


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
