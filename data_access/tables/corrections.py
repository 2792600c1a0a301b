"""What was wrong and is no longer: corrections with their reason, and rows that imports renewed."""

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, Table, Text

from data_access.columns import Instant, municipality_code, one_of, text
from data_access.tables.base import metadata
from progress.corrections import Action

correction = Table(
    "correction",
    metadata,
    Column("correction_id", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("action", Text, nullable=False),
    # A record's KIND, `statuses` or `releases`, and the key of the row as imports tell it.
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    municipality_code(nullable=True),
    text("title"),
    text("reason"),
    # The release that holds what is right, where the correction made one.
    text("release"),
    # [[field, old, new], …] as words, for everyone.
    Column("changes", JSON, nullable=False),
    # Table → the rows that were taken out of it, so that they can be put back.
    Column("taken_out", JSON, nullable=False),
    # [[table, column, primary key], …]: what names another row since this one was merged into it.
    Column("moved", JSON(none_as_null=True)),
    one_of("action", Action),
    Index("ix_correction_kind_key", "kind", "key"),
    # A number is never given twice: files of the open data name corrections by it.
    sqlite_autoincrement=True,
)
"""Every correction of what everyone sees, in the order in which they were made."""

replaced_row = Table(
    "replaced_row",
    metadata,
    Column("release_id", Integer, ForeignKey("release.release_id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("table_name", Text, nullable=False),
    Column("key", JSON, nullable=False),
    # The row as it was before; NULL where the import made it.
    Column("before", JSON(none_as_null=True)),
)
"""What an import renewed in tables that hold one row a key: the way back from it."""
