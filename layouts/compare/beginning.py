"""Nothing to compare yet: the contract cities in a picture, each with a box and its likes."""

from typing import Any

from layouts import html
from layouts.charts.scale import Values
from layouts.charts.svg_row import Pace, pace_axis
from layouts.compare.answers import FEWEST, CompareAnswers
from layouts.compare.controls import adder, box, boxes
from layouts.html.cards import verdict_badge
from layouts.html.dense import dense_table, pace_cell, pace_head, row_key
from layouts.html.forms import form
from layouts.html.markup import Element
from layouts.links.addresses import Address
from layouts.overview import CityRow
from layouts.overview.cities import pace_of
from layouts.overview.order import shown
from layouts.phrases.enumeration import enumerated
from layouts.phrases.text import Text, text
from progress.goals.verdict_model import Attainment
from progress.phrases.formats import tonnes
from progress.phrases.words import attainment_word


def beginning(address: Address, answers: CompareAnswers) -> html.Form:
    """What each city has done and needs a year, with a box to choose it by; others in a list."""
    t = text(address.lang)
    rows = {city.municipality.code for city in answers.cities}
    chosen = [city for city in answers.chosen if city.code not in rows]
    parts: list[Any] = [
        boxes(address, t("compare.controls.chosen"), chosen, checked=True) if chosen else None,
        *(adder(address, answers, place, t) for place in range(FEWEST - len(answers.chosen))),
        html.Div([_key(t), _table(address, answers, t)], className="full"),
    ]
    return form(address, parts, t("compare.controls.button"), label=t("compare.controls"))


def _key(t: Text) -> html.Ul:
    names = ("done", "needed", "of_latest", "yardstick")
    return row_key((name.replace("_", "-"), t(f"overview.key.{name}")) for name in names)


def _table(address: Address, answers: CompareAnswers, t: Text) -> html.Div:
    cities = shown(Address("overview", address.lang), answers.cities)
    axis = pace_axis([pace_of(city) for city in cities])
    head = [
        _head(t("compare.column.city")),
        pace_head(axis, t("overview.column.pace"), address.lang),
        _head(t("compare.beginning.column.latest"), "num since"),
        _head(t("overview.column.verdict")),
        _head(t("compare.beginning.column.alike"), "alike"),
    ]
    rows = [_row(address, city, answers, axis, t) for city in cities]
    return dense_table(t("compare.beginning.caption"), head, rows)


def _head(words: str, css: str | None = None) -> Element:
    return Element("th", words, scope="col", className=css)


def _row(
    address: Address, city: CityRow, answers: CompareAnswers, axis: Values, t: Text
) -> Element:
    lang, place = address.lang, city.municipality
    ticked = any(chosen.code == place.code for chosen in answers.chosen)
    label = html.Label([box(address, place, ticked), place.name], className="city-box")
    latest = t("word.missing") if city.latest is None else tonnes(city.latest, lang)
    pace: Pace = pace_of(city)
    return Element(
        "tr",
        [
            Element("th", label, scope="row"),
            pace_cell(pace, axis, lang, t("overview.key.yardstick")),
            Element("td", latest, className="num since"),
            Element("td", _verdict(city, t), className="says"),
            Element("td", _alike(city, answers, t), className="alike"),
        ],
    )


def _verdict(city: CityRow, t: Text) -> Any:
    if city.leading is None:
        return html.Span(attainment_word(Attainment.NOT_ASSESSABLE, t.lang), className="quiet")
    return verdict_badge(city.leading, t)


def _alike(city: CityRow, answers: CompareAnswers, t: Text) -> str:
    """The contract cities whose emissions come from the same sectors. No links: a city that is
    ticked is offered the comparison with them first (`suggestions`)."""
    likes = answers.alike.get(city.municipality.code, ())
    return enumerated([each.name for each in likes], t) if likes else t("word.missing")
