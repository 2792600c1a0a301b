"""An indicator as the board shows it: its name, how it is counted, and its values in that unit."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from layouts.charts.measure import Measure
from layouts.charts.points import Axis
from layouts.phrases.text import Text
from layouts.phrases.wording import capital
from progress.explore import OF_SECTORS, TIMELESS, indicator
from progress.explore.cube import Values
from progress.explore.indicators import SHARE_OF
from progress.money.kinds import Kind
from progress.phrases.words import sector_word
from progress.records import IndicatorDefinition

if TYPE_CHECKING:
    from layouts.boards.explore.answers import View

PER_CENT = ("change", "done", "share", "pace_gap", "plan")
"""Our own that are shares and are shown in per cent."""
DECIMALS = {
    "per_person": 2,
    "change_per_person": 2,
    "change": 1,
    "index": 1,
    "done": 2,
    "share": 1,
    "pace_gap": 2,
}
"""Of our own that have any."""


@dataclass(frozen=True)
class Shown:
    """`values` are [municipality, year] in the measure's unit, NaN where nothing is held."""

    name: str
    title: str
    measure: Measure
    values: Values
    cube_years: tuple[int, ...]

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years in which any municipality has a value."""
        there = np.flatnonzero((~np.isnan(self.values)).any(axis=0))
        return tuple(self.cube_years[place] for place in there.tolist())

    @property
    def timeless(self) -> bool:
        return self.name in TIMELESS

    def axis(self, *, log: bool = False, cut: tuple[float, float] | None = None) -> Axis:
        return Axis(self.title, self.measure, log, cut)


def shown(view: "View", name: str) -> Shown:
    """The indicator of this name, as the address counts it."""
    cube, t, sector = view.cube, view.t, view.sector if name in OF_SECTORS else ""
    kind = view.address.get("money_kind") or Kind.GRANTED.value
    values = indicator(cube, name, sector=sector, since=view.since, kind=kind)
    definition = view.answers.definitions.get(name)
    if name in PER_CENT or (definition is not None and definition.unit_en == "share"):
        values = values * 100
    if definition is not None:
        return Shown(
            name, definition_title(definition, t), _published(definition, t), values, cube.years
        )
    title = t(f"board.explore.shown.{name}", since=view.since, kind=t(f"money.kind.{kind}"))
    if name == "share":
        title = t("board.explore.shown.share.of", sector=sector_word(sector or SHARE_OF, t.lang))
    elif sector:
        title = f"{title}, {sector_word(sector, t.lang).lower()}"
    unit = t(f"board.explore.unit.{name}", gas=t(f"word.gas.short.{view.answers.release.gas}"))
    if name == "tonnes":
        return Shown(
            name, title, Measure(unit, t("board.explore.axis.tonnes"), 1000.0), values, cube.years
        )
    measure = Measure(unit, unit, decimals=DECIMALS.get(name, 0))
    return Shown(name, capital(title), measure, values, cube.years)


def definition_title(definition: IndicatorDefinition, t: Text) -> str:
    """A publisher's indicator by its name."""
    return definition.name_sv if t.lang == "sv" else definition.name_en


def _published(definition: IndicatorDefinition, t: Text) -> Measure:
    if definition.unit_en == "share":
        return Measure("%", "%", decimals=max(0, definition.decimals - 2))
    unit = definition.unit_sv if t.lang == "sv" else definition.unit_en
    return Measure(unit, unit, decimals=definition.decimals)
