"""Why emissions changed since the year before, in a sentence (RULES §1.8)."""

from layouts.phrases.changes import SAME_SHARE
from layouts.phrases.enumeration import enumerated
from layouts.phrases.text import Text
from progress.emissions.change_causes import ChangeCauses
from progress.phrases.formats import percent, signed
from progress.phrases.words import sector_phrase

LEAST_POINTS = 0.05
"""Percentage points: less is told as 0.0, and no sector is named for that."""


def cause_words(causes: ChangeCauses | None, t: Text, *, elsewhere: bool = False) -> str:
    """How much, how much the rest changed, and the event that explains it; else the sectors that
    changed most, in percentage points. Empty where the change is small. `elsewhere`: the page shows
    another gas, so that it is said that all greenhouse gases are meant."""
    lang = t.lang
    if causes is None:
        return ""
    up = "up" if causes.change > 0 else "down"
    key = f"city.cause.gases.{up}" if elsewhere else f"city.cause.{up}"
    words = t(key, year=causes.year, share=percent(abs(causes.change), lang))
    event = causes.explanation
    if event is not None and causes.rest is not None:
        names = enumerated([sector_phrase(code, t.lang) for code in causes.named], t)
        way = "up" if causes.rest > 0 else "down"
        if abs(causes.rest) < SAME_SHARE:
            way = "same"
        rest = percent(abs(causes.rest), lang)
        words += t(f"city.cause.rest.{way}", sectors=names, share=rest)
        return f"{words}: {event.title(lang)}."
    parts = [
        t(
            "city.cause.part",
            sector=sector_phrase(each.sector, t.lang),
            points=signed(each.share_of_total * 100, lang, 1),
        )
        for each in causes.sectors
        if abs(each.share_of_total) >= LEAST_POINTS / 100
    ]
    return t("city.cause.mostly", change=words, parts=", ".join(parts)) if parts else f"{words}."
