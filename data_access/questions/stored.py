"""The rows that hold now with every field of their record, for what gives out all of them."""

from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table

from data_access.questions.newest import newest
from data_access.records import (
    DECISION,
    EMISSION_GAP,
    EVENT,
    EXCHANGE_RATE,
    GOAL,
    GRANT,
    INDICATOR_VALUE,
    INVESTMENT_ACTION,
    LOCAL_CONTRACT,
    MEETING,
    POPULATION,
    PRICE_INDEX,
    STOCK,
    Record,
)
from data_access.tables import (
    decision,
    emission_gap,
    event,
    exchange_rate,
    goal,
    grant,
    indicator_value,
    investment_action,
    local_contract,
    meeting,
    population,
    price_index,
    stock,
)

TABLES: Mapping[str, Table] = {
    DECISION.kind: decision,
    EMISSION_GAP.kind: emission_gap,
    EVENT.kind: event,
    EXCHANGE_RATE.kind: exchange_rate,
    GOAL.kind: goal,
    GRANT.kind: grant,
    INDICATOR_VALUE.kind: indicator_value,
    INVESTMENT_ACTION.kind: investment_action,
    LOCAL_CONTRACT.kind: local_contract,
    MEETING.kind: meeting,
    POPULATION.kind: population,
    PRICE_INDEX.kind: price_index,
    STOCK.kind: stock,
}
"""KIND → the table of which the newest release with a key holds."""


def stored_rows(conn: Connection, record: Record) -> Iterable[Mapping[Any, Any]]:
    """All rows of a record that hold now, in the order of its key, each with its `release_id`."""
    table = TABLES[record.kind]
    rows = conn.execute(newest(table, *(table.c[name] for name in record.key))).mappings()
    return sorted(rows, key=itemgetter(*record.key))
