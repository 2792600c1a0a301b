"""Words that every part of a comparison uses: lists, names of groups, measures and their values."""

from layouts.charts.description import Measure
from layouts.compare.answers import View
from layouts.phrases.text import Text
from progress.phrases.formats import number, percent, tonnes, tonnes_per_person
from progress.records import Municipality


def measure(view: View, gas: str, t: Text) -> Measure:
    """How a chart counts what is shown."""
    short_gas = t(f"word.gas.short.{gas}")
    unit = t(f"compare.unit.{view.measure}", year=view.base_year)
    axis = t(f"compare.axis.{view.measure}", gas=short_gas, year=view.base_year)
    short = t(f"compare.unit.short.{view.measure}")
    match view.measure:
        case "tonnes":
            return Measure(unit, axis, 1000.0, 0, short)
        case "per_person":
            return Measure(unit, axis, 1.0, 2, short)
        case _:
            return Measure(unit, axis, 1.0, 1, short)


def value_words(value: float | None, view: View, t: Text) -> str:
    """A value of the measure as it stands in a sentence."""
    match view.measure:
        case "tonnes":
            return tonnes(value, t.lang)
        case "per_person":
            return tonnes_per_person(value, t.lang)
        case _ if value is None:
            return t("word.missing")
        case _:
            return t("compare.value.index", value=percent(value / 100, t.lang), year=view.base_year)


def group_name(group: str, place: Municipality, t: Text) -> str:
    """The group that a municipality is held against, by name."""
    return place.county_name if group == "county" else t(f"compare.group.{group}")


def exact(value: float | None, measure: str, t: Text) -> str:
    """A value in a table: whole tonnes, two decimals per person, one decimal of index."""
    decimals = {"tonnes": 0, "per_person": 2}.get(measure, 1)
    return t("word.none") if value is None else number(value, t.lang, decimals)
