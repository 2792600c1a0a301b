"""The names and values that may stand after `?` in an address, in each language, in one table."""

import re
from dataclasses import replace

from layouts.links.explore_parameters import EXPLORE_PARAMETERS
from layouts.links.money_parameters import MONEY_PARAMETERS
from layouts.links.parameter import FREE_TEXT, SHORT_ID
from layouts.links.parameter import LANGUAGES as LANGUAGES
from layouts.links.parameter import MUNICIPALITY_CODE as MUNICIPALITY_CODE
from layouts.links.parameter import YEAR as YEAR
from layouts.links.parameter import Parameter as Parameter
from layouts.links.parameter import word_of as word_of
from progress.money.filters import WITHOUT
from progress.money.weighing import Criterion

RELEASE_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9_.-]{0,79})")
GOAL_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,39}")
RATE = re.compile(r"50(?:[.,]0{1,3})?|[0-4]?[0-9](?:[.,][0-9]{1,3})?")
"""A yearly rate in per cent, 0 to 50; decimals after a point or a comma."""
WHOLE = r"[0-9](?:[0-9 \u00a0]{0,15}[0-9])?"
_KEY = r"[0-9A-Za-z][0-9A-Za-z-]{0,39}"
_NAME = r"[^~\x00-\x1f\x7f-\x9f\ud800-\udfff]{1,60}"
_MOST_OWN = 6
OWN_LEVER = re.compile(
    rf"{_NAME}~[0-9]{{1,9}}~[0-9]{{1,9}}~[0-9]{{0,13}}~(?:{YEAR.pattern})?~{YEAR.pattern}~[a-z]{{0,12}}"
)
"""A reader's own measure: name, tonnes a year low and high, kronor, first and last year of the
work, and the group of sectors that it cuts in."""
SCENARIO = re.compile(
    rf"{_NAME}~(?:{RATE.pattern})?~(?:{YEAR.pattern})?~(?:-|{_KEY}(?:\.{_KEY}){{0,59}})?"
    rf"(?:~{OWN_LEVER.pattern}){{0,{_MOST_OWN}}}"
)
"""A named scenario: rate, first year of cuts, the keys of the plan's levers ("-": none of them),
and the reader's own measures in it."""


ONLY_ON_SCREEN = frozenset(
    {"sort", "order", "rows", "view", "search", "year", "page", "shown", "part"}
    | {"first_funder", "second_funder"}
)
"""How a page is shown, not what it holds: its files leave these out."""

WEIGHTS = tuple(f"weight_{criterion}" for criterion in Criterion)
"""What each criterion of an investment plan weighs."""
_WEIGHT_WORDS = {
    Criterion.COST_EFFECTIVENESS: ("kostnadseffektivitet", "cost-effectiveness"),
    Criterion.POTENTIAL: ("potential", "potential"),
    Criterion.CO_BENEFITS: ("samhallsnytta", "co-benefits"),
    Criterion.TIME: ("tid", "time"),
    Criterion.FEASIBILITY: ("genomforbarhet", "feasibility"),
}

