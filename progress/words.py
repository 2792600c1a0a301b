"""The short words for a verdict's signals, in both languages."""

from collections import defaultdict

from progress.assumptions import GAS_WORDS
from progress.rate_variants import FIRST_RESTATED, SMOOTHED
from progress.sectors import SECTORS
from progress.series import Gas, Scope
from progress.verdict_model import Attainment, Basis, Direction, Reason, Robustness, Verdict

_INDEX = defaultdict(lambda: 1, {"sv": 0, "en": 1})

ATTAINMENT_WORDS: dict[Attainment, tuple[str, str]] = {
    Attainment.REACHED: ("Nått", "Reached"),
    Attainment.YES: ("Nås", "Will be met"),
    Attainment.CLOSE: ("Nära", "Close"),
    Attainment.NO: ("Nås inte", "Will not be met"),
    Attainment.MISSED: ("Nåddes inte", "Was not met"),
    Attainment.AWAITING: ("Väntar på statistik", "Awaiting statistics"),
    Attainment.DEPENDS: ("Beror på vad som menas", "Depends on the meaning"),
    Attainment.NOT_ASSESSABLE: ("Kan inte bedömas", "Cannot be assessed"),
}
"""The one vocabulary of a verdict: in badge, sentence, slide and file alike."""

UNCERTAIN = ("{word}, osäkert", "{word}, uncertain")
INDICATIVE = ("Vägledande: {word}", "Indicative: {word}")

DIRECTION_WORDS: dict[Direction, tuple[str, str]] = {
    Direction.TOWARDS: ("Minskar", "Falling"),
    Direction.LEVEL: ("Små ändringar", "Small changes"),
    Direction.AWAY: ("Ökar", "Rising"),
}

ROBUSTNESS_WORDS: dict[Robustness, tuple[str, str]] = {
    Robustness.STABLE: ("Håller i alla omräkningar", "Holds in every recount"),
    Robustness.FRAGILE: ("Osäkert", "Uncertain"),
}

REASON_WORDS: dict[Reason, tuple[str, str]] = {
    Reason.NO_SERIES: ("Statistik saknas", "No statistics"),
    Reason.SCOPE_MISMATCH: ("Statistiken räknar annat än målet", "Statistics count something else"),
    Reason.OTHER_SIZE: ("Statistiken är av annan storlek", "Statistics of another size"),
    Reason.NO_DONE_RATE: ("För få år med statistik", "Too few years of statistics"),
    Reason.NO_TARGET_VALUE: ("Målet saknar mätbar nivå", "The goal has no measurable level"),
    Reason.NO_BASE: ("Målet saknar basår", "The goal has no base year"),
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


def plain_word(attainment: Attainment, lang: str) -> str:
    """The same word inside a sentence, with a small letter: “nås inte”."""
    word = attainment_word(attainment, lang)
    return word[:1].lower() + word[1:]


def badge(verdict: Verdict, lang: str) -> str:
    """A verdict's label: “Nås inte”, “Vägledande: nås inte”, “Nås, osäkert”.

    Of what can be told: the indicative verdict where the goal's own scope has none. A fragile one
    never stands without that it is uncertain, an indicative one never without that it is.
    """
    told = verdict.told
    attainment = told.attainment
    return badge_of(
        attainment,
        lang,
        uncertain=told.fragile,
        indicative=told.basis is not Basis.OWN and attainment is not Attainment.NOT_ASSESSABLE,
    )


def badge_of(
    attainment: Attainment, lang: str, *, uncertain: bool = False, indicative: bool = False
) -> str:
    """The label of an attainment that is known without its verdict."""
    index, word = _INDEX[lang], attainment_word(attainment, lang)
    if uncertain:
        word = UNCERTAIN[index].format(word=word)
    if indicative:
        word = INDICATIVE[index].format(word=word[:1].lower() + word[1:])
    return word


def direction_word(direction: Direction | None, lang: str) -> str:
    """The label of a direction; none known is said in words."""
    if direction is None:
        return ("För få år", "Too few years")[_INDEX[lang]]
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
    """How a robustness variant draws the rate, as a phrase: `räknat från 2020`, `utan 2024`."""
    index = _INDEX[lang]
    if code == SMOOTHED:
        return ("med utjämnad takt", "with a smoothed rate")[index]
    if code == FIRST_RESTATED:
        return (
            "med första året som i förra utgåvan",
            "with the first year as in the release before",
        )[index]
    kind, _, year = code.partition("_")
    if kind == "from":
        return (f"räknat från {year}", f"counted from {year}")[index]
    return (f"räknat till {year}", f"counted to {year}")[index]


def emissions_phrase(verdict: Verdict, lang: str) -> str:
    """Whose emissions, and of what, as the subject of a sentence: `utsläppen`, `koldioxiden`."""
    index = _INDEX[lang]
    if verdict.sector in SECTORS:
        name = SECTORS[verdict.sector][index].lower()
        return (f"utsläppen från {name}", f"emissions from {name}")[index]
    if verdict.scope is not None and verdict.scope is not Scope.TERRITORIAL:
        return SCOPE_WORDS[verdict.scope][index]
    if verdict.gas is Gas.CO2:
        return ("koldioxidutsläppen", "carbon dioxide emissions")[index]
    return ("utsläppen", "emissions")[index]


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
    """Whether a verdict is an indication only: on a near series, or of another account."""
    return verdict.basis is not Basis.OWN
