"""The metadata that all tables share, and the words that their columns may hold."""

from sqlalchemy import MetaData

RELEASE_KINDS = (
    "emissions",
    "emission-gaps",
    "population",
    "goals",
    "commitments",
    "activities",
    "grants",
    "investment-actions",
    "indicators",
    "exchange-rates",
    "price-index",
    "stocks",
    "municipalities",
    "own-series",
    "local-contracts",
    "local-signatories",
    "work-packages",
)
"""What a file can hold; also the KIND of `klimat import`."""

STATUS_WORDS = ("unknown", "not_begun", "running", "late", "done", "stopped")
"""The dated status of a commitment or an activity (`unknown` until somebody reports one)."""

AMOUNT_KINDS = ("announced", "applied", "granted", "paid", "estimated", "cofunding", "")
"""RULES §7.1; empty where the source names no sum."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
