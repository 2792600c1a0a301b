"""The tables of dated statuses, one for each kind of promise."""

from sqlalchemy import Column, ForeignKey, Table, Text

from data_access.columns import Instant, owner, published, text
from data_access.records import STATUS_REPORT
from data_access.records.sql import columns_and_checks
from data_access.tables.base import metadata


def status_table(of: str, key: str) -> Table:
    """The history of the promises in the table `of`: each report adds a row, none is changed."""
    columns, checks = columns_and_checks(STATUS_REPORT)
    return Table(
        f"{of}_status",
        metadata,
        Column(key, Text, ForeignKey(f"{of}.{key}"), primary_key=True),
        *columns,
        Column("recorded", Instant, nullable=False),
        published(),
        owner(),
        text("batch"),
        *checks,
    )
