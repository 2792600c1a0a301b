"""The map page: what to show, the map with its legend in words, and the same as a list."""

from typing import Any

from layouts import html
from layouts.frame.page import Page
from layouts.html.cards import section
from layouts.html.forms import Choice, form, select
from layouts.html.markup import aria
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.map.answers import CHANGES, INDICATORS, MapAnswers
from layouts.map.drawing import inset_svg, map_svg, swatch
from layouts.map.words import class_words, indicator_words, value_number
from layouts.overview.order import swedish
from layouts.phrases.breaks import break_notes
from layouts.phrases.editions import edition
from layouts.phrases.enumeration import enumerated
from layouts.phrases.releases import release_choices, source_line, ways_to
from layouts.phrases.text import Text, text
from layouts.phrases.wording import capital
from progress.indicators import quartiles
from progress.phrases.places import in_place
from progress.phrases.words import sector_word
from progress.records import Municipality
from progress.value_classes import class_of, limits, value_classes

EXPLORED = {
    "per_person": "per_person",
    "since_first": "change",
    "recent": "change",
    "pace": "pace_gap",
}
"""What the board of all municipalities calls the map's indicators."""
AFTER_LIST = "after-list"
"""What stands behind the list: the way past its 290 links."""


def page(address: Address, answers: MapAnswers) -> Page:
    """All municipalities on a map and in a list, by one indicator and year."""
    t = text(address.lang)
    title = t("map.title")
    return Page(
        title=title,
        description=t("map.description"),
        lang=address.lang,
        address=address,
        body=html.Div(
            [
                html.H1(title),
                html.P(
                    [_lead(answers, t), " ", html.A(t("map.explore"), href=_explored(answers, t))],
                    className="lead",
                ),
                _choices(address, answers, t),
                html.Div(
                    [_map(address, answers, t), _list(address, answers, t)], className="atlas"
                ),
            ],
            className="page page-map",
        ),
        problems=answers.problems,
        stylesheet="map.css",
    )


def _lead(answers: MapAnswers, t: Text) -> str:
    lang = t.lang
    values = answers.values
    middle = quartiles(tuple(values.values()))
    if middle is None:
        return t("map.lead.nothing", shown=indicator_words(answers, t))
    names = {municipality.code: municipality.name for municipality in answers.municipalities}
    low, high = (pick(values, key=lambda code: values[code]) for pick in (min, max))
    fast = answers.indicator == "pace" and middle.median <= 0
    return t(
        f"map.lead.{answers.indicator}{'.enough' if fast else ''}",
        year=answers.year,
        first=answers.first_year,
        middle=value_number(middle.median, answers, lang).removeprefix("+"),
        low=in_place(names[low], lang),
        low_value=value_number(values[low], answers, lang),
        high=in_place(names[high], lang),
        high_value=value_number(values[high], answers, lang),
    )


def _explored(answers: MapAnswers, t: Text) -> str:
    """The board of all municipalities with what the map shows, over time and against another."""
    shown = {"y": EXPLORED[answers.indicator]}
    if answers.indicator in CHANGES:
        shown["base_year"] = str(answers.first_year)
    if answers.indicator != "pace":
        shown["year"] = str(answers.year)
    return href(Address("explore", t.lang).with_query(**shown, release=answers.release.label))


def _choices(address: Address, answers: MapAnswers, t: Text) -> html.Form:
    shown = [
        Choice("" if name == INDICATORS[0] else name, t(f"map.choice.{name}"))
        for name in INDICATORS
    ]
    changes = answers.indicator in CHANGES
    latest, *earlier = reversed(answers.years[1:] if changes else answers.years)
    years = [Choice("", t("map.choice.latest", year=latest))]
    years += [Choice(str(year), str(year)) for year in earlier]
    fields = [select(address, "indicator", t("map.choose.indicator"), shown)]
    if answers.indicator != "pace":
        fields.append(select(address, "year", t("map.choose.year"), years))
    releases = release_choices(answers.releases, t)
    fields.append(select(address, "release", t("overview.controls.release"), releases))
    return form(address, fields, t("word.show"), label=t("map.choose"), keep=("sort", "order"))


