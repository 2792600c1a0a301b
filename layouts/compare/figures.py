"""The figures of a comparison: each municipality's series, its county, and the two groups."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from layouts.compare.answers import CompareAnswers
from progress.emissions.comparison import (
    GroupYear,
    change_since,
    group_years,
    index,
    inhabitants_together,
    newest_shared_year,
    per_person,
    together,
)
from progress.emissions.series import Point
from progress.indicators import Quartiles, Rank, quartiles, rank
from progress.records import Municipality

MOST_CACHED = 8


@dataclass(frozen=True, slots=True)
class Series:
    """One place's observed values: tonnes, tonnes per person, per cent of the base year's.

    `since` are the first two without the sectors that begin after the base year: changes from it
    are told of these (RULES §1.6).
    """

    tonnes: tuple[Point, ...]
    per_person: tuple[Point, ...]
    index: tuple[Point, ...]
    since: Mapping[str, tuple[Point, ...]]

    def of(self, measure: str) -> tuple[Point, ...]:
        result: tuple[Point, ...] = getattr(self, measure)
        return result


@dataclass(frozen=True, slots=True)
class Newest:
    """Everybody in the newest year: `values` by measure and code, `spreads` by group and measure.

    The measures are `per_person`, in tonnes, and `change`, a share of the base year's.
    """

    values: Mapping[str, Mapping[str, float]]
    spreads: Mapping[tuple[str, str], Quartiles | None]


@dataclass(frozen=True)
class Figures:
    """All that is reckoned from the answers, for a base year. Nothing is reckoned unasked."""

    answers: CompareAnswers
    base_year: int

    @cached_property
    def cities(self) -> dict[str, Series]:
        """The chosen municipalities' series by code."""
        return {city.code: self._series([city.code]) for city in self.answers.chosen}

    @cached_property
    def counties(self) -> dict[str, Series]:
        """County code → the county's sum and its mean per person: all tonnes through all people.

        Of every year where they are what the chosen are held against, else of those it is told of.
        """
        members: dict[str, list[str]] = {city.county_code: [] for city in self.answers.chosen}
        for municipality in self.answers.municipalities:
            if municipality.county_code in members:
                members[municipality.county_code].append(municipality.code)
        return {county: self._series(codes) for county, codes in members.items()}

    @cached_property
    def year(self) -> int | None:
        """The newest year that all the chosen municipalities have."""
        return newest_shared_year([self.cities[city.code].tonnes for city in self.answers.chosen])

    @cached_property
    def groups(self) -> dict[str, tuple[Municipality, ...]]:
        everyone = self.answers.municipalities
        return {"contract": tuple(m for m in everyone if m.is_contract_city), "all": everyone}

    def group_years(self, group: str, measure: str) -> tuple[GroupYear, ...]:
        """Quartiles of a group's values per person, or of their index, year by year."""
        key = ("years", group, measure, self.base_year)
        result: tuple[GroupYear, ...] | None = self.answers.cache.get(key)
        if result is None:
            result = group_years(self._measured(city.code, measure) for city in self.groups[group])
            self._keep(key, result)
        return result

    def values(self, group: str, measure: str) -> Mapping[str, float]:
        """A group's values per person, or changes since the base year, in the newest year."""
        return self._of(group, self._newest.values[measure])

    def spread(self, group: str, measure: str) -> Quartiles | None:
        """The quartiles of these; None where nobody has a value."""
        return self._newest.spreads[group, measure]

    def place(self, code: str, group: str, measure: str) -> tuple[Rank, Quartiles] | None:
        """A municipality's place in a group, counted from the lowest, and the group's quartiles."""
        position, spread = (
            rank(self.values(group, measure), code, "down"),
            self.spread(group, measure),
        )
        return None if position is None or spread is None else (position, spread)

    @property
    def _newest(self) -> Newest:
        key = ("newest", self.base_year, self.year)
        result: Newest | None = self.answers.cache.get(key)
        if result is None:
            result = self._newest_values()
            self._keep(key, result)
        return result

    def _newest_values(self) -> Newest:
        # Of everybody no more than two years are needed: their series would take far longer.
        levels: dict[str, float] = {}
        changes: dict[str, float] = {}
        if self.year is not None:
            before = self.answers.everyone.get(self.base_year, {})
            for code, point in self.answers.everyone.get(self.year, {}).items():
                people = self.answers.inhabitants.get(code, 0)
                for level in per_person([point], {self.year: people}):
                    levels[code] = level.value
                both = self._without_begun(code, [before[code], point]) if code in before else []
                change = change_since(both, self.base_year, self.year)
                if change is not None:
                    changes[code] = change
        values = {"per_person": levels, "change": changes}
        return Newest(
            values,
            {
                (group, measure): quartiles(list(self._of(group, known).values()))
                for group in self.groups
                for measure, known in values.items()
            },
        )

    def _of(self, group: str, known: Mapping[str, float]) -> Mapping[str, float]:
        if group == "all":
            return known
        return {city.code: known[city.code] for city in self.groups[group] if city.code in known}

    def _keep(self, key: object, value: object) -> None:
        """For the next page with this base year; there are few that are asked for."""
        if len(self.answers.cache) >= MOST_CACHED:
            self.answers.cache.clear()
        self.answers.cache[key] = value

    def _series(self, codes: list[str]) -> Series:
        tonnes = together([self._points(code) for code in codes])
        compared = together([self._without_begun(code, self._points(code)) for code in codes])
        people = inhabitants_together([self._people(code) for code in codes])
        return Series(
            tonnes,
            per_person(tonnes, people),
            index(compared, self.base_year),
            {"tonnes": compared, "per_person": per_person(compared, people)},
        )

    def _measured(self, code: str, measure: str) -> tuple[Point, ...]:
        """One of the three series of a municipality: of a group's members no other is reckoned."""
        points = self._points(code)
        if measure == "index":
            return index(self._without_begun(code, points), self.base_year)
        return per_person(points, self._people(code)) if measure == "per_person" else points

    def _without_begun(self, code: str, points: Iterable[Point]) -> tuple[Point, ...]:
        begun = [
            late.tonnes.get(code, {})
            for late in self.answers.late
            if late.first_year > self.base_year
        ]
        return tuple(
            replace(point, value=point.value - sum(of.get(point.year, 0.0) for of in begun))
            for point in points
        )

    def _points(self, code: str) -> tuple[Point, ...]:
        """Of every year where the answers have them, else of those that they have of everybody."""
        whole = self.answers.totals.get(code)
        if whole is not None:
            return whole
        return tuple(of[code] for _, of in sorted(self.answers.everyone.items()) if code in of)

    def _people(self, code: str) -> Mapping[int, int]:
        whole, latest = self.answers.populations.get(code), self.answers.inhabitants.get(code)
        if whole is not None or latest is None or self.year is None:
            return whole or {}
        return {self.year: latest}


def value_at(series: Series, measure: str, year: int | None) -> float | None:
    """A measure's observed value in a year; None where there is none."""
    return next((point.value for point in series.of(measure) if point.year == year), None)
