"""What cities do with others: local climate contracts with their signatories, work packages."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
)

from data_access.columns import (
    Instant,
    municipality_code,
    not_negative,
    one_of,
    owner,
    published,
    release_id,
    text,
)
from data_access.records.words import STATUS_WORDS
from data_access.tables.base import metadata

local_contract = Table(
    "local_contract",
    metadata,
    release_id(primary_key=True),
    municipality_code(primary_key=True),
    # A day, or as much of it as is told: 2023-11, 2023.
    Column("at", Text, primary_key=True),
    Column("signatories", Integer, nullable=False),
    Column("approximate", Boolean, nullable=False),
    text("name"),
    text("note"),
    text("quote_sv"),
    text("section"),
    Column("source_title", Text, nullable=False),
    text("source_ref"),
    not_negative("signatories"),
    Index("ix_local_contract_municipality_code", "municipality_code"),
)
"""How many had signed a city's local climate contract at a time, exactly or about."""

local_signatory = Table(
    "local_signatory",
    metadata,
    release_id(primary_key=True),
    municipality_code(primary_key=True),
    Column("organisation", Text, primary_key=True),
    text("orgnr"),
    text("signed"),
    Column("source_title", Text, nullable=False),
    text("source_ref"),
    Index("ix_local_signatory_municipality_code", "municipality_code"),
)
"""The organisations of a city's public list. The newest release is the whole list."""

work_package = Table(
    "work_package",
    metadata,
    Column("package_id", Text, primary_key=True),
    release_id(),
    municipality_code(),
    Column("contract_id", Text, ForeignKey("contract.contract_id")),
    Column("title_sv", Text, nullable=False),
    text("title_en"),
    text("project"),
    text("responsible"),
    text("start"),
    text("end"),
    text("section"),
    text("quote_sv"),
    text("note"),
    Index("ix_work_package_municipality_code", "municipality_code"),
)

work_package_status = Table(
    "work_package_status",
    metadata,
    Column("package_id", Text, ForeignKey("work_package.package_id"), primary_key=True),
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
"""Check-ins: each adds a dated status, none is ever changed."""
