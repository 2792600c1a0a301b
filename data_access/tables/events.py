"""What happened in a year that emissions show: one row an event, with its source."""

from sqlalchemy import Index

from data_access.records import EVENT
from data_access.records.sql import record_table
from data_access.tables.base import metadata

event = record_table(
    "event", metadata, EVENT, Index("ix_event_municipality_code", "municipality_code")
)