def _map(address: Address, answers: MapAnswers, t: Text) -> html.Figure:
    lang = address.lang
    result = value_classes(answers.written.values())
    items = [
        html.Li(
            [
                swatch(value_class.number),
                html.Span(class_words(value_class, len(result), answers, t)),
            ]
        )
        for value_class in result
    ]
    lacking = len(answers.municipalities) - len(answers.values)
    if lacking:
        items.append(html.Li([swatch(None), html.Span(t("map.class.missing", n=lacking))]))
    notes = [t("map.note.contract"), t("map.note.pointer")]
    return html.Figure(
        [
            html.H2(indicator_words(answers, t)),
            html.Div(map_svg(address, answers), className="map-drawing"),
            html.Div(
                [
                    html.Ul(items, className="map-legend"),
                    html.Div(
                        [
                            html.P(t("map.inset"), className="note", **aria(hidden="true")),
                            inset_svg(address, answers),
                        ],
                        className="map-larger",
                    ),
                    html.Figcaption(" ".join(notes), className="note"),
                ],
                className="map-aside",
            ),
            html.P(
                [
                    source_line([answers.release], t),
                    *ways_to([answers.release], lang),
                    " ",
                    t("map.source.shapes"),
                ],
                className="source",
            ),
        ],
        className="map-figure",
    )


def _list(address: Address, answers: MapAnswers, t: Text) -> html.Section:
    release = capital(edition(answers.release, t))
    parts: list[Any] = [html.P(t(f"map.explained.{answers.indicator}", first=answers.first_year))]
    if answers.left_out:
        names = [sector_word(each, t.lang).lower() for each in sorted(answers.left_out)]
        sectors = enumerated(names, t)
        parts.append(html.P(t("map.left_out", sectors=sectors), className="note"))
    if answers.indicator == "per_person":
        notes = break_notes(answers.late_sectors, release, t)
        parts += [html.P(note, className="note") for note in notes]
    caption = t("map.caption", shown=indicator_words(answers, t), n=len(answers.municipalities))
    parted = limits(answers.written.values())
    columns = [
        _sortable(address, "name", t("map.column.municipality"), numeric=False),
        _sortable(address, "value", t(f"map.column.{answers.indicator}"), numeric=True),
        Column(t("map.column.class"), numeric=True),
        # Last: it is what a phone has no room for, and what the map does not tell by itself.
        Column(t("map.column.county")),
    ]
    rows = [_row(address, place, answers, parted, t) for place in _ordered(address, answers)]
    return section(
        "list",
        t("map.list.heading"),
        html.A(t("map.list.skip"), href=f"#{AFTER_LIST}", className="skip-link"),
        table(caption, columns, rows),
        html.Div(parts, id=AFTER_LIST, tabIndex="-1"),
    )


def _row(
    address: Address,
    municipality: Municipality,
    answers: MapAnswers,
    parted: tuple[float, ...],
    t: Text,
) -> list[Any]:
    value = answers.values.get(municipality.code)
    there = href(Address("city", address.lang, municipality.slug))
    return [
        html.A(municipality.name, href=there),
        t("word.missing") if value is None else value_number(value, answers, address.lang),
        t("word.none")
        if value is None
        else str(class_of(answers.written[municipality.code], parted)),
        municipality.county_name,
    ]


def _ordered(address: Address, answers: MapAnswers) -> list[Municipality]:
    """In the address's order; those without a value come last."""
    named = sorted(answers.municipalities, key=lambda municipality: swedish(municipality.name))
    sort, falling = _sorted_by(address)
    if sort == "name":
        return named[::-1] if falling else named
    values = answers.values
    known = [place for place in named if place.code in values]
    known.sort(key=lambda place: values[place.code], reverse=falling)
    return [*known, *(place for place in named if place.code not in values)]


def _sorted_by(address: Address) -> tuple[str, bool]:
    """By name or by value, and whether the last or highest comes first."""
    sort = "value" if address.get("sort") == "value" else "name"
    return sort, (address.get("order") or "rising") == "falling"


def _sortable(address: Address, sort: str, words: str, *, numeric: bool) -> Column:
    """A heading that sorts by its column, and the other way round when it already does."""
    now, falling = _sorted_by(address)
    if now != sort:
        there = address.with_query(sort=None if sort == "name" else sort, order=None)
        return Column(html.A(words, href=href(there) + "#list"), numeric=numeric)
    there = address.with_query(order=None if falling else "falling")
    state = "descending" if falling else "ascending"
    return Column(html.A(words, href=href(there) + "#list"), numeric=numeric, sort=state)
