"""How values, rates and goals are written on the page."""

from layouts.boards.what_if.answers import Held
from layouts.phrases.editions import edition_of
from layouts.phrases.goal_words import title
from layouts.phrases.text import Text
from progress.emissions.sectors import SECTORS
from progress.emissions.series import TOTAL, Unit
from progress.goals.verdict_model import Verdict
from progress.phrases.formats import number, percent, tonnes, tonnes_per_person
from progress.phrases.words import sector_word

MOST_DECIMALS = 3


def amount(value: float | None, verdict: Verdict, lang: str) -> str:
    """A value in the verdict's unit: "41 tusen ton", "1,2 ton per person"."""
    return (tonnes if verdict.unit is Unit.TONNES else tonnes_per_person)(value, lang)


def rate(share: float, lang: str) -> str:
    """A rate with the decimals that it has: "7 %", "7,5 %"."""
    return percent(share, lang, _decimals(share * 100))


def bare_rate(share: float, lang: str) -> str:
    """The same without its sign, for a field whose label holds it."""
    return number(share * 100, lang, _decimals(share * 100))


def lenient(sentence: str, verdict: Verdict, t: Text) -> str:
    """What is told of the target: where a goal has two readings, said to be of the lenient one."""
    if verdict.bounds is None:
        return sentence
    words = sentence[:1].lower() + sentence[1:].rstrip(".")
    return t("what_if.levers.lenient", words=words)


def goal_name(held: Held, t: Text) -> str:
    """The goal's title; an indication is named as one."""
    name = title(held.verdict.goal, t.lang)
    return t("what_if.goal.indicative", goal=name) if held.indicative else name


def series_name(verdict: Verdict, t: Text) -> str:
    """What is counted: whose emissions, which gas, which release."""
    scope = t(f"word.scope.{verdict.scope}") if verdict.scope else t("word.missing")
    if verdict.sector not in (None, TOTAL) and verdict.sector in SECTORS:
        scope += f", {sector_word(verdict.sector, t.lang).lower()}"
    left_out = [
        sector_word(sector, t.lang).lower()
        for sector in verdict.sectors_left_out
        if sector in SECTORS
    ]
    if left_out:
        scope += ", " + t("city.how.left_out", sectors=", ".join(left_out))
    return t(
        "city.how.series.words",
        scope=scope,
        gas=t(f"word.gas.{verdict.gas}") if verdict.gas else t("word.missing"),
        release=edition_of(verdict, t),
    )


def _decimals(value: float) -> int:
    return next(
        (n for n in range(MOST_DECIMALS) if abs(value - round(value, n)) < 1e-9), MOST_DECIMALS
    )
