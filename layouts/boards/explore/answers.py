"""What the board of all municipalities shows, asked for and as the address chooses it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from layouts.boards.explore.scales import cut_of, is_log
from layouts.boards.explore.shown import Shown, shown
from layouts.links.addresses import Address, QueryProblem
from layouts.phrases.text import Text, text
from progress.constants import DONE_FIRST_YEAR
from progress.emissions.events import Event
from progress.explore import Cube, Group, Grouping, members
from progress.explore.density import MOST_DOTS
from progress.explore.groups import Mask
from progress.records import IndicatorDefinition, Municipality, Release

X, Y = "change", "per_person"
"""What is shown where the address names nothing."""

LIMITS = ("x_from", "x_to", "y_from", "y_to")
"""Between which values of both axes municipalities are marked: what a brush sets, and the form."""


@dataclass(frozen=True, slots=True)
class ExploreAnswers:
    """`municipalities` are in the order of the cube's codes, `outlines` SVG paths by code."""

    cube: Cube
    municipalities: tuple[Municipality, ...]
    release: Release
    releases: tuple[Release, ...]
    definitions: Mapping[str, IndicatorDefinition]
    outlines: Mapping[str, str]
    events: tuple[Event, ...]
    problems: tuple[QueryProblem, ...] = ()


@dataclass(frozen=True)
class View:
    """The answers as the address asks for them; masks and values have a row for each code."""

    address: Address
    answers: ExploreAnswers

    @property
    def t(self) -> Text:
        return text(self.address.lang)

    @property
    def cube(self) -> Cube:
        return self.answers.cube

    @property
    def sector(self) -> str:
        return self.address.get("sector") or ""

    @cached_property
    def since(self) -> int:
        """The year that changes are counted from: the one chosen, else 2015, else the first."""
        observed = self.cube.observed
        wanted = int(self.address.get("base_year") or DONE_FIRST_YEAR)
        return wanted if wanted in observed or not observed else observed[0]

    @cached_property
    def x(self) -> Shown:
        return shown(self, self.address.get("x") or X)

    @cached_property
    def y(self) -> Shown:
        return shown(self, self.address.get("y") or Y)

    @cached_property
    def logs(self) -> Mapping[str, bool]:
        """Which of the axes, `x` and `y`, count in powers."""
        return {name: is_log(self, name) for name in ("x", "y")}

    @cached_property
    def cuts(self) -> Mapping[str, tuple[float, float] | None]:
        """Where each axis is cut."""
        return {name: cut_of(self, name) for name in ("x", "y")}

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years in which both have a value of any municipality; else those of `y`, else all."""
        both = [year for year in self.x.years if year in self.y.years]
        return tuple(both) or self.y.years or self.cube.years

    @cached_property
    def year(self) -> int:
        """The year that is shown: the chosen one, else the newest before it, else the first."""
        wanted = int(self.address.get("year") or self.years[-1])
        return max((year for year in self.years if year <= wanted), default=self.years[0])

    @cached_property
    def column(self) -> int:
        return self.cube.column(self.year)

    @cached_property
    def places(self) -> Mapping[str, Municipality]:
        return {place.code: place for place in self.answers.municipalities}

    @property
    def chosen(self) -> tuple[str, ...]:
        """The municipalities that the address names, by code."""
        return tuple(code for code in self.address.all("place") if code in self.places)

    @cached_property
    def group(self) -> Mask:
        """Who is looked at."""
        contract = [place.code for place in self.answers.municipalities if place.is_contract_city]
        return members(self.cube, self.grouping, contract, self.year)

    @cached_property
    def one_by_one(self) -> bool:
        """Whether the members are few enough to be drawn each by itself, and to be marked."""
        return int(self.group.sum()) <= MOST_DOTS

    @property
    def grouping(self) -> Grouping:
        return Grouping(
            Group(self.address.get("among") or Group.ALL),
            county=self.address.get("county") or "",
            size=self.address.get("size_class") or "",
            chosen=self.chosen,
        )

    @cached_property
    def marked(self) -> Mask:
        """Who is marked: those that are named, and those within the limits of both axes."""
        named = np.isin(np.array(self.cube.codes), self.chosen)
        limits = [
            (shown.values[:, self.column], self._limit(f"{axis}_from"), self._limit(f"{axis}_to"))
            for axis, shown in (("x", self.x), ("y", self.y))
        ]
        if all(low is None and high is None for _, low, high in limits):
            return named & self.group
        inside = np.ones(len(named), dtype=bool)
        for values, low, high in limits:
            if low is not None or high is not None:
                inside &= ~np.isnan(values)
                inside &= (values >= low) if low is not None else True
                inside &= (values <= high) if high is not None else True
        return (named | inside) & self.group

    @cached_property
    def marked_codes(self) -> tuple[str, ...]:
        return self.codes_of(self.marked)

    def codes_of(self, mask: Mask) -> tuple[str, ...]:
        """The municipalities of a mask, by code."""
        return tuple(code for code, on in zip(self.cube.codes, mask.tolist(), strict=True) if on)

    @property
    def who(self) -> Mask:
        """Who is marked, else the whole group."""
        return self.marked if self.marked_codes else self.group

    def _limit(self, name: str) -> float | None:
        value = self.address.get(name)
        return None if value is None else float(value.replace(",", "."))
