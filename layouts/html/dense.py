"""Dense tables of cities: a row of one line each, with drawings that share one scale."""

from collections.abc import Iterable, Sequence

from layouts import html
from layouts.charts.scale import Values
from layouts.charts.svg_row import Pace, pace_marks, pace_ticks
from layouts.html.markup import Element, Raw, aria, data
from progress.goals.verdict_model import Attainment
from progress.phrases.formats import number, percent

SHOWN_FIRST = (
    Attainment.NO,
    Attainment.CLOSE,
    Attainment.YES,
    Attainment.DEPENDS,
    Attainment.AWAITING,
    Attainment.MISSED,
    Attainment.REACHED,
    Attainment.NOT_ASSESSABLE,
)
"""In which order counts of cities by verdict stand."""


def dense_table(
    caption: str, head: Sequence[Element], rows: Sequence[Element], css: str = ""
) -> html.Div:
    """The table in its region; its caption is heard and not seen."""
    return html.Div(
        html.Table(
            [
                html.Caption(caption, className="visually-hidden"),
                html.Thead(Element("tr", head)),
                html.Tbody(rows),
            ],
            className=f"dense {css}".strip(),
        ),
        className="dense-scroll",
        role="region",
        tabIndex="0",
        **aria(label=caption),
    )


def row_key(marks: Iterable[tuple[str, str]]) -> html.Ul:
    """What the marks of the pace column mean: the mark's class, and words."""
    return html.Ul(
        [
            html.Li([html.Span(className=f"key {mark}", **aria(hidden="true")), words])
            for mark, words in marks
        ],
        className="row-key",
    )


def pace_cell(pace: Pace, axis: Values, lang: str, words: str) -> Element:
    """The row's marks. `words` name what the yardstick asks for, which stands in no other cell: the
    row says it under the pointer."""
    says = (
        {}
        if pace.yardstick is None
        else data(name=words, says=percent(max(pace.yardstick, 0.0), lang, 1))
    )
    return Element("td", Raw(pace_marks(pace, axis)), className="pace", **says)


def pace_head(axis: Values, words: str, lang: str) -> Element:
    """The heading of the pace column: its axis, and words for who hears it."""
    last = axis.ticks[-1]
    labels = [
        percent(value, lang) if value == last else number(value * 100, lang) for value in axis.ticks
    ]
    return Element(
        "th",
        [html.Span(words, className="visually-hidden"), Raw(pace_ticks(axis, labels))],
        scope="col",
        className="pace",
    )
