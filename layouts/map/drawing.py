"""The map as light SVG: each municipality a link in the colour of its class."""

from html import escape

from layouts.html.markup import Raw
from layouts.links.addresses import Address, href
from layouts.map.answers import MapAnswers
from layouts.map.words import value_words
from layouts.phrases.text import text
from progress.records import Municipality
from progress.value_classes import class_of, limits

VIEW_BOX = "-6 -6 1012 2412"
INSET = (582, 1655, 73, 80)
"""Left, top, width and height of what is drawn a second time, seven times larger: 24 points are
then five units, which the smallest municipality has on a phone too."""
INSET_COUNTY = "01"
MISSING = (
    '<defs><pattern id="no-value" width="14" height="14" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45)"><path class="hatch" d="M0 0V14"/></pattern></defs>'
)


def map_svg(address: Address, answers: MapAnswers) -> Raw:
    """For the pointer only: the list beside it holds the same, in words, for everyone else."""
    parted = limits(answers.written.values())
    ordered = sorted(answers.municipalities, key=lambda municipality: municipality.is_contract_city)
    places = "".join(_place(address, place, answers, parted) for place in ordered)
    x, y, width, height = INSET
    frame = f'<rect class="map-frame" x="{x}" y="{y}" width="{width}" height="{height}"/>'
    return Raw(
        f'<svg class="map" viewBox="{VIEW_BOX}" aria-hidden="true" focusable="false">'
        f"{MISSING}{places}{frame}</svg>"
    )


def inset_svg(address: Address, answers: MapAnswers) -> Raw:
    """The places round the capital again, large enough for a finger; the outlines are the map's."""
    ordered = sorted(answers.municipalities, key=lambda municipality: municipality.is_contract_city)
    places = "".join(
        f'{_link(address, place, answers)}<use href="#{_name(place)}"/></a>'
        for place in ordered
        if place.county_code == INSET_COUNTY and place.code in answers.shapes
    )
    box = " ".join(map(str, INSET))
    return Raw(
        f'<svg class="map map-inset" viewBox="{box}" aria-hidden="true" focusable="false">'
        f"{places}</svg>"
    )


def swatch(number: int | None) -> Raw:
    """The legend's picture of a class, or of no value."""
    css = f"q{number}" if number is not None else "q0"
    return Raw(
        '<svg class="swatch" viewBox="0 0 40 24" aria-hidden="true">'
        f'<rect class="{css}" x="1" y="1" width="38" height="22"/></svg>'
    )


def _place(
    address: Address, municipality: Municipality, answers: MapAnswers, parted: tuple[float, ...]
) -> str:
    outline = answers.shapes.get(municipality.code)
    if outline is None:
        return ""
    value = answers.written.get(municipality.code)
    css = "q0" if value is None else f"q{class_of(value, parted)}"
    if municipality.is_contract_city:
        css += " own"
    name = f' id="{_name(municipality)}"' if municipality.county_code == INSET_COUNTY else ""
    return f'{_link(address, municipality, answers)}<path class="{css}"{name} d="{outline}"/></a>'


def _link(address: Address, municipality: Municipality, answers: MapAnswers) -> str:
    t = text(address.lang)
    value = answers.values.get(municipality.code)
    words = t("word.missing") if value is None else value_words(value, answers, t)
    there = escape(href(Address("city", address.lang, municipality.slug)))
    title = f"{escape(municipality.name)}: {escape(words)}"
    return f'<a href="{there}" tabindex="-1"><title>{title}</title>'


def _name(municipality: Municipality) -> str:
    return f"k{municipality.code}"