PARAMETERS: dict[str, Parameter] = {
    "search": Parameter("sok", "q", form=FREE_TEXT),
    "sort": Parameter(
        "sortera",
        "sort",
        words={
            "name": ("namn", "name"),
            "value": ("varde", "value"),
            "emissions": ("utslapp", "emissions"),
            "per_person": ("per-person", "per-person"),
            "change": ("forandring", "change"),
            "distance": ("avstand", "distance"),
            "done": ("gjort", "done"),
            "needed": ("kravs", "needed"),
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
        words={"rising": ("stigande", "rising"), "falling": ("fallande", "falling")},
    ),
    "attainment": Parameter(
        "maluppfyllelse",
        "attainment",
        words={
            "reached": ("uppnatt", "reached"),
            "yes": ("ja", "yes"),
            "close": ("nara", "close"),
            "no": ("nej", "no"),
            "missed": ("missat", "missed"),
            "awaiting": ("avvaktar", "awaiting"),
            "depends": ("beror-pa", "depends"),
            "not_assessable": ("ej-bedombar", "not-assessable"),
        },
    ),
    "county": Parameter("lan", "county", form=re.compile(r"[0-9]{2}")),
    "scope": Parameter(
        "omfattning",
        "scope",
        words={
            "territorial": ("territoriella", "territorial"),
            "consumption": ("konsumtion", "consumption"),
            "group": ("kommunkoncern", "municipal-group"),
        },
    ),
    "gas": Parameter("gas", "gas", words={"co2": ("co2", "co2"), "co2e": ("co2e", "co2e")}),
    "release": Parameter("utgava", "release", form=RELEASE_LABEL),
    "indicator": Parameter(
        "nyckeltal",
        "indicator",
        words={
            "per_person": ("per-person", "per-person"),
            "since_first": ("sedan-forsta-aret", "since-first-year"),
            "recent": ("de-senaste-aren", "recent-years"),
            "pace": ("takt", "pace"),
        },
    ),
    "year": Parameter("ar", "year", form=YEAR),
    "series": Parameter(
        "serie",
        "series",
        words={
            "total": ("totalt", "total"),
            "without_industry": ("utan-industrin", "without-industry"),
            "per_person": ("per-person", "per-person"),
            "sectors": ("per-sektor", "per-sector"),
            "table": ("tabell", "table"),
        },
    ),
    "from_release": Parameter("fran", "from", form=RELEASE_LABEL),
    "to_release": Parameter("till", "to", form=RELEASE_LABEL),
    "prices": Parameter(
        "priser",
        "prices",
        words={"current": ("lopande", "current"), "constant": ("fasta", "constant")},
    ),
    "municipality": Parameter("kommun", "municipality", form=MUNICIPALITY_CODE, many=True, most=6),
    "measure": Parameter(
        "matt",
        "measure",
        words={
            "tonnes": ("ton", "tonnes"),
            "per_person": ("person", "person"),
            "index": ("index", "index"),
        },
    ),
    "base_year": Parameter("basar", "base-year", form=YEAR),
    "against": Parameter(
        "mot",
        "against",
        words={
            "county": ("lanet", "county"),
            "contract": ("kontraktsstader", "contract-cities"),
            "all": ("alla", "all"),
        },
    ),
    **MONEY_PARAMETERS,
    "page": Parameter("sida", "page", form=re.compile(r"[1-9][0-9]{0,3}")),
    "goal": Parameter("mal", "goal", form=GOAL_ID),
    "rate": Parameter("takt", "rate", form=RATE),
    "start": Parameter("start", "start", form=YEAR),
    "levers": Parameter("atgarder", "actions", words={"chosen": ("valda", "chosen")}),
    "lever": Parameter("atgard", "action", form=GOAL_ID, many=True, most=60),
    "own": Parameter("egen", "own", form=OWN_LEVER, many=True, most=_MOST_OWN),
    "scenario": Parameter("scenario", "scenario", form=SCENARIO, many=True, most=3),
    "new_action": Parameter("ny-atgard", "new-action", form=re.compile(_NAME)),
    "new_low": Parameter("ny-lagst", "new-low", form=re.compile(WHOLE)),
    "new_high": Parameter("ny-hogst", "new-high", form=re.compile(WHOLE)),
    "new_cost": Parameter("ny-kostnad", "new-cost", form=re.compile(WHOLE)),
    "new_from": Parameter("ny-fran", "new-from", form=YEAR),
    "new_to": Parameter("ny-klar", "new-ready", form=YEAR),
    "new_group": Parameter(
        "ny-sektor",
        "new-sector",
        words={
            "transport": ("transporter", "transport"),
            "energy": ("energi", "energy"),
            "industry": ("industri", "industry"),
            "agriculture": ("jordbruk", "agriculture"),
            "waste": ("avfall", "waste"),
        },
    ),
    "new_scenario": Parameter("nytt-scenario", "new-scenario", form=re.compile(_NAME)),
    "rows": Parameter("visa", "show", words={"all": ("alla", "all")}),
    "view": Parameter(
        "vy",
        "view",
        words={
            **{str(n): (str(n), str(n)) for n in range(1, 10)},
            "changes": ("sedan-sist", "changes"),
            "frozen": ("som-det-var", "as-it-was"),
            "road": ("scenarier", "scenarios"),
            "minutes": ("protokoll", "minutes"),
            "all": ("alla", "all"),
        },
    ),
    "meeting": Parameter("sedan", "since", form=SHORT_ID),
    "part": Parameter("del", "part", form=re.compile(r"[1-9][0-9]?")),
    "second": Parameter("bredvid", "beside", form=MUNICIPALITY_CODE),
    "sector": Parameter(
        "sektor",
        "sector",
        words={
            "transport": ("inrikes-transporter", "domestic-transport"),
            "machinery": ("arbetsmaskiner", "machinery"),
            "industry": ("industri", "industry"),
            "energy": ("el-och-fjarrvarme", "electricity-and-heat"),
            "heating": ("egen-uppvarmning", "own-heating"),
            "agriculture": ("jordbruk", "agriculture"),
            "waste": ("avfall", "waste"),
            "products": ("produkter", "products"),
            "international_transport": ("utrikes-transporter", "international-transport"),
        },
    ),
    "as_of": Parameter("som-det-sag-ut", "as-of", form=YEAR),
    "per_person": Parameter("per-person", "per-person", words={"yes": ("ja", "yes")}),
    **EXPLORE_PARAMETERS,
    "system": Parameter(
        "system",
        "system",
        words={
            "model": ("uppfoljningsmodell", "follow-up-model"),
            "budget": ("koldioxidbudget", "carbon-budget"),
            "accounts": ("miljobokslut", "environmental-accounts"),
            "consumption": ("konsumtion", "consumption"),
            "activity_plan": ("aktivitetsplan", "activity-plan"),
            "investment_plan": ("investeringsplan", "investment-plan"),
            "obstacles": ("hinder", "obstacles"),
            "other_goals": ("mobilitet-och-anpassning", "mobility-and-adaptation"),
            "renewal": ("fornyelse", "renewal"),
            "parties": ("parter", "parties"),
        },
    ),
    **{
        f"weight_{criterion}": Parameter(
            f"vikt-{sv}", f"weight-{en}", words={n: (n, n) for n in ("0", "2", "3")}
        )
        for criterion, (sv, en) in _WEIGHT_WORDS.items()
    },
    "template": Parameter("mall", "template"),
    "industry": Parameter("industri", "industry", words={"without": ("utan", "without")}),
}
PARAMETERS |= {
    without: replace(
        PARAMETERS[name], sv=f"utan-{PARAMETERS[name].sv}", en=f"without-{PARAMETERS[name].en}"
    )
    for name, without in WITHOUT.items()
}
"""Our name → the parameter. The order is the order in which addresses are written."""
