"""Answers that every municipality's page shares: asked once for each state of the store."""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from threading import Lock
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast

from data_access import questions
from data_access.reading import Connection
from progress.records import (
    ExchangeRate,
    IndicatorDefinition,
    IndicatorValue,
    Municipality,
    Release,
    Source,
)

KEPT = 24
"""States of stores that are remembered, 0.2 MB each: each group of readers sees one of its own."""


Arguments = ParamSpec("Arguments")
Answered = TypeVar("Answered")


class OfMunicipality(Protocol):
    """A row that belongs to a municipality."""

    @property
    def municipality_code(self) -> str | None: ...


Row = TypeVar("Row", bound=OfMunicipality)


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator with all its values: by municipality, and by year and municipality."""

    definition: IndicatorDefinition
    own: Mapping[str, tuple[IndicatorValue, ...]]
    by_year: Mapping[int, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Common:
    """What does not depend on the municipality."""

    municipalities: tuple[Municipality, ...]
    releases: tuple[Release, ...]
    sources: Mapping[str, Source]
    exchange_rates: tuple[ExchangeRate, ...]
    price_index: Mapping[int, Decimal]
    contract_codes: frozenset[str]
    _answers: dict[object, object] = field(default_factory=dict, repr=False, compare=False)

    def cache_for(self, what: str) -> dict[object, Any]:
        """A place to keep what a layout has reckoned of all municipalities of this state."""
        return cast(dict[object, Any], self._answers.setdefault(("cache", what), {}))

    def once(
        self,
        question: Callable[Concatenate[Connection, Arguments], Answered],
        conn: Connection,
        *arguments: Arguments.args,
        **named: Arguments.kwargs,
    ) -> Answered:
        """The answer to a question about all municipalities, asked once for this state.

        Only for arguments of which there are few, such as the labels of releases: every answer
        is kept.
        """
        key = (question.__qualname__, arguments, tuple(sorted(named.items())))
        if key not in self._answers:
            self._answers[key] = question(conn, *arguments, **named)
        return cast(Answered, self._answers[key])


_KEPT: "OrderedDict[tuple[str, str], Common]" = OrderedDict()
_LOCK = Lock()


def common(conn: Connection) -> Common:
    """The shared answers for the store that `conn` sees, in its present state."""
    state = questions.store_state(conn)
    with _LOCK:
        if state in _KEPT:
            return _KEPT[state]
    municipalities = questions.municipalities(conn)
    answers = Common(
        municipalities=municipalities,
        releases=questions.releases(conn),
        sources=questions.sources(conn),
        exchange_rates=questions.exchange_rates(conn),
        price_index=questions.price_index(conn),
        contract_codes=frozenset(each.code for each in municipalities if each.is_contract_city),
    )
    with _LOCK:
        _KEPT[state] = answers
        while len(_KEPT) > KEPT:
            _KEPT.popitem(last=False)
    return answers


def indicators(conn: Connection) -> tuple[Indicator, ...]:
    """All indicators with their values."""
    return tuple(
        _indicator(conn, definition) for definition in questions.indicator_definitions(conn)
    )


def _indicator(conn: Connection, definition: IndicatorDefinition) -> Indicator:
    own: dict[str, list[IndicatorValue]] = defaultdict(list)
    by_year: dict[int, dict[str, float]] = defaultdict(dict)
    for value in questions.indicator_values(conn, definition.indicator_id):
        own[value.municipality_code].append(value)
        by_year[value.year][value.municipality_code] = value.value
    return Indicator(definition, {code: tuple(values) for code, values in own.items()}, by_year)


def own_rows(code: str | None, rows: Iterable[Row]) -> tuple[Row, ...]:
    """The municipality's own of the rows of all; without a code those that are nobody's own."""
    return tuple(row for row in rows if row.municipality_code == code)
