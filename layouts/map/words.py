"""How the map's values, classes and choices are written."""

from layouts.map.answers import MapAnswers
from layouts.phrases.text import Text
from progress.phrases.formats import number, signed, signed_percent
from progress.value_classes import ValueClass

POINTS = 100
"""Percentage points in a share."""


def value_words(value: float, answers: MapAnswers, t: Text) -> str:
    """A value with its unit."""
    return t(f"map.value.{answers.indicator}", value=value_number(value, answers, t.lang))


def value_number(value: float, answers: MapAnswers, lang: str) -> str:
    """A value as a table writes it, under a heading that tells the unit."""
    if answers.indicator == "per_person":
        return number(value, lang, 1)
    if answers.indicator == "pace":
        return signed(value * POINTS, lang, 1)
    return signed_percent(value, lang)


def indicator_words(answers: MapAnswers, t: Text) -> str:
    """What is shown, with its years."""
    return t(f"map.shown.{answers.indicator}", year=answers.year, first=answers.first_year)


def class_words(value_class: ValueClass, all_of: int, answers: MapAnswers, t: Text) -> str:
    """A class in words: its place among the others, its span and its size."""
    low, high = (
        value_number(value, answers, t.lang) for value in (value_class.low, value_class.high)
    )
    key = "map.class.one" if low == high else "map.class"
    place = t(f"map.class.{value_class.number}") if all_of == len(ORDER) else t("map.class.some")
    unit = f" {t(unit_key)}" if (unit_key := f"map.unit.{answers.indicator}") in t else ""
    return t(key, place=place, low=low, high=high, unit=unit, n=value_class.size)


ORDER = (1, 2, 3, 4, 5)
