"""Meetings of a city, and what they are asked to decide, have decided and followed up."""

from sqlalchemy import Index

from data_access.records import DECISION, MEETING
from data_access.records.sql import record_table
from data_access.tables.base import metadata

meeting = record_table("meeting", metadata, MEETING)

decision = record_table(
    "decision",
    metadata,
    DECISION,
    Index("ix_decision_municipality_code", "municipality_code"),
)
