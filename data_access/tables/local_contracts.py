"""What cities do with others: local climate contracts with their signatories, work packages."""

from sqlalchemy import (
    Index,
)

from data_access.records import LOCAL_CONTRACT, LOCAL_SIGNATORY, WORK_PACKAGE
from data_access.records.sql import Release, record_table
from data_access.tables.base import metadata
from data_access.tables.statuses import status_table

local_contract = record_table(
    "local_contract",
    metadata,
    LOCAL_CONTRACT,
    Index("ix_local_contract_municipality_code", "municipality_code"),
)
"""How many had signed a city's local climate contract at a time, exactly or about."""

local_signatory = record_table(
    "local_signatory",
    metadata,
    LOCAL_SIGNATORY,
    Index("ix_local_signatory_municipality_code", "municipality_code"),
)
"""The organisations of a city's public list. The newest release is the whole list."""

work_package = record_table(
    "work_package",
    metadata,
    WORK_PACKAGE,
    Index("ix_work_package_municipality_code", "municipality_code"),
    release=Release.LAST,
)

work_package_status = status_table("work_package", "package_id")
