"""Pieces that first screens share: tiles of key figures, needed and done as a pair of bars, dots of
all municipalities on a strip, and shares of what is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from layouts import html
from layouts.charts.svg_strip import bar_svg, known_svg, strip_svg
from layouts.html.markup import Raw, aria


@dataclass(frozen=True, slots=True)
class Tile:
    """A key figure with its name above and what it is to be seen against below."""

    name: Any
    figure: Any
    note: Any = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One bar of a pair: `value` on the pair's common scale, `words` what it says.

    `look` is "needed" or "done". A value of None has words alone.
    """

    name: str
    value: float | None
    words: str
    look: str


def tiles(figures: Sequence[Tile]) -> html.Dl:
    """Key figures, two in a row where there is little room."""
    return html.Dl(
        [
            html.Div(
                [
                    html.Dt(tile.name),
                    html.Dd(tile.figure, className="figure"),
                    html.Dd(tile.note, className="unit") if tile.note else None,
                ]
            )
            for tile in figures
        ],
        className="tiles",
    )


def pair(rows: Sequence[Row], note: Any = None) -> html.Div:
    """Needed and done on one scale, each with its words: the bars say nothing that these do not."""
    most = max((row.value or 0.0 for row in rows), default=0.0)
    return html.Div(
        [
            html.Dl(
                [
                    html.Div(
                        [
                            html.Dt(row.name),
                            html.Dd([Raw(bar_svg(row.value, most, row.look)), row.words]),
                        ]
                    )
                    for row in rows
                ],
                className="pair",
            ),
            html.P(note, className="note") if note else None,
        ]
    )


def strip(
    heading: str, values: Mapping[str, float], code: str, words: str, names: tuple[str, str]
) -> html.Div:
    """Everybody's values as dots on one scale; `names` are those of the middle and of one's own."""
    return html.Div(
        [
            html.H3(heading, className="small-head"),
            html.Div(Raw(strip_svg(values, code, *names)), className="strip"),
            html.P(words, className="visually-hidden"),
        ]
    )


def known(heading: str, number: int, of: int, *children: Any) -> html.Div:
    """How much of something is known, as a bar with the rest hatched, and in words."""
    drawing = [Raw(known_svg(number, of))] if of else []
    return html.Div([html.H3(heading, className="small-head"), *drawing, *children])


def cards(items: Sequence[tuple[str, Any, Sequence[Any]]]) -> html.Div:
    """Cards beside each other: (heading, link to where it is told, lines)."""
    return html.Div(
        [
            html.Section(
                [
                    html.H2(html.A(heading, href=there) if there else heading),
                    *(html.P(line) for line in lines),
                ],
                className="small-card",
                **aria(label=heading),
            )
            for heading, there, lines in items
        ],
        className="small-cards",
    )
