"""Series of emissions: sectors, breaks, and why they changed (RULES §1)."""
