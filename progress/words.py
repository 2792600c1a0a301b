"""The short words for a verdict's signals, in both languages."""

from collections import defaultdict

from progress.assumptions import GAS_WORDS
from progress.sectors import SECTORS
from progress.series import Scope
from progress.verdict_model import Attainment, Direction, Reason, Robustness, Verdict

_INDEX = defaultdict(lambda: 1, {"sv": 0, "en": 1})

ATTAINMENT_WORDS: dict[Attainment, tuple[str, str]] = {
    Attainment.REACHED: ("Uppnått", "Reached"),
    Attainment.YES: ("Ja", "Yes"),
    Attainment.CLOSE: ("Nära", "Close"),
    Attainment.NO: ("Nej", "No"),
    Attainment.MISSED: ("Missat", "Missed"),
    Attainment.NOT_ASSESSABLE: ("Ej bedömbart", "Not assessable"),
}

DIRECTION_WORDS: dict[Direction, tuple[str, str]] = {
    Direction.TOWARDS: ("Mot målet", "Towards the goal"),
    Direction.LEVEL: ("Ingen tydlig riktning", "No clear direction"),
    Direction.AWAY: ("Åt fel håll", "The wrong way"),
}

ROBUSTNESS_WORDS: dict[Robustness, tuple[str, str]] = {
    Robustness.STABLE: ("Stabil bedömning", "Stable verdict"),
    Robustness.FRAGILE: ("Skör bedömning", "Fragile verdict"),
}

REASON_WORDS: dict[Reason, tuple[str, str]] = {
    Reason.NO_SERIES: ("Statistik saknas", "No statistics"),
    Reason.SCOPE_MISMATCH: ("Statistiken täcker annat än målet", "Statistics cover something else"),
    Reason.NO_TREND: ("För få år för en trend", "Too few years for a trend"),
    Reason.NO_TARGET_VALUE: ("Målet saknar mätbar nivå", "The goal has no measurable level"),
    Reason.NARRATIVE: ("Mål i ord, utan siffror", "A goal in words, without figures"),
}

STATUS_WORDS: dict[str, tuple[str, str]] = {
    "final": ("definitiv", "final"),
    "preliminary": ("preliminär", "preliminary"),
    "forecast": ("prognos", "forecast"),
    "estimate": ("uppskattning", "estimate"),
}

SCOPE_WORDS: dict[Scope, tuple[str, str]] = {
    Scope.TERRITORIAL: ("utsläppen inom kommunens gränser", "emissions within the municipality"),
    Scope.GROUP: ("kommunkoncernens utsläpp", "the municipal group's emissions"),
    Scope.CONSUMPTION: ("de konsumtionsbaserade utsläppen", "consumption-based emissions"),
    Scope.BUDGET: (
        "de utsläpp som koldioxidbudgeten täcker",
        "the emissions that the carbon budget covers",
    ),
    Scope.CITY_CORE: ("stadskärnans utsläpp", "the city core's emissions"),
}


def attainment_word(attainment: Attainment, lang: str) -> str:
    """The label of an attainment."""
    return ATTAINMENT_WORDS[attainment][_INDEX[lang]]


def direction_word(direction: Direction | None, lang: str) -> str:
    """The label of a direction; none known is said in words."""
    if direction is None:
        return ("Ingen trend", "No trend")[_INDEX[lang]]
    return DIRECTION_WORDS[direction][_INDEX[lang]]


def robustness_word(robustness: Robustness, lang: str) -> str:
    """The label of a robustness."""
    return ROBUSTNESS_WORDS[robustness][_INDEX[lang]]


def reason_word(reason: Reason, lang: str) -> str:
    """The label of a reason for no verdict."""
    return REASON_WORDS[reason][_INDEX[lang]]


def status_word(status: str, lang: str) -> str:
    """The word for a value's status."""
    return STATUS_WORDS[status][_INDEX[lang]]


def scope_word(scope: Scope, lang: str) -> str:
    """Whose emissions, as a phrase inside a sentence."""
    return SCOPE_WORDS[scope][_INDEX[lang]]


def sector_word(sector: str, lang: str) -> str:
    """A sector's name."""
    return SECTORS[sector][_INDEX[lang]]


def variant_phrase(code: str, lang: str) -> str:
    """What a robustness variant does, as a phrase: `utan 2024`, `without 2024`."""
    if code == "last_five":
        return ("med bara de fem senaste åren", "with the last five years only")[_INDEX[lang]]
    if code == "through_latest":
        return ("räknat från det senaste året", "counted from the latest year")[_INDEX[lang]]
    years = code.removeprefix("without_").split("_")
    joined = (" och ", " and ")[_INDEX[lang]].join(years)
    return f"{('utan', 'without')[_INDEX[lang]]} {joined}"


def release_phrase(label: str, lang: str) -> str:
    """A release as a phrase: `utgåvan smhi-co2e-2026`."""
    return f"{('utgåvan', 'the release')[_INDEX[lang]]} {label}"


def series_phrase(verdict: Verdict, lang: str) -> str:
    """The series that a verdict rests on, as a phrase; empty where there is none."""
    if verdict.scope is None or verdict.gas is None:
        return ""
    index = _INDEX[lang]
    text = SCOPE_WORDS[verdict.scope][index]
    text += (" av ", " of ")[index] + GAS_WORDS[verdict.gas][index]
    if verdict.sector in SECTORS:
        text += (", sektorn ", ", the sector ")[index] + SECTORS[verdict.sector][index]
    if verdict.sectors_left_out:
        names = [SECTORS[sector][index] for sector in verdict.sectors_left_out]
        text += (", utan ", ", without ")[index] + (" och ", " and ")[index].join(names)
    return text


def is_indicative(verdict: Verdict) -> bool:
    """Whether a verdict rests on a near series instead of the goal's own."""
    return any(note.code == "near_series" for note in verdict.assumptions)
