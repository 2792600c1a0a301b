"""Frozen descriptions of charts: what a chart says, before anyone decides how it is drawn.

One description is drawn as light SVG, as a plotly figure and as a table, so that these cannot
disagree. Values are in the measure's own unit (tonnes, kronor), years are calendar years, and a
year without a value has no mark: zero is a value.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from layouts.charts.measure import Measure as Measure
from layouts.charts.overlays import Assumed, Level, Moment, Outlook, UnknownSum, Wedge
from layouts.charts.points import AreaMap, ScatterChart, SymbolMap
from progress.emissions.sectors import SECTORS
from progress.emissions.series import NamedRelease, Point, Status
from progress.phrases.words import sector_word

TONES = 9
"""How many tones the palette holds: `tone` runs from 1 to TONES."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One year's value with its status. `low`–`high` is an estimate's band."""

    year: int
    value: float
    status: Status = Status.FINAL
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Marks of one series. Neighbours are joined only where the years follow on each other and
    both are observed, or both have the same status. `tone` 1 is the main line. `key` is what a
    click on it chooses (`sektor:transporter`)."""

    label: str
    marks: tuple[Mark, ...]
    tone: int = 1
    key: str = ""


@dataclass(frozen=True, slots=True)
class PathPoint:
    """What a goal asks for in a year."""

    year: int
    value: float


@dataclass(frozen=True, slots=True)
class GoalPath:
    """The way to a goal, thin and dotted. The last point gets a ring and the label,
    unless `ring` is False (a path that ends in no single target). Keep `label` short. `key` is what
    a click on it chooses.
    """

    label: str
    points: tuple[PathPoint, ...]
    ring: bool = True
    key: str = ""


@dataclass(frozen=True, slots=True)
class LinePanel:
    """Series over time, with what lies over them. `title` says what is counted.

    `holds` are values that the axis must reach though nothing is drawn there: panels that hold the
    same values stand on the same scale. `bridged` draws thin dots over years that are missing.
    """

    title: str
    measure: Measure
    lines: tuple[Line, ...]
    paths: tuple[GoalPath, ...] = ()
    levels: tuple[Level, ...] = ()
    holds: tuple[float, ...] = ()
    assumed: tuple[Assumed, ...] = ()
    wedges: tuple[Wedge, ...] = ()
    outlook: Outlook | None = None
    bridged: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of bar, or one part of a stack. `hollow` draws it as an outline: money not yet sure.

    A tone belongs to the thing, not to its place: the same sector has the same tone everywhere.
    `key` is what a click on it chooses; `faded` is one beside the one that is chosen.
    """

    label: str
    tone: int
    hollow: bool = False
    key: str = ""
    faded: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A year's values, one for each part of the panel in the same order; None is unknown. `keys`
    are what a click on each chooses, where that is not the same in all years."""

    year: int
    values: tuple[float | None, ...]
    status: Status = Status.FINAL
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BarPanel:
    """Bars per year on the true time axis.

    `stacked` only where the parts add up to something (the sectors of a total). Kinds of money are
    never added together (RULES §7.1): they stand side by side.
    """

    title: str
    measure: Measure
    parts: tuple[Part, ...]
    bars: tuple[Bar, ...]
    stacked: bool = False
    unknown: tuple[UnknownSum, ...] = ()

    def __post_init__(self) -> None:
        if any(len(bar.values) != len(self.parts) for bar in self.bars):
            raise ValueError("every bar needs one value, or None, for each part")


Panel = LinePanel | BarPanel


@dataclass(frozen=True, slots=True)
class TimeChart:
    """Panels under each other on one true time axis, such as emissions above and money below.

    `message` is the summary sentence; `source` names whose figures they are, `releases` those that
    they come from, by label. `first_year`–`last_year` is the axis; left out, it spans everything.
    `marked_years` are those that the reader has chosen to see, `linked_years` those that something
    else that is chosen names. A `small` one is small multiples: a cell for each panel of lines, all
    on one scale, with the line of the first in each.
    """

    chart_id: str
    title: str
    lang: str
    message: str
    panels: tuple[Panel, ...]
    moments: tuple[Moment, ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    source: str = ""
    releases: tuple[NamedRelease, ...] = ()
    marked_years: tuple[int, ...] = ()
    linked_years: tuple[int, ...] = ()
    small: bool = False

    @property
    def years(self) -> tuple[int, int]:
        """First and last year of the axis. Raises ValueError where the chart holds no year."""
        result = [year for panel in self.panels for year in _panel_years(panel)]
        result += [moment.day.year for moment in self.moments]
        result += [year for year in (self.first_year, self.last_year) if year is not None]
        if not result:
            raise ValueError(f"chart {self.chart_id} has no year to draw")
        first = self.first_year if self.first_year is not None else min(result)
        last = self.last_year if self.last_year is not None else max(result)
        return first, last


@dataclass(frozen=True, slots=True)
class Node:
    """A place that money passes. Column 0 is leftmost; a column keeps the order given here. `key`
    is what a click on it chooses (`kommun:1880`); a link chooses what both its ends do."""

    node_id: str
    label: str
    column: int
    tone: int = 1
    key: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An amount from one node to another, in the chart's measure. Amounts must be above zero."""

    source: str
    target: str
    amount: float


