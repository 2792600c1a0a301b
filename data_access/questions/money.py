"""Where the money goes: grants, investment plans, bond totals, rates, prices. Amounts are exact."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Connection,
    Row,
    Select,
    SelectBase,
    Subquery,
    Table,
    and_,
    bindparam,
    func,
    or_,
    select,
    tuple_,
    union,
)

from data_access.derived.grant_columns import YEARS
from data_access.derived.held_grants import held_grants
from data_access.questions.newest import newest
from data_access.tables import (
    emission_gap,
    exchange_rate,
    grant,
    grant_place,
    investment_action,
    release,
    stock,
)
from data_access.tables import (
    price_index as index,
)
from progress.money.gaps import EmissionGap
from progress.money.loaded import LoadedSource
from progress.money.stock import Stock
from progress.records import ExchangeRate, Grant, InvestmentAction

_GRANT_COLUMNS = tuple(field.name for field in fields(Grant) if field.name != "places")
_ACTION_COLUMNS = tuple(field.name for field in fields(InvestmentAction))
_GAP_COLUMNS = tuple(field.name for field in fields(EmissionGap))
_STOCK_COLUMNS = tuple(field.name for field in fields(Stock))

_GRANT_VALUES = itemgetter(*(tuple(grant.c.keys()).index(name) for name in _GRANT_COLUMNS))


def current_grants(among: SelectBase | None = None) -> Subquery:
    """What `newest` gives for grants, found by id alone: ranking whole rows of many is slow.

    `among` selects the ids that are asked for.
    """
    ids = (
        select(grant.c.grant_id, func.max(grant.c.release_id).label("release_id"))
        .join(release, release.c.release_id == grant.c.release_id)
        .where(release.c.published)
        .group_by(grant.c.grant_id)
    )
    last = (ids if among is None else ids.where(grant.c.grant_id.in_(among))).subquery()
    same = and_(grant.c.release_id == last.c.release_id, grant.c.grant_id == last.c.grant_id)
    return select(grant).join(last, same).subquery()


def grants_of(code: BindParameter[str]) -> Select[tuple[Any, ...]]:
    """The newest edition decides: a grant that an older one gave to a city is not its own."""
    here = grant_place.c.municipality_code == code
    ever = union(
        select(grant_place.c.grant_id).where(here),
        select(grant.c.grant_id).where(grant.c.beneficiary_municipality_code == code),
    )
    now = current_grants(ever)
    places = select(grant_place.c.release_id, grant_place.c.grant_id).where(here)
    return select(now).where(
        or_(
            now.c.beneficiary_municipality_code == code,
            tuple_(now.c.release_id, now.c.grant_id).in_(places),
        )
    )


_CODE: BindParameter[str] = bindparam("code")
_ALL_GRANTS = select(current_grants())
_ALL_OF_CITY = grants_of(_CODE)
_GRANTS_OF = _ALL_OF_CITY.where(
    _ALL_OF_CITY.selected_columns.grant_id.not_in(bindparam("known", expanding=True))
)

AllAndOne = tuple[Select[tuple[object, ...]], Select[tuple[object, ...]]]
"""The same question about all municipalities, and about the one whose code is handed over."""


def _newest_of_city(table: Table, *keys: Column[Any]) -> AllAndOne:
    code = table.c.municipality_code
    return newest(table, code, *keys), newest(table, code, *keys, where=code == _CODE)


def _rows(conn: Connection, queries: AllAndOne, code: str | None) -> Sequence[Row[Any]]:
    result = conn.execute(queries[0]) if code is None else conn.execute(queries[1], {"code": code})
    return result.all()


_ACTIONS = _newest_of_city(investment_action, investment_action.c.action_id)
_GAPS = _newest_of_city(emission_gap, emission_gap.c.basis, emission_gap.c.sector)
_STOCKS = _newest_of_city(stock, stock.c.kind, stock.c.at)

# They come as one text a grant: a national one names hundreds.
_ALL_PLACES = select(
    grant_place.c.release_id,
    grant_place.c.grant_id,
    func.aggregate_strings(grant_place.c.municipality_code, ","),
).group_by(grant_place.c.release_id, grant_place.c.grant_id)
# The releases are named for the key's sake, which begins with them.
_PLACES_OF = _ALL_PLACES.where(
    grant_place.c.release_id.in_(bindparam("release_ids", expanding=True)),
    grant_place.c.grant_id.in_(bindparam("grant_ids", expanding=True)),
)


Places = Mapping[tuple[int, str], tuple[str, ...]]
"""The codes that grants name, by release and grant."""

_MANY = 20
_PLACES_OF_MANY = _ALL_PLACES.having(func.count() > _MANY)
_GRANTS_OF_MANY = select(current_grants(_PLACES_OF_MANY.with_only_columns(grant_place.c.grant_id)))


GrantsByCode = Mapping[str, Sequence[Grant]]

_NO_GRANTS: GrantsByCode = {}


def grants_of_many(conn: Connection) -> GrantsByCode:
    """Code → the grants that name it among more than twenty municipalities."""
    places = _by_key(conn.execute(_PLACES_OF_MANY))
    result: dict[str, list[Grant]] = {}
    for row in conn.execute(_GRANTS_OF_MANY):
        grant = grant_of(row, places.get((row.release_id, row.grant_id), ()))
        for code in grant.places:
            result.setdefault(code, []).append(grant)
    return result


def grants(
    conn: Connection, code: str | None = None, known: GrantsByCode = _NO_GRANTS
) -> tuple[Grant, ...]:
    """All grants; with a code, those whose beneficiary is the city or that name it as a place.

    Grants of the city that are `known` are not asked for again.
    """
    if code is None:
        own: Sequence[Grant] = ()
        rows = conn.execute(_ALL_GRANTS).all()
    else:
        own = known.get(code, ())
        ids = [grant.grant_id for grant in own]
        rows = conn.execute(_GRANTS_OF, {"code": code, "known": ids}).all()
    keys = [(row.release_id, row.grant_id) for row in rows]
    places = places_of(conn, None if code is None else keys)
    result = [grant_of(row, places.get(key, ())) for key, row in zip(keys, rows, strict=True)]
    return tuple(sorted([*own, *result], key=lambda grant: grant.grant_id))


def places_of(conn: Connection, keys: Sequence[tuple[int, str]] | None) -> Places:
    """The codes that grants name, by release and grant; of all grants where no keys are given."""
    if keys is None:
        rows = conn.execute(_ALL_PLACES)
    else:
        named = {
            "release_ids": sorted({release_id for release_id, _ in keys}),
            "grant_ids": [g for _, g in keys],
        }
        rows = conn.execute(_PLACES_OF, named)
    return _by_key(rows)


def _by_key(rows: Iterable[Row[int, str, str]]) -> Places:
    return {(release_id, grant_id): _codes_in(text) for release_id, grant_id, text in rows}


@lru_cache(maxsize=2000)
def _codes_in(text: str) -> tuple[str, ...]:
    """Many grants name the same hundreds of municipalities."""
    return tuple(sorted(text.split(",")))


def grant_columns(rows: Subquery) -> list[ColumnElement[Any]]:
    """The columns of a record without its places, in their order."""
    return [rows.c[name] for name in _GRANT_COLUMNS]


def grant_of(row: Row[Any], places: tuple[str, ...]) -> Grant:
    """The record of a row with all columns of grants."""
    values: tuple[Any, ...] = (*_GRANT_VALUES(row), places)
    return Grant(*values)


def investment_actions(conn: Connection, code: str | None = None) -> tuple[InvestmentAction, ...]:
    """The rows of the cities' investment plans, of one city or of all."""
    rows = _rows(conn, _ACTIONS, code)
    result = (InvestmentAction(**{n: row._mapping[n] for n in _ACTION_COLUMNS}) for row in rows)
    return tuple(sorted(result, key=lambda action: (action.municipality_code, action.action_id)))


