"""The web hooks that the operator has set up, and what each has been told of."""

from sqlalchemy import JSON, Column, Table, Text

from data_access.columns import Instant
from data_access.tables.base import metadata

web_hook = Table(
    "web_hook",
    metadata,
    Column("address", Text, primary_key=True),
    # The ids of all public changes that it was told of, or that were there before it.
    Column("known", JSON, nullable=False),
    Column("sent", Instant, nullable=False),
)