@dataclass(frozen=True, slots=True)
class FlowChart:
    """Flows between columns of nodes, all of one kind of money, the unit stated once; `columns`
    head the columns ("Finansiär", "Program", "Kommun")."""

    chart_id: str
    title: str
    lang: str
    message: str
    measure: Measure
    columns: tuple[str, ...]
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    source: str = ""
    releases: tuple[NamedRelease, ...] = ()

    def __post_init__(self) -> None:
        known = {node.node_id: node.column for node in self.nodes}
        for link in self.links:
            if link.source not in known or link.target not in known:
                raise ValueError(f"link {link.source} → {link.target} names an unknown node")
            if known[link.source] >= known[link.target]:
                raise ValueError(f"link {link.source} → {link.target} must go to a later column")
            if link.amount <= 0:
                raise ValueError(f"link {link.source} → {link.target} needs an amount above zero")


@dataclass(frozen=True, slots=True)
class RangeRow:
    """One row of ranges, low to high; equal for a single figure, None for unknown.

    `part` is a known share of it (secured of needed money); `note` says what the figure covers.
    With `change` the row is a step of a waterfall: it stands between low and high alone, and the
    change, with its sign, is what it tells.
    """

    label: str
    low: float | None
    high: float | None
    part: float | None = None
    note: str = ""
    change: float | None = None


@dataclass(frozen=True, slots=True)
class RangeBars:
    """Ranges side by side on one axis from zero: needs of an investment plan, low to high.

    `part_label` names what `part` of a row is; `label_head` heads the rows' names in the table. A
    `log` one has steps of ten in place of zero, for amounts above zero that differ a thousandfold.
    """

    chart_id: str
    title: str
    lang: str
    message: str
    measure: Measure
    label_head: str
    rows: tuple[RangeRow, ...]
    part_label: str = ""
    source: str = ""
    releases: tuple[NamedRelease, ...] = ()
    log: bool = False

    def __post_init__(self) -> None:
        if self.log and any((row.low or 0.0) <= 0 for row in self.rows):
            raise ValueError(f"chart {self.chart_id} has no place for 0 on an axis of powers")


@dataclass(frozen=True, slots=True)
class Spark:
    """A tiny line for a table cell: no axis, no table of its own; `message` says it in words."""

    lang: str
    message: str
    marks: tuple[Mark, ...]
    first_year: int | None = None
    last_year: int | None = None


Chart = TimeChart | FlowChart | RangeBars | ScatterChart | SymbolMap | AreaMap


def marks(points: tuple[Point, ...]) -> tuple[Mark, ...]:
    """The points of a series as marks."""
    return tuple(Mark(point.year, point.value, point.status) for point in points)


def sector_parts(lang: str) -> tuple[Part, ...]:
    """The nine main sectors in their order, each with its tone."""
    return tuple(Part(sector_word(code, lang), tone) for tone, code in enumerate(SECTORS, start=1))


def _panel_years(panel: Panel) -> Iterator[int]:
    if isinstance(panel, BarPanel):
        yield from (bar.year for bar in panel.bars)
        yield from (each.year for each in panel.unknown)
        return
    yield from (mark.year for line in panel.lines for mark in line.marks)
    yield from (point.year for path in panel.paths for point in path.points)
    yield from (year for each in panel.assumed for year, _ in each.points)
    if panel.outlook is not None and panel.outlook.continued is not None:
        yield from (year for year, _ in panel.outlook.continued.points)
    yield from (year.year for wedge in panel.wedges for year in wedge.years)
    for level in panel.levels:
        yield from (level.first_year, level.last_year)
