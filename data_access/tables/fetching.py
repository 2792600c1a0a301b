"""What has been fetched from publishers, so that it is fetched again only when it has changed."""

from sqlalchemy import BigInteger, Column, Table, Text

from data_access.columns import Instant
from data_access.tables.base import metadata

fetched_file = Table(
    "fetched_file",
    metadata,
    Column("publisher", Text, primary_key=True),
    Column("address", Text, primary_key=True),
    Column("file_name", Text, nullable=False),
    # By what the publisher tells one state of the file from another; empty where it does not.
    Column("etag", Text, nullable=False),
    Column("last_modified", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("fetched", Instant(), nullable=False),
    Column("checked", Instant(), nullable=False),
    # The draft that was made of it, perhaps published or discarded by now.
    Column("release_label", Text, nullable=False),
    # What that draft changes, as lines: of one file of several.
    Column("report", Text, nullable=False, server_default=""),
)
