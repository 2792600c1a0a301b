"""The rows that hold now with every field of their record, for what gives out all of them."""

from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table

from data_access.questions.newest import newest
from data_access.records import (
    ACCOUNT_COMMENT,
    CONTRACT_DOCUMENT,
    CONTRACT_ROLE,
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
    NATIONAL_FIGURE,
    OBSTACLE,
    POPULATION,
    PRICE_INDEX,
    STOCK,
    Record,
)
from data_access.tables import (
    account_comment,
    contract_document,
    contract_role,
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
    national_figure,
    obstacle,
    population,
    price_index,
    stock,
)

TABLES: Mapping[str, Table] = {
    ACCOUNT_COMMENT.kind: account_comment,
    CONTRACT_DOCUMENT.kind: contract_document,
    CONTRACT_ROLE.kind: contract_role,
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
    NATIONAL_FIGURE.kind: national_figure,
    OBSTACLE.kind: obstacle,
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