def emission_gaps(conn: Connection, code: str | None = None) -> tuple[EmissionGap, ...]:
    """What a city's plan, or all of them, say is left to cut, in the order of their bases."""
    rows = _rows(conn, _GAPS, code)
    result = (EmissionGap(**{n: row._mapping[n] for n in _GAP_COLUMNS}) for row in rows)
    return tuple(sorted(result, key=lambda gap: (gap.municipality_code, gap.basis, gap.sector)))


def stocks(conn: Connection, code: str | None = None) -> tuple[Stock, ...]:
    """Bond totals in order of time. A stock is never added to a flow (RULES §7.1)."""
    rows = _rows(conn, _STOCKS, code)
    result = (Stock(**{name: row._mapping[name] for name in _STOCK_COLUMNS}) for row in rows)
    return tuple(sorted(result, key=lambda stock: (stock.municipality_code, stock.kind, stock.at)))


def loaded_sources(conn: Connection) -> tuple[LoadedSource, ...]:
    """The sources of the grants with their rows and years, the largest first."""
    return held_grants(conn, ("source_id", *YEARS)).sources()


def exchange_rates(conn: Connection) -> tuple[ExchangeRate, ...]:
    """SEK for one unit of each currency, year by year."""
    rows = conn.execute(newest(exchange_rate, exchange_rate.c.currency, exchange_rate.c.year))
    result = (
        ExchangeRate(row.year, row.currency, row.sek_per_unit, row.kind, row.source_ref)
        for row in rows
    )
    return tuple(sorted(result, key=lambda rate: (rate.currency, rate.year)))


def price_index(conn: Connection) -> dict[int, Decimal]:
    """Year → consumer price index; a year without one is left out."""
    rows = conn.execute(newest(index, index.c.year))
    return dict(sorted((row.year, row.value) for row in rows))
