"""The names and values that may stand after `?` in an address, in each language, in one table."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

LANGUAGES = ("sv", "en")

SHORT_ID = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,79})")
RELEASE_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9_.-]{0,79})")
MUNICIPALITY_CODE = re.compile(r"[0-9]{4}")
YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")
GOAL_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,39}")
RATE = re.compile(r"50(?:[.,]0{1,3})?|[0-4]?[0-9](?:[.,][0-9]{1,3})?")
"""A yearly rate in per cent, 0 to 50; decimals after a point or a comma."""
FREE_TEXT = re.compile(r"[^\x00-\x1f\x7f-\x9f\ud800-\udfff]{1,80}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that an address can choose.

    `words` maps our value to its word in (Swedish, English); a parameter without words takes any
    value that `form` matches in full. `many` ones may stand several times, up to `most`.
    """

    sv: str
    en: str
    pages: frozenset[str]
    words: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    form: re.Pattern[str] = SHORT_ID
    many: bool = False
    most: int = 1

    def name(self, lang: str) -> str:
        return self.sv if lang == "sv" else self.en

    def read(self, text: str, lang: str) -> str | None:
        """Our value for the word that stands in an address, or None where it is not one."""
        if self.words:
            place = LANGUAGES.index(lang)
            return next(
                (value for value, words in self.words.items() if words[place] == text), None
            )
        return text if self.form.fullmatch(text) and text == text.strip() else None

    def write(self, value: str, lang: str) -> str:
        """The word for our value. Raises ValueError for a value that no address can carry."""
        if self.words and value in self.words:
            return self.words[value][LANGUAGES.index(lang)]
        if self.words or self.read(value, lang) is None:
            raise ValueError(f"{self.en!r} cannot be {value!r}")
        return value


def _pages(*names: str) -> frozenset[str]:
    return frozenset(names)


COMPARISON = ("compare", "comparison_table")
"""The comparison, and the same as a file: one address says what is in both."""

RESTATEMENT_PAGES = _pages("restatements", "city_restatements")

MONEY_FILES = ("money_csv", "money_xlsx")
PORTFOLIO = ("portfolio", "portfolio_csv", "portfolio_xlsx")
"""The rows of a money page as files. The portfolio's take what the page takes."""

MEETING_FILES = ("meeting_pptx", "meeting_xlsx")
"""The meeting to take along: the same choices as the page, but no view among others."""

FIGURE_PAGES = _pages(*COMPARISON, *MEETING_FILES, "overview", "city", "money", "meeting")

