"""RULES §7 as pure functions: grants, investment plans and what they may be added to."""
