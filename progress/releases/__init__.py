"""Statistics by edition: which one is read, what it must hold, and what it restated (RULES §1)."""
