"""The words that columns of the store may hold, where the rules do not name them themselves."""

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
    "events",
)
"""What a file can hold; also the KIND of `klimat import`."""

STATUS_WORDS = ("unknown", "not_begun", "running", "late", "done", "stopped")
"""The dated status of a commitment or an activity (`unknown` until somebody reports one)."""

AMOUNT_KINDS = ("announced", "applied", "granted", "paid", "estimated", "cofunding", "")
"""RULES §7.1; empty where the source names no sum."""

EXAMPLE = "EXEMPEL-"
"""How the ids in our templates begin."""
