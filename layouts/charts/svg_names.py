"""The names of many lines: beside the chart on a desk, in its legend on a phone.

Where three lines or more end in one year, names inside the plot would lie on each other's lines.
"""

from dataclasses import dataclass

from layouts.charts import labels, scale
from layouts.charts.description import Line, LinePanel, Mark
from layouts.charts.markup import path, tag, words, wrap
from layouts.charts.svg_frame import Frame
from layouts.charts.svg_marks import Entry, key
from progress.phrases.formats import NBSP

COLUMN = 176.0
"""Room to the right of the axis for names with their figures."""

MANY = 3


@dataclass(frozen=True, slots=True)
class _Name:
    line: Line
    at: float
    rows: list[str]
    tall: float


def are_many(panel: LinePanel, frame: Frame) -> bool:
    """Whether the lines are named together instead of each at its end."""
    plain = panel.outlook is None and not panel.paths and not panel.assumed
    return plain and frame.total is None and not frame.first and len(_ending(panel)) >= MANY


def beside(
    panel: LinePanel, frame: Frame, years: scale.Years, axis: scale.Values, lang: str
) -> str:
    """The names in the column, each as near its line's end as the others allow."""
    size = frame.size - 0.5
    left = years.right + 22
    names = []
    for line, last in sorted(_ending(panel), key=lambda pair: axis.at(pair[1].value)):
        rows = wrap(_words(line, last, panel, lang), frame.width - left, size, 2)
        names.append(_Name(line, axis.at(last.value), rows, len(rows) * size * 1.22))
    drawn = []
    for name, middle in zip(names, _apart(names, axis.top - 6, axis.bottom + 6), strict=True):
        tone = f"t{name.line.tone}"
        way = path([(years.right - 2, name.at), (years.right + 8, middle), (left - 5, middle)])
        leader = tag("path", d=way, class_=f"ln thin {tone}")
        text = words(left, middle - name.tall / 2 + size * 0.92, name.rows, size, "label value")
        drawn.append(key(tone, leader, text))
    return "".join(drawn)


def entries(panel: LinePanel, lang: str) -> list[Entry]:
    """The same names for the legend."""
    return [
        (
            tag("path", d=path([(0, 0), (18, 0)]), class_=f"ln t{line.tone}"),
            _words(line, last, panel, lang),
            f"t{line.tone}",
        )
        for line, last in _ending(panel)
    ]


def _ending(panel: LinePanel) -> list[tuple[Line, Mark]]:
    """Each line with its last observed mark."""
    observed = [(line, [m for m in line.marks if m.status.observed]) for line in panel.lines]
    return [(line, max(ends, key=lambda m: m.year)) for line, ends in observed if ends]


def _words(line: Line, last: Mark, panel: LinePanel, lang: str) -> str:
    """The name and the last figure, with its year where the others go on."""
    figure = labels.short(last.value, panel.measure, lang).replace(" ", NBSP)
    newest = max(mark.year for _, mark in _ending(panel))
    return (
        f"{line.label} {figure}" if last.year == newest else f"{line.label} {last.year}: {figure}"
    )


def _apart(names: list[_Name], top: float, bottom: float) -> list[float]:
    """The middles of the names, from above: none over another, all between the two ends."""
    middles: list[float] = []
    floor = top
    for name in names:
        middles.append(max(name.at, floor + name.tall / 2))
        floor = middles[-1] + name.tall / 2 + 2
    ceiling = bottom
    for place in range(len(names) - 1, -1, -1):
        middles[place] = min(middles[place], ceiling - names[place].tall / 2)
        ceiling = middles[place] - names[place].tall / 2 - 2
    return middles
