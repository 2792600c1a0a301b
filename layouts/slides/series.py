"""What a native chart holds: a row for every year of the axis, a column for every series.

The same description as the drawing and the table. Every year between the first and the last has
its row, so that the axis of categories is a true time axis; a year without a value stays empty.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from layouts.charts.description import (
    BarPanel,
    Chart,
    Line,
    LinePanel,
    Mark,
    Panel,
    TimeChart,
)
from layouts.charts.overlays import Outlook
from layouts.charts.runs import kind
from layouts.charts.words import word
from progress.emissions.series import Status

KINDS = ("observed", "forecast", "estimate")


@dataclass(frozen=True, slots=True)
class Native:
    """A series. `dress` is observed, forecast, estimate, band, path, needed, continued, level,
    assumed or bar;
    `hollow` are the years whose values are not final; `ring` is the year with a ring."""

    label: str
    values: tuple[float | None, ...]
    dress: str
    tone: int = 1
    hollow: frozenset[int] = frozenset()
    ring: int | None = None


def native(panel: Panel, years: tuple[int, ...], lang: str) -> tuple[Native, ...]:
    """The series of a panel, in the panel's own unit."""
    if isinstance(panel, BarPanel):
        return tuple(_bars(panel, years))
    return tuple(_lines(panel, years, lang))


def unsure(chart: Chart) -> Iterator[str]:
    """Bars have no dress for it: which of their years are not final, in words."""
    if not isinstance(chart, TimeChart):
        return
    bars = [bar for panel in chart.panels if isinstance(panel, BarPanel) for bar in panel.bars]
    for status in Status:
        years = sorted({bar.year for bar in bars if bar.status is status})
        if years and status is not Status.FINAL:
            yield f"{', '.join(map(str, years))}: {word(str(status), chart.lang)}."


def _bars(panel: BarPanel, years: tuple[int, ...]) -> Iterator[Native]:
    unsure = frozenset(bar.year for bar in panel.bars if bar.status != Status.FINAL)
    for place, part in enumerate(panel.parts):
        known = {bar.year: bar.values[place] for bar in panel.bars}
        if all(value is None for value in known.values()):
            continue
        values = tuple(known.get(year) for year in years)
        yield Native(part.label, values, "outline" if part.hollow else "bar", part.tone, unsure)


def _lines(panel: LinePanel, years: tuple[int, ...], lang: str) -> Iterator[Native]:
    for line in panel.lines:
        yield from _line(line, years, lang)
    for path in panel.paths:
        by_year = {point.year: point.value for point in path.points}
        last = path.points[-1].year if path.points and path.ring else None
        yield Native(path.label, tuple(by_year.get(year) for year in years), "path", ring=last)
    if panel.outlook is not None:
        yield from _outlook(panel.outlook, years, lang)
    for level in panel.levels:
        span = range(level.first_year, level.last_year + 1)
        values = tuple(level.value if year in span else None for year in years)
        yield Native(level.label, values, "level")
    for assumed in panel.assumed:
        chosen = dict(assumed.points)
        yield Native(assumed.label, tuple(chosen.get(year) for year in years), "assumed")
    for wedge in panel.wedges:
        for end in ("low", "high"):
            effect = {each.year: getattr(each, end) for each in wedge.years}
            label = f"{wedge.label}, {word(end, lang).lower()}"
            yield Native(label, tuple(effect.get(year) for year in years), "band", wedge.tone)


def _outlook(outlook: Outlook, years: tuple[int, ...], lang: str) -> Iterator[Native]:
    """What is needed and what the done rate gives, named as in the chart's table."""
    label = outlook.goal
    if outlook.continued is not None:
        name = outlook.continued.label
        yield Native(name, _values(outlook.continued.points, years), "continued")
        for place, end in enumerate(("low", "high"), start=1):
            ends = tuple((year[0], year[place]) for year in outlook.continued.band)
            if ends:
                yield Native(f"{name}, {word(end, lang).lower()}", _values(ends, years), "band")
    if outlook.needed is not None:
        last = outlook.needed.points[-1][0]
        name = word("needed", lang, label=label)
        yield Native(name, _values(outlook.needed.points, years), "needed", ring=last)
    if outlook.path:
        yield Native(word("path", lang, label=label), _values(outlook.path, years), "path")


def _values(
    points: Iterable[tuple[int, float]], years: tuple[int, ...]
) -> tuple[float | None, ...]:
    known = dict(points)
    return tuple(known.get(year) for year in years)


def _line(line: Line, years: tuple[int, ...], lang: str) -> Iterator[Native]:
    """A series for each kind of status, and the ends of its band."""
    kinds = [
        line_kind for line_kind in KINDS if any(kind(mark) == line_kind for mark in line.marks)
    ]
    for dress in kinds:
        own = {mark.year: mark for mark in line.marks if kind(mark) == dress}
        name = line.label
        if dress != "observed" and len(kinds) > 1:
            name = f"{name}, {word(dress, lang)}"
        hollow = frozenset(year for year, mark in own.items() if mark.status != Status.FINAL)
        values = tuple(own[year].value if year in own else None for year in years)
        yield Native(name, values, dress, line.tone, hollow)
        for end in ("low", "high"):
            ends = tuple(_end(own.get(year), end) for year in years)
            if any(end is not None for end in ends):
                label = f"{name}, {word(end, lang).lower()}"
                yield Native(label, ends, "band", line.tone)


def _end(mark: Mark | None, end: str) -> float | None:
    return None if mark is None else (mark.low if end == "low" else mark.high)
