"""What the contracts' own systems hold: roles, obstacles, documents, comments, national figures."""

from typing import TypeVar

from sqlalchemy import Connection

from data_access.questions.stored import stored_rows
from data_access.records import (
    ACCOUNT_COMMENT,
    CONTRACT_DOCUMENT,
    CONTRACT_ROLE,
    NATIONAL_FIGURE,
    OBSTACLE,
    Record,
)
from progress.promises.contract_systems import (
    AccountComment,
    ContractDocument,
    ContractRole,
    NationalFigure,
    Obstacle,
)

Row = TypeVar("Row", AccountComment, ContractDocument, ContractRole, NationalFigure, Obstacle)


def account_comments(conn: Connection) -> tuple[AccountComment, ...]:
    """What all cities say of their accounts, by city, year and section."""
    return _rows(conn, ACCOUNT_COMMENT, AccountComment)


def contract_documents(conn: Connection) -> tuple[ContractDocument, ...]:
    """What the annexes of all contracts link to, in their order."""
    return _rows(conn, CONTRACT_DOCUMENT, ContractDocument)


def contract_roles(conn: Connection) -> tuple[ContractRole, ...]:
    """Who steers and who takes part in all cities."""
    return _rows(conn, CONTRACT_ROLE, ContractRole)


def national_figures(conn: Connection) -> tuple[NationalFigure, ...]:
    """The national series, year by year."""
    return _rows(conn, NATIONAL_FIGURE, NationalFigure)


def obstacles(conn: Connection) -> tuple[Obstacle, ...]:
    """The obstacles that all cities name, by id."""
    return _rows(conn, OBSTACLE, Obstacle)


def _rows(conn: Connection, record: Record, row: type[Row]) -> tuple[Row, ...]:
    names = tuple(row.__dataclass_fields__)
    stored = stored_rows(conn, record)
    return tuple(row(**{name: each[name] for name in names}) for each in stored)
