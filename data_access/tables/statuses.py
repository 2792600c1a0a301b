"""The tables of dated statuses, one for each kind of promise."""

from sqlalchemy import Column, Date, ForeignKey, Table, Text

from data_access.columns import Instant, one_of, owner, published, text
from data_access.records.words import STATUS_WORDS
from data_access.tables.base import metadata


def status_table(of: str, key: str) -> Table:
    """The history of the promises in the table `of`: each report adds a row, none is changed."""
    return Table(
        f"{of}_status",
        metadata,
        Column(key, Text, ForeignKey(f"{of}.{key}"), primary_key=True),
        Column("status_date", Date, primary_key=True),
        Column("status", Text, nullable=False),
        text("comment"),
        text("source"),
        text("resources"),
        Column("recorded", Instant, nullable=False),
        published(),
        owner(),
        text("batch"),
        one_of("status", STATUS_WORDS),
    )
