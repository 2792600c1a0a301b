"""The words that columns of the store may hold, where the rules do not name them themselves."""

STATUS_WORDS = ("unknown", "not_begun", "running", "late", "done", "stopped")
"""The dated status of a commitment or an activity (`unknown` until somebody reports one)."""

AMOUNT_KINDS = ("announced", "applied", "granted", "paid", "estimated", "cofunding", "")
"""RULES §7.1; empty where the source names no sum."""

PAID_BACK_KINDS = ("granted", "paid")
"""Kinds of which an amount can be negative: money that was granted or paid, and paid back."""

DECISIONS = ("applied", "granted", "rejected", "withdrawn", "unknown")
"""RULES §7.8: what was decided of a grant, whether or not its sum is known."""

EXAMPLE = "EXEMPEL-"
"""How the ids in our templates begin."""
