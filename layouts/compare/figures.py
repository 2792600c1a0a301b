"""The figures of a comparison: each municipality's series, its county, and the two groups."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from layouts.compare.answers import CompareAnswers
from progress.comparison import (
    GroupYear,
    change_since,
    group_years,
    index,
    inhabitants_together,
    per_person,
    together,
)
from progress.facts import Municipality
from progress.indicators import Quartiles, Rank, quartiles, rank
from progress.series import Point

MOST_KEPT = 8


@dataclass(frozen=True, slots=True)
class Series:
    """One place's observed values: tonnes, tonnes per person, per cent of the base year's."""

    tonnes: tuple[Point, ...]
    per_person: tuple[Point, ...]
    index: tuple[Point, ...]

    def of(self, measure: str) -> tuple[Point, ...]:
        found: tuple[Point, ...] = getattr(self, measure)
        return found


@dataclass(frozen=True)
class Figures:
    """All that is reckoned from the answers, for a base year. Nothing is reckoned unasked."""

    answers: CompareAnswers
    base_year: int

    @cached_property
    def cities(self) -> dict[str, Series]:
        """The chosen municipalities' series by code."""
        return {one.code: self._series([one.code]) for one in self.answers.chosen}

    @cached_property
    def counties(self) -> dict[str, Series]:
        """County code → the county's sum and its mean per person: all tonnes through all people."""
        members: dict[str, list[str]] = {one.county_code: [] for one in self.answers.chosen}
        for one in self.answers.municipalities:
            if one.county_code in members:
                members[one.county_code].append(one.code)
        return {county: self._series(codes) for county, codes in members.items()}

    @cached_property
    def year(self) -> int | None:
        """The newest year that all the chosen municipalities have."""
        shared = together([self.cities[one.code].tonnes for one in self.answers.chosen])
        return shared[-1].year if shared else None

    @cached_property
    def groups(self) -> dict[str, tuple[Municipality, ...]]:
        everyone = self.answers.municipalities
        return {"contract": tuple(m for m in everyone if m.is_contract_city), "all": everyone}

    def group_years(self, group: str, measure: str) -> tuple[GroupYear, ...]:
        """Quartiles of a group's values per person, or of their index, year by year."""
        return group_years(self._everyone[one.code].of(measure) for one in self.groups[group])

    def values(self, group: str, measure: str) -> dict[str, float]:
        """A group's values per person, or changes since the base year, in the newest year."""
        known = self._newest[measure]
        return {one.code: known[one.code] for one in self.groups[group] if one.code in known}

    def place(self, code: str, group: str, measure: str) -> tuple[Rank, Quartiles] | None:
        """A municipality's place in a group, counted from the lowest, and the group's quartiles."""
        values = self.values(group, measure)
        found, spread = rank(values, code, "down"), quartiles(list(values.values()))
        return None if found is None or spread is None else (found, spread)

    @property
    def _newest(self) -> dict[str, dict[str, float]]:
        key = ("newest", self.base_year, self.year)
        found: dict[str, dict[str, float]] | None = self.answers.kept.get(key)
        if found is None:
            found = self._newest_values()
            self._keep(key, found)
        return found

    def _newest_values(self) -> dict[str, dict[str, float]]:
        found: dict[str, dict[str, float]] = {"per_person": {}, "change": {}}
        if self.year is None:
            return found
        # Of everybody no more than two years are needed: their series would take far longer.
        totals, populations = self.answers.totals, self.answers.populations
        for one in self.answers.municipalities:
            points = [p for p in totals.get(one.code, ()) if p.year in (self.base_year, self.year)]
            newest = [point for point in points if point.year == self.year]
            for point in per_person(newest, populations.get(one.code, {})):
                found["per_person"][one.code] = point.value
            change = change_since(points, self.base_year, self.year)
            if change is not None:
                found["change"][one.code] = change
        return found

    @property
    def _everyone(self) -> Mapping[str, Series]:
        key = ("everyone", self.base_year)
        found: Mapping[str, Series] | None = self.answers.kept.get(key)
        if found is None:
            found = {one.code: self._series([one.code]) for one in self.answers.municipalities}
            self._keep(key, found)
        return found

    def _keep(self, key: object, found: object) -> None:
        """For the next page with this base year; there are few that are asked for."""
        if len(self.answers.kept) >= MOST_KEPT:
            self.answers.kept.clear()
        self.answers.kept[key] = found

    def _series(self, codes: list[str]) -> Series:
        totals, populations = self.answers.totals, self.answers.populations
        tonnes = together([totals.get(code, ()) for code in codes])
        people = inhabitants_together([populations.get(code, {}) for code in codes])
        return Series(tonnes, per_person(tonnes, people), index(tonnes, self.base_year))


def value_at(series: Series, measure: str, year: int | None) -> float | None:
    """A measure's observed value in a year; None where there is none."""
    return next((point.value for point in series.of(measure) if point.year == year), None)
