"""What the parties have said: goals, contracts, commitments and activities with dated status."""

from sqlalchemy import (
    CheckConstraint,
    Index,
)

from data_access.records import ACTIVITY, COMMITMENT, CONTRACT, GOAL
from data_access.records.sql import Release, record_table
from data_access.tables.base import metadata
from data_access.tables.statuses import status_table

goal = record_table(
    "goal",
    metadata,
    GOAL,
    CheckConstraint("budget_first_year <= budget_last_year", name="budget_years_in_order"),
    Index("ix_goal_municipality_code", "municipality_code"),
)

contract = record_table("contract", metadata, CONTRACT, release=Release.NONE)

commitment = record_table(
    "commitment",
    metadata,
    COMMITMENT,
    CheckConstraint("party_kind <> ''", name="party_kind_stated"),
    Index("ix_commitment_municipality_code", "municipality_code"),
    release=Release.LAST,
)

commitment_status = status_table("commitment", "commitment_id")

activity = record_table(
    "activity",
    metadata,
    ACTIVITY,
    Index("ix_activity_municipality_code", "municipality_code"),
    release=Release.LAST,
)

activity_status = status_table("activity", "activity_id")