PARAMETERS: dict[str, Parameter] = {
    "search": Parameter("sok", "q", _pages("overview", "data"), form=FREE_TEXT),
    "sort": Parameter(
        "sortera",
        "sort",
        _pages("overview", "map", "money", "portfolio", "restatements"),
        words={
            "name": ("namn", "name"),
            "value": ("varde", "value"),
            "emissions": ("utslapp", "emissions"),
            "per_person": ("per-person", "per-person"),
            "change": ("forandring", "change"),
            "share": ("andel", "share"),
            "attainment": ("maluppfyllelse", "attainment"),
            "direction": ("riktning", "direction"),
            "budget": ("budget", "budget"),
            "amount": ("belopp", "amount"),
            "cost": ("kostnad", "cost"),
            "cost_per_tonne": ("kronor-per-ton", "cost-per-tonne"),
            "potential": ("potential", "potential"),
            "time": ("tid", "time"),
            "co_benefits": ("samhallsnytta", "co-benefits"),
            "feasibility": ("genomforbarhet", "feasibility"),
        },
    ),
    "order": Parameter(
        "ordning",
        "order",
        _pages("overview", "map", "money", "portfolio"),
        words={"rising": ("stigande", "rising"), "falling": ("fallande", "falling")},
    ),
    "attainment": Parameter(
        "maluppfyllelse",
        "attainment",
        _pages("overview"),
        words={
            "reached": ("uppnatt", "reached"),
            "yes": ("ja", "yes"),
            "close": ("nara", "close"),
            "no": ("nej", "no"),
            "missed": ("missat", "missed"),
            "not_assessable": ("ej-bedombar", "not-assessable"),
        },
    ),
    "county": Parameter("lan", "county", _pages("overview"), form=re.compile(r"[0-9]{2}")),
    "scope": Parameter(
        "omfattning",
        "scope",
        FIGURE_PAGES,
        words={
            "territorial": ("territoriella", "territorial"),
            "consumption": ("konsumtion", "consumption"),
            "group": ("kommunkoncern", "municipal-group"),
        },
    ),
    "gas": Parameter(
        "gas", "gas", FIGURE_PAGES, words={"co2": ("co2", "co2"), "co2e": ("co2e", "co2e")}
    ),
    "release": Parameter(
        "utgava", "release", FIGURE_PAGES | _pages("map", "data"), form=RELEASE_LABEL
    ),
    "indicator": Parameter(
        "nyckeltal",
        "indicator",
        _pages("map"),
        words={
            "per_person": ("per-person", "per-person"),
            "since_first": ("sedan-forsta-aret", "since-first-year"),
            "recent": ("de-senaste-aren", "recent-years"),
            "pace": ("takt", "pace"),
        },
    ),
    "year": Parameter("ar", "year", _pages("map"), form=YEAR),
    "from_release": Parameter("fran", "from", RESTATEMENT_PAGES, form=RELEASE_LABEL),
    "to_release": Parameter("till", "to", RESTATEMENT_PAGES, form=RELEASE_LABEL),
    "prices": Parameter(
        "priser",
        "prices",
        _pages("city", "money", "meeting", *MEETING_FILES, *MONEY_FILES, *PORTFOLIO),
        words={"current": ("lopande", "current"), "constant": ("fasta", "constant")},
    ),
    "municipality": Parameter(
        "kommun",
        "municipality",
        _pages(*COMPARISON, *PORTFOLIO),
        form=MUNICIPALITY_CODE,
        many=True,
        most=6,
    ),
    "measure": Parameter(
        "matt",
        "measure",
        _pages(*COMPARISON),
        words={
            "tonnes": ("ton", "tonnes"),
            "per_person": ("person", "person"),
            "index": ("index", "index"),
        },
    ),
    "base_year": Parameter("basar", "base-year", _pages(*COMPARISON), form=YEAR),
    "against": Parameter(
        "mot",
        "against",
        _pages(*COMPARISON),
        words={
            "county": ("lanet", "county"),
            "contract": ("kontraktsstader", "contract-cities"),
            "all": ("alla", "all"),
        },
    ),
    "money_kind": Parameter(
        "belopp",
        "amounts",
        _pages("money", *MONEY_FILES, *PORTFOLIO),
        words={
            "announced": ("utlyst", "announced"),
            "applied": ("sokt", "applied"),
            "granted": ("beviljat", "granted"),
            "paid": ("utbetalt", "paid"),
            "estimated": ("uppskattat", "estimated"),
            "cofunding": ("medfinansiering", "co-funding"),
        },
    ),
    "allocation": Parameter(
        "mottagare",
        "recipient",
        _pages("money", *MONEY_FILES, *PORTFOLIO),
        words={
            "own": ("kommunen", "municipality"),
            "single": ("andra", "others"),
            "multi": ("flera-kommuner", "several-municipalities"),
        },
    ),
    "climate": Parameter(
        "klimat",
        "climate",
        _pages(*PORTFOLIO),
        words={"yes": ("ja", "yes"), "no": ("nej", "no")},
    ),
    "funder": Parameter("finansiar", "funder", _pages(*PORTFOLIO), form=FREE_TEXT),
    "programme": Parameter("program", "programme", _pages(*PORTFOLIO), form=FREE_TEXT),
    "theme": Parameter("tema", "theme", _pages(*PORTFOLIO), form=FREE_TEXT),
    "from_year": Parameter("fran", "from", _pages(*PORTFOLIO), form=YEAR),
    "to_year": Parameter("till", "to", _pages(*PORTFOLIO), form=YEAR),
    "goal": Parameter("mal", "goal", _pages("what_if"), form=GOAL_ID),
    "rate": Parameter("takt", "rate", _pages("what_if"), form=RATE),
    "start": Parameter("start", "start", _pages("what_if"), form=YEAR),
    "rows": Parameter(
        "visa", "show", _pages("restatements", "money"), words={"all": ("alla", "all")}
    ),
    "view": Parameter(
        "vy",
        "view",
        _pages("meeting"),
        words={
            **{str(n): (str(n), str(n)) for n in range(1, 9)},
            "changes": ("sedan-sist", "changes"),
            "frozen": ("som-det-var", "as-it-was"),
            "all": ("alla", "all"),
        },
    ),
    "meeting": Parameter("sedan", "since", _pages("meeting", *MEETING_FILES), form=SHORT_ID),
    "explore": Parameter(
        "utforska",
        "explore",
        (FIGURE_PAGES - set(MEETING_FILES))
        | RESTATEMENT_PAGES
        | _pages("what_if", "portfolio", "data"),
    ),
}
"""Our name → the parameter. The order is the order in which addresses are written."""
