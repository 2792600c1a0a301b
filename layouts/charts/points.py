"""Frozen descriptions of charts whose marks are points: a scatter, and amounts on a map.

A value that nobody knows is None. It is drawn open, at the edge of its axis or small at its place,
and is a word in the table: unknown is not zero.
"""

from dataclasses import dataclass

from layouts.charts.measure import Measure
from progress.emissions.series import NamedRelease


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a scatter. `key` is what a click on it chooses (`kommun:1880`); `named` ones have
    their label beside them in the drawing, `faded` ones stand beside what is chosen. `size` is
    drawn as the area, where the chart counts one; `tone` is that of its class; `note` is told with
    it."""

    label: str
    x: float | None
    y: float | None
    key: str = ""
    named: bool = False
    faded: bool = False
    tone: int = 1
    size: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis counts; a `log` one has steps of ten, for amounts that differ a thousandfold.
    One that is `cut` ends at two values: what lies beyond stands at its end as an arrow head."""

    title: str
    measure: Measure
    log: bool = False
    cut: tuple[float, float] | None = None

    def within(self, value: float) -> float:
        """The value, or the end of the axis that it lies beyond."""
        return value if self.cut is None else min(max(value, self.cut[0]), self.cut[1])

    @property
    def head(self) -> str:
        """What heads it: the title with the unit that it counts in."""
        return f"{self.title} ({self.measure.axis})"


@dataclass(frozen=True, slots=True)
class ScatterChart:
    """Two values of each thing against each other; `label_head` heads the things in the table.

    `size` is what the dots' areas count. `classes` are the words of the tones that dots have, as
    `class_head` says; a ranking has its `x` in whole places.
    """

    chart_id: str
    title: str
    lang: str
    message: str
    label_head: str
    x: Axis
    y: Axis
    dots: tuple[Dot, ...]
    source: str = ""
    releases: tuple[NamedRelease, ...] = ()
    size: Axis | None = None
    classes: tuple[tuple[int, str], ...] = ()
    class_head: str = ""

    def __post_init__(self) -> None:
        for axis, values in (
            (self.x, [d.x for d in self.dots]),
            (self.y, [d.y for d in self.dots]),
        ):
            if axis.log and any(value is not None and value <= 0 for value in values):
                raise ValueError(f"chart {self.chart_id} has no place for 0 on an axis of powers")


@dataclass(frozen=True, slots=True)
class Symbol:
    """An amount at its place, in the units of the outlines. `note` is told with it; `key` is what a
    click on it chooses, and `faded` ones stand beside what is chosen."""

    label: str
    x: float
    y: float
    amount: float | None
    note: str = ""
    key: str = ""
    faded: bool = False


@dataclass(frozen=True, slots=True)
class SymbolMap:
    """Amounts as circles, by their area, on the outlines of a map.

    `outlines` are SVG paths of closed rings, `followed` those of the places that can have a symbol;
    `width` and `height` are what they are drawn in, north upwards.
    """

    chart_id: str
    title: str
    lang: str
    message: str
    label_head: str
    measure: Measure
    symbols: tuple[Symbol, ...]
    outlines: tuple[str, ...]
    followed: tuple[str, ...]
    width: float
    height: float
    source: str = ""
    releases: tuple[NamedRelease, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """A place on a map by its outline (an SVG path of closed rings), with its value, or None.
    `step` is the class of the value, from 1; `key` is what a click on it chooses."""

    label: str
    outline: str
    value: float | None
    step: int = 0
    key: str = ""
    faded: bool = False


@dataclass(frozen=True, slots=True)
class AreaMap:
    """Places in the shade of their value's class; `steps` are the words of the classes, lowest
    first, and then what is said of places without a value (empty where all have one)."""

    chart_id: str
    title: str
    lang: str
    message: str
    label_head: str
    value: Axis
    areas: tuple[Area, ...]
    steps: tuple[str, ...]
    missing: str
    width: float
    height: float
    source: str = ""
    releases: tuple[NamedRelease, ...] = ()
