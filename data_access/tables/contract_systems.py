"""Roles, obstacles, annexes' documents, comments on a year's account, and national figures."""

from data_access.records import (
    ACCOUNT_COMMENT,
    CONTRACT_DOCUMENT,
    CONTRACT_ROLE,
    NATIONAL_FIGURE,
    OBSTACLE,
)
from data_access.records.sql import record_table
from data_access.tables.base import metadata

account_comment = record_table("account_comment", metadata, ACCOUNT_COMMENT)
contract_document = record_table("contract_document", metadata, CONTRACT_DOCUMENT)
contract_role = record_table("contract_role", metadata, CONTRACT_ROLE)
national_figure = record_table("national_figure", metadata, NATIONAL_FIGURE)
obstacle = record_table("obstacle", metadata, OBSTACLE)
